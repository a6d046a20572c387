import type { MikroORM } from '@mikro-orm/sqlite'
import { parseTimestamp } from '../../entities/types.ts'
import { inUnit } from '../unit.ts'

/** How much lies where. */
export interface Numbers {
  inbox: { waiting: number; failed: number; oldestWaiting: Date | null }
  /** By state; states that nothing is in are left out. */
  deliveries: Record<string, number>
}

export function readNumbers(orm: MikroORM): Promise<Numbers> {
  return inUnit(orm, 'watching.numbers', async ({ sql }) => {
    const inbox = await sql
      .selectFrom('inbox')
      .select((eb) => ['status', eb.fn.countAll<number>().as('count'), eb.fn.min('received_at').as('oldest')])
      .where('status', 'in', ['waiting', 'failed'])
      .groupBy('status')
      .execute()
    const waiting = inbox.find(({ status }) => status === 'waiting')
    const deliveries = await sql
      .selectFrom('deliveries')
      .select((eb) => ['state', eb.fn.countAll<number>().as('count')])
      .groupBy('state')
      .execute()
    return {
      inbox: {
        waiting: waiting?.count ?? 0,
        failed: inbox.find(({ status }) => status === 'failed')?.count ?? 0,
        oldestWaiting: waiting ? parseTimestamp(waiting.oldest) : null,
      },
      deliveries: Object.fromEntries(deliveries.map(({ state, count }) => [state, count])),
    }
  })
}
