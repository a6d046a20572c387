import type { ReadSet, SetContext, SetReading } from '../../domain/setInput.ts'
import { type Proposal, isWhole, proposal } from '../../domain/workout/proposal.ts'
import { repsOfSet } from '../../domain/workout/target.ts'
import type { DoneSet, Walk, WalkItem } from '../../domain/workout/walk.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import type { Correction } from './corrections.ts'
import type { LastTime } from './lastTime.ts'
import { type Logged, type NewSet, type SetSourceOf, logSets } from './logSet.ts'

/** Sets as they stand now; `ambiguous` may have been meant the other way round. */
export interface SaidSets {
  kind: 'logged'
  logged: Logged
  sets: DoneSet[]
  item: WalkItem
  ambiguous: DoneSet | null
}

/** What a message changed of sets that were logged. */
export interface Changed {
  kind: 'corrected'
  walk: Walk
  item: WalkItem
  /** As they stand now. */
  sets: DoneSet[]
  /** What the message does not speak of any more: as before it corrected them. */
  asBefore: DoneSet[]
  /** What was taken away, with the numbers it had. */
  gone: DoneSet[]
  added: SaidSets | null
  /** How many sets were told beyond those, of a workout that is over. */
  notAdded: number
}

export function corrected(walk: Walk, item: WalkItem, sets: DoneSet[]): Changed {
  return { kind: 'corrected', walk, item, sets, asBefore: [], gone: [], added: null, notAdded: 0 }
}

/** Nothing was logged: the words may tell of several sets, or of one. */
export interface Doubtful {
  kind: 'doubtful'
  item: WalkItem
}

/** What came of typed words. */
export type Said =
  | SaidSets
  | Changed
  | Doubtful
  | { kind: 'unread'; code: Extract<SetReading, { ok: false }>['code'] }

/** What typed sets of an item are read against, after those `before` them. */
export function contextOf(
  turn: Turn,
  item: WalkItem,
  before: readonly DoneSet[],
  last: LastTime | undefined,
): SetContext {
  const { weight, reps } = proposal({ ...item, done: [...before] }, last?.sets ?? [])
  return {
    units: turn.actor.units,
    sets: item.sets,
    target: { reps: item.nextReps ?? repsOfSet(item.reps, before.length), weightKg: weight },
    last: { reps: before.at(-1)?.reps ?? reps, weightKg: weight },
  }
}

/** A typed set made whole by what was planned or done before. Refusal `typeIt` where that says nothing. */
export function completed(read: ReadSet, set: Proposal, weightBefore: number | null | undefined): NewSet {
  const { reps, seconds, typed, bodyweight, weightKg, rpe = null, note = null } = read
  const counted = reps !== undefined || seconds !== undefined
  const whole = counted
    ? { reps: reps ?? null, seconds: seconds ?? null }
    : { reps: set.reps, seconds: set.seconds }
  const weight = bodyweight ? null : (weightKg ?? weightBefore ?? set.weight)
  if (!isWhole({ ...whole, weight })) throw new Refusal('typeIt')
  return {
    ...whole,
    weight,
    typedWeight: typed ? String(typed.value) : null,
    typedUnit: typed?.unit ?? null,
    rpe,
    notes: note,
  }
}

/** What a typed set says of one that is logged. */
export function correctionOf({ reps, seconds, typed, bodyweight, weightKg, rpe, note }: ReadSet): Correction {
  return {
    ...(reps !== undefined && { reps }),
    ...(seconds !== undefined && { seconds }),
    ...(typed && { weight: weightKg ?? null, typedWeight: String(typed.value), typedUnit: typed.unit }),
    ...(bodyweight && { weight: null, typedWeight: null, typedUnit: null }),
    ...(rpe !== undefined && { rpe }),
    ...(note !== undefined && { notes: note }),
  }
}

/** Logs sets as they were typed. Refusals: `typeIt`, `tooManySets`. */
export async function logTyped(
  turn: Turn,
  walk: Walk,
  item: WalkItem,
  read: readonly ReadSet[],
  from: SetSourceOf,
  last: LastTime | undefined,
): Promise<SaidSets> {
  const planned = proposal(item, last?.sets ?? [])
  const sets: NewSet[] = []
  for (const set of read) sets.push(completed(set, planned, sets.at(-1)?.weight))
  const logged = await logSets(turn, walk, item, sets, from, { last })
  const doubtful = read.findLastIndex(({ ambiguous }) => ambiguous)
  return { kind: 'logged', logged, sets: logged.sets, item, ambiguous: logged.sets[doubtful] ?? null }
}
