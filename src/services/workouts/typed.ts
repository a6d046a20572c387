import {
  type ReadSet,
  type SetContext,
  type SetReading,
  readOtherwise,
  readSets,
} from '../../domain/setInput.ts'
import { meantOtherwise } from '../../domain/workout/otherwise.ts'
import { type Proposal, isWhole, proposal, shownAs } from '../../domain/workout/proposal.ts'
import {
  type DoneSet,
  type Walk,
  type WalkItem,
  atHand,
  itemOf,
  lastDone,
  nextNumber,
} from '../../domain/workout/walk.ts'
import { repsOfSet } from '../../domain/workout/target.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { type Correction, correctSet, removeSet } from './corrections.ts'
import { type LastTime, lastTimeOf } from './lastTime.ts'
import { type Logged, type NewSet, type SetSourceOf, logSets } from './logSet.ts'
import { query } from '../statement.ts'
import { readWalk, readWorkout, requireWalk } from './walk.ts'

type Unread = Extract<SetReading, { ok: false }>['code']

/** What came of typed words. Sets are as they stand now. */
export type Said =
  | { kind: 'logged'; logged: Logged; sets: DoneSet[]; item: WalkItem; ambiguous: DoneSet | null }
  | { kind: 'corrected'; walk: Walk; sets: DoneSet[]; item: WalkItem }
  | { kind: 'unread'; code: Unread }

/** What a message answers: the card, or an own message that logged something. */
export interface TypedMessage {
  text: string
  messageId: number
  /** The message it replies to is the card. */
  toCard: boolean
  /** The message it replies to, whatever it is. */
  replyTo: number | null
}

function contextOf(
  turn: Turn,
  item: WalkItem,
  before: readonly DoneSet[],
  last: LastTime | undefined,
): SetContext {
  const { weight, reps } = proposal({ ...item, done: [...before] }, last?.sets ?? [])
  return {
    units: turn.actor.units,
    target: { reps: item.nextReps ?? repsOfSet(item.reps, before.length), weightKg: weight },
    last: { reps: before.at(-1)?.reps ?? reps, weightKg: weight },
  }
}

const says = ({ reps, seconds, typed, bodyweight }: ReadSet): boolean =>
  reps !== undefined || seconds !== undefined || typed !== null || bodyweight === true

