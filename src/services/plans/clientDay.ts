import { localDate } from '../../domain/localTime.ts'
import type { CoachedClient } from '../access.ts'
import type { Turn } from '../turn.ts'

/** The local day it is for a client, `YYYY-MM-DD`. */
export function dayOf(turn: Turn, client: Pick<CoachedClient, 'timeZone'>): string {
  return localDate(turn.now, client.timeZone)
}
