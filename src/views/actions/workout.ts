import type { ActionTable } from '../codec.ts'

export const workoutActions = {} as const satisfies ActionTable
