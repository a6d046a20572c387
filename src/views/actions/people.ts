import type { ActionTable } from '../codec.ts'

export const peopleActions = {
  openSettings: {},
  /** Where are you now? */
  openTravel: {},
  openInvite: {},
  openPeople: {},
  /** Under the news that somebody joined. */
  notMine: { client: 'int' },
  unlink: { client: 'int' },
  keepClient: {},
} as const satisfies ActionTable
