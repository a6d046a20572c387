import { canGoOn, isDraft } from '../../domain/checkIn/checkIn.ts'
import { addDays, wallToInstant } from '../../domain/localTime.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { checkInsOf } from '../checkIns/reading.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'

/** Whether a client stepped on the scale on a local day, wherever it was written down. `timeZone`: IANA name. */
export async function hasWeighedOn(
  sql: Sql,
  clientId: number,
  date: string,
  timeZone: string,
): Promise<boolean> {
  const rows = await sql
    .selectFrom('weigh_ins')
    .select('id')
    .where('client_id', '=', clientId)
    .where('recorded_at', '>=', formatTimestamp(wallToInstant(date, '00:00', timeZone)))
    .where('recorded_at', '<', formatTimestamp(wallToInstant(addDays(date, 1), '00:00', timeZone)))
    .limit(1)
    .execute()
  if (rows.length > 0) return true
  const entry = await sql
    .selectFrom('nutrition_entries')
    .select('id')
    .where('client_id', '=', clientId)
    .where('date', '=', date)
    .where('weight', 'is not', null)
    .executeTakeFirst()
  return entry !== undefined
}

/**
 * The local day of a client's last check-in that went to their trainer, or that others wrote, and whether one of this day
 * is begun.
 */
export async function lastCheckInOf(
  turn: Turn,
  clientId: number,
  date: string,
): Promise<{ sent: string | undefined; isBegun: boolean }> {
  const all = await checkInsOf(turn, clientId)
  return {
    sent: all.findLast((one) => !isDraft(one, date))?.date,
    isBegun: all.some((one) => one.date === date && isDraft(one, date) && canGoOn(one)),
  }
}
