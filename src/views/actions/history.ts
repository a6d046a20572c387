import type { ActionTable } from '../codec.ts'

export const historyActions = {
  /** The actor's own past workouts. */
  openHistory: {},
} as const satisfies ActionTable
