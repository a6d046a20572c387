import type { ActionTable } from '../codec.ts'

export const exercisesActions = {
  openExercises: {},
} as const satisfies ActionTable
