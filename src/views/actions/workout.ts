import type { ActionTable } from '../codec.ts'

export const workoutActions = {
  /** The client's day, wherever they are. */
  today: {},
} as const satisfies ActionTable
