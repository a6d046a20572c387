import type { Hebrew } from '../catalogue.ts'
import type { reminders as english } from '../en/reminders.ts'

export const reminders: Hebrew<typeof english> = {
  // Kinds, as the subject of a line
  kind_morning: 'היום שלך',
  kind_workout: 'אימון',
  kind_meal: 'ארוחות',
  kind_weighIn: 'שקילה',
  kind_checkIn: 'צ׳ק־אין',
  kind_missed: 'אימון שהוחמץ',
  kind_planEnd: 'סוף תוכנית',
  kind_brief: 'מי צריך אותי',
  kind_week: 'השבוע',

  // A reminder that is done
  done: '✅ {{name}}: בוצע',
  doneMeal: '✅ {{name}}: נרשם',
  logged: '{{name}}: נרשם.',
  skipped: '{{name}}: דילוג.',
  already: '{{name}}: כבר נרשם.',
  begun: '💪 {{name}}: באמצע',

  // Reminders
  weighIn: '⚖️ הגיע הזמן לעלות על המשקל. אפשר פשוט לכתוב מה הוא מראה: <code>82.4</code>',
  morning: '☀️ <b>בוקר טוב!</b> {{date}}',
  morningMissed: 'עדיין פתוח מאתמול: <b>{{name}}</b>. אפשר לעשות אותו היום.',
  morningWeighIn: '⚖️ היום שקילה.',
  morningCheckIn: '📋 היום צ׳ק־אין.',
  openDay: 'היום המלא',
  planEnds: '🏁 התוכנית שלך <b>{{name}}</b> מסתיימת ב{{date}}.',
  trainerKnows: 'הליווי האישי שלך כבר יודע.',
  workout: '⏰ <b>הגיע הזמן לאימון</b>',
  anotherTime: 'בזמן אחר',
  notToday: 'לא היום',
  workoutWhen: '🏋️ <b>האימון שלך</b>: אז מתי?',
  laterToday: 'בהמשך היום',
  tomorrow: 'מחר',
  workoutLater: '⏰ <b>האימון שלך</b>: אשאל שוב בשעה {{time}}.',
  workoutTomorrow: '🏋️ <b>האימון שלך</b>: לא היום, אז מחר.',
  workoutNot: '⏭ <b>האימון שלך</b>: לא היום.',
  missed: '↪️ <b>עדיין פתוח מאתמול.</b> לעשות אותו היום?',
  skipMissed: 'לדלג עליו',
  missedSkipped: '⏭ האימון של אתמול: דילוג.',
  checkIn: '📋 <b>הגיע הזמן לצ׳ק־אין.</b> זה לוקח שתי דקות.',
  checkInBegun: '📋 <b>הצ׳ק־אין עוד לא נשלח.</b> אפשר להמשיך מאיפה שעצרת.',
  later: 'בסדר, אחר כך.',
  laterButton: 'אחר כך',
  settings: '🔔 תזכורות',
  paused: '🔕 <b>{{name}}</b>: {{why}}. בלי תזכורות עד {{date}}.',
  goesOn: '🔔 <b>{{name}}</b>: התזכורות ממשיכות.',

  // All of somebody's own, and one
  list: '🔔 <b>תזכורות</b>\nלחיצה על תזכורת מאפשרת לשנות.',
  line: '{{name}}: {{- when}}',
  off: 'כבוי',
  pausedUntil: 'בהפסקה עד {{date}}',
  pausedOpen: 'בהפסקה',
  whenBoth: '{{days}}, {{- time}}',
  everyDay: 'כל יום',
  days_workout: 'בימי אימון',
  days_missed: 'יום אחרי',
  days_planEnd: 'שלושה ימים לפני',
  byMeal: 'בשעות שבתפריט',
  card: '🔔 <b>{{name}}</b>: {{- when}}',
  cardOff: '🔕 <b>{{name}}</b>: כבוי',
  cardPaused: '⏸ בהפסקה עד {{date}}.',
  cardPausedOpen: '⏸ בהפסקה: האחרונות נשארו בלי תגובה.',
  resume: '▶️ להמשיך',
  resumed: 'התזכורות ממשיכות.',
  meets_passes:
    '🌙 השעה {{time}} היא בשעות השקט שלך ({{- hours}}). הבחירה הייתה שלך, ולכן התזכורת תגיע בכל זאת.',
  meets_dropped:
    '🌙 השעה {{time}} היא בשעות השקט שלך ({{- hours}}), ולכן התזכורת לא תגיע. שעה שבוחרים במיוחד מגיעה גם אז.',
  meets_held: '🌙 השעה {{time}} היא בשעות השקט שלך ({{- hours}}), ולכן זה יגיע אחריהן.',
  mealHours: 'כל ארוחה מגיעה בשעה שלה בתפריט: אין שעה לקבוע.',
  askHour: 'אפשר לשלוח שעה אחרת, למשל <code>7:30</code>.',
  askHourDays: 'אפשר לשלוח שעה אחרת או ימים אחרים, למשל <code>7:30</code> או <code>ב׳, ה׳</code>.',
  askDays: 'אפשר ללחוץ על הימים או לשלוח אותם, למשל <code>א׳-ה׳</code>.',
  hourUnclear: 'לא הצלחתי לקרוא את זה כשעה. למשל <code>7:30</code> או <code>19</code>.',
  hourDaysUnclear:
    'לא הצלחתי לקרוא את זה כשעה או כימים. למשל <code>7:30</code>, <code>19</code>, <code>ב׳, ה׳</code> או <code>כל יום</code>.',
  daysUnclear: 'לא הצלחתי לקרוא את זה כימים. למשל <code>א׳-ה׳</code> או <code>כל יום</code>.',
  daysOfPlan: 'הימים באים מהתוכנית: אפשר לקבוע רק את השעה.',
  switchOff: '🔕 לכבות',
  switchOn: '🔔 להפעיל',
  earlier: '− 30 דק׳',
  later30: '+ 30 דק׳',
  asUsual: '↺ כרגיל',
  dayOn: '✓ {{day}}',
  dayOff: '{{day}}',
  quietButton: '🌙 שעות שקט',
  quietLine: '🌙 שעות שקט: {{- hours}}',
  span: '{{from}}–{{to}}',
  quietNone: 'אין',
  askQuiet:
    '🌙 <b>שעות שקט</b>: {{- hours}}\nבשעות האלה שום דבר לא מבקש ממך משהו, והחדשות מחכות להודעה אחת בסופן. הודעות אישיות, סוף מנוחה ושעות שקבעת מגיעים כרגיל.\n\nאפשר לשלוח שעות אחרות, למשל <code>22:00-07:00</code>, או <code>בלי</code>.',
  quietUnclear:
    'לא הצלחתי לקרוא את זה כשעות שקט. למשל <code>22:00-07:00</code> או <code>22-7</code>; <code>בלי</code> כדי לוותר עליהן.',
  quietOff: '🔔 בלי',
  offWords: 'כבוי, בלי, ללא, אין, לכבות, לא',
  onWords: 'פעיל, להפעיל, כן',

  // What coaches hear
  coachPaused: '🔕 <b>{{name}}</b>: {{why}} – בלי תזכורות ({{kind}}) עד {{date}}.',
  coachPausedKept: '🔕 <b>{{name}}</b>: בלי תזכורות ({{kind}}) עד {{date}}.',
  coachUnanswered: '🔕 התזכורות של <b>{{name}}</b> נשארות בלי תגובה ({{kind}}). הפסקתי לשלוח אותן.',

  coachPlanEnds: '🏁 <b>{{name}}</b>: התוכנית <b>{{plan}}</b> מסתיימת ב{{date}}.',
  coachSilent: '🔇 <b>{{name}}</b>: אין הודעות ואין לחיצות מאז {{date}}.',

  // After quiet hours
  heldTitle: '🌙 <b>בשעות השקט</b>',

  // Instead of a third one
  whyNot:
    '🔕 <b>{{name}}</b>: נשלחו שתי תזכורות בלי תגובה, אז אפסיק להזכיר.\nמה קורה? התשובה תועבר גם לליווי האישי שלך.',
  why_busy: '🏃 עומס',
  why_ill: '🤒 מחלה',
  why_travelling: '✈️ בנסיעה',
  why_fine: '👍 הכול טוב, להמשיך',
}
