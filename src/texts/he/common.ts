import type { Hebrew } from '../catalogue.ts'
import type { common as english } from '../en/common.ts'

export const common: Hebrew<typeof english> = {
  stale: 'הכפתור הזה כבר לא בתוקף. כך נראים הדברים עכשיו.',
  editUnheard:
    '✏️ עריכת ההודעה הזאת לא משנה כאן כלום: מה שנאמר בה נשאר כפי שהיה. כדי לתקן, אפשר לשלוח הודעה חדשה.',
  notUnderstood: 'לא הבנתי לאן זה שייך. ‎/help מראה מה אני יודע לעשות.',
  notSaved: '⚠️ משהו השתבש אצלי <b>וזה לא נשמר</b>. נא לשלוח שוב.',
  notSavedToast: 'משהו השתבש: לא נשמר. נא לנסות שוב.',
  lostPlace: 'איבדתי את המקום בשיחה, סליחה. נתחיל מכאן.',
  deactivated: 'הגישה שלך ל־Spotter כבויה. נא לפנות למאמן או למאמנת.',
  groups: 'אני עובד רק בשיחות פרטיות. אפשר לכתוב לי ישירות: @{{- bot}}',
  cancelled: 'בוטל.',
  nothingToCancel: 'אין מה לבטל.',
  notThere: 'זה לא נמצא (או כבר לא קיים).',
  notAllowed: 'הפעולה הזו אינה שלך.',
  back: '‹ חזרה',
  cancel: 'ביטול',
  skip: 'דילוג',
  yes: 'כן',
  no: 'לא',
  page: '{{page}} מתוך {{pages}}',
  previous: '›',
  next: '‹',
}
