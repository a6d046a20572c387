import type { ActionTable } from '../codec.ts'

export const checkinActions = {
  /** The actor's own check-in of today. */
  openCheckIn: {},
  /** One check-in of a client of the acting coach. */
  openCheckInOf: { client: 'int', entry: 'int' },
} as const satisfies ActionTable
