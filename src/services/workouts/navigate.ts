import { adjustable, proposal, stepLoad, stepReps } from '../../domain/workout/proposal.ts'
import { loadStep } from '../../domain/workout/step.ts'
import {
  type Walk,
  type WalkItem,
  isClosed,
  itemOf,
  nextItem,
  nextNumber,
} from '../../domain/workout/walk.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { lastTimeOf } from './lastTime.ts'
import { goTo } from './logSet.ts'
import { callOffRest } from './rest.ts'
import { requireWalk } from './walk.ts'

/** The actor's walk and one of its items. Refusal `notThere` for anything else. */
export async function walkWith(turn: Turn, itemId: number): Promise<{ walk: Walk; item: WalkItem }> {
  const walk = await requireWalk(turn)
  const item = itemOf(walk, itemId)
  if (!item) throw new Refusal('notThere')
  return { walk, item }
}

/** Shows another item of the walk. */
export async function visit(turn: Turn, itemId: number): Promise<void> {
  const { walk, item } = await walkWith(turn, itemId)
  await goTo(turn, walk, item)
}

/**
 * Leaves an exercise out, with what was done of it kept; the next open one is at hand. Answers the item when it was
 * open until now.
 */
export async function skip(turn: Turn, itemId: number): Promise<WalkItem | undefined> {
  const { walk, item } = await walkWith(turn, itemId)
  if (isClosed(item)) {
    await goTo(turn, walk, nextItem(walk, item) ?? item)
    return undefined
  }
  await turn.sql.updateTable('workout_items').set({ status: 'skipped' }).where('id', '=', item.id).execute()
  item.status = 'skipped'
  const next = nextItem(walk, item)
  if (!next && walk.rest) await callOffRest(turn, walk.id)
  await goTo(turn, walk, next ?? item)
  return item
}

/** Does a skipped exercise after all: it is at hand again. Undefined when it is not skipped any more. */
export async function unskip(turn: Turn, itemId: number): Promise<WalkItem | undefined> {
  const { walk, item } = await walkWith(turn, itemId)
  if (item.status !== 'skipped') return undefined
  await turn.sql.updateTable('workout_items').set({ status: 'open' }).where('id', '=', item.id).execute()
  await goTo(turn, walk, item)
  return item
}

/**
 * Moves the next set by one step of load or repetitions. The button carries what it starts from, so that a
 * second press of the same card does nothing: answers false.
 */
export async function adjust(
  turn: Turn,
  itemId: number,
  what: 'load' | 'reps',
  direction: 1 | -1,
  from: { setNumber: number; value: number },
): Promise<boolean> {
  const { walk, item } = await walkWith(turn, itemId)
  const last = await lastTimeOf(turn.sql, requireClient(turn).userId, item.exerciseId, walk.id, turn.now)
  const set = proposal(item, last?.sets ?? [])
  if (nextNumber(item) !== from.setNumber || adjustable(set, what) !== from.value) return false
  const values =
    what === 'load'
      ? { next_weight: stepLoad(set.weight, loadStep(item, turn.actor.units), direction) }
      : { next_reps: stepReps(set, direction) }
  await turn.sql.updateTable('workout_items').set(values).where('id', '=', item.id).execute()
  return true
}
