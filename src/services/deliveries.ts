import type { MikroORM } from '@mikro-orm/sqlite'
import type { ExpressionBuilder } from 'kysely'
import type { Tables } from '../entities/tables.ts'
import { formatTimestamp, parseTimestamp } from '../entities/types.ts'
import { forgetNews } from './notices/writing.ts'
import { type Presence, presenceOf } from './owed.ts'
import { forgetLost } from './reminders/lost.ts'
import { type Sql, type Unit, inUnit } from './unit.ts'

/** Something owed to another person or to a later moment; rendered when it is sent. */
export interface NewDelivery {
  /** One delivery per key, ever: kind, person and what it is about. */
  key: string
  kind: string
  recipientId: number
  payload: object
  dueAt: Date
  /** Past this it is dropped and counted, never sent late. */
  expiresAt: Date
  /** Content may arrive twice at the very worst; a nudge arrives once or not at all. */
  valuable: boolean
  /** The row of `notifications` it tells, where there is one already. */
  notification?: number
}

export interface ClaimedDelivery {
  id: number
  kind: string
  attempts: number
  payload: unknown
  valuable: boolean
  recipientId: number
  /** As it is stored. */
  dueAt: string
  /** Past this it is not sent any more. */
  expiresAt: Date | null
  telegramId: number
  presence: Presence
}

/** Makes something owed. The same key twice is one delivery. */
export async function owe(unit: Unit, delivery: NewDelivery, now: Date): Promise<void> {
  const { sql, due } = unit
  due.at = due.at === null || delivery.dueAt < due.at ? delivery.dueAt : due.at
  const at = formatTimestamp(now)
  const values = {
    payload: JSON.stringify(delivery.payload),
    due_at: formatTimestamp(delivery.dueAt),
    expires_at: formatTimestamp(delivery.expiresAt),
    state: 'due',
    message_id: null,
    updated_at: at,
  } as const
  await sql
    .insertInto('deliveries')
    .values({
      dedupe_key: delivery.key,
      kind: delivery.kind,
      recipient_id: delivery.recipientId,
      valuable: delivery.valuable ? 1 : 0,
      notification_id: delivery.notification ?? null,
      attempts: 0,
      created_at: at,
      ...values,
    })
    .onConflict((conflict) => conflict.column('dedupe_key').doNothing())
    .execute()
}

/**
 * Calls a delivery off. Answers whether its recipient has heard of it, or may have: of some sendings nobody knows whether
 * they arrived, and one that is going on is seen for a moment before the pusher takes it away.
 */
export async function callOff(sql: Sql, key: string, now: Date): Promise<boolean> {
  const row = await sql
    .selectFrom('deliveries')
    .select(['id', 'state', 'attempts'])
    .where('dedupe_key', '=', key)
    .executeTakeFirst()
  if (!row || row.state === 'cancelled') return false
  await forgetNews(sql, row.id)
  await sql
    .updateTable('deliveries')
    .set({ state: 'cancelled', updated_at: formatTimestamp(now) })
    .where('id', '=', row.id)
    .execute()
  if (row.state === 'failed') return false
  // What was told in a note of what was held has no attempt of its own.
  return row.attempts > 0 || row.state === 'sent' || row.state === 'uncertain'
}

/** Deliveries that wait for people who can be reached and whose access is on; of nobody in `busy` (Telegram ids). */
function waiting(sql: Sql, busy: readonly number[]) {
  const query = sql
    .selectFrom('deliveries as d')
    .innerJoin('users as u', 'u.id', 'd.recipient_id')
    .innerJoin('telegram_accounts as a', 'a.user_id', 'd.recipient_id')
    .leftJoin('conversations as c', 'c.telegram_id', 'a.telegram_id')
    .where('d.state', '=', 'due')
    .where('u.is_active', '=', 1)
    .where('a.chat_state', '=', 'reachable')
  return busy.length > 0 ? query.where('a.telegram_id', 'not in', busy) : query
}

/** Those of them that are due at `at`, the longest due first. */
const dueNow = (sql: Sql, busy: readonly number[], at: string) =>
  waiting(sql, busy)
    .select([
      'd.id',
      'd.kind',
      'd.attempts',
      'd.payload',
      'd.valuable',
      'd.recipient_id',
      'd.due_at',
      'd.expires_at',
    ])
    .select(['a.telegram_id', 'c.card_message_id', 'c.card_live', 'c.typed_message_id', 'c.pictures'])
    .where('d.due_at', '<=', at)
    .orderBy('d.due_at')
    .orderBy('d.id')

