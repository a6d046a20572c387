import type { MikroORM } from '@mikro-orm/sqlite'
import { formatTimestamp } from '../entities/types.ts'
import { type Sql, inUnit } from './unit.ts'

/** An update as it came, with the person whose lane it belongs to (0 where nobody is behind it). */
export interface Arrival {
  botId: number
  updateId: number
  lane: number
  raw: string
}

/** A kept update. `id` is the lane order; Telegram's own ids may restart at random. */
export interface InboxRow {
  id: number
  /** Null for events of our own. */
  updateId: number | null
  lane: number
  raw: string
  receivedAt: Date
  attempts: number
}

/**
 * Keeps updates before Telegram may forget them. Answers only those that were not known yet:
 * a redelivered update has one effect.
 */
export function keepUpdates(orm: MikroORM, arrivals: readonly Arrival[], now: Date): Promise<InboxRow[]> {
  return inUnit(orm, 'inbox.keep', async ({ sql }) => {
    const kept: InboxRow[] = []
    for (const { botId, updateId, lane, raw } of arrivals) {
      const row = await sql
        .insertInto('inbox')
        .values({
          source: 'telegram',
          bot_id: botId,
          update_id: updateId,
          lane,
          raw,
          received_at: formatTimestamp(now),
          status: 'waiting',
          attempts: 0,
        })
        .onConflict((conflict) => conflict.columns(['bot_id', 'update_id']).doNothing())
        .returning('id')
        .executeTakeFirst()
      if (row) kept.push({ id: row.id, updateId, lane, raw, receivedAt: now, attempts: 0 })
    }
    return kept
  })
}

/** Puts an event of our own (a fetched file, say) into a person's lane. `key` makes it happen once. */
export async function keepInternal(
  sql: Sql,
  lane: number,
  key: string,
  event: object,
  now: Date,
): Promise<InboxRow | undefined> {
  const raw = JSON.stringify({ update_id: 0, internal: event })
  const row = await sql
    .insertInto('inbox')
    .values({
      source: 'internal',
      bot_id: 0,
      update_id: null,
      internal_key: key,
      lane,
      raw,
      received_at: formatTimestamp(now),
      status: 'waiting',
      attempts: 0,
    })
    .onConflict((conflict) => conflict.column('internal_key').doNothing())
    .returning('id')
    .executeTakeFirst()
  return row && { id: row.id, updateId: null, lane, raw, receivedAt: now, attempts: 0 }
}

/** Updates an earlier run left behind, in lane order. */
export function leftovers(orm: MikroORM): Promise<InboxRow[]> {
  return inUnit(orm, 'inbox.leftovers', async ({ sql }) => {
    const rows = await sql
      .selectFrom('inbox')
      .select(['id', 'update_id', 'lane', 'raw', 'received_at', 'attempts'])
      .where('status', '=', 'waiting')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      id: row.id,
      updateId: row.update_id,
      lane: row.lane,
      raw: row.raw,
      receivedAt: new Date(`${row.received_at.replace(' ', 'T')}Z`),
      attempts: row.attempts,
    }))
  })
}

/** Counts a try before it is made, so that an update which kills the process runs out of tries too. */
export function countTry(orm: MikroORM, id: number): Promise<void> {
  return inUnit(orm, 'inbox.try', async ({ sql }) => {
    await sql
      .updateTable('inbox')
      .set((eb) => ({ attempts: eb('attempts', '+', 1) }))
      .where('id', '=', id)
      .execute()
  })
}

/** Marks an update as carried out, in the transaction of its effect. Throws when it was carried out before. */
export async function markDone(sql: Sql, id: number, now: Date): Promise<void> {
  const { numUpdatedRows } = await sql
    .updateTable('inbox')
    .set({ status: 'done', done_at: formatTimestamp(now) })
    .where('id', '=', id)
    .where('status', '=', 'waiting')
    .executeTakeFirstOrThrow()
  if (numUpdatedRows === 0n) throw new Error('An update may have its effect only once')
}

/** Sets an update aside after its last try. `reason` names the kind of error only: never what was written. */
export async function markFailed(sql: Sql, id: number, reason: string, now: Date): Promise<void> {
  await sql
    .updateTable('inbox')
    .set({ status: 'failed', error: reason, done_at: formatTimestamp(now) })
    .where('id', '=', id)
    .execute()
}

/** How long an update is kept, in hours: Telegram redelivers for 24, and what was written is health data. */
const keepHours = { done: 48, failed: 30 * 24 } as const

/** Forgets updates that were carried out long ago; failed ones stay a month for the operator. */
export function pruneInbox(orm: MikroORM, now: Date): Promise<void> {
  return inUnit(orm, 'inbox.prune', async ({ sql }) => {
    for (const status of ['done', 'failed'] as const) {
      const before = formatTimestamp(new Date(now.getTime() - keepHours[status] * 3_600_000))
      await sql.deleteFrom('inbox').where('status', '=', status).where('received_at', '<', before).execute()
    }
  })
}
