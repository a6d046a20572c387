import { type ReadSet, readSets } from '../../domain/setInput.ts'
import { type Proposal, proposal } from '../../domain/workout/proposal.ts'
import { spreadOut } from '../../domain/workout/saidAnew.ts'
import type { Walk, WalkItem } from '../../domain/workout/walk.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { type LastTime, lastTimeOf } from './lastTime.ts'
import { walkWith } from './navigate.ts'
import { type SaidSets, completed, contextOf, logTyped } from './saying.ts'

/** Words of a lift under way that tell of several sets, or of one. */
export interface DoubtfulWords {
  item: number
  text: string
  messageId: number
}

interface Readings {
  walk: Walk
  item: WalkItem
  last: LastTime | undefined
  several: ReadSet[]
  one: ReadSet
}

async function read(turn: Turn, { item: id, text }: DoubtfulWords): Promise<Readings> {
  const { userId } = requireClient(turn)
  const { walk, item } = await walkWith(turn, id)
  const last = await lastTimeOf(turn.sql, userId, item.exerciseId, walk.id, turn.now)
  const reading = readSets(text, contextOf(turn, item, item.done, last))
  const [one] = reading.ok ? reading.sets : []
  if (!one?.setsOf) throw new Refusal('notThere')
  return { walk, item, last, several: spreadOut(one), one }
}

/** Both readings of doubtful words. Refusals: `notThere`, of words that are not doubtful too; `typeIt`. */
export async function readingsOf(
  turn: Turn,
  words: DoubtfulWords,
): Promise<{ item: WalkItem; count: number; each: Proposal; one: Proposal }> {
  const { item, last, several, one } = await read(turn, words)
  const planned = proposal(item, last?.sets ?? [])
  const [each = one] = several
  const whole = (set: ReadSet) => completed(set, planned, undefined)
  return { item, count: several.length, each: whole(each), one: whole(one) }
}

/** Logs doubtful words as they were meant. Refusals as `readingsOf`, and `tooManySets`. */
export async function logMeant(turn: Turn, words: DoubtfulWords, as: 'several' | 'one'): Promise<SaidSets> {
  const { walk, item, last, several, one } = await read(turn, words)
  const sets = as === 'several' ? several : [one]
  return logTyped(turn, walk, item, sets, { source: 'typed', messageId: words.messageId }, last)
}
