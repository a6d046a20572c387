export const attention = {
  // How long something waits
  minutes_one: '{{count}} min',
  minutes_other: '{{count}} min',
  hours_one: '{{count}} h',
  hours_other: '{{count}} h',
  days_other: '{{count}} days',

  // Why a client needs their coach
  letter: '💬 wrote, no answer for {{- time}}',
  photos_one: '📷 one waits for your word, {{- time}}',
  photos_other: '📷 {{count}} wait for your word, {{- time}}',
  checkIn: '📋 check-in not opened for {{- time}}',
  jumpedUp_one: '⚖️ {{amount}} more in one day',
  jumpedUp_other: '⚖️ {{amount}} more in {{count}} days',
  jumpedDown_one: '⚖️ {{amount}} less in one day',
  jumpedDown_other: '⚖️ {{amount}} less in {{count}} days',
  fastUp: '⚖️ up {{amount}} a week',
  fastDown: '⚖️ down {{amount}} a week',
  missed_other: '🏋️ missed {{count}} workouts in a row',
  planEnds: '📅 plan ends {{day}}',
  endsToday: '📅 plan ends today',
  endsTomorrow: '📅 plan ends tomorrow',
  noPlan: '📄 no plan',
  neverTrained: '🌱 joined {{- time}} ago, not trained yet',
  silent: '🤫 silent for {{count}} days',
  unanswered: '🔕 leaves reminders without an answer',
  paused: '{{- why}}, no reminders until {{date}}',
  line: '• <b>{{name}}</b>: {{- reasons}}',
  andMore: '{{- reasons}} +{{count}}',

  // What is done about it
  noAnswerNeeded: '✓ Needs no answer',
  noAnswerToast: 'All right, it waits no more.',

  // Home and the morning
  homeNeeds_one: '❗ One client needs you.',
  homeNeeds_other: '❗ {{count}} clients need you.',
  brief_one: '☀️ <b>One client needs you</b>',
  brief_other: '☀️ <b>{{count}} clients need you</b>',
  nMore: '… and {{count}} more',

  // The week
  weekTitle: '📊 <b>The week {{from}} – {{to}}</b>',
  weekLine: '<b>{{name}}</b>: {{- facts}}',
  weekAll_one: '🏋️ {{count}} of {{count}}',
  weekAll_other: '🏋️ all {{count}}',
  weekMissed_one: '🏋️ missed {{count}} of {{planned}}',
  weekMissed_other: '🏋️ missed {{count}} of {{planned}}',
  weekTrained: '🏋️ {{count}}',
  weekMeals_one: '🍽 missed one meal',
  weekMeals_other: '🍽 missed {{count}} meals',
  weekUp: '⚖️ +{{amount}}',
  weekDown: '⚖️ −{{amount}}',
  weekSteady: '⚖️ steady',
  weekGoal: '🎯 weight goal reached',
}
