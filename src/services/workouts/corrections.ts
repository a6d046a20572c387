import { adjustable, stepLoad, stepReps } from '../../domain/workout/proposal.ts'
import { loadStep } from '../../domain/workout/step.ts'
import { readTarget } from '../../domain/workout/target.ts'
import { type DoneSet, type Walk, type WalkItem, itemOf, lastDone } from '../../domain/workout/walk.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { forgetCorrections, keepCorrection } from './corrected.ts'
import { type NewSet, goTo, writeSum } from './logSet.ts'
import { keepWords } from './ownWords.ts'
import { callOffRest } from './rest.ts'
import { requireWalk } from './walk.ts'

/** What of a set is said anew; the rest stays. Kilograms. */
export type Correction = Partial<NewSet>

/** A set of an item, or Refusal `notThere`. */
export function setOf(item: WalkItem, setNumber: number): DoneSet {
  const set = item.done.find(({ number }) => number === setNumber)
  if (!set) throw new Refusal('notThere')
  return set
}

/**
 * Says a set of the actor's own walk anew; the sum follows. Timed and counted exclude each other. `by` is the later
 * message that says so, when one does: what the set was logged by stays.
 */
export async function correctSet(
  turn: Turn,
  walk: Walk,
  item: WalkItem,
  set: DoneSet,
  correction: Correction,
  by = 0,
): Promise<DoneSet> {
  await keepCorrection(turn, set, by)
  Object.assign(set, correction)
  if (correction.reps !== undefined) set.seconds = correction.seconds ?? null
  else if (correction.seconds !== undefined) set.reps = null
  await rewriteSet(turn, set)
  await rewriteSum(turn, walk, item)
  return set
}

/** Makes sets of the actor's own walk what a message corrected them from; it is about to be said anew. */
export async function unsay(turn: Turn, walk: Walk, item: WalkItem, by: number): Promise<DoneSet[]> {
  const back = await forgetCorrections(turn, requireClient(turn).userId, item, by)
  for (const { set, before } of back) await rewriteSet(turn, Object.assign(set, before))
  await rewriteSum(turn, walk, item)
  return back.map(({ set }) => set)
}

async function rewriteSet(turn: Turn, set: DoneSet): Promise<void> {
  await turn.sql
    .updateTable('set_logs')
    .set({
      reps: set.reps,
      seconds: set.seconds,
      weight: set.weight,
      typed_weight: set.typedWeight,
      typed_unit: set.typedUnit,
      rpe: set.rpe,
      notes: set.notes,
      updated_at: formatTimestamp(turn.now),
    })
    .where('id', '=', set.id)
    .execute()
}

/** Takes a set away; those after it move up, so that the numbers stay without gaps. */
export async function removeSet(turn: Turn, walk: Walk, item: WalkItem, set: DoneSet): Promise<void> {
  await turn.sql.deleteFrom('set_logs').where('id', '=', set.id).execute()
  item.done = item.done.filter(({ id }) => id !== set.id)
  for (const [index, later] of item.done.entries()) {
    if (later.number === index + 1) continue
    later.number = index + 1
    await turn.sql
      .updateTable('set_logs')
      .set({ set_number: index + 1 })
      .where('id', '=', later.id)
      .execute()
  }
  await rewriteSum(turn, walk, item)
}

/**
 * Moves a logged set by one step of load or repetitions, from what the button showed; answers false when it is
 * something else by now. Refusal `notThere`.
 */
export async function adjustLogged(
  turn: Turn,
  { item: itemId, set: number }: { item: number; set: number },
  what: 'load' | 'reps',
  direction: 1 | -1,
  from: number,
): Promise<boolean> {
  const walk = await requireWalk(turn)
  const item = itemOf(walk, itemId)
  if (!item) throw new Refusal('notThere')
  const set = setOf(item, number)
  if (adjustable(set, what) !== from) return false
  const weight = stepLoad(set.weight, loadStep(item, turn.actor.units), direction)
  const target = readTarget(stepReps(set, direction))
  const counted =
    target.kind === 'seconds' ? { seconds: target.high } : { reps: target.kind === 'reps' ? target.high : 1 }
  const change = what === 'load' ? { weight, typedWeight: null, typedUnit: null } : counted
  await correctSet(turn, walk, item, set, change)
  return true
}

async function rewriteSum(turn: Turn, walk: Walk, item: WalkItem): Promise<void> {
  if (item.done.length > 0) return writeSum(turn, requireClient(turn).userId, walk, item, true)
  await keepWords(turn, item)
  await turn.sql.deleteFrom('exercise_completions').where('workout_item_id', '=', item.id).execute()
  item.completionId = null
  return undefined
}

export interface Undone {
  item: WalkItem
  set: DoneSet
  takeAway: number | null
}

/**
 * Takes the last set of the workout back and puts its exercise at hand again. The button names the set by its id:
 * undefined when it is not the last one any more, and nothing is changed.
 */
export async function undo(turn: Turn, setId: number): Promise<Undone | undefined> {
  const walk = await requireWalk(turn)
  const last = lastDone(walk)
  if (!last || last.set.id !== setId) return undefined
  await removeSet(turn, walk, last.item, last.set)
  if (walk.rest) await callOffRest(turn, walk.id)
  await goTo(turn, walk, last.item)
  return { ...last, takeAway: walk.rest?.messageId ?? null }
}
