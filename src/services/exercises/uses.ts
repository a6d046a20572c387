import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

const usedText = `select 1 as used from workout_exercises where exercise_id = ?
  union all select 1 from workout_items where exercise_id = ? or swapped_from_id = ?
  union all select 1 from exercise_completions where exercise_id = ?
  union all select 1 from photos where exercise_id = ? union all select 1 from reviews where exercise_id = ? limit 1`

const plansText = `select count(distinct d.workout_plan_id) as plans from workout_exercises x
  join workout_sessions d on d.id = x.workout_session_id where x.exercise_id = ?`

/**
 * Whether a plan or anything logged names the exercise. The database refuses to delete what is logged; it would take
 * the lines of plans along without a word.
 */
export async function isUsed({ sql }: Turn, exerciseId: number): Promise<boolean> {
  const id = exerciseId
  return (await query(sql, usedText, [id, id, id, id, id, id])).length > 0
}

/** In how many plans it stands, templates and plans that are over included. */
export async function plansWith({ sql }: Turn, exerciseId: number): Promise<number> {
  const [row] = await query<{ plans: number }>(sql, plansText, [exerciseId])
  return row?.plans ?? 0
}
