/** One line per command in Telegram's menu. */
export const commands = {
  start: 'Begin, or begin again',
  help: 'What I can do',
  cancel: 'Stop what we are doing',
  id: 'Your Telegram id',
  settings: 'Language, time zone, units',
  invite: 'Invite somebody',
  today: 'Your day: the workout and what comes next',
  history: 'Past workouts',
  meals: 'Meals: what is planned, what you ate',
  message: 'Write to your trainer',
  weighin: 'Weigh-in: what the scale says, and the trend',
  assign: 'Give a client a plan, as text',
  clients: 'Your clients',
  review: 'Photos of meals and form that wait for you',
  exercises: 'The exercise library and your own',
  people: 'Everybody here: switch access on or off',
} as const
