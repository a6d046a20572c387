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

  // Reminders
  weighIn: '⚖️ Time to step on the scale. Just type what it says: <code>82.4</code>',
  later: 'All right, later.',
  laterButton: 'Later',
  settings: '🔔 Reminders',
  paused: '🔕 <b>{{name}}</b>: {{why}}. No reminders until {{date}}.',
  goesOn: '🔔 <b>{{name}}</b>: reminders go on.',

  // What coaches hear
  coachPaused: '🔕 <b>{{name}}</b>: {{why}} – no reminders ({{kind}}) until {{date}}.',
  coachUnanswered: '🔕 <b>{{name}}</b> leaves reminders without an answer ({{kind}}). I have stopped them.',

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
