import type { MikroORM } from '@mikro-orm/sqlite'
import {
  type Conversation,
  type Defaults,
  type Departure,
  type Introduction,
  arrive,
  depart,
} from './conversation.ts'
import { databaseStats } from './database/open.ts'
import { markDone } from './inbox.ts'
import type { Turn } from './turn.ts'
import { type Unit, inUnit } from './unit.ts'

/** What a turn leaves behind besides its effects. */
export type Leaving = Omit<Departure, 'before' | 'shown'>

export interface TurnRequest {
  inboxId: number
  who: Introduction
  /** When the person acted. */
  at: Date
  /** When the turn is carried out. */
  now: Date
  /** Answers of earlier turns that the person has got by now, by their ids. */
  shown: ReadonlySet<string>
}

export interface TurnTaken {
  conversation: Conversation
  /** The earliest moment at which the turn made something due. */
  due: Date | null
  /** Statements run, begin and commit left out. */
  statements: number
  commits: number
}

/**
 * One update's unit of work: reads who acts and where they are, lets `work` do its part, and commits effects,
 * place, answers owed and the inbox mark together. `work` must not touch the network.
 */
export function takeTurn(
  orm: MikroORM,
  defaults: Defaults,
  { inboxId, who, at, now, shown }: TurnRequest,
  work: (turn: Turn, conversation: Conversation) => Promise<Leaving>,
): Promise<TurnTaken> {
  return inUnit(orm, `turn ${inboxId}`, async (unit: Unit) => {
    // The one connection is this turn's own until it commits: nobody else's statements come in between.
    const before = databaseStats(orm)
    const { actor, conversation } = await arrive(unit, who, now, defaults)
    const leaving = await work({ ...unit, actor, now: at }, conversation)
    await unit.em.flush()
    await depart(unit.sql, who.id, { ...leaving, before: conversation.owed, shown }, now)
    await markDone(unit.sql, inboxId, now)
    const after = databaseStats(orm)
    return {
      conversation,
      due: unit.due.at,
      statements: after.statements - before.statements,
      commits: after.commits - before.commits + 1,
    }
  })
}
