import type { Hebrew } from '../catalogue.ts'
import type { commands as english } from '../en/commands.ts'

export const commands: Hebrew<typeof english> = {
  start: 'להתחיל, או להתחיל מחדש',
  help: 'מה אני יודע לעשות',
  cancel: 'להפסיק את מה שאנחנו באמצעו',
  id: 'מזהה הטלגרם שלך',
  settings: 'שפה, אזור זמן, יחידות, תזכורות',
  notifications: 'מה שעוד לא ראית',
  invite: 'להזמין מישהו',
  today: 'היום שלך: האימון ומה שאחריו',
  history: 'אימונים קודמים',
  meals: 'ארוחות: מה מתוכנן ומה נאכל',
  message: 'הודעה למאמן/ת',
  weighin: 'שקילה: המשקל והמגמה',
  progress: 'תמונת ההתקדמות: משקל, תרגילים, יומן, מאקרו',
  checkin: 'צ׳ק־אין: השבוע בדקה, בשביל המאמן/ת',
  assign: 'לתת תוכנית או תפריט, כטקסט',
  clients: 'המתאמנים שלך',
  review: 'תמונות של ארוחות וטכניקה שמחכות לך',
  exercises: 'ספריית התרגילים והתרגילים שלך',
  people: 'כל המשתמשים: לפתוח או לסגור גישה',
}
