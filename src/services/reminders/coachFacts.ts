import { localDate } from '../../domain/localTime.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Unit } from '../unit.ts'

/** The plan that ends, as long as it is so; undefined when it is gone, or goes on. */
export async function toldPlanEnd(
  { sql }: Unit,
  clientId: number,
  planId: number,
): Promise<{ plan: string; until: string } | undefined> {
  const row = await sql
    .selectFrom('workout_plans')
    .select(['name', 'end_date'])
    .where('id', '=', planId)
    .where('client_id', '=', clientId)
    .executeTakeFirst()
  return row?.end_date ? { plan: row.name, until: row.end_date } : undefined
}

/** Whether nothing has come from a client since a local day of theirs. */
export async function isStillSilent(
  { sql }: Unit,
  { userId, timeZone }: { userId: number; timeZone: string },
  since: string,
): Promise<boolean> {
  const row = await sql
    .selectFrom('conversations as c')
    .innerJoin('telegram_accounts as a', 'a.telegram_id', 'c.telegram_id')
    .select('c.acted_at')
    .where('a.user_id', '=', userId)
    .executeTakeFirst()
  const actedAt = row?.acted_at ?? null
  return actedAt !== null && localDate(parseTimestamp(actedAt), timeZone) === since
}
