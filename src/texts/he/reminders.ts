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

  // What coaches hear
  coachPaused: '🔕 <b>{{name}}</b>: {{why}} – בלי תזכורות ({{kind}}) עד {{date}}.',
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
