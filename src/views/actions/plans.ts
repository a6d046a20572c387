import type { ActionTable } from '../codec.ts'

export const plansActions = {
  openClients: {},
  openClient: { client: 'int' },
  openAssign: {},
} as const satisfies ActionTable
