import type { ActionTable } from '../codec.ts'

export const weightActions = {
  /** The actor's own weigh-ins. */
  openWeighIn: {},
  /** A word on the actor's own day. */
  openDayNote: {},
} as const satisfies ActionTable
