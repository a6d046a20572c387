import type { ActionTable } from '../codec.ts'

export const progressActions = {
  /** The actor's own progress. */
  openProgress: {},
} as const satisfies ActionTable
