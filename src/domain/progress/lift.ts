import { type LiftedSet, oneRepMax } from '../strength.ts'

/** What tells progress in a lift: load where there is any, else repetitions, else time. */
export type LiftMeasure = 'load' | 'reps' | 'seconds'

/** One workout's sum and best: kg × repetitions and the estimated one-rep maximum in kg; or repetitions; or seconds. */
export interface LiftPoint {
  /** The client's local day, `YYYY-MM-DD`. */
  date: string
  total: number
  /** Null where nothing of that day can be measured so. */
  best: number | null
}

interface Session {
  date: string
  sets: readonly LiftedSet[]
}

const loaded = ({ weight, reps }: LiftedSet): boolean => (weight ?? 0) > 0 && (reps ?? 0) > 0

function measureOf(sets: readonly LiftedSet[]): LiftMeasure {
  if (sets.some(loaded)) return 'load'
  return sets.some(({ reps }) => (reps ?? 0) > 0) ? 'reps' : 'seconds'
}

function values(measure: LiftMeasure, set: LiftedSet): { amount: number; best: number } {
  const [reps, weight] = [set.reps ?? 0, set.weight ?? 0]
  if (measure === 'load') return { amount: reps * weight, best: oneRepMax(weight, reps) }
  const amount = measure === 'reps' ? reps : (set.seconds ?? 0)
  return { amount, best: amount }
}

/** A lift's course, workout by workout; workouts without a set of it are left out. */
export function liftCourse(sessions: readonly Session[]): { measure: LiftMeasure; points: LiftPoint[] } {
  const measure = measureOf(sessions.flatMap(({ sets }) => sets))
  const points = sessions
    .filter(({ sets }) => sets.length > 0)
    .map(({ date, sets }) => {
      const each = sets.map((set) => values(measure, set))
      const best = Math.max(...each.map((one) => one.best))
      return { date, total: each.reduce((sum, { amount }) => sum + amount, 0), best: best > 0 ? best : null }
    })
  return { measure, points }
}
