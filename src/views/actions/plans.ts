import type { ActionTable } from '../codec.ts'

export const plansActions = {
  openClients: {},
  openAssign: {},
} as const satisfies ActionTable
