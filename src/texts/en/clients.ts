export const clients = {
  // A client's card
  trainingLabel: 'Workouts, 4 weeks',
  trainingOf: '{{kept}} of {{planned}} planned',
  trainingBesides: '{{trained}} done · {{kept}} of {{planned}} planned',
  trainingFree: '{{count}}',
  lastLabel: 'Trained last',
  lastOne: '{{name}} ({{date}})',
  lastPart: '◐ {{name}} ({{date}})',
  free: 'without a plan',
  photosLabel: 'Photos',
  photosLine: '{{count}}, the last {{date}}',
  photosButton: '🖼 Photos',
  photosTitle: '🖼 <b>{{name}}</b>: the latest photos, up to {{date}}',
  noteLabel: 'Your note',
  noteLine: '{{date}}: {{text}}',
  notesButton: '📝 Notes',

  // Private notes
  notesTitle: '📝 <b>Your notes on {{name}}</b>\nOnly you read them. Send a message to add one.',
  notesNone: 'There are none yet.',
  noteListed: '<b>{{date}}</b> {{text}}',
  noteOpen: '{{date}} · {{text}}',
  noteOne: '📝 <b>{{name}}</b> · {{date}}\n{{text}}',
  noteKept: 'Noted.',
  noteDelete: '🗑 Delete',
  noteDeleted: 'The note is deleted.',
}
