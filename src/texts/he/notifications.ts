import type { Hebrew } from '../catalogue.ts'
import type { notifications as english } from '../en/notifications.ts'

export const notifications: Hebrew<typeof english> = {
  wordless: '📎 תמונה או הקלטה',
  none: '🔔 הכול כבר נראה.',
  list_one: '🔔 <b>עוד לא נראה</b>: {{count}}',
  list_two: '🔔 <b>עוד לא נראו</b>: {{count}}',
  list_other: '🔔 <b>עוד לא נראו</b>: {{count}}',
  listPage: ' (עמוד {{page}} מתוך {{pages}})',
  hint: 'פותחים כדי לקרוא.',
  entry: '{{title}} · {{when}}',
  letter: '💬 {{name}}',
  letterOf: '💬 {{name}}: {{words}}',
  untitled: 'חדשות',
  allRead: '✓ ראיתי הכול',
  allReadNow: 'הכול סומן כנראה.',
  done: 'סיום',
  when: '{{when}}',
  whenFrom: '{{when}} · {{name}}',
}
