import Database from 'better-sqlite3'
import type { World } from '../../support/world.ts'
import { insert } from '../../support/everything.ts'

/**
 * Logs one set of the first exercise of a plan, the newest of that name, as somebody else's program would. Answers the
 * ids of what it wrote.
 */
export function lift(world: World, plan: string): { workout: number; completion: number; set: number } {
  const database = new Database(world.path)
  try {
    const row = database
      .prepare<[string], { exercise: number; session: number; plan: number; client: number }>(
        `select x.id as exercise, s.id as session, p.id as plan, p.client_id as client from workout_plans p
        join workout_sessions s on s.workout_plan_id = p.id join workout_exercises x on x.workout_session_id = s.id
        where p.name = ? order by p.id desc, s.order_index, x."order" limit 1`,
      )
      .get(plan)
    if (!row) throw new Error(`There is no plan called ${plan}`)
    const at = new Date(world.clock.ms).toISOString().slice(0, 19).replace('T', ' ')
    const workout = insert(database, 'workouts', {
      client_id: row.client,
      workout_session_id: row.session,
      workout_plan_id: row.plan,
      local_date: at.slice(0, 10),
      state: 'finished',
      started_at: at,
      finished_at: at,
      position: 0,
      created_at: at,
    })
    const completion = insert(database, 'exercise_completions', {
      workout_exercise_id: row.exercise,
      client_id: row.client,
      workout_id: workout,
      completed_at: at,
      actual_sets: 1,
      actual_reps: '8',
      weight_used: 80,
    })
    const set = insert(database, 'set_logs', {
      exercise_completion_id: completion,
      client_id: row.client,
      set_number: 1,
      reps: 8,
      weight: 80,
      source: 'tap',
      performed_at: at,
      created_at: at,
      updated_at: at,
    })
    return { workout, completion, set }
  } finally {
    database.close()
  }
}
