import type { ActionTable } from '../codec.ts'

export const peopleActions = {
  openSettings: {},
  openInvite: {},
  openPeople: {},
  /** Under the news that somebody joined. */
  notMine: { client: 'int' },
  unlink: { client: 'int' },
  keepClient: {},
} as const satisfies ActionTable
