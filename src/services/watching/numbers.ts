import type { MikroORM } from '@mikro-orm/sqlite'
import { deliveryStates } from '../../domain/enums.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { type Sql, inUnit } from '../unit.ts'

export interface InboxNumbers {
  waiting: number
  failed: number
  oldestWaiting: Date | null
}

/** How much lies where. */
export interface Numbers {
  inbox: InboxNumbers
  /**
   * By state; states that nothing is in are left out. What has not ended: all of it whose moment has come, and what is
   * held. What has ended: what was due within the last hour, for the table holds months of it.
   */
  deliveries: Record<string, number>
}

async function countInbox(sql: Sql): Promise<InboxNumbers> {
  const inbox = await sql
    .selectFrom('inbox')
    .select((eb) => ['status', eb.fn.countAll<number>().as('count'), eb.fn.min('received_at').as('oldest')])
    .where('status', 'in', ['waiting', 'failed'])
    .groupBy('status')
    .execute()
  const waiting = inbox.find(({ status }) => status === 'waiting')
  return {
    waiting: waiting?.count ?? 0,
    failed: inbox.find(({ status }) => status === 'failed')?.count ?? 0,
    oldestWaiting: waiting ? parseTimestamp(waiting.oldest) : null,
  }
}

const hourMs = 3_600_000
const ever = { from: '0001-01-01', to: '9999-12-31' }

/** When what is counted of a state was, or will be, due. */
function spanOf(state: (typeof deliveryStates)[number], now: Date): { from: string; to: string } {
  const to = formatTimestamp(now)
  if (state === 'held') return ever
  if (state === 'due' || state === 'sending') return { ...ever, to }
  return { from: formatTimestamp(new Date(now.getTime() - hourMs)), to }
}

/** Each state by a stretch of the index: a count of all rows would keep everybody waiting. */
async function countDeliveries(sql: Sql, now: Date): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const state of deliveryStates) {
    const { from, to } = spanOf(state, now)
    const { count } = await sql
      .selectFrom('deliveries')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('state', '=', state)
      .where('due_at', '>', from)
      .where('due_at', '<=', to)
      .executeTakeFirstOrThrow()
    if (count > 0) counts[state] = count
  }
  return counts
}

export const readInbox = (orm: MikroORM): Promise<InboxNumbers> =>
  inUnit(orm, 'watching.inbox', ({ sql }) => countInbox(sql))

export function readNumbers(orm: MikroORM, now: Date): Promise<Numbers> {
  return inUnit(orm, 'watching.numbers', async ({ sql }) => ({
    inbox: await countInbox(sql),
    deliveries: await countDeliveries(sql, now),
  }))
}
