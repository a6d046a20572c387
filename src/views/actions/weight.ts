import type { ActionTable } from '../codec.ts'

export const weightActions = {
  /** The actor's own weigh-ins. */
  openWeighIn: {},
} as const satisfies ActionTable
