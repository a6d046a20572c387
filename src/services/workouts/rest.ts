import { formatTimestamp } from '../../entities/types.ts'
import type { Walk } from '../../domain/workout/walk.ts'
import type { Actor, Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { run } from '../statement.ts'
import { readWalk } from './walk.ts'

/** A rest that ended longer ago than this is not told of any more. */
const staleAfterMs = 10 * 60_000

const oweText = `insert into deliveries
  (dedupe_key, kind, recipient_id, payload, due_at, expires_at, state, valuable, attempts, created_at, updated_at)
  values (?, 'rest', ?, ?, ?, ?, 'due', 0, 0, ?, ?)
  on conflict (dedupe_key) do update set payload = excluded.payload, due_at = excluded.due_at,
    expires_at = excluded.expires_at, state = 'due', message_id = null, updated_at = excluded.updated_at`

/**
 * Owes the ping at the end of a rest, worded from what is at hand when it is sent. A workout has one rest at a time,
 * hence one row: a new rest takes the place of the last one, and a ping being sent at this moment is taken away by
 * the pusher.
 */
export async function oweRest(turn: Turn, clientId: number, workoutId: number, endsAt: Date): Promise<void> {
  const { due, sql, now } = turn
  if (due.at === null || endsAt < due.at) due.at = endsAt
  const at = formatTimestamp(now)
  const expires = formatTimestamp(new Date(endsAt.getTime() + staleAfterMs))
  const key = `rest:${workoutId}`
  const values = [key, clientId, JSON.stringify({ workoutId }), formatTimestamp(endsAt), expires, at, at]
  await run(sql, oweText, values)
}

/** No ping will come for this workout's rest. */
export async function callOffRest(turn: Turn, workoutId: number): Promise<void> {
  await run(
    turn.sql,
    `update deliveries set state = 'cancelled', updated_at = ? where dedupe_key = ? and state <> 'cancelled'`,
    [formatTimestamp(turn.now), `rest:${workoutId}`],
  )
}

/** The workout a ping is about, for its recipient; undefined when it is not under way any more. */
export async function restOf({ sql }: Unit, recipient: Actor, workoutId: number): Promise<Walk | undefined> {
  const walk = await readWalk({ sql, actor: recipient })
  return walk?.id === workoutId ? walk : undefined
}
