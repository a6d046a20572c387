import type { Hebrew } from '../catalogue.ts'
import type { watch as english } from '../en/watch.ts'

export const watch: Hebrew<typeof english> = {
  title: '🩺 <b>הבדיקה היומית מצאה משהו.</b>',
  failedUpdates_one: 'הודעה אחת לא טופלה. מי שכתב אותה קיבל על כך הודעה.',
  failedUpdates_two: 'שתי הודעות לא טופלו. מי שכתב אותן קיבל על כך הודעה.',
  failedUpdates_other: '{{count}} הודעות לא טופלו. מי שכתב אותן קיבל על כך הודעה.',
  uncertain_one: 'לא ידוע אם הודעה אחת הגיעה ליעדה.',
  uncertain_two: 'לא ידוע אם שתי הודעות הגיעו ליעדן.',
  uncertain_other: 'לא ידוע אם {{count}} הודעות הגיעו ליעדן.',
  failed_one: 'טלגרם סירב להעביר הודעה אחת.',
  failed_two: 'טלגרם סירב להעביר שתי הודעות.',
  failed_other: 'טלגרם סירב להעביר {{count}} הודעות.',
  stale_one: 'הודעה אחת לא נשלחה בזמן, ולכן כבר לא תישלח.',
  stale_two: 'שתי הודעות לא נשלחו בזמן, ולכן כבר לא יישלחו.',
  stale_other: '{{count}} הודעות לא נשלחו בזמן, ולכן כבר לא יישלחו.',
  noBackup: '<b>אין שום גיבוי.</b>',
  oldBackup_two: 'הגיבוי האחרון בן שעתיים, אף שאמור להיות אחד בכל שעה.',
  oldBackup_other: 'הגיבוי האחרון בן {{count}} שעות, אף שאמור להיות אחד בכל שעה.',
  damagedBackup: '<b>אי אפשר לקרוא את הגיבוי האחרון.</b> כדאי לשמור גיבוי קודם ולבדוק את הדיסק.',
  rowsPointingNowhere_one: 'שורה אחת במסד הנתונים מפנה לשורה שאיננה.',
  rowsPointingNowhere_two: 'שתי שורות במסד הנתונים מפנות לשורות שאינן.',
  rowsPointingNowhere_other: '{{count}} שורות במסד הנתונים מפנות לשורות שאינן.',
  missingFiles_one: 'קובץ אחד של תמונה או סרטון שנשמר כבר אינו בתיקייה.',
  missingFiles_two: 'שני קבצים של תמונות או סרטונים שנשמרו כבר אינם בתיקייה.',
  missingFiles_other: '{{count}} קבצים של תמונות או סרטונים שנשמרו כבר אינם בתיקייה.',
  diskFull: '<b>הדיסק כמעט מלא</b>: {{percent}}% פנויים. כשלא יישאר מקום, שום דבר לא יישמר.',
  line: '• {{- finding}}',
  seeLog: 'פרטים נוספים ביומן.',
  troubleUpdate:
    '⚠️ <b>משהו שנשלח לבוט לא טופל</b>, גם לא בניסיון השלישי. מי ששלח קיבל הודעה שזה לא נשמר. המקום מופיע ביומן: ‎“update set aside”.',
  troubleBackup:
    '⚠️ <b>הגיבוי השעתי נכשל.</b> הבוט ממשיך לפעול וינסה שוב בעוד שעה. הסיבה מופיעה ביומן: ‎“the backup failed”.',
  onceADay: '<i>אם זה יקרה שוב היום, לא תישלח הודעה נוספת.</i>',
}
