import type { Verdict, WorkoutState } from '../enums.ts'
import { volumeOf } from './sums.ts'
import type { DoneSet } from './walk.ts'

/** One exercise of a workout that was carried out. */
export interface PastExercise {
  /** What was really done; null where another program did not say. */
  exerciseId: number | null
  name: string | null
  /** What the plan named, where something else was done. */
  insteadOf: string | null
  superset: string | null
  /** As planned; null where nothing was. Load in kg. */
  asked: {
    sets: number
    reps: string
    weight: number | null
    loadText: string | null
    rpe: number | null
  } | null
  /** Left out, whatever was done of it before. */
  skipped: boolean
  sets: readonly DoneSet[]
  /** How many sets; more than `sets` where another program told no more than that. */
  count: number
  /** kg */
  heaviest: number | null
  /** 1–5 */
  difficulty: number | null
  comment: string | null
  /** Photos and clips of how it was done, and the last word on them; null where there are none. */
  form: { count: number; verdict: Verdict | null; comment: string | null } | null
}

/** A workout that was carried out, or all that another program logged on one day. */
export interface PastWorkout {
  /** Null for rows of other programs. */
  workoutId: number | null
  /** The client's local day, `YYYY-MM-DD`. */
  date: string
  /** What the plan calls it; empty without a plan. */
  names: readonly string[]
  /** Null for rows of other programs. */
  state: WorkoutState | null
  /** Null for rows of other programs. */
  startedAt: Date | null
  /** Milliseconds, without long interruptions; null where nobody knows. */
  spentMs: number | null
  /** 1–5 */
  difficulty: number | null
  notes: string | null
  exercises: readonly PastExercise[]
}

export function setsOfPast({ exercises }: Pick<PastWorkout, 'exercises'>): number {
  return exercises.reduce((sum, { count }) => sum + count, 0)
}

/** kg lifted altogether. */
export function volumeOfPast({ exercises }: Pick<PastWorkout, 'exercises'>): number {
  return exercises.reduce((sum, { sets }) => sum + volumeOf(sets), 0)
}
