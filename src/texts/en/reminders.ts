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
