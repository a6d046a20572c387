import { similarExercises } from '../../domain/library/search.ts'
import { type Walk, type WalkItem } from '../../domain/workout/walk.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { type KnownExercise, ownLibrary } from '../exercises/library.ts'
import type { Turn } from '../turn.ts'
import { lastTimeOf } from './lastTime.ts'
import { goTo } from './logSet.ts'
import { walkWith } from './navigate.ts'
import { callOffRest } from './rest.ts'
import { requireWalk } from './walk.ts'

/** Exercises of one workout, and of one day of a plan. */
export const mostExercises = 60
const usualSets = 3

/** What can be done instead of an item's exercise, best first. Refusal `notThere`. */
export async function swapsFor(
  turn: Turn,
  itemId: number,
): Promise<{ item: WalkItem; instead: KnownExercise[] }> {
  const { item, walk } = await walkWith(turn, itemId)
  const library = await ownLibrary(turn)
  const exercise = library.byId.get(item.exerciseId)
  const taken = new Set(walk.items.map(({ exerciseId }) => exerciseId))
  const before = item.swappedFromId === null ? undefined : library.byId.get(item.swappedFromId)
  const similar = exercise ? similarExercises(exercise, library.all, { limit: 12 }) : []
  const instead = [...(before ? [before] : []), ...similar.filter(({ id }) => id !== before?.id)]
  return { item, instead: instead.filter(({ id }) => !taken.has(id)).slice(0, 6) }
}

/** Exercises by name, for adding one or swapping for it: the one meant alone where that is beyond doubt. */
export async function exercisesNamed(
  turn: Turn,
  typed: string,
): Promise<{ sure: boolean; found: KnownExercise[] }> {
  requireClient(turn)
  const library = await ownLibrary(turn)
  const { sure, candidates } = library.match(typed, { limit: 6 })
  return { sure, found: candidates.map(({ entry }) => entry) }
}

async function requireExercise(turn: Turn, exerciseId: number): Promise<KnownExercise> {
  const exercise = (await ownLibrary(turn)).byId.get(exerciseId)
  if (!exercise) throw new Refusal('notThere')
  return exercise
}

/** Positions are unique, so that they move aside first. */
async function makeRoom({ sql }: Turn, workoutId: number, after: number): Promise<void> {
  const aside = 50_000
  const move = (by: number, from: number) =>
    sql
      .updateTable('workout_items')
      .set((eb) => ({ position: eb('position', '+', by) }))
      .where('workout_id', '=', workoutId)
      .where('position', '>', from)
      .execute()
  await move(aside, after)
  await move(1 - aside, after)
}

/**
 * Does another exercise from here on. Sets done already stay with what they were: the rest of the item becomes one
 * of its own. The planned load was for the other lift, so it goes. Refusal `notThere`.
 */
export async function swapExercise(turn: Turn, itemId: number, exerciseId: number): Promise<KnownExercise> {
  const { walk, item } = await walkWith(turn, itemId)
  const exercise = await requireExercise(turn, exerciseId)
  if (item.exerciseId === exercise.id) return exercise
  const changed = {
    exercise_id: exercise.id,
    swapped_from_id: item.swappedFromId ?? item.exerciseId,
    weight: null,
    load_text: null,
    next_reps: null,
    next_weight: null,
    difficulty_rating: null,
    status: 'open',
  } as const
  if (item.done.length === 0) {
    await turn.sql.updateTable('workout_items').set(changed).where('id', '=', item.id).execute()
    await goTo(turn, walk, item)
    return exercise
  }
  const left = Math.max(1, item.sets - item.done.length)
  await makeRoom(turn, walk.id, item.position)
  await turn.sql
    .updateTable('workout_items')
    .set({ status: 'done', sets: item.done.length })
    .where('id', '=', item.id)
    .execute()
  await insertItem(turn, walk, { ...changed, ...fromPlan(item), sets: left, position: item.position + 1 })
  return exercise
}

const fromPlan = ({ workoutExerciseId, superset, reps, rpe, rest, notes }: WalkItem) => ({
  workout_exercise_id: workoutExerciseId,
  superset,
  reps,
  rpe,
  rest_time: rest,
  notes,
})

async function insertItem(
  turn: Turn,
  walk: Walk,
  values: { exercise_id: number; sets: number; reps: string; position: number },
): Promise<void> {
  await turn.sql
    .insertInto('workout_items')
    .values({ status: 'open', ...values, workout_id: walk.id })
    .execute()
  await turn.sql
    .updateTable('workouts')
    .set({ position: values.position })
    .where('id', '=', walk.id)
    .execute()
  if (walk.rest) await callOffRest(turn, walk.id)
}

/**
 * Adds an exercise at the end of the actor's workout under way and puts it at hand; as many sets as last time.
 * Refusals: `notThere`, `noWorkout`, `tooManyExercises`.
 */
export async function addExercise(turn: Turn, exerciseId: number): Promise<KnownExercise> {
  const { userId } = requireClient(turn)
  const walk = await requireWalk(turn)
  const exercise = await requireExercise(turn, exerciseId)
  if (walk.items.length >= mostExercises) throw new Refusal('tooManyExercises', { most: mostExercises })
  const last = await lastTimeOf(turn.sql, userId, exercise.id, walk.id, turn.now)
  await insertItem(turn, walk, {
    exercise_id: exercise.id,
    sets: Math.min(20, last?.sets.length || usualSets),
    reps: 'AMRAP',
    position: (walk.items.at(-1)?.position ?? -1) + 1,
  })
  return exercise
}

/** How hard an exercise of the walk was, 1–5. Refusals: `notThere`, `nothingLogged`. */
export async function rateExercise(turn: Turn, itemId: number, rating: number): Promise<void> {
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) throw new Refusal('notThere')
  await updateCompletion(turn, itemId, { difficulty_rating: rating })
}

/** A word on an exercise of the walk, at most 1,000 characters; the trainer reads it. Refusals: `notThere`, `nothingLogged`. */
export async function noteExercise(turn: Turn, itemId: number, text: string): Promise<void> {
  await updateCompletion(turn, itemId, { notes: text.trim().slice(0, 1000) })
}

async function updateCompletion(
  turn: Turn,
  itemId: number,
  values: { difficulty_rating: number } | { notes: string },
): Promise<void> {
  const { item } = await walkWith(turn, itemId)
  if (item.completionId === null) throw new Refusal('nothingLogged')
  await turn.sql.updateTable('exercise_completions').set(values).where('id', '=', item.completionId).execute()
}
