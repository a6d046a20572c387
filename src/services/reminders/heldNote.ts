import { formatTimestamp } from '../../entities/types.ts'
import type { ClaimedDelivery } from '../deliveries.ts'
import type { Sql, Unit } from '../unit.ts'

/** What perhaps arrived before it was held is told by one sending of a note: a second one would be its third. */
async function dropDoubted({ sql }: Unit, { recipientId }: ClaimedDelivery, now: Date): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ state: 'uncertain', updated_at: formatTimestamp(now) })
    .where('recipient_id', '=', recipientId)
    .where('state', '=', 'held')
    .where('attempts', '>', 0)
    .execute()
}

/** What was held for somebody in their quiet hours, oldest first, as if it were claimed with the note that tells it. */
export async function heldFor(unit: Unit, note: ClaimedDelivery, now: Date): Promise<ClaimedDelivery[]> {
  const { sql } = unit
  if (note.attempts > 1) await dropDoubted(unit, note, now)
  const rows = await sql
    .selectFrom('deliveries')
    .select(['id', 'kind', 'payload', 'valuable'])
    .where('recipient_id', '=', note.recipientId)
    .where('state', '=', 'held')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id, kind, payload, valuable }) => ({
    ...note,
    id,
    kind,
    payload: JSON.parse(payload) as unknown,
    valuable: Boolean(valuable),
  }))
}

/** There is nothing to say of it any more. */
export async function dropHeld({ sql }: Unit, id: number, now: Date): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ state: 'cancelled', updated_at: formatTimestamp(now) })
    .where('id', '=', id)
    .execute()
}

/** What fits into no note goes by itself, after it. */
export async function releaseHeld({ sql, due }: Unit, id: number, now: Date): Promise<void> {
  const at = formatTimestamp(now)
  await sql
    .updateTable('deliveries')
    .set({ state: 'due', due_at: at, updated_at: at })
    .where('id', '=', id)
    .execute()
  due.at = due.at === null || now < due.at ? now : due.at
}

/** Has the note of what was held come at another moment: its reader's quiet hours changed. */
export async function postponeHeld(
  { sql, due }: Pick<Unit, 'sql' | 'due'>,
  recipientId: number,
  until: Date,
  now: Date,
): Promise<void> {
  const moved = await sql
    .updateTable('deliveries')
    .set({ due_at: formatTimestamp(until), updated_at: formatTimestamp(now) })
    .where('recipient_id', '=', recipientId)
    .where('kind', '=', 'heldNote')
    .where('state', '=', 'due')
    .executeTakeFirst()
  if (Number(moved.numUpdatedRows) > 0) due.at = due.at === null || until < due.at ? until : due.at
}

/**
 * What becomes of the pieces when their note has ended for good. It was sent, or perhaps was: so is what it told. It was
 * refused, could not be worded, or came to nothing: each piece goes by itself, for one may have spoilt it for the others.
 */
export async function endHeld(
  sql: Sql,
  recipientId: number,
  ending: 'sent' | 'uncertain' | 'failed' | 'stale' | 'cancelled',
  messageId: number | null,
  now: Date,
): Promise<void> {
  const at = formatTimestamp(now)
  const told = ending === 'sent' || ending === 'uncertain'
  await sql
    .updateTable('deliveries')
    .set({
      updated_at: at,
      ...(told ? { state: ending, message_id: messageId } : { state: 'due', due_at: at }),
      ...(ending === 'sent' && { sent_at: at }),
    })
    .where('recipient_id', '=', recipientId)
    .where('state', '=', 'held')
    .execute()
}
