import { parseTimestamp } from '../../entities/types.ts'
import type { Sql } from '../unit.ts'

/** When somebody wrote or tapped last; null: never. The caller proves the right to know. */
export async function lastActed(sql: Sql, userId: number): Promise<Date | null> {
  const row = await sql
    .selectFrom('conversations as c')
    .innerJoin('telegram_accounts as a', 'a.telegram_id', 'c.telegram_id')
    .select('c.acted_at')
    .where('a.user_id', '=', userId)
    .executeTakeFirst()
  return row?.acted_at ? parseTimestamp(row.acted_at) : null
}
