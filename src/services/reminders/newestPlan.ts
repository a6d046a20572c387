import type { ReminderKind } from '../../domain/enums.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** A later version is no new plan. */
const trainingText = `select max(max(p.created_at, coalesce(p.start_date, ''))) as since from workout_plans p
  where p.client_id = ? and p.previous_id is null and (p.start_date is null or p.start_date <= ?)`
const mealsText = `select max(since) as since from (
  select max(created_at, start_date) as since from meal_series
    where client_id = ? and previous_id is null and start_date <= ?
  union all select max(created_at, coalesce(start_date, '')) from nutrition_plans
    where client_id = ? and (start_date is null or start_date <= ?))`

/**
 * Since when somebody has the newest plan that a kind of reminder is of, as it is stored: written, and begun by a local day
 * of theirs. Null: none, or the kind is of no plan.
 */
export async function newestPlan(
  sql: Sql,
  userId: number,
  kind: ReminderKind,
  today: string,
): Promise<string | null> {
  const text =
    kind === 'workout' || kind === 'missed' ? trainingText : kind === 'meal' ? mealsText : undefined
  if (text === undefined) return null
  const values = [userId, today, userId, today].slice(0, text === mealsText ? 4 : 2)
  const [row] = await query<{ since: string | null }>(sql, text, values)
  return row?.since ?? null
}