export interface Claim {
  now: Date
  /** Telegram ids of people something is being sent to: one delivery at a time for each. */
  busy: readonly number[]
  limit: number
}

/** The kind that goes before whatever else is due: it is worth nothing a few seconds later. */
export const urgent = 'rest'

/** What is late is counted as stale, or as uncertain where it has perhaps arrived before. */
async function dropLate(sql: Sql, at: string): Promise<void> {
  const late = await sql
    .updateTable('deliveries')
    .set((eb) => ({
      state: eb
        .case()
        .when('attempts', '>', 0)
        .then('uncertain' as const)
        .else('stale' as const)
        .end(),
      updated_at: at,
    }))
    .where('state', 'in', ['due', 'held'])
    .where('due_at', '<=', at)
    .where('expires_at', '<=', at)
    .returning(['state', 'recipient_id', 'payload'])
    .execute()
  await forgetLost(
    sql,
    late.filter(({ state }) => state === 'stale'),
  )
}

/**
 * Finds what is due, at most one delivery a person, for a caller who keeps them busy until it has ended. Nothing is noted of
 * it: of whoever dies before `beginSending` it is certain that nothing was sent. Late ones become stale.
 */
export function claimDue(orm: MikroORM, { now, busy, limit }: Claim): Promise<ClaimedDelivery[]> {
  return inUnit(orm, 'deliveries.claim', async ({ sql }) => {
    const at = formatTimestamp(now)
    await dropLate(sql, at)
    // Two questions, each in the order of the index: sorting a long backlog anew for every round is what takes time.
    const found = [
      ...(await dueNow(sql, busy, at).where('d.kind', '=', urgent).limit(limit).execute()),
      ...(await dueNow(sql, busy, at).where('d.kind', '!=', urgent).limit(limit).execute()),
    ].slice(0, limit)
    const met = new Set<number>()
    const rows = found.filter(({ telegram_id: who }) => !met.has(who) && met.add(who))
    return rows.map((row) => ({
      id: row.id,
      kind: row.kind,
      attempts: row.attempts + 1,
      payload: JSON.parse(row.payload) as unknown,
      valuable: Boolean(row.valuable),
      recipientId: row.recipient_id,
      dueAt: row.due_at,
      expiresAt: row.expires_at === null ? null : parseTimestamp(row.expires_at),
      telegramId: row.telegram_id,
      presence: presenceOf(row),
    }))
  })
}

/** The row of a claimed delivery, unless it was called off, put off or sent since; before and after its sending began. */
export const asClaimed =
  ({ id, attempts, dueAt }: ClaimedDelivery) =>
  (eb: ExpressionBuilder<Tables, 'deliveries'>) =>
    eb.and([
      eb('id', '=', id),
      eb.or([
        eb.and([eb('state', '=', 'sending'), eb('attempts', '=', attempts)]),
        eb.and([eb('state', '=', 'due'), eb('attempts', '=', attempts - 1), eb('due_at', '=', dueAt)]),
      ]),
    ])

/** Whether it was not called off, or put off, since it was claimed. */
export async function isStillOwed({ sql }: Unit, delivery: ClaimedDelivery): Promise<boolean> {
  const row = await sql.selectFrom('deliveries').select('id').where(asClaimed(delivery)).executeTakeFirst()
  return row !== undefined
}

/** Committed right before the call: from here on it has perhaps arrived. False: it is not owed any more. */
export function beginSending(
  orm: MikroORM,
  delivery: ClaimedDelivery,
  runId: string,
  now: Date,
): Promise<boolean> {
  return inUnit(orm, 'deliveries.begin', async ({ sql }) => {
    const { attempts } = delivery
    const begun = await sql
      .updateTable('deliveries')
      .set({ state: 'sending', run_id: runId, attempts, updated_at: formatTimestamp(now) })
      .where(asClaimed(delivery))
      .executeTakeFirst()
    return Number(begun.numUpdatedRows) > 0
  })
}

/** When the pusher has to wake next; undefined when nothing waits for anybody who can be reached and is not busy. */
export function nextDue(orm: MikroORM, busy: readonly number[]): Promise<Date | undefined> {
  return inUnit(orm, 'deliveries.next', async ({ sql }) => {
    const row = await waiting(sql, busy)
      .select('d.due_at as due')
      .orderBy('d.due_at')
      .limit(1)
      .executeTakeFirst()
    return row ? parseTimestamp(row.due) : undefined
  })
}
