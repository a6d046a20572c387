import type { Hebrew } from '../catalogue.ts'
import type { letters as english } from '../en/letters.ts'

export const letters: Hebrew<typeof english> = {
  send: '💬 לשלוח למאמן/ת',
  unplaced: 'לא הבנתי למה הכוונה. זה בשביל המאמן או המאמנת? ‎/help מראה מה אני יודע לעשות.',
  reworded: '✏️ ההודעה תצא כפי שהיא עכשיו.',
  sent: 'נשלח אל {{name}}.',
  answered: '↩️ התשובה נשלחה אל <b>{{name}}</b>.',
  letter: '💬 <b>הודעה מאת {{name}}</b>\n{{text}}',
  quoted: '{{- letter}}\n\n<blockquote>{{quote}}</blockquote>',
  answer: '↩️ תשובה',
  open: 'לכרטיס של {{name}}',
  write: '💬 הודעה',
  ask: '<b>מה לכתוב אל {{name}}?</b>\nאפשר לשלוח כהודעה.',
  askAnswer: '<b>התשובה שלך אל {{name}}</b>\nאפשר לשלוח אותה כהודעה.\n\n<blockquote>{{quote}}</blockquote>',
  notSent: 'לא נשלח כלום.',
}
