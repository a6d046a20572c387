import { addDays } from '../../domain/localTime.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { PlanSpan } from './running.ts'

const loggedText = `select exists (select 1 from workouts w where w.workout_plan_id = :plan
    or w.workout_session_id in (select s.id from workout_sessions s where s.workout_plan_id = :plan))
  or exists (select 1 from workout_sessions s join workout_exercises x on x.workout_session_id = s.id
    where s.workout_plan_id = :plan and (exists (select 1 from workout_items i where i.workout_exercise_id = x.id)
      or exists (select 1 from exercise_completions c where c.workout_exercise_id = x.id))) as yes`
  .split(':plan')
  .join('?')

/** Whether anything was done under a plan, a workout under way included. */
export async function isLogged({ sql }: Turn, planId: number): Promise<boolean> {
  const [row] = await query<{ yes: number }>(sql, loggedText, [planId, planId, planId])
  return row?.yes === 1
}

async function setEnd({ sql, now }: Turn, planId: number, endDate: string): Promise<void> {
  await sql
    .updateTable('workout_plans')
    .set({ end_date: endDate, updated_at: formatTimestamp(now) })
    .where('id', '=', planId)
    .execute()
}

/** Deletes a plan nobody logged anything under; versions edited from it follow the one before it. */
export async function removePlan({ sql, now }: Turn, planId: number): Promise<void> {
  const { previous_id: before } = await sql
    .selectFrom('workout_plans')
    .select('previous_id')
    .where('id', '=', planId)
    .executeTakeFirstOrThrow()
  await sql
    .updateTable('workout_plans')
    .set({ previous_id: before, updated_at: formatTimestamp(now) })
    .where('previous_id', '=', planId)
    .execute()
  await sql.deleteFrom('workout_plans').where('id', '=', planId).execute()
}

/**
 * Lets a plan go on until a local day and no longer. One that would end before its own start is deleted when nothing
 * was logged under it, else it ends on its start. Answers what became of it.
 */
export async function closePlan(
  turn: Turn,
  { id, startDate, endDate }: PlanSpan,
  lastDay: string,
): Promise<'ended' | 'deleted'> {
  const isBegun = startDate === null || startDate <= lastDay
  if (!isBegun && !(await isLogged(turn, id))) {
    await removePlan(turn, id)
    return 'deleted'
  }
  const last = startDate !== null && !isBegun ? startDate : lastDay
  if (endDate === null || endDate > last) await setEnd(turn, id, last)
  return 'ended'
}

/** The day before. */
export function dayBefore(date: string): string {
  return addDays(date, -1)
}
