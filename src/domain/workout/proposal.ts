import { firstLoad, listedLoad } from './loads.ts'
import { readTarget, repsOfSet } from './target.ts'
import type { DoneSet, WalkItem } from './walk.ts'

/** The next set as one tap would log it. Kilograms; nothing counted and nothing timed means that it has to be typed. */
export interface Proposal {
  reps: number | null
  seconds: number | null
  weight: number | null
}

export type PastSet = Pick<DoneSet, 'reps' | 'seconds' | 'weight'>

const least = { reps: 1, seconds: 5 }
const most = { reps: 10_000, seconds: 86_400, weight: 2000 }

/**
 * The next set of an item: what ± made of it, else as planned with the load lifted last, else as last time.
 * Loads that the plan lists go set by set.
 * A range asks for its upper end.
 */
export function proposal(item: WalkItem, lastTime: readonly PastSet[]): Proposal {
  const before = item.done.at(-1)
  const then = lastTime[item.done.length] ?? lastTime.at(-1)
  const target = readTarget(item.nextReps ?? repsOfSet(item.reps, item.done.length))
  const listed = listedLoad(item, item.done.length)
  const weight = item.nextWeight ?? listed ?? before?.weight ?? firstLoad(item, then?.weight ?? null)
  if (target.kind === 'seconds') return { reps: null, seconds: target.high, weight }
  if (target.kind === 'reps') return { reps: target.high, seconds: null, weight }
  return {
    reps: before?.reps ?? then?.reps ?? null,
    seconds: before?.seconds ?? then?.seconds ?? null,
    weight,
  }
}

/** Whether one tap can log it. */
export function isWhole({ reps, seconds }: Proposal): boolean {
  return reps !== null || seconds !== null
}

/** The load after one step up or down from here, kg: never below nothing; a first step starts at one step. */
export function stepLoad(weight: number | null, stepKg: number, direction: 1 | -1): number {
  const steps = Math.round((weight ?? 0) / stepKg)
  const aligned = Math.abs(steps * stepKg - (weight ?? 0)) < stepKg / 1000
  const next = aligned
    ? steps + direction
    : direction > 0
      ? Math.ceil((weight ?? 0) / stepKg)
      : Math.floor((weight ?? 0) / stepKg)
  return Math.min(most.weight, Math.max(0, Number((next * stepKg).toFixed(6))))
}

/** What ± moves a time by, whole seconds: the longer it is, the more. */
export function timeStep(seconds: number): number {
  if (seconds >= 300) return 60
  return seconds >= 120 ? 15 : 5
}

/** The `reps` text after one step: one repetition, or some seconds. */
export function stepReps({ reps, seconds }: Proposal, direction: 1 | -1): string {
  if (seconds !== null) {
    const moved = seconds + timeStep(seconds) * direction
    return `${Math.min(most.seconds, Math.max(least.seconds, moved))}s`
  }
  return String(Math.min(most.reps, Math.max(least.reps, (reps ?? 0) + direction)))
}

/** The number a ± button starts from: grams, repetitions or seconds; -1 for none. */
export function adjustable(set: Proposal, what: 'load' | 'reps'): number {
  if (what === 'load') return set.weight === null ? -1 : Math.round(set.weight * 1000)
  return set.reps ?? set.seconds ?? -1
}

/** The next sets one after another, `count` of them: what ± made of the next one is for that one alone. */
export function proposals(item: WalkItem, lastTime: readonly PastSet[], count: number): Proposal[] {
  const made: Proposal[] = []
  for (let after = item; made.length < count;) {
    const set = proposal(after, lastTime)
    made.push(set)
    const done = { ...set, id: 0, number: 0, typedWeight: null, typedUnit: null, rpe: null, notes: null }
    after = { ...after, nextReps: null, nextWeight: null, done: [...after.done, done] }
  }
  return made
}

/** A set as one number, for the button that shows it: a press of a card that shows another set is out of date. */
export function shownAs({ reps, seconds, weight }: Proposal): number {
  const grams = weight === null ? 0 : Math.round(weight * 1000) + 1
  const count = reps === null ? (seconds ?? 0) * 2 + 1 : reps * 2
  return grams * 200_000 + count
}
