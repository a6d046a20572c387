import type { ReminderKind } from '../../domain/enums.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** Days between two plans by which the second is news: who writes one for every day or two is always at the same one. */
const newsDays = 6

/** A later version is no new plan. */
const trainingText = `select max(p.created_at, coalesce(p.start_date, '')) as since from workout_plans p
  where p.client_id = ? and p.previous_id is null and (p.start_date is null or p.start_date <= ?)`
const mealsText = `select max(created_at, start_date) as since from meal_series
    where client_id = ? and previous_id is null and start_date <= ?
  union all select max(created_at, coalesce(start_date, '')) from nutrition_plans
    where client_id = ? and (start_date is null or start_date <= ?)`

const newest = (text: string): string => `select max(since) as since from
  (select since, lag(since) over (order by since) as before from (${text}))
  where before is null or julianday(date(since)) - julianday(date(before)) >= ${newsDays}`

/**
 * Since when somebody has the newest plan that a kind of reminder is of, as it is stored: written, and begun by a local day
 * of theirs. What comes within days of another is no news. Null: none, or the kind is of no plan.
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
  const [row] = await query<{ since: string | null }>(sql, newest(text), values)
  return row?.since ?? null
}
