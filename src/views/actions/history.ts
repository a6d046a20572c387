import type { ActionTable } from '../codec.ts'

export const historyActions = {} as const satisfies ActionTable
