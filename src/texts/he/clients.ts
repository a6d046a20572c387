import type { Hebrew } from '../catalogue.ts'
import type { clients as english } from '../en/clients.ts'

export const clients: Hebrew<typeof english> = {
  // A client's card
  trainingLabel: 'אימונים, 4 שבועות',
  trainingOf: '{{kept}} מתוך {{planned}} מתוכננים',
  trainingBesides: '{{trained}} · {{kept}} מתוך {{planned}} מתוכננים',
  trainingFree: '{{count}}',
  lastLabel: 'אימונים אחרונים',
  lastOne: '{{name}} ({{date}})',
  lastPart: '◐ {{name}} ({{date}})',
  free: 'בלי תוכנית',
  photosLabel: 'תמונות',
  photosLine: '{{count}}, האחרונה {{date}}',
  photosButton: '🖼 תמונות',
  photosTitle: '🖼 <b>{{name}}</b>: התמונות האחרונות, עד {{date}}',
  noteLabel: 'פתק שלך',
  noteLine: '{{date}}: {{text}}',
  notesButton: '📝 פתקים',

  // Private notes
  notesTitle: '📝 <b>הפתקים שלך: {{name}}</b>\nאף אחד אחר לא קורא אותם. כדי להוסיף, פשוט שולחים הודעה.',
  notesNone: 'עדיין אין פתקים.',
  noteListed: '<b>{{date}}</b> {{text}}',
  noteOpen: '{{date}} · {{text}}',
  noteOne: '📝 <b>{{name}}</b> · {{date}}\n{{text}}',
  noteKept: 'נרשם.',
  noteDelete: '🗑 מחיקה',
  noteDeleted: 'הפתק נמחק.',
}
