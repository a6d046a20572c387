import type { Sql } from '../unit.ts'
import { reminderPayload } from './payload.ts'

/** A delivery that ended without reaching anybody, or was called off before it went out. */
interface Lost {
  recipient_id: number
  /** As it is stored. */
  payload: string
}

/**
 * A question why that never got out was not asked: neither of the kinds it named, nor of those that joined it since. A
 * kind their coach was told of was asked about before, and stays so.
 */
export async function forgetLost(sql: Sql, lost: readonly Lost[]): Promise<void> {
  for (const { recipient_id: userId, payload } of lost) {
    const asks = reminderPayload(JSON.parse(payload))?.asks
    if (!asks) continue
    const states = await sql
      .selectFrom('nudge_states')
      .select('asked_at')
      .where('user_id', '=', userId)
      .where('kind', 'in', asks)
      .execute()
    const moments = states.flatMap(({ asked_at: at }) => at ?? [])
    if (moments.length === 0) continue
    await sql
      .deleteFrom('nudge_states')
      .where('user_id', '=', userId)
      .where('reason', 'is', null)
      .where('told_at', 'is', null)
      .where('asked_at', 'in', moments)
      .execute()
  }
}
