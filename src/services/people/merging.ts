import { formatTimestamp } from '../../entities/types.ts'
import type { Turn } from '../turn.ts'

/** What may have been made for a record before its person came. */
const waitingTables = ['workout_plans', 'meal_plans', 'nutrition_plans'] as const

/**
 * A client whom nobody coached goes on with a new coach, under their own record and with their own log.
 * What waited in a record made ahead becomes theirs, and that record ends. Answers the client's user id.
 */
export async function adoptRecord(
  { sql, now }: Turn,
  own: number,
  coachId: number,
  prepared: number | null,
): Promise<number> {
  await sql
    .updateTable('users')
    .set({ trainer_id: coachId, updated_at: formatTimestamp(now) })
    .where('id', '=', own)
    .execute()
  await sql
    .insertInto('client_profiles')
    .values({ user_id: own, trainer_id: coachId })
    .onConflict((conflict) => conflict.column('user_id').doUpdateSet({ trainer_id: coachId }))
    .execute()
  if (prepared === null) return own
  for (const table of waitingTables)
    await sql.updateTable(table).set({ client_id: own }).where('client_id', '=', prepared).execute()
  await sql
    .updateTable('deliveries')
    .set({ recipient_id: own })
    .where('recipient_id', '=', prepared)
    .execute()
  await sql.updateTable('invites').set({ user_id: own }).where('user_id', '=', prepared).execute()
  await sql.deleteFrom('users').where('id', '=', prepared).execute()
  return own
}
