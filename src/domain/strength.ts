/** A set of one lift; load in kg. */
export interface LiftedSet {
  reps: number | null
  weight: number | null
}

/** The best of one lift so far; kg, and kg × repetitions for the volume of one workout. */
export interface Bests {
  heaviest: number
  oneRepMax: number
  volume: number
  /** Most repetitions at each load in kg. */
  repsAt: ReadonlyMap<number, number>
}

export type Beaten =
  | { kind: 'heaviest' | 'oneRepMax' | 'volume'; value: number; before: number }
  | { kind: 'repsAt'; weight: number; value: number; before: number }

/** The load one could lift once, kg: Epley (1985), load × (1 + repetitions / 30); a single is itself. */
export function oneRepMax(weight: number, reps: number): number {
  if (reps <= 0 || weight <= 0) return 0
  return reps === 1 ? weight : weight * (1 + reps / 30)
}

/** The bests among the sets of each earlier workout. */
export function bestsOf(workouts: readonly (readonly LiftedSet[])[]): Bests {
  const repsAt = new Map<number, number>()
  let [heaviest, best, volume] = [0, 0, 0]
  for (const sets of workouts) {
    let lifted = 0
    for (const { reps, weight } of sets) {
      if (!reps || !weight) continue
      heaviest = Math.max(heaviest, weight)
      best = Math.max(best, oneRepMax(weight, reps))
      repsAt.set(weight, Math.max(reps, repsAt.get(weight) ?? 0))
      lifted += reps * weight
    }
    volume = Math.max(volume, lifted)
  }
  return { heaviest, oneRepMax: best, volume, repsAt }
}

/** The records that a workout's sets of a lift beat; none where there is nothing to compare with. */
export function recordsBeaten(sets: readonly LiftedSet[], before: Bests): Beaten[] {
  const now = bestsOf([sets])
  const beaten: Beaten[] = []
  for (const kind of ['heaviest', 'oneRepMax', 'volume'] as const)
    if (before[kind] > 0 && now[kind] > before[kind] + 1e-6)
      beaten.push({ kind, value: now[kind], before: before[kind] })
  for (const [weight, value] of now.repsAt) {
    const most = before.repsAt.get(weight)
    if (most !== undefined && value > most) beaten.push({ kind: 'repsAt', weight, value, before: most })
  }
  return beaten
}