/** A typed set made whole by what was planned or done before. Refusal `typeIt` where that says nothing. */
function completed(read: ReadSet, set: Proposal, weightBefore: number | null | undefined): NewSet {
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

/**
 * Sets as typed while a workout is under way: logged, or correcting those that were (`2: 80x6`, a reply to the card
 * or to an own message, a bare `rpe 9`). Undefined when no exercise is at hand. Refusals: `typeIt`, `noSuchSet`,
 * `tooManySets`.
 */
export async function sayTyped(turn: Turn, message: TypedMessage): Promise<Said | undefined> {
  if (message.replyTo !== null && !message.toCard) {
    const corrected = await correctMessage(turn, message.replyTo, message.text, message.messageId)
    if (corrected) return corrected
  }
  const walk = await readWalk(turn)
  const item = walk && (message.toCard ? (lastDone(walk)?.item ?? atHand(walk)) : atHand(walk))
  if (!walk || !item) return undefined
  const last = await lastTimeOf(turn.sql, requireClient(turn).userId, item.exerciseId, walk.id, turn.now)
  const reading = readSets(message.text, contextOf(turn, item, item.done, last))
  if (!reading.ok) return { kind: 'unread', code: reading.code }
  const from: SetSourceOf = { source: 'typed', messageId: message.messageId }
  const fresh = reading.sets.filter((set) => !message.toCard && says(set) && isNew(set, item))
  if (fresh.length === reading.sets.length) return logTyped(turn, walk, item, fresh, from, last)
  return correctTyped(turn, walk, item, reading.sets, from)
}

function isNew({ setNumber }: ReadSet, item: WalkItem): boolean {
  return setNumber === undefined || setNumber === nextNumber(item)
}

async function logTyped(
  turn: Turn,
  walk: Walk,
  item: WalkItem,
  read: readonly ReadSet[],
  from: SetSourceOf,
  last: LastTime | undefined,
): Promise<Said> {
  const planned = proposal(item, last?.sets ?? [])
  const sets: NewSet[] = []
  for (const set of read) sets.push(completed(set, planned, sets.at(-1)?.weight))
  const logged = await logSets(turn, walk, item, sets, from, { last })
  const doubtful = read.findLastIndex(({ ambiguous }) => ambiguous)
  return { kind: 'logged', logged, sets: logged.sets, item, ambiguous: logged.sets[doubtful] ?? null }
}

async function correctTyped(
  turn: Turn,
  walk: Walk,
  atHandItem: WalkItem,
  read: readonly ReadSet[],
  from: SetSourceOf,
): Promise<Said> {
  const sets: DoneSet[] = []
  let item = atHandItem
  for (const one of read) {
    const last = lastDone(walk)
    const numbered = one.setNumber
    if (numbered === undefined || !item.done.some(({ number }) => number === numbered))
      item = last?.item ?? item
    const number = numbered ?? (item === last?.item ? last.set.number : item.done.at(-1)?.number)
    const set = item.done.find((done) => done.number === number)
    if (!set) throw new Refusal('noSuchSet', { number: number ?? 1 })
    sets.push(await correctSet(turn, walk, item, set, correctionOf(one), from))
  }
  return { kind: 'corrected', walk, sets, item }
}

interface MessageRow {
  set_id: number
  workout_id: number
  item_id: number
}

const messageText = `select s.id as set_id, c.workout_id, c.workout_item_id as item_id
  from set_logs s join exercise_completions c on c.id = s.exercise_completion_id
  where s.client_id = ? and s.message_id = ? and c.workout_item_id is not null order by s.set_number`

/**
 * Says anew what a typed message of the actor's logged, in whichever workout; undefined when it logged nothing.
 * More sets than before are added while that workout is under way, missing ones are taken away.
 */
export async function correctMessage(
  turn: Turn,
  loggedBy: number,
  text: string,
  messageId: number,
): Promise<Said | undefined> {
  const { userId } = requireClient(turn)
  const rows = await query<MessageRow>(turn.sql, messageText, [userId, loggedBy])
  const [first] = rows
  if (!first) return undefined
  const running = await readWalk(turn)
  const walk = running?.id === first.workout_id ? running : await readWorkout(turn, first.workout_id)
  const item = walk?.items.find(({ id }) => id === first.item_id)
  if (!walk || !item) return undefined
  const ids = new Set(rows.map((row) => row.set_id))
  const logged = item.done.filter(({ id }) => ids.has(id))
  const before = item.done.filter(({ number }) => number < (logged[0]?.number ?? 1))
  const last = await lastTimeOf(turn.sql, userId, item.exerciseId, walk.id, turn.now)
  const reading = readSets(text, contextOf(turn, item, before, last))
  if (!reading.ok) return { kind: 'unread', code: reading.code }
  const from: SetSourceOf = { source: 'typed', messageId }
  const sets: DoneSet[] = []
  for (const [index, set] of logged.entries()) {
    const read = reading.sets[index]
    if (read) sets.push(await correctSet(turn, walk, item, set, correctionOf(read), from))
    else await removeSet(turn, walk, item, set)
  }
  const more = reading.sets.slice(logged.length).filter(says)
  if (more.length === 0 || walk !== running) return { kind: 'corrected', walk, sets, item }
  return logTyped(turn, walk, item, more, from, last)
}

/** Notes something about the last set of an item, as a button said. Refusals: `notThere`, `nothingLogged`. */
export async function correctTapped(turn: Turn, itemId: number, correction: Correction): Promise<void> {
  const walk = await requireWalk(turn)
  const item = itemOf(walk, itemId)
  const set = item?.done.at(-1)
  if (!item) throw new Refusal('notThere')
  if (!set) throw new Refusal('nothingLogged')
  await correctSet(turn, walk, item, set, correction)
}

const togetherText = `select id from set_logs where exercise_completion_id = ? and typed_weight is not null
  and message_id = (select message_id from set_logs where id = ?)`

/**
 * Reads typed sets of the walk the other way round: repetitions as load, load as repetitions; all that came in one
 * message with this one. `shows` is the reading that the button showed (`shownAs`): undefined, and nothing is changed,
 * when the set would read differently by now. Refusals: `notThere`, `outOfBounds`.
 */
export async function swapTyped(
  turn: Turn,
  { set: setId, shows }: { set: number; shows: number },
): Promise<{ item: WalkItem; sets: DoneSet[] } | undefined> {
  const walk = await requireWalk(turn)
  const item = walk.items.find(({ done }) => done.some(({ id }) => id === setId))
  const doubtful = item?.done.find(({ id }) => id === setId)
  if (!item || !doubtful) throw new Refusal('notThere')
  const otherwise = meantOtherwise(doubtful)
  if (!otherwise || shownAs(otherwise) !== shows) return undefined
  const rows = await query<{ id: number }>(turn.sql, togetherText, [item.completionId, setId])
  const sets = item.done.filter(({ id, reps }) => reps !== null && rows.some((row) => row.id === id))
  if (sets.length === 0) throw new Refusal('notThere')
  for (const set of sets) {
    const swapped = readOtherwise(set)
    if (!swapped) throw new Refusal('outOfBounds')
    await correctSet(turn, walk, item, set, correctionOf(swapped))
  }
  return { item, sets }
}
