import type { ActionTable } from '../codec.ts'

export const lettersActions = {
  /** Words that nothing could be made of; `message` is the message they came in. */
  sendLetter: { message: 'int' },
  answerLetter: { letter: 'int' },
  writeToClient: { client: 'int' },
  writeToTrainer: {},
} as const satisfies ActionTable
