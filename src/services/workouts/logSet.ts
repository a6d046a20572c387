import type { SetSource, WeightUnit } from '../../domain/enums.ts'
import { type Proposal, isWhole, proposals, shownAs } from '../../domain/workout/proposal.ts'
import { sumOf } from '../../domain/workout/sums.ts'
import {
  type DoneSet,
  type Walk,
  type WalkItem,
  atHand,
  itemOf,
  nextItem,
  nextNumber,
  restAfter,
} from '../../domain/workout/walk.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { type LastTime, lastTimeOf } from './lastTime.ts'
import { keepWords } from './ownWords.ts'
import { callOffRest, oweRest } from './rest.ts'
import { query, run } from '../statement.ts'
import { readWalk } from './walk.ts'

/** A set about to be logged. Kilograms; `typed…` is how the person wrote the load. */
export interface NewSet extends Proposal {
  typedWeight?: string | null
  typedUnit?: WeightUnit | null
  rpe?: number | null
  notes?: string | null
}

export interface Logged {
  walk: Walk
  /** `before`: this very set is logged already; `stale`: the button speaks of a set that is not next. */
  outcome: 'logged' | 'before' | 'stale'
  /** What was logged, in order. */
  sets: DoneSet[]
  item: WalkItem
  /** The item at hand now, as it was done last time. */
  lastTime: LastTime | undefined
  /** The ping that has done its work. */
  takeAway: number | null
}

export interface SetSourceOf {
  source: SetSource
  messageId: number | null
}

const tapped: SetSourceOf = { source: 'tap', messageId: null }
const mostSets = 100

const insertCompletion = `insert into exercise_completions (workout_exercise_id, client_id, completed_at, actual_sets,
  actual_reps, weight_used, difficulty_rating, notes, workout_id, workout_item_id, exercise_id, form_photo_path)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, (select f.file_path from photos p join file_uploads f on f.id = p.file_id
    where p.workout_item_id = ? and p.exercise_id = ? and p.purpose = 'form' order by p.id desc limit 1)) returning id`
const updateCompletion = `update exercise_completions
  set completed_at = coalesce(?, completed_at), actual_sets = ?, actual_reps = ?, weight_used = ? where id = ?`
const insertSet = `insert into set_logs (exercise_completion_id, client_id, set_number, reps, seconds, weight,
  typed_weight, typed_unit, rpe, notes, source, message_id, performed_at, created_at, updated_at)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id`

/** The button of a set: which it is of its item, and what it shows (`shownAs`). */
export interface SetButton {
  item: number
  set: number
  shows: number
}

/**
 * Logs the next set of an item as its button said, or `all` that are left. The set number makes a second press
 * harmless, and a button that shows something else than what would be logged is out of date: nothing is logged, and
 * the answer says how things stand. Refusals: `notThere` for an item of no workout of the actor's under way,
 * `typeIt` when the plan does not say what one tap would mean. The hot path: few statements, most in this file.
 */
export async function logAsPlanned(turn: Turn, button: SetButton, all = false): Promise<Logged> {
  const { userId } = requireClient(turn)
  const walk = await readWalk(turn)
  const item = walk && itemOf(walk, button.item)
  if (!walk || !item) throw new Refusal('notThere')
  const number = nextNumber(item)
  if (button.set !== number) return unchanged(turn, walk, item, button.set < number ? 'before' : 'stale')
  const last = await lastTimeOf(turn.sql, userId, item.exerciseId, walk.id, turn.now)
  const sets = proposals(item, last?.sets ?? [], all ? Math.max(1, item.sets - item.done.length) : 1)
  if (!sets.every(isWhole)) throw new Refusal('typeIt')
  if (sets[0] && shownAs(sets[0]) !== button.shows) return unchanged(turn, walk, item, 'stale')
  return logSets(turn, walk, item, sets, tapped, { last })
}

/** Logs sets of an item of the actor's own walk; `walk` is brought up to date in place. Refusal `tooManySets`. */
export async function logSets(
  turn: Turn,
  walk: Walk,
  item: WalkItem,
  sets: readonly NewSet[],
  from: SetSourceOf,
  known?: { last: LastTime | undefined },
): Promise<Logged> {
  const { userId } = requireClient(turn)
  const first = nextNumber(item)
  if (first + sets.length - 1 > mostSets) throw new Refusal('tooManySets', { most: mostSets })
  const made = sets.map((set, index) => doneSet(set, first + index))
  item.done.push(...made)
  await writeSum(turn, userId, walk, item)
  for (const set of made) set.id = await writeSet(turn, userId, item, set, from)
  await forgetAdjustments(turn, item)
  const takeAway = await moveOn(turn, userId, walk, item)
  const lastTime = known && atHand(walk) === item ? known.last : await lastTimeAtHand(turn, walk)
  return { outcome: 'logged', walk, sets: made, item, lastTime, takeAway }
}

