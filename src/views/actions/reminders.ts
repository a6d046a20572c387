import type { ActionTable } from '../codec.ts'

export const remindersActions = {
  /** Under a reminder; `answer` says what the recipient makes of it. The delivery says what it is about. */
  answerReminder: { delivery: 'int', answer: 'word' },
  /** Why reminders come to nothing; `reason` is busy, ill, travelling or fine. */
  sayWhy: { delivery: 'int', reason: 'word' },
  /** A pause is over; the delivery is that of the message it is said under. */
  amBack: { delivery: 'int' },
  /** The actor's own reminders. */
  openReminders: {},
} as const satisfies ActionTable
