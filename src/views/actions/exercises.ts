import type { ActionTable } from '../codec.ts'

export const exercisesActions = {} as const satisfies ActionTable
