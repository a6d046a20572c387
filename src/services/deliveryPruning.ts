import { setImmediate as giveWay } from 'node:timers/promises'
import type { MikroORM } from '@mikro-orm/sqlite'
import { type SqlBool, sql as text } from 'kysely'
import { patience } from '../domain/reminders/patience.ts'
import { formatTimestamp } from '../entities/types.ts'
import { readNote, writeNote } from './notes.ts'
import { type Sql, inUnit } from './unit.ts'

/** Days for which what has ended is kept: buttons in the chat lead to it, and done things are noted in it. */
const keptDays = 60
/** Rows looked at in one transaction: others wait for it. */
const perUnit = 500

const endedStates = ['sent', 'uncertain', 'failed', 'stale', 'cancelled'] as const

/**
 * What comes day after day besides reminders, and is asked for by nobody later. Of other kinds the row says for good that
 * something was told: a letter that may still be answered, a plan that may still be called off, a verdict that may change.
 */
const passing = ['rest', 'heldNote']

const sweepNote = 'deliveries_pruned_on'
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

/** By the last days that reminders of a kind came it is told whether they are left without an answer, however long ago. */
const isLatest = text<SqlBool>`(d.state in ('sent', 'uncertain') and d.local_date is not null and (select count(*) from
  (select distinct l.local_date from deliveries l where l.recipient_id = d.recipient_id and l.kind = d.kind
    and l.state in ('sent', 'uncertain') and l.local_date > d.local_date limit ${text.lit(patience)}) as later) < ${text.lit(patience)})`

interface Place {
  due_at: string
  id: number
}

/** Forgets what may be of the next rows that ended so. Answers the last it looked at; undefined: there are no more. */
async function pruneSome(
  sql: Sql,
  state: (typeof endedStates)[number],
  after: Place,
  before: string,
): Promise<Place | undefined> {
  const rows = await sql
    .selectFrom('deliveries')
    .select(['id', 'due_at'])
    .where('state', '=', state)
    .where('due_at', '<', before)
    .where(text<SqlBool>`(due_at, id) > (${after.due_at}, ${after.id})`)
    .orderBy('due_at')
    .orderBy('id')
    .limit(perUnit)
    .execute()
  if (rows.length === 0) return undefined
  const gone = await sql
    .deleteFrom('deliveries as d')
    .where(
      'd.id',
      'in',
      rows.map(({ id }) => id),
    )
    // What was due long ago may have ended today: the daily look counts it still.
    .where((eb) => eb(eb.fn.coalesce('d.sent_at', 'd.updated_at'), '<', before))
    .where((eb) => eb.or([eb('d.local_date', '<', before.slice(0, 10)), eb('d.kind', 'in', passing)]))
    .where((eb) => eb.not(isUnread))
    .where((eb) => eb.not(isLatest))
    .returning('local_date')
    .execute()
  await raiseFloor(
    sql,
    gone.map(({ local_date }) => local_date),
  )
  return rows.length < perUnit ? undefined : rows.at(-1)
}

/**
 * Forgets reminders, ends of rests and notes that ended two months ago, once a day of UTC, some rows to a transaction, so
 * that others' turns come in between. Called every hour; what is left when `signal` ends it goes with the next call.
 */
export async function pruneDeliveries(orm: MikroORM, now: Date, signal?: AbortSignal): Promise<void> {
  const today = formatTimestamp(now).slice(0, 10)
  const last = await inUnit(orm, 'deliveries.pruned', ({ sql }) => readNote(sql, sweepNote))
  if (last === today) return
  const before = formatTimestamp(new Date(now.getTime() - keptDays * 86_400_000))
  for (const state of endedStates) {
    for (let after: Place | undefined = { due_at: '', id: 0 }; after;) {
      if (signal?.aborted) return
      const from: Place = after
      after = await inUnit(orm, 'deliveries.prune', ({ sql }) => pruneSome(sql, state, from, before))
      // Statements on this connection never wait: without this nobody else would get a word in.
      await giveWay()
    }
  }
  await inUnit(orm, 'deliveries.pruned', ({ sql }) => writeNote(sql, sweepNote, today))
}
