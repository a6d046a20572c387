import { afterEach, beforeEach } from 'vitest'
import type { Introduction } from '../../../src/services/conversation.ts'
import { keepInternal } from '../../../src/services/inbox.ts'
import { addJoined } from '../../../src/services/practice.ts'
import type { Turn } from '../../../src/services/turn.ts'
import { takeTurn } from '../../../src/services/turns.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { languageOf } from '../../../src/domain/language.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

export const adminId = 900
export const dana: Introduction = { id: 1, firstName: 'Dana', lastName: 'Levi', username: 'dana' }
export const yossi: Introduction = { id: 2, firstName: 'Yossi' }
export const anna: Introduction = { id: 3, firstName: 'Anna', username: 'anna_c', languageCode: 'en' }
export const admin: Introduction = { id: adminId, firstName: 'Office' }

export interface Practice {
  db: FreshDatabase
  now: Date
  trainers: { dana: number; yossi: number }
  /** Runs one turn of somebody's. */
  as<T>(who: Introduction, work: (turn: Turn) => Promise<T>): Promise<T>
  pass(hours: number): void
  rows(sql: string, ...values: unknown[]): Record<string, unknown>[]
}

/** A fresh practice with two trainers for every test. */
export function practice(): Practice {
  const made = { now: new Date('2026-11-24T12:00:00Z') } as Practice
  const defaults = { timeZone: 'UTC', adminIds: new Set([adminId]), languageOf }
  let turns = 0
  beforeEach(async () => {
    const db = await freshDatabase()
    made.db = db
    made.now = new Date('2026-11-24T12:00:00Z')
    made.pass = (hours) => {
      made.now = new Date(made.now.getTime() + hours * 3_600_000)
    }
    made.as = async (who, work) => {
      let result: unknown
      const kept = await inUnit(db.orm, 'keep', ({ sql }) =>
        keepInternal(sql, who.id, `turn ${++turns}`, {}, made.now),
      )
      const request = { inboxId: kept?.id ?? 0, who, at: made.now, now: made.now, shown: new Set<string>() }
      await takeTurn(db.orm, defaults, request, async (turn, conversation) => {
        result = await work(turn)
        return {
          place: conversation.place,
          rev: conversation.rev,
          added: [],
          typedMessageId: null,
          unread: null,
          touchedAt: null,
          actedAt: null,
        }
      })
      return result as Awaited<ReturnType<typeof work>>
    }
    made.rows = (sql, ...values) =>
      db
        .outsider()
        .prepare<unknown[], Record<string, unknown>>(sql)
        .all(...values)
    const join = (telegramId: number, firstName: string, username: string, timeZone: string) =>
      inUnit(db.orm, 'join', ({ sql }) =>
        addJoined(sql, { telegramId, firstName, username, role: 'trainer', timeZone }, made.now),
      )
    made.trainers = {
      dana: await join(1, 'Dana', 'dana', 'Asia/Jerusalem'),
      yossi: await join(2, 'Yossi', 'yossi', 'Europe/Berlin'),
    }
  })
  afterEach(() => made.db.close())
  return made
}
