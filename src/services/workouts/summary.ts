import { type Beaten, recordsBeaten } from '../../domain/strength.ts'
import { type PastWorkout, setsOfPast, volumeOfPast } from '../../domain/workout/past.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { bestsBefore } from './bests.ts'
import { type Subject, readPastWorkout } from './past.ts'
import { sameSessionBefore } from './sameSession.ts'

/** A workout at its end. Volumes in kg. */
export interface WorkoutSummary extends Omit<PastWorkout, 'exercises' | 'names' | 'startedAt'> {
  /** Null for a workout without a plan. */
  name: string | null
  sets: number
  volume: number
  /** How many exercises were done, and which were not. */
  done: number
  leftOut: (string | null)[]
  records: { name: string | null; beaten: Beaten[] }[]
  /** The last time the same day of the plan was carried out. */
  before: { date: string; volume: number } | null
}

/** The records of each lift; what was done of one lift in several places counts together. */
async function recordsOf(
  turn: Turn,
  client: Subject,
  { workoutId, exercises }: PastWorkout,
  startedAt: Date,
): Promise<WorkoutSummary['records']> {
  const lifts = Map.groupBy(
    exercises.filter(({ exerciseId, sets }) => exerciseId !== null && sets.length > 0),
    ({ exerciseId }) => exerciseId ?? 0,
  )
  const bests = await bestsBefore(turn, client, [...lifts.keys()], { workoutId, startedAt })
  return [...lifts].flatMap(([id, places]) => {
    const before = bests.get(id)
    const sets = places.flatMap((place) => place.sets)
    const beaten = before ? recordsBeaten(sets, before) : []
    return beaten.length > 0 ? [{ name: places[0]?.name ?? null, beaten }] : []
  })
}

/** What a workout of the acting client's came to. Refusal `notThere` for anybody else's. */
export async function summaryOf(turn: Turn, workoutId: number): Promise<WorkoutSummary> {
  const client = { userId: requireClient(turn).userId, timeZone: turn.actor.timeZone }
  const past = await readPastWorkout(turn, client, workoutId)
  if (!past?.startedAt) throw new Refusal('notThere')
  const { exercises, names, startedAt, ...rest } = past
  const undone = exercises.filter(({ count }) => count === 0)
  return {
    ...rest,
    name: names[0] ?? null,
    sets: setsOfPast(past),
    volume: volumeOfPast(past),
    done: exercises.length - undone.length,
    leftOut: undone.map(({ name }) => name),
    records: await recordsOf(turn, client, past, startedAt),
    before: await sameSessionBefore(turn, client, workoutId, startedAt),
  }
}
