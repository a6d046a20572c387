import { formatTimestamp } from '../../entities/types.ts'
import type { MeantDay, MeantExercise } from '../../domain/plan/meaning.ts'
import { Refusal } from '../errors.ts'
import { type Library, ownLibrary } from '../exercises/library.ts'
import type { Turn } from '../turn.ts'
import { mostExercises } from '../workouts/exercises.ts'

/** A plan as it is stored: every exercise known, every name given, days the client's own. */
export interface NewPlan {
  name: string
  description: string | null
  startDate: string
  endDate: string | null
  days: NewDay[]
}

export interface NewDay {
  name: string
  dayOfWeek: number | null
  notes: string | null
  exercises: NewExercise[]
}

export interface NewExercise extends Omit<
  MeantExercise,
  'meaning' | 'name' | 'line' | 'supersetOrder' | 'typedLoad'
> {
  exerciseId: number
}

/** What days and plans are called whose author gave no name. */
export interface Fallbacks {
  plan: string
  day: string
}

/** The days as they are stored: what is left out is gone, and so are days with nothing in them. */
export function daysToStore(days: readonly MeantDay[], fallbacks: Fallbacks): NewDay[] {
  return days
    .map((day) => ({
      name: day.name || fallbacks.day,
      dayOfWeek: day.dayOfWeek,
      notes: day.notes,
      exercises: day.exercises.flatMap(toStore),
    }))
    .filter(({ exercises }) => exercises.length > 0)
}

function toStore(exercise: MeantExercise): NewExercise[] {
  if (typeof exercise.meaning === 'string') return []
  const { superset, sets, reps, weightKg, loadText, rpe, restSeconds, note } = exercise
  return [
    { exerciseId: exercise.meaning.id, superset, sets, reps, weightKg, loadText, rpe, restSeconds, note },
  ]
}

/** Exercises of others are not there. Those that the plan had before may stay whoever's they are. */
function proveExercises(library: Library, plan: NewPlan, kept: ReadonlySet<number>): void {
  const ids = plan.days.flatMap(({ exercises }) => exercises.map(({ exerciseId }) => exerciseId))
  if (ids.some((id) => !library.byId.has(id) && !kept.has(id))) throw new Refusal('notThere')
}

/**
 * Stores a plan of the acting coach for a client. Answers its id. Refusals: `emptyPlan`, `tooManyExercises` of one
 * day, `datesOver` when it would end before it starts, `notThere` for exercises the coach may not use (`kept` are allowed).
 */
export async function insertPlan(
  turn: Turn,
  clientId: number,
  plan: NewPlan,
  {
    previousId = null,
    kept = new Set<number>(),
  }: { previousId?: number | null; kept?: ReadonlySet<number> } = {},
): Promise<number> {
  if (plan.days.length === 0) throw new Refusal('emptyPlan')
  if (plan.endDate !== null && plan.endDate < plan.startDate) throw new Refusal('datesOver')
  if (plan.days.some(({ exercises }) => exercises.length > mostExercises))
    throw new Refusal('tooManyExercises', { most: mostExercises })
  proveExercises(await ownLibrary(turn), plan, kept)
  const at = formatTimestamp(turn.now)
  const { id } = await turn.sql
    .insertInto('workout_plans')
    .values({
      name: plan.name,
      description: plan.description,
      trainer_id: turn.actor.userId,
      client_id: clientId,
      start_date: plan.startDate,
      end_date: plan.endDate,
      previous_id: previousId,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [index, day] of plan.days.entries()) await insertDay(turn, id, day, index)
  return id
}

async function insertDay(turn: Turn, planId: number, day: NewDay, index: number): Promise<void> {
  const { id } = await turn.sql
    .insertInto('workout_sessions')
    .values({
      workout_plan_id: planId,
      name: day.name,
      day_of_week: day.dayOfWeek,
      notes: day.notes,
      order_index: index,
      created_at: formatTimestamp(turn.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await turn.sql
    .insertInto('workout_exercises')
    .values(
      day.exercises.map((exercise, order) => ({
        workout_session_id: id,
        exercise_id: exercise.exerciseId,
        order,
        sets: exercise.sets,
        reps: exercise.reps,
        weight: exercise.weightKg,
        rest_time: exercise.restSeconds,
        notes: exercise.note,
        superset: exercise.superset,
        rpe: exercise.rpe,
        load_text: exercise.loadText,
      })),
    )
    .execute()
}
