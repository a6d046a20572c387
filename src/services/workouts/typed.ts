import { type ReadSet, readSets } from '../../domain/setInput.ts'
import { meantOtherwise, readOtherwise } from '../../domain/workout/otherwise.ts'
import { shownAs } from '../../domain/workout/proposal.ts'
import { tellsWhat } from '../../domain/workout/saidAnew.ts'
import {
  type DoneSet,
  type Walk,
  type WalkItem,
  atHand,
  itemOf,
  lastDone,
  nextNumber,
} from '../../domain/workout/walk.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type Correction, correctSet } from './corrections.ts'
import { lastTimeOf } from './lastTime.ts'
import { correctByReply } from './ownMessages.ts'
import { type Said, contextOf, corrected, correctionOf, logTyped } from './saying.ts'
import { readWalk, requireWalk } from './walk.ts'

/** What a message answers: the card, or an own message that logged something. */
export interface TypedMessage {
  text: string
  messageId: number
  /** The message it replies to is the card. */
  toCard: boolean
  /** The message it replies to, whatever it is. */
  replyTo: number | null
}

/**
 * Sets as typed while a workout is under way: logged, or correcting those that were (`2: 80x6`, a reply to the card
 * or to an own message, a bare `rpe 9`); `doubtful` ones are read by `readingsOf`. Undefined when no exercise is at hand. Refusals: `typeIt`, `noSuchSet`,
 * `tooManySets`, `notSoMany`.
 */
export async function sayTyped(turn: Turn, message: TypedMessage): Promise<Said | undefined> {
  if (message.replyTo !== null && !message.toCard) {
    const corrected = await correctByReply(turn, message.replyTo, message.text, message.messageId)
    if (corrected) return corrected
  }
  const walk = await readWalk(turn)
  const item = walk && (message.toCard ? (lastDone(walk)?.item ?? atHand(walk)) : atHand(walk))
  if (!walk || !item) return undefined
  const last = await lastTimeOf(turn.sql, requireClient(turn).userId, item.exerciseId, walk.id, turn.now)
  const reading = readSets(message.text, contextOf(turn, item, item.done, last))
  if (!reading.ok) return { kind: 'unread', code: reading.code }
  const { messageId } = message
  const fresh = reading.sets.filter((set) => !message.toCard && tellsWhat(set) && isNew(set, item))
  if (fresh.length < reading.sets.length) return correctTyped(turn, walk, item, reading.sets, message)
  const [first, ...others] = fresh
  if (first?.setsOf && others.length === 0 && first.setNumber === undefined) return { kind: 'doubtful', item }
  return logTyped(turn, walk, item, fresh, { source: 'typed', messageId }, last)
}

function isNew({ setNumber }: ReadSet, item: WalkItem): boolean {
  return setNumber === undefined || setNumber === nextNumber(item)
}

/** Without a number it is about the last set; of several in a reply to the card, each about one of the last. */
async function correctTyped(
  turn: Turn,
  walk: Walk,
  atHandItem: WalkItem,
  read: readonly ReadSet[],
  { messageId, toCard }: TypedMessage,
): Promise<Said> {
  const sets = new Set<DoneSet>()
  const last = lastDone(walk)
  let item = atHandItem
  for (const [index, one] of read.entries()) {
    const numbered = one.setNumber
    if (numbered === undefined || !item.done.some(({ number }) => number === numbered))
      item = last?.item ?? item
    const later = read.slice(index + 1).filter(({ setNumber }) => setNumber === undefined).length
    const number = numbered ?? (last?.set.number ?? 1) - (toCard ? later : 0)
    const set = item.done.find((done) => done.number === number)
    if (!set) throw new Refusal('noSuchSet', { number: Math.max(1, number) })
    sets.add(await correctSet(turn, walk, item, set, correctionOf(one), messageId))
  }
  return corrected(walk, item, [...sets])
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

const togetherText = `select s.id from set_logs s where s.exercise_completion_id = ? and s.typed_weight is not null
  and s.message_id = (select message_id from set_logs where id = ?)
  and not exists (select 1 from set_corrections k where k.set_log_id = s.id)`

/**
 * Reads typed sets of the walk the other way round: repetitions as load, load as repetitions; all that came in one
 * message with this one and were not corrected since. `shows` is the reading that the button showed (`shownAs`): undefined, and nothing is changed,
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
  const together = new Set([setId, ...rows.map(({ id }) => id)])
  const sets = item.done.filter(
    ({ id, reps, typedWeight }) => reps !== null && typedWeight !== null && together.has(id),
  )
  if (sets.length === 0) throw new Refusal('notThere')
  for (const set of sets) {
    const swapped = readOtherwise(set)
    if (!swapped) throw new Refusal('outOfBounds')
    await correctSet(turn, walk, item, set, correctionOf(swapped))
  }
  return { item, sets }
}
