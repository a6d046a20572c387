import { readSets } from '../../domain/setInput.ts'
import { type SaidAnew, meantBy, naming, restating } from '../../domain/workout/saidAnew.ts'
import type { DoneSet, Walk, WalkItem } from '../../domain/workout/walk.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { correctSet, removeSet, unsay } from './corrections.ts'
import { type LastTime, lastTimeOf } from './lastTime.ts'
import { type Changed, type Said, contextOf, corrected, correctionOf, logTyped } from './saying.ts'
import { readWalk, readWorkout } from './walk.ts'

interface Spoken {
  walk: Walk
  isRunning: boolean
  item: WalkItem
  /** The sets the message is about, in order. */
  own: DoneSet[]
  /** It logged them; else it corrected them later. */
  hasLogged: boolean
  last: LastTime | undefined
}

interface Row {
  set_id: number
  workout_id: number
  item_id: number
  has_logged: number
}

const spokenText = `select s.id as set_id, c.workout_id, c.workout_item_id as item_id, 1 as has_logged
  from set_logs s join exercise_completions c on c.id = s.exercise_completion_id
  where s.client_id = ? and s.message_id = ? and c.workout_item_id is not null
  union all
  select s.id, c.workout_id, c.workout_item_id, 0 from set_corrections k join set_logs s on s.id = k.set_log_id
  join exercise_completions c on c.id = s.exercise_completion_id
  where k.message_id = ? and s.client_id = ? and c.workout_item_id is not null
  order by has_logged desc`

/** The sets of the actor's that a message of theirs logged, else corrected; undefined when it did neither. */
async function spokenOf(turn: Turn, messageId: number): Promise<Spoken | undefined> {
  const { userId } = requireClient(turn)
  const rows = await query<Row>(turn.sql, spokenText, [userId, messageId, messageId, userId])
  const [first] = rows
  if (!first) return undefined
  const running = await readWalk(turn)
  const isRunning = running?.id === first.workout_id
  const walk = isRunning ? running : await readWorkout(turn, first.workout_id)
  const item = walk?.items.find(({ id }) => id === first.item_id)
  if (!walk || !item) return undefined
  const ids = new Set(rows.flatMap((row) => (row.has_logged === first.has_logged ? [row.set_id] : [])))
  const own = item.done.filter(({ id }) => ids.has(id))
  const last = await lastTimeOf(turn.sql, userId, item.exerciseId, walk.id, turn.now)
  return { walk, isRunning, item, own, hasLogged: first.has_logged === 1, last }
}

/** What logged several sets may say anew how many of them (`3x8`). */
function read(turn: Turn, { item, own, hasLogged, last }: Spoken, text: string): ReturnType<typeof readSets> {
  const before = item.done.filter(({ number }) => number < (own[0]?.number ?? 1))
  const context = contextOf(turn, item, before, last)
  return readSets(text, hasLogged && own.length > 1 ? { ...context, saidSets: own.length } : context)
}

function understood(saidAnew: ReturnType<typeof naming>): SaidAnew {
  if (saidAnew === 'too many') throw new Refusal('notSoMany')
  if ('missing' in saidAnew) throw new Refusal('noSuchSet', { number: saidAnew.missing })
  return saidAnew
}

async function correctAll(
  turn: Turn,
  { walk, item }: Spoken,
  { corrections }: SaidAnew,
  by?: number,
): Promise<Changed> {
  const sets = new Set<DoneSet>()
  for (const one of corrections)
    sets.add(await correctSet(turn, walk, item, one.set, correctionOf(one.read), by))
  return corrected(walk, item, [...sets])
}

/**
 * A reply to a message of the actor's own: corrects what it names of what that message logged or corrected, in
 * whichever workout, and takes nothing away. Undefined when that message did neither. Refusals: `noSuchSet`,
 * `notSoMany`.
 */
export async function correctByReply(
  turn: Turn,
  repliedTo: number,
  text: string,
  messageId: number,
): Promise<Said | undefined> {
  const spoken = await spokenOf(turn, repliedTo)
  if (!spoken) return undefined
  const reading = read(turn, spoken, text)
  if (!reading.ok) return { kind: 'unread', code: reading.code }
  const saidAnew = understood(naming(spoken.item, spoken.own, reading.sets))
  return correctAll(turn, spoken, saidAnew, messageId)
}

/**
 * A changed message of the actor's own says anew what it logged or corrected, in whichever workout; undefined when it
 * did neither. What it logged it restates: missing sets are taken away, more are added while that workout is under
 * way. Refusals: `noSuchSet`, `notSoMany`, `typeIt`, `tooManySets`.
 */
export async function sayAnew(turn: Turn, messageId: number, text: string): Promise<Said | undefined> {
  const spoken = await spokenOf(turn, messageId)
  if (!spoken) return undefined
  const reading = read(turn, spoken, text)
  if (!reading.ok) return { kind: 'unread', code: reading.code }
  const { walk, item, own, hasLogged } = spoken
  if (hasLogged) {
    const reads = meantBy(reading.sets, own.length)
    if (!reads) return { kind: 'unread', code: 'not-understood' }
    return restate(turn, spoken, understood(restating(item, own, reads)), messageId)
  }
  const saidAnew = understood(naming(item, own, reading.sets))
  const back = await unsay(turn, walk, item, messageId)
  const changed = await correctAll(turn, spoken, saidAnew, messageId)
  return { ...changed, asBefore: back.filter((set) => !changed.sets.includes(set)) }
}

async function restate(turn: Turn, spoken: Spoken, saidAnew: SaidAnew, messageId: number): Promise<Changed> {
  const { walk, isRunning, item, last } = spoken
  const { gone, more } = saidAnew
  const changed = { ...(await correctAll(turn, spoken, saidAnew)), gone: gone.map((set) => ({ ...set })) }
  for (const set of gone.toReversed()) await removeSet(turn, walk, item, set)
  if (more.length === 0) return changed
  if (!isRunning) return { ...changed, notAdded: more.length }
  return {
    ...changed,
    added: await logTyped(turn, walk, item, more, { source: 'typed', messageId }, last),
  }
}
