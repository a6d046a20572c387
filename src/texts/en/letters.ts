export const letters = {
  send: '💬 Send to my trainer',
  unplaced: 'I could not place that. Is it for your trainer? /help shows what I can do.',
  sent: 'Sent to {{name}}.',
  answered: '↩️ Your answer went to <b>{{name}}</b>.',
  letter: '💬 <b>{{name}} writes</b>\n{{text}}',
  quoted: '{{- letter}}\n\n<blockquote>{{quote}}</blockquote>',
  answer: '↩️ Answer',
  open: 'Open {{name}}',
  write: '💬 Write',
  ask: '<b>What shall {{name}} read?</b>\nSend it as a message.',
  askAnswer: '<b>Your answer to {{name}}</b>\nSend it as a message.\n\n<blockquote>{{quote}}</blockquote>',
  notSent: 'Nothing was sent.',
} as const
