import type { Hebrew } from '../catalogue.ts'
import type { attention as english } from '../en/attention.ts'

export const attention: Hebrew<typeof english> = {
  // How long something waits
  minutes_one: 'דקה',
  minutes_two: 'שתי דקות',
  minutes_other: '{{count}} דקות',
  hours_one: 'שעה',
  hours_two: 'שעתיים',
  hours_other: '{{count}} שעות',
  days_two: 'יומיים',
  days_other: '{{count}} ימים',

  // Why a client needs their coach
  letter: '💬 הודעה בלי תשובה כבר {{- time}}',
  photos_one: '📷 צילום אחד ממתין לתגובה, {{- time}}',
  photos_two: '📷 שני צילומים ממתינים לתגובה, {{- time}}',
  photos_other: '📷 {{count}} צילומים ממתינים לתגובה, {{- time}}',
  checkIn: '📋 צ׳ק־אין שלא נפתח כבר {{- time}}',
  jumpedUp_one: '⚖️ עלייה של {{amount}} ביום אחד',
  jumpedUp_two: '⚖️ עלייה של {{amount}} ביומיים',
  jumpedUp_other: '⚖️ עלייה של {{amount}} ב־{{count}} ימים',
  jumpedDown_one: '⚖️ ירידה של {{amount}} ביום אחד',
  jumpedDown_two: '⚖️ ירידה של {{amount}} ביומיים',
  jumpedDown_other: '⚖️ ירידה של {{amount}} ב־{{count}} ימים',
  fastUp: '⚖️ עלייה של {{amount}} בשבוע',
  fastDown: '⚖️ ירידה של {{amount}} בשבוע',
  missed_two: '🏋️ שני אימונים ברצף הוחמצו',
  missed_other: '🏋️ {{count}} אימונים ברצף הוחמצו',
  planEnds: '📅 התוכנית נגמרת ב{{day}}',
  endsToday: '📅 התוכנית נגמרת היום',
  endsTomorrow: '📅 התוכנית נגמרת מחר',
  noPlan: '📄 אין תוכנית',
  neverTrained: '🌱 הצטרפות לפני {{- time}}, עוד בלי אימון',
  silent: '🤫 {{count}} ימים בלי סימן חיים',
  unanswered: '🔕 התזכורות נשארות בלי תגובה',
  paused: '{{- why}}, בלי תזכורות עד {{date}}',
  line: '• <b>{{name}}</b>: {{- reasons}}',
  andMore: '{{- reasons}} +{{count}}',

  // What is done about it
  noAnswerNeeded: '✓ אין צורך בתשובה',
  noAnswerToast: 'בסדר, ההודעה כבר לא ממתינה.',

  // Home and the morning
  homeNeeds_one: '❗ אדם אחד צריך אותך.',
  homeNeeds_two: '❗ שני מתאמנים צריכים אותך.',
  homeNeeds_other: '❗ {{count}} מתאמנים צריכים אותך.',
  brief_one: '☀️ <b>אדם אחד צריך אותך</b>',
  brief_two: '☀️ <b>שני מתאמנים צריכים אותך</b>',
  brief_other: '☀️ <b>{{count}} מתאמנים צריכים אותך</b>',
  nMore: '… ועוד {{count}}',

  // The week
  weekTitle: '📊 <b>השבוע {{from}} – {{to}}</b>',
  weekLine: '<b>{{name}}</b>: {{- facts}}',
  weekAll_one: '🏋️ {{count}} מתוך {{count}}',
  weekAll_two: '🏋️ שני האימונים',
  weekAll_other: '🏋️ כל ה־{{count}}',
  weekMissed_one: '🏋️ הוחמץ {{count}} מתוך {{planned}}',
  weekMissed_two: '🏋️ הוחמצו {{count}} מתוך {{planned}}',
  weekMissed_other: '🏋️ הוחמצו {{count}} מתוך {{planned}}',
  weekTrained: '🏋️ {{count}}',
  weekMeals_one: '🍽 ארוחה אחת לא נרשמה',
  weekMeals_two: '🍽 שתי ארוחות לא נרשמו',
  weekMeals_other: '🍽 {{count}} ארוחות לא נרשמו',
  weekUp: '⚖️ +{{amount}}',
  weekDown: '⚖️ −{{amount}}',
  weekSteady: '⚖️ יציב',
  weekGoal: '🎯 יעד המשקל הושג',
}
