import { formatTimestamp } from '../../entities/types.ts'
import { run } from '../statement.ts'
import type { Sql } from '../unit.ts'

const callOffText = `update deliveries set state = 'cancelled', updated_at = ? where recipient_id = ?
  and state in ('due', 'held', 'sending') and (json_extract(payload, '$.client') = ?
  or (kind = 'joined' and json_extract(payload, '$.userId') = ?)
  or notification_id in (select id from notifications where recipient_id = ? and sender_id = ?))`
const forgetText = 'delete from notifications where recipient_id = ? and (about_id = ? or sender_id = ?)'

/**
 * A coach who lets a client go keeps nothing of what was told of them, or written by them, in the list; what is not sent
 * yet is called off, and what is being sent now is taken away by the pusher. What the coach wrote stays the client's.
 */
export async function forgetClient(
  sql: Sql,
  { userId: client, trainerId: coach }: { userId: number; trainerId: number },
  now: Date,
): Promise<void> {
  await run(sql, callOffText, [formatTimestamp(now), coach, client, client, coach, client])
  await run(sql, forgetText, [coach, client, client])
}