async function unchanged(
  turn: Turn,
  walk: Walk,
  item: WalkItem,
  outcome: 'before' | 'stale',
): Promise<Logged> {
  return { outcome, walk, sets: [], item, lastTime: await lastTimeAtHand(turn, walk), takeAway: null }
}

/** How the item at hand was done before. */
export async function lastTimeAtHand(turn: Turn, walk: Walk): Promise<LastTime | undefined> {
  const item = atHand(walk)
  if (!item) return undefined
  return lastTimeOf(turn.sql, requireClient(turn).userId, item.exerciseId, walk.id, turn.now)
}

function doneSet(set: NewSet, number: number): DoneSet {
  const { reps, seconds, weight, typedWeight = null, typedUnit = null, rpe = null, notes = null } = set
  return { id: 0, number, reps, seconds, weight, typedWeight, typedUnit, rpe, notes }
}

/** Makes `exercise_completions` tell the sum of the item's sets, of which there is at least one. */
export async function writeSum(
  turn: Turn,
  clientId: number,
  walk: Walk,
  item: WalkItem,
  corrected = false,
): Promise<void> {
  const { sets, reps, heaviest } = sumOf(item.done)
  const at = formatTimestamp(turn.now)
  if (item.completionId !== null)
    return run(turn.sql, updateCompletion, [corrected ? null : at, sets, reps, heaviest, item.completionId])
  const values = [
    item.workoutExerciseId,
    clientId,
    at,
    sets,
    reps,
    heaviest,
    item.difficulty,
    item.comment,
    walk.id,
    item.id,
    item.exerciseId,
    // What was shown of it before anything was logged.
    item.id,
    item.exerciseId,
  ]
  const [row] = await query<{ id: number }>(turn.sql, insertCompletion, values)
  item.completionId = row?.id ?? null
  await keepWords(turn, item, false)
}

async function writeSet(
  turn: Turn,
  clientId: number,
  item: WalkItem,
  set: DoneSet,
  { source, messageId }: SetSourceOf,
): Promise<number> {
  const at = formatTimestamp(turn.now)
  const performed = [
    set.number,
    set.reps,
    set.seconds,
    set.weight,
    set.typedWeight,
    set.typedUnit,
    set.rpe,
    set.notes,
  ]
  const values = [item.completionId, clientId, ...performed, source, messageId, at, at, at]
  const [row] = await query<{ id: number }>(turn.sql, insertSet, values)
  return row?.id ?? 0
}

/** What ± made of one set is done with; a skipped exercise that goes on after all is open again. */
async function forgetAdjustments(turn: Turn, item: WalkItem): Promise<void> {
  if (item.nextReps === null && item.nextWeight === null && item.status === 'open') return
  item.nextReps = null
  item.nextWeight = null
  item.status = 'open'
  await run(
    turn.sql,
    `update workout_items set next_reps = null, next_weight = null, status = 'open' where id = ?`,
    [item.id],
  )
}

/** After sets of an item: the next item is at hand, and the rest begins. Answers with the ping to take away. */
async function moveOn(turn: Turn, clientId: number, walk: Walk, item: WalkItem): Promise<number | null> {
  const next = nextItem(walk, item)
  await goTo(turn, walk, next ?? item)
  const before = walk.rest
  const seconds = next ? restAfter(walk, item) : 0
  if (next && seconds > 0) {
    const endsAt = new Date(turn.now.getTime() + seconds * 1000)
    await oweRest(turn, clientId, walk.id, endsAt)
    walk.rest = { endsAt, messageId: null }
  } else if (before) {
    await callOffRest(turn, walk.id)
    walk.rest = null
  }
  return before?.messageId ?? null
}

/** Puts an item at hand. */
export async function goTo(turn: Turn, walk: Walk, item: WalkItem): Promise<void> {
  if (walk.position === item.position) return
  walk.position = item.position
  await run(turn.sql, 'update workouts set position = ? where id = ?', [item.position, walk.id])
}
