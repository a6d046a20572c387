import { dayMs } from '../../domain/localTime.ts'
import type { Facts } from '../../domain/attention/facts.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { toldKeyText } from '../checkIns/sending.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { CoachedClients } from './coached.ts'

/** What waits for the coach themselves. */
export type Waiting = Pick<Facts, 'photos' | 'letter' | 'checkIn'>

const photosText = (
  of: string,
) => `select r.client_id, count(*) as count, min(r.created_at) as at from reviews r
  where r.client_id ${of} and r.state = 'waiting' group by r.client_id`

/**
 * Whatever the coach wrote since answers it; what told them of it holds whether they said that it needs no answer. By sender
 * and id: of all that clients ever wrote, what came after the last answer is read alone.
 */
const lettersText = (
  of: string,
) => `with answered (client, id) as materialized (select a.recipient_id, max(a.id)
    from notifications a where a.sender_id = ? and a.recipient_id ${of} and a.type in ('message', 'reply') group by a.recipient_id)
  select n.sender_id as client_id, max(n.id) as id, min(n.created_at) as at
  from users u left join answered k on k.client = u.id cross join notifications n
  where u.id ${of} and n.sender_id = u.id and n.id > coalesce(k.id, 0) and n.recipient_id = ? and n.type in ('message', 'reply')
  and not exists (select 1 from deliveries d where d.dedupe_key = 'letter:' || n.id and d.answered_at is not null)
  group by n.sender_id`

/** What was told to this coach, and not opened by them. */
const checkInsText = (
  of: string,
) => `select e.client_id, e.id as entry, e.finished_at as at from progress_entries e
  join deliveries d on d.dedupe_key = ${toldKeyText}
  where e.client_id ${of} and e.date >= ? and e.finished_at is not null and d.recipient_id = ?
  and d.answered_at is null and d.state <> 'cancelled' order by e.finished_at, e.id`

/** Days after which nobody opens a check-in any more. */
const freshDays = 14

interface Row {
  client_id: number
  at: string
}

/** What waits for the coach, by client; nothing for whoever is left out. */
export async function readWaiting(
  { sql, now }: Turn,
  { coachId, clients: { of, values } }: CoachedClients,
): Promise<Map<number, Partial<Waiting>>> {
  const waiting = new Map<number, Partial<Waiting>>()
  const add = (client: number, some: Partial<Waiting>) =>
    waiting.set(client, { ...waiting.get(client), ...some })
  const since = formatTimestamp(new Date(now.getTime() - freshDays * dayMs)).slice(0, 10)
  for (const row of await query<Row & { count: number }>(sql, photosText(of), values))
    add(row.client_id, { photos: { count: row.count, at: parseTimestamp(row.at) } })
  for (const row of await query<Row & { id: number }>(sql, lettersText(of), [
    coachId,
    ...values,
    ...values,
    coachId,
  ]))
    add(row.client_id, { letter: { id: row.id, at: parseTimestamp(row.at) } })
  for (const row of await query<Row & { entry: number }>(sql, checkInsText(of), [...values, since, coachId]))
    add(row.client_id, { checkIn: { entry: row.entry, at: parseTimestamp(row.at) } })
  return waiting
}
