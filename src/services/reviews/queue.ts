import { formatTimestamp } from '../../entities/types.ts'
import { requireTrainer } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'

const waitingText = `from reviews r join users u on u.id = r.client_id
  where r.state = 'waiting' and u.role = 'client' and u.trainer_id = ? and (r.client_id = ? or ? is null)`

/** How many wait for a coach's word; of one of their clients, where `clientId` names one. The caller proved the right. */
export async function countOf(sql: Sql, coachId: number, clientId: number | null): Promise<number> {
  const [row] = await query<{ count: number }>(sql, `select count(*) as count ${waitingText}`, [
    coachId,
    clientId,
    clientId,
  ])
  return row?.count ?? 0
}

/** How many wait for the acting coach's word; of one of their clients, where `clientId` names one. */
export async function countWaiting(turn: Turn, clientId: number | null = null): Promise<number> {
  return countOf(turn.sql, requireTrainer(turn).userId, clientId)
}

/** Where a walk through the queue begins: what is put off from now on does not come again in it. */
export const startOfWalk = ({ now }: Turn): string => formatTimestamp(now)

const nextText = `select r.id ${waitingText} and (r.put_off_at is null or r.put_off_at < ?)
  order by r.put_off_at is not null, r.put_off_at, r.created_at, r.id limit 1`

/**
 * What comes next in the acting coach's queue: the oldest, then what was put off before `since` (as stored). Undefined
 * when nothing is left but what was put off since then.
 */
export async function nextWaiting(
  turn: Turn,
  { clientId, since }: { clientId: number | null; since: string },
): Promise<number | undefined> {
  const { userId } = requireTrainer(turn)
  const [row] = await query<{ id: number }>(turn.sql, nextText, [userId, clientId, clientId, since])
  return row?.id
}
