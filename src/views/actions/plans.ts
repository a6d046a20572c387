import type { ActionTable } from '../codec.ts'

export const plansActions = {} as const satisfies ActionTable
