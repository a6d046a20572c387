import { localDate, zoneOr } from '../../domain/localTime.ts'
import { owe } from '../deliveries.ts'
import { query } from '../statement.ts'
import type { Actor, Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { countOf } from './queue.ts'

const quarterMs = 15 * 60_000
const keptForMs = 12 * 3_600_000

const zoneText = 'select time_zone from user_settings where user_id = ?'
const unsaidText = `select count(*) as count from deliveries where recipient_id = ? and kind = 'waiting'
  and state in ('cancelled', 'stale') and dedupe_key like ?`

/**
 * The trainer hears that something waits a quarter of an hour after the first of it, once a local day of theirs; what
 * was looked at before that is not told, and does not count.
 */
export async function nudgeTrainer(turn: Turn, trainerId: number): Promise<void> {
  const { sql, now, actor } = turn
  const [settings] = await query<{ time_zone: string | null }>(sql, zoneText, [trainerId])
  const dueAt = new Date(now.getTime() + quarterMs)
  const day = `waiting:${trainerId}:${localDate(dueAt, zoneOr(settings?.time_zone, actor.timeZone))}`
  const [unsaid] = await query<{ count: number }>(sql, unsaidText, [trainerId, `${day}:%`])
  await owe(
    turn,
    {
      key: `${day}:${unsaid?.count ?? 0}`,
      kind: 'waiting',
      recipientId: trainerId,
      payload: {},
      dueAt,
      expiresAt: new Date(dueAt.getTime() + keptForMs),
      valuable: false,
    },
    now,
  )
}

/** How many wait for whoever is told so. */
export async function waitingFor({ sql }: Unit, { userId }: Actor): Promise<number> {
  return userId === null ? 0 : countOf(sql, userId, null)
}
