import type { ActionTable } from '../codec.ts'

export const weightActions = {
  /** The actor's own weigh-ins. */
  openWeighIn: {},
  /** A word on the actor's own day. */
  openDayNote: {},
  /** Words that nothing else could be made of; `message` is the message they came in, `day` the local day, `YYYY-MM-DD`. */
  weighUnread: { message: 'int', day: 'word' },
} as const satisfies ActionTable
