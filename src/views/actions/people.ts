import type { ActionTable } from '../codec.ts'

export const peopleActions = {} as const satisfies ActionTable
