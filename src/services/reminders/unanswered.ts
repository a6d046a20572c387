import { dayMs } from '../../domain/localTime.ts'
import type { ReminderKind } from '../../domain/enums.ts'
import { memoryDays } from '../../domain/reminders/patience.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { owe } from '../deliveries.ts'
import { query } from '../statement.ts'
import type { Sql, Unit } from '../unit.ts'
import { newsTimes } from './newsTimes.ts'

/** Time for others who are left in peace at that moment, and other kinds: they are told of together. */
const gatherMs = 2 * 60_000

const since = (now: Date): string => formatTimestamp(new Date(now.getTime() - memoryDays * dayMs))

const knownText = `select 1 from nudge_states where user_id = ? and reason is null and told_at >= ? and told_at < ? limit 1`

/**
 * Tells somebody's coach that they leave reminders without an answer: in the brief that is to come, or by itself. Once,
 * whichever kinds it is of. Whoever has no coach tells nobody.
 */
export async function tellUnanswered(
  unit: Unit,
  { clientId, defaultZone }: { clientId: number; defaultZone: string },
  now: Date,
): Promise<void> {
  const { sql } = unit
  const client = await sql
    .selectFrom('users')
    .select('trainer_id')
    .where('id', '=', clientId)
    .executeTakeFirst()
  const coach = client?.trainer_id
  if (!coach || (await query(sql, knownText, [clientId, since(now), formatTimestamp(now)])).length > 0) return
  const told = (await newsTimes(sql, [coach], now, defaultZone))(coach)
  const dueAt = new Date(Math.max(told.getTime(), now.getTime() + gatherMs))
  await owe(
    unit,
    {
      key: `unanswered:${clientId}:${formatTimestamp(now).slice(0, 10)}`,
      kind: 'unanswered',
      recipientId: coach,
      payload: { client: clientId },
      dueAt,
      expiresAt: new Date(dueAt.getTime() + 2 * dayMs),
      valuable: true,
    },
    now,
  )
}

/** A client of whom a coach is to hear that they leave reminders without an answer. */
export interface Unanswering {
  userId: number
  name: string
  kinds: readonly ReminderKind[]
}

const waitingText = `select d.id, u.id as client, coalesce(u.full_name, u.username) as name, q.kind
  from deliveries d join users u on u.id = d.payload ->> '$.client' and u.trainer_id = d.recipient_id
  join nudge_states q on q.user_id = u.id and q.reason is null and q.told_at >= ?
  left join reminder_rules r on r.user_id = u.id and r.kind = q.kind
  where d.recipient_id = ? and d.kind = 'unanswered' and coalesce(r.is_on, 1) = 1
  and (d.id = ? or (d.state in ('due', 'held') and d.due_at <= ?)) order by d.id, q.id`

/**
 * What one of these deliveries tells a coach, and the others with it that are due, or about to be: by client, and the deliveries that are
 * told by it. Of whoever is back there is nothing to tell.
 */
export async function waitingUnanswered(
  sql: Sql,
  { coachId, id }: { coachId: number; id: number },
  now: Date,
): Promise<{ clients: Unanswering[]; told: number[] }> {
  const rows = await query<{ id: number; client: number; name: string; kind: ReminderKind }>(
    sql,
    waitingText,
    [since(now), coachId, id, formatTimestamp(new Date(now.getTime() + gatherMs))],
  )
  const clients = [...Map.groupBy(rows, ({ client }) => client)].map(([userId, of]): Unanswering => ({
    userId,
    name: of[0]?.name ?? '…',
    kinds: [...new Set(of.map(({ kind }) => kind))],
  }))
  return { clients, told: [...new Set(rows.map((row) => row.id))] }
}
