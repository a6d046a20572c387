import type { DoneSet } from './walk.ts'

/** What `exercise_completions` tells of its sets: `actual_sets`, `actual_reps` (`8,8,7`, timed ones `45s`), `weight_used` in kg. */
export interface SetSum {
  sets: number
  reps: string
  heaviest: number | null
}

/** The column takes a thousand characters; a hundred sets of the largest numbers fit. */
export function sumOf(sets: readonly Pick<DoneSet, 'reps' | 'seconds' | 'weight'>[]): SetSum {
  const loads = sets.flatMap(({ weight }) => weight ?? [])
  return {
    sets: sets.length,
    reps: sets.map(({ reps, seconds }) => (reps === null ? `${seconds ?? 0}s` : String(reps))).join(','),
    heaviest: loads.length > 0 ? Math.max(...loads) : null,
  }
}

/** kg lifted altogether: repetitions times load. */
export function volumeOf(sets: readonly Pick<DoneSet, 'reps' | 'weight'>[]): number {
  return sets.reduce((sum, { reps, weight }) => sum + (reps ?? 0) * (weight ?? 0), 0)
}
