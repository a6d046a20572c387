/** Clients as a condition of a statement, however many they are: `client_id ${of}`. The caller proved the right to them. */
export interface Clients {
  of: string
  values: readonly unknown[]
  /** The IANA zone a client counts their days in. */
  zoneOf(client: number): string
}

/** One client. */
export const oneClient = ({ userId, timeZone }: { userId: number; timeZone: string }): Clients => ({
  of: '= ?',
  values: [userId],
  zoneOf: () => timeZone,
})
