import { readTarget } from './workout/target.ts'

/** So many sets of so many repetitions or whole seconds each. */
export interface SetsMeant {
  count: number
  reps?: number
  seconds?: number
}

const mostAtOnce = 10
/** Repetitions that nobody means when the load next to them is far from any they lift. */
const mostReps = 100

/**
 * How two bare numbers read as sets of what is planned: `3x10` where 3 sets of 10 are asked for. More sets than planned,
 * and the sets last (`10x3`), only where a set with a load would be far from the plan (`isFar`). Undefined where they
 * do not. Where the load would be out of all proportion (`isAbsurd`), they may count sets of other repetitions than planned as well. A message that told of so many sets before (`saidSets`) tells of them again. `reps` is the plan's text, `done` the repetitions that stand for a plan which says none.
 */
export function setsMeant(
  [first, second]: readonly [number, number],
  plan: { sets: number; reps: string; done: number | undefined; saidSets?: number | undefined },
  { isFar, isAbsurd }: { isFar: boolean; isAbsurd: boolean },
): SetsMeant | undefined {
  const planned = readTarget(plan.reps)
  const { low, high } = planned.kind === 'open' ? { low: plan.done, high: plan.done } : planned
  const fits = (value: number): boolean =>
    low !== undefined && high !== undefined && value >= low && value <= high
  const mayCount = (value: number): boolean => fits(value) || (isAbsurd && value >= 1 && value <= mostReps)
  const isTimed = planned.kind === 'seconds'
  const each = (count: number, value: number): SetsMeant =>
    isTimed ? { count, seconds: value } : { count, reps: value }
  if (plan.saidSets !== undefined && first === plan.saidSets) return each(first, second)
  const most = isFar || isTimed ? Math.max(mostAtOnce, plan.sets) : plan.sets
  if (first >= 1 && first <= most && fits(second)) return each(first, second)
  if (first >= 1 && first <= plan.sets && mayCount(second)) return each(first, second)
  const isLast = (isFar || isTimed) && second >= 1 && second <= plan.sets && mayCount(first)
  return isLast ? each(second, first) : undefined
}
