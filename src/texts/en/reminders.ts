export const reminders = {
  // Kinds, as the subject of a line
  kind_morning: 'Your day',
  kind_workout: 'Workout',
  kind_meal: 'Meals',
  kind_weighIn: 'Weigh-in',
  kind_checkIn: 'Check-in',
  kind_missed: 'Missed workout',
  kind_planEnd: 'End of a plan',
  kind_brief: 'Who needs me',
  kind_week: 'The week',

  // A reminder that is done
  done: '✅ {{name}}: done',
  doneMeal: '✅ {{name}}: logged',
  logged: '{{name}}: noted.',
  skipped: '{{name}}: skipped.',
  already: '{{name}} is logged already.',
  begun: '💪 {{name}}: under way',

  // Reminders
  weighIn: '⚖️ Time to step on the scale. Just type what it says: <code>82.4</code>',
  morning: '☀️ <b>Good morning!</b> {{date}}',
  morningMissed: 'Still open from yesterday: <b>{{name}}</b>. It can be done today.',
  morningWeighIn: '⚖️ Weigh-in today.',
  morningCheckIn: '📋 Check-in today.',
  openDay: 'The whole day',
  planEnds: '🏁 Your plan <b>{{name}}</b> ends {{date}}.',
  trainerKnows: 'Your trainer knows.',
  workout: '⏰ <b>Time for your workout</b>',
  anotherTime: 'Another time',
  notToday: 'Not today',
  workoutWhen: '🏋️ <b>Your workout</b>: when then?',
  laterToday: 'Later today',
  tomorrow: 'Tomorrow',
  workoutLater: '⏰ <b>Your workout</b>: I will ask again at {{time}}.',
  workoutTomorrow: '🏋️ <b>Your workout</b>: not today, then tomorrow.',
  workoutNot: '⏭ <b>Your workout</b>: not today.',
  missed: '↪️ <b>Still open from yesterday.</b> Will you do it today?',
  skipMissed: 'Skip it',
  missedSkipped: '⏭ Yesterday’s workout: skipped.',
  checkIn: '📋 <b>Time for your check-in.</b> It takes two minutes.',
  checkInBegun: '📋 <b>Your check-in is not sent yet.</b> It goes on where you left it.',
  later: 'All right, later.',
  laterButton: 'Later',
  settings: '🔔 Reminders',
  paused: '🔕 <b>{{name}}</b>: {{why}}. No reminders until {{date}}.',
  goesOn: '🔔 <b>{{name}}</b>: reminders go on.',

  // All of somebody's own, and one
  list: '🔔 <b>Reminders</b>\nTap one to change it.',
  line: '{{name}}: {{- when}}',
  off: 'off',
  pausedUntil: 'paused until {{date}}',
  pausedOpen: 'paused',
  whenBoth: '{{days}}, {{- time}}',
  everyDay: 'every day',
  days_workout: 'on workout days',
  days_missed: 'the day after',
  days_planEnd: 'three days before',
  byMeal: 'at the times of the plan',
  card: '🔔 <b>{{name}}</b>: {{- when}}',
  cardOff: '🔕 <b>{{name}}</b>: off',
  cardPaused: '⏸ Paused until {{date}}.',
  cardPausedOpen: '⏸ Paused: the last ones were left without an answer.',
  resume: '▶️ Resume',
  resumed: 'Reminders go on.',
  meets_passes:
    '🌙 {{time}} lies in your quiet hours ({{- hours}}). You chose it yourself, so it comes all the same.',
  meets_dropped:
    '🌙 {{time}} lies in your quiet hours ({{- hours}}), so it does not come. An hour you choose yourself comes in them too.',
  meets_held: '🌙 {{time}} lies in your quiet hours ({{- hours}}), so it comes after them.',
  mealHours: 'Each meal comes at its time in the plan: there is no hour to set.',
  askHour: 'Send another hour, such as <code>7:30</code>.',
  askHourDays: 'Send another hour or other days, such as <code>7:30</code> or <code>Mon, Thu</code>.',
  askDays: 'Tap the days, or send them, such as <code>Mon-Fri</code>.',
  hourUnclear:
    'I could not read that as an hour. For instance <code>7:30</code>, <code>19</code> or <code>7pm</code>.',
  hourDaysUnclear:
    'I could not read that as an hour or days. For instance <code>7:30</code>, <code>19</code>, <code>Mon, Thu</code> or <code>every day</code>.',
  daysUnclear: 'I could not read that as days. For instance <code>Mon-Fri</code> or <code>every day</code>.',
  daysOfPlan: 'Its days come from the plan: only the hour can be set.',
  switchOff: '🔕 Switch off',
  switchOn: '🔔 Switch on',
  earlier: '− 30 min',
  later30: '+ 30 min',
  asUsual: '↺ As usual',
  dayOn: '✓ {{day}}',
  dayOff: '{{day}}',
  quietButton: '🌙 Quiet hours',
  quietLine: '🌙 Quiet hours: {{- hours}}',
  span: '{{from}}–{{to}}',
  quietNone: 'none',
  askQuiet:
    '🌙 <b>Quiet hours</b>: {{- hours}}\nIn them nothing asks you for anything, and news wait for one note afterwards. Messages, the end of a rest and hours you set yourself pass.\n\nSend others, such as <code>22:00-07:00</code>, or <code>off</code>.',
  quietUnclear:
    'I could not read that as quiet hours. For instance <code>22:00-07:00</code> or <code>22-7</code>; <code>off</code> for none.',
  quietOff: '🔔 None',
  offWords: 'off, none, no, never',
  onWords: 'on, yes',

  // What coaches hear
  coachPaused: '🔕 <b>{{name}}</b>: {{why}} – no reminders ({{kind}}) until {{date}}.',
  coachUnanswered: '🔕 <b>{{name}}</b> leaves reminders without an answer ({{kind}}). I have stopped them.',

  coachPlanEnds: '🏁 <b>{{name}}</b>: the plan <b>{{plan}}</b> ends {{date}}.',
  coachSilent: '🔇 <b>{{name}}</b> went silent: not a word, not a tap since {{date}}.',

  // After quiet hours
  heldTitle: '🌙 <b>While it was quiet</b>',

  // Instead of a third one
  whyNot:
    '🔕 <b>{{name}}</b>: I reminded you twice and nothing came of it, so I will be quiet about it.\nWhat is it? Your trainer hears it too.',
  why_busy: '🏃 Busy',
  why_ill: '🤒 Ill',
  why_travelling: '✈️ Travelling',
  why_fine: '👍 All fine, go on',
}
