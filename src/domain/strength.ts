import { round } from './units.ts'

/** A set of one lift; load in kg. */
export interface LiftedSet {
  reps: number | null
  seconds: number | null
  weight: number | null
}

/** The best of one lift so far; 0 where there is none. kg, and kg × repetitions for the volume of one workout. */
export interface Bests {
  heaviest: number
  oneRepMax: number
  volume: number
  /** Most repetitions of a set without load. */
  reps: number
  /** Longest set without load. */
  seconds: number
  /** Most repetitions at each load in kg. */
  repsAt: ReadonlyMap<number, number>
}

const plainKinds = ['heaviest', 'oneRepMax', 'volume', 'reps', 'seconds'] as const

export type Beaten =
  | { kind: (typeof plainKinds)[number]; value: number; before: number }
  | { kind: 'repsAt'; weight: number; value: number; before: number }

/** The load one could lift once, kg: Epley (1985), load × (1 + repetitions / 30); a single is itself. */
export function oneRepMax(weight: number, reps: number): number {
  if (reps <= 0 || weight <= 0) return 0
  return reps === 1 ? weight : weight * (1 + reps / 30)
}

/** One load may be stored a hair differently, by how it was typed or stepped to. */
const sameLoad = (weight: number): number => round(weight, 2)

/** The bests among the sets of each earlier workout. */
export function bestsOf(workouts: readonly (readonly LiftedSet[])[]): Bests {
  const repsAt = new Map<number, number>()
  const bests = { heaviest: 0, oneRepMax: 0, volume: 0, reps: 0, seconds: 0, repsAt }
  for (const sets of workouts) {
    let lifted = 0
    for (const set of sets) {
      const [reps, seconds, weight] = [set.reps ?? 0, set.seconds ?? 0, set.weight ?? 0]
      if (weight <= 0) {
        bests.reps = Math.max(bests.reps, reps)
        bests.seconds = Math.max(bests.seconds, seconds)
        continue
      }
      if (reps > 0 || seconds > 0) bests.heaviest = Math.max(bests.heaviest, weight)
      if (reps <= 0) continue
      bests.oneRepMax = Math.max(bests.oneRepMax, oneRepMax(weight, reps))
      repsAt.set(sameLoad(weight), Math.max(reps, repsAt.get(sameLoad(weight)) ?? 0))
      lifted += reps * weight
    }
    bests.volume = Math.max(bests.volume, lifted)
  }
  return bests
}

/** Less is no progress but how the load was stored. */
const leastGain = 0.01

/** The records that a workout's sets of a lift beat; none where there is nothing to compare with. */
export function recordsBeaten(sets: readonly LiftedSet[], before: Bests): Beaten[] {
  const now = bestsOf([sets])
  const beaten: Beaten[] = []
  for (const kind of plainKinds)
    if (before[kind] > 0 && now[kind] >= before[kind] + leastGain)
      beaten.push({ kind, value: now[kind], before: before[kind] })
  for (const [weight, value] of now.repsAt) {
    const most = before.repsAt.get(weight)
    if (most !== undefined && value > most) beaten.push({ kind: 'repsAt', weight, value, before: most })
  }
  return beaten
}
