import { setImmediate as giveWay } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/sqlite'
import { type SqlBool, sql as text } from 'kysely'
import { dayMs } from '../domain/localTime.ts'
import { formatTimestamp, parseTimestamp } from '../entities/types.ts'
import { readNote, writeNote } from './notes.ts'
import { type Sql, inUnit } from './unit.ts'

/** Days for which what has ended is kept: buttons in the chat lead to it, and patience looks back over `memoryDays` of it. */
const keptDays = 60
/** Everybody's turn comes once in so many rings: a week of rows of one person lies in fewer pages than a day of all. */
const ringsAround = 7 * 24
/** In one transaction, for others wait for it: people whose rows are read, and rows that go. */
const most = { people: 5, rows: 500 }

const notEnded = ['due', 'sending', 'held'] as const

/**
 * What comes day after day besides reminders, and is asked for by nobody later. Of other kinds the row says for good that
 * something was told: a letter that may still be answered, a plan that may still be called off, a verdict that may change.
 */
const passing = ['rest', 'heldNote']

/** Rings come every hour; two further apart, in either direction, are those of a clock that was set, or of a bot that was off. */
const steadyMs = 2 * 3_600_000

const rungNote = 'deliveries_pruned_at'
const cursorNote = 'deliveries_pruned_of'
const floorNote = 'reminders_pruned_through'

/**
 * The last local day, `YYYY-MM-DD`, of which reminders were forgotten; undefined: none were. Their keys are free again,
 * so nothing may be made for that day or one before it, wherever the clock goes.
 */
export const prunedThrough = (sql: Sql): Promise<string | undefined> => readNote(sql, floorNote)

async function raiseFloor(sql: Sql, dates: readonly (string | null)[]): Promise<void> {
  const newest = dates
    .flatMap((date) => date ?? [])
    .toSorted()
    .at(-1)
  if (newest === undefined || newest <= ((await prunedThrough(sql)) ?? '')) return
  await writeNote(sql, floorNote, newest)
}

/** The notice of it was not seen yet: its buttons are made from the row. */
const isUnread = text<SqlBool>`exists (select 1 from notifications n where n.id = d.notification_id and n.is_read = 0)`

/** Answers how many rows went: `most.rows` where there may be more. */
async function pruneOf(sql: Sql, people: readonly number[], before: string): Promise<number> {
  const gone = await sql
    .deleteFrom('deliveries')
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('deliveries as d')
        .select('d.id')
        .where('d.recipient_id', 'in', people)
        .where('d.state', 'not in', notEnded)
        .where('d.due_at', '<', before)
        // What was due long ago may have ended today: the daily look counts it still.
        .where(({ fn, eb: one }) => one(fn.coalesce('d.sent_at', 'd.updated_at'), '<', before))
        .where((one) => one.or([one('d.local_date', '<', before.slice(0, 10)), one('d.kind', 'in', passing)]))
        .where(text<SqlBool>`not ${isUnread}`)
        .limit(most.rows),
    )
    .returning('local_date')
    .execute()
  await raiseFloor(
    sql,
    gone.map(({ local_date }) => local_date),
  )
  return gone.length
}

/** Goes on from whoever was last. Answers how many people it is through with; undefined: that was everybody. */
async function pruneSome(sql: Sql, upTo: number, before: string): Promise<number | undefined> {
  const rows = await sql
    .selectFrom('users')
    .select('id')
    .where('id', '>', Number((await readNote(sql, cursorNote)) ?? 0))
    .orderBy('id')
    .limit(Math.min(upTo, most.people))
    .execute()
  const last = rows.at(-1)
  const people = rows.map(({ id }) => id)
  if (last && (await pruneOf(sql, people, before)) >= most.rows) return 0
  await writeNote(sql, cursorNote, String(last?.id ?? 0))
  return last && people.length
}

/** Whether the ring before this one was about an hour ago. What a clock gone astray takes for old may be of today. */
async function isSteady(sql: Sql, now: Date): Promise<boolean> {
  const before = await readNote(sql, rungNote)
  await writeNote(sql, rungNote, formatTimestamp(now))
  return before !== undefined && Math.abs(now.getTime() - parseTimestamp(before).getTime()) <= steadyMs
}

const shareOf = async (sql: Sql): Promise<number> => {
  const { count } = await sql
    .selectFrom('users')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return Math.ceil(count / ringsAround)
}

/**
 * Forgets reminders, ends of rests and notes that ended two months ago, of some people more with every call, a few to a
 * transaction, so that others' turns come in between. Called every hour; `signal` ends it early. The first call after the
 * clock was set, or the bot off, does nothing.
 */
export async function pruneDeliveries(orm: MikroORM, now: Date, signal?: AbortSignal): Promise<void> {
  const before = formatTimestamp(new Date(now.getTime() - keptDays * dayMs))
  let left = await inUnit(orm, 'deliveries.share', async ({ sql }) =>
    (await isSteady(sql, now)) ? shareOf(sql) : 0,
  )
  while (left > 0) {
    if (signal?.aborted) return
    const through = await inUnit(orm, 'deliveries.prune', ({ sql }) => pruneSome(sql, left, before))
    if (through === undefined) return
    left -= through
    // Statements on this connection never wait: without this nobody else would get a word in.
    await giveWay()
  }
}
