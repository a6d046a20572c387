import { type Notice, firstLine } from '../../domain/notices.ts'
import { isReminder } from '../../domain/reminders/conduct.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { ClaimedDelivery } from '../deliveries.ts'
import type { Sql, Unit } from '../unit.ts'

type Told = Pick<ClaimedDelivery, 'id' | 'kind' | 'recipientId'>

/** What comes day after day is not to pile up: the newest takes the place of the last. */
async function replaceOlder(sql: Sql, { kind, recipientId }: Told): Promise<void> {
  if (!isReminder(kind)) return
  await sql
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('recipient_id', '=', recipientId)
    .where('type', '=', kind)
    .where('is_read', '=', 0)
    .execute()
}

/** Words to a coach hold what is others', and how they are: of those the first line is kept, which says what it is about. */
async function isForClient(sql: Sql, recipientId: number): Promise<boolean> {
  const row = await sql.selectFrom('users').select('role').where('id', '=', recipientId).executeTakeFirst()
  return row?.role === 'client'
}

/**
 * Keeps what is about to be sent as not seen, so that it can be found even if it never arrives. A second try words the
 * same row anew. `about`: the one other person it tells of.
 */
export async function noteNews(
  { sql }: Pick<Unit, 'sql'>,
  delivery: Told,
  { title, message, about }: Notice & { about: number | null },
  now: Date,
): Promise<void> {
  const words = (await isForClient(sql, delivery.recipientId)) ? message : firstLine(message)
  const known = await sql
    .updateTable('notifications')
    .set({ title, message: words, about_id: about })
    .where('id', '=', (eb) =>
      eb.selectFrom('deliveries').select('notification_id').where('id', '=', delivery.id),
    )
    .executeTakeFirst()
  if (Number(known.numUpdatedRows) > 0) return
  await replaceOlder(sql, delivery)
  const { id } = await sql
    .insertInto('notifications')
    .values({
      recipient_id: delivery.recipientId,
      type: delivery.kind,
      title,
      message: words,
      about_id: about,
      is_read: 0,
      created_at: formatTimestamp(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql.updateTable('deliveries').set({ notification_id: id }).where('id', '=', delivery.id).execute()
}

/** What was called off is taken from the list as from the chat. */
export async function forgetNews(sql: Sql, deliveryId: number): Promise<void> {
  await sql
    .deleteFrom('notifications')
    .where('id', '=', (eb) =>
      eb.selectFrom('deliveries').select('notification_id').where('id', '=', deliveryId),
    )
    .execute()
}
