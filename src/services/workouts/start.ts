import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { runningOn } from '../plans/running.ts'
import type { Turn } from '../turn.ts'
import { localDay } from './localDay.ts'
import { settleBegun } from './reminded.ts'

/** The newest workout of the actor, 0 before the first: buttons that start one carry it, so that none starts two. */
export async function newestWorkout(turn: Turn): Promise<number> {
  const { userId } = requireClient(turn)
  const row = await turn.sql
    .selectFrom('workouts')
    .select((eb) => eb.fn.max('id').as('id'))
    .where('client_id', '=', userId)
    .executeTakeFirst()
  return row?.id ?? 0
}

/** What a press of a button that starts a workout came to; `running`: the one it started is under way already. */
export type Start = 'started' | 'running' | 'stale'

/** Why a press starts nothing: the button was pressed before, or another workout is under way. */
async function hindered(
  turn: Turn,
  clientId: number,
  sessionId: number | null,
  newest: number,
): Promise<Exclude<Start, 'started'> | undefined> {
  const [first, second] = await turn.sql
    .selectFrom('workouts')
    .select(['id', 'state', 'workout_session_id as session'])
    .where('client_id', '=', clientId)
    .orderBy((eb) => eb.case().when('state', '=', 'running').then(0).else(1).end())
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  if (first?.state !== 'running') return (first?.id ?? 0) === newest ? undefined : 'stale'
  return first.session === sessionId && (second?.id ?? 0) === newest ? 'running' : 'stale'
}

/**
 * Starts a day of one of the actor's running plans: what is planned is copied, so that a changed plan does not
 * change the workout under way. `newest` is the newest workout when the button was made; a later press starts
 * nothing. Refusals: `notThere` for days of others, of plans that are over or not begun,
 * `emptyDay` for a day without exercises.
 */
export async function startWorkout(turn: Turn, sessionId: number, newest: number): Promise<Start> {
  const { userId } = requireClient(turn)
  const hindrance = await hindered(turn, userId, sessionId, newest)
  if (hindrance) return hindrance
  const today = localDay(turn).date
  const day = await turn.sql
    .selectFrom('workout_sessions as s')
    .innerJoin('workout_plans as p', 'p.id', 's.workout_plan_id')
    .select(['s.id', 's.name', 's.day_of_week as weekday', 'p.id as plan_id'])
    .where('s.id', '=', sessionId)
    .where('p.client_id', '=', userId)
    .where(runningOn(today))
    .executeTakeFirst()
  if (!day) throw new Refusal('notThere')
  const planned = await turn.sql
    .selectFrom('workout_exercises')
    .selectAll()
    .where('workout_session_id', '=', sessionId)
    .orderBy('order')
    .orderBy('id')
    .execute()
  if (planned.length === 0) throw new Refusal('emptyDay')
  const workoutId = await insertWorkout(turn, userId, day)
  await turn.sql
    .insertInto('workout_items')
    .values(
      planned.map((exercise, position) => ({
        workout_id: workoutId,
        position,
        workout_exercise_id: exercise.id,
        exercise_id: exercise.exercise_id,
        superset: exercise.superset,
        sets: exercise.sets,
        reps: exercise.reps,
        weight: exercise.weight,
        load_text: exercise.load_text,
        rpe: exercise.rpe,
        rest_time: exercise.rest_time,
        notes: exercise.notes,
      })),
    )
    .execute()
  return 'started'
}

/** Starts a workout without a plan, with no exercises yet. A later press of the button starts nothing. */
export async function startFree(turn: Turn, newest: number): Promise<Start> {
  const { userId } = requireClient(turn)
  const hindrance = await hindered(turn, userId, null, newest)
  if (hindrance) return hindrance
  await insertWorkout(turn, userId, null)
  return 'started'
}

async function insertWorkout(
  turn: Turn,
  clientId: number,
  day: { id: number; name: string; weekday: number | null; plan_id: number } | null,
): Promise<number> {
  const at = formatTimestamp(turn.now)
  const { id } = await turn.sql
    .insertInto('workouts')
    .values({
      client_id: clientId,
      workout_session_id: day?.id ?? null,
      workout_plan_id: day?.plan_id ?? null,
      name: day?.name ?? null,
      local_date: localDay(turn).date,
      state: 'running',
      started_at: at,
      position: 0,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await settleBegun(turn, { date: localDay(turn).date, weekday: day?.weekday ?? null })
  return id
}
