import { formatTimestamp } from '../../entities/types.ts'
import type { ClaimedDelivery } from '../deliveries.ts'
import type { Sql, Unit } from '../unit.ts'

/** What was held for somebody in their quiet hours, oldest first, as if it were claimed with the note that tells it. */
export async function heldFor({ sql }: Unit, note: ClaimedDelivery): Promise<ClaimedDelivery[]> {
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

/** The note was sent, or perhaps was: so is what it told. */
export async function endHeld(
  sql: Sql,
  recipientId: number,
  ending: 'sent' | 'uncertain',
  messageId: number | null,
  now: Date,
): Promise<void> {
  const at = formatTimestamp(now)
  await sql
    .updateTable('deliveries')
    .set({ state: ending, message_id: messageId, updated_at: at, ...(ending === 'sent' && { sent_at: at }) })
    .where('recipient_id', '=', recipientId)
    .where('state', '=', 'held')
    .execute()
}
