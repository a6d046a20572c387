import type { DoneSet, WalkItem } from '../../domain/workout/walk.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'

type Said = Omit<DoneSet, 'id' | 'number'>

const outdateText = `update set_corrections set said_before = null where set_log_id = ? and message_id <> ?`
const keepText = `insert into set_corrections (set_log_id, message_id, said_before) values (?, ?, ?)
  on conflict (set_log_id, message_id) do nothing`
const keptText = `select c.id, c.set_log_id, c.said_before from set_corrections c
  join set_logs s on s.id = c.set_log_id where s.client_id = ? and c.message_id = ?`

/**
 * Keeps who corrects a set: a message, by its id, or 0 for nobody who could say it anew. `set` is as it was before.
 * What earlier messages said is not taken back any more.
 */
export async function keepCorrection(turn: Turn, set: DoneSet, by: number): Promise<void> {
  await run(turn.sql, outdateText, [set.id, by])
  if (by === 0) return
  const { reps, seconds, weight, typedWeight, typedUnit, rpe, notes } = set
  const before: Said = { reps, seconds, weight, typedWeight, typedUnit, rpe, notes }
  await run(turn.sql, keepText, [set.id, by, JSON.stringify(before)])
}

/**
 * Forgets what a message of the actor's corrected of an item, because it is about to be said anew. Answers the sets
 * that go back to what they were: those of which nothing was said since.
 */
export async function forgetCorrections(
  turn: Turn,
  clientId: number,
  item: WalkItem,
  by: number,
): Promise<{ set: DoneSet; before: Said }[]> {
  const rows = await query<{ id: number; set_log_id: number; said_before: string | null }>(
    turn.sql,
    keptText,
    [clientId, by],
  )
  const back: { set: DoneSet; before: Said }[] = []
  for (const row of rows) {
    const set = item.done.find(({ id }) => id === row.set_log_id)
    if (!set) continue
    await run(turn.sql, 'delete from set_corrections where id = ?', [row.id])
    if (row.said_before !== null) back.push({ set, before: JSON.parse(row.said_before) as Said })
  }
  return back
}
