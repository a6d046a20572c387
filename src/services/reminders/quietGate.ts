import { zoneOr } from '../../domain/localTime.ts'
import { comesAtAnyHour, conductOf, isReminder } from '../../domain/reminders/conduct.ts'
import { type QuietHours, quietUntil, usualQuiet } from '../../domain/reminders/quiet.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type ClaimedDelivery, owe } from '../deliveries.ts'
import type { Sql, Unit } from '../unit.ts'
import { forgetLost } from './lost.ts'
import { reminderPayload } from './payload.ts'

/** When somebody wants their peace, and where they are. */
export interface OwnHours {
  /** IANA name */
  zone: string
  quiet: QuietHours
}

/** Whoever said nothing has the usual hours, in the installation's zone. */
export async function hoursOf(sql: Sql, userId: number, defaultZone: string): Promise<OwnHours> {
  const row = await sql
    .selectFrom('user_settings')
    .select(['time_zone', 'quiet_from', 'quiet_to'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  const { quiet_from: from, quiet_to: to } = row ?? {}
  return {
    zone: zoneOr(row?.time_zone, defaultZone),
    quiet: { from: from?.slice(0, 5) ?? usualQuiet.from, to: to?.slice(0, 5) ?? usualQuiet.to },
  }
}

/** Time after the quiet hours in which a note, and news in it, are worth sending. */
const worthMs = 24 * 3_600_000

/** News are worth telling after the quiet hours; a reminder is of its hour, and worth no more for having waited. */
const heldUntil = ({ kind, expiresAt }: ClaimedDelivery, until: Date): Date =>
  isReminder(kind) && expiresAt ? expiresAt : new Date(until.getTime() + worthMs)

/** Keeps content for one note after the quiet hours; what is worth nothing any more by then is dropped. */
async function hold(unit: Unit, delivery: ClaimedDelivery, until: Date, now: Date): Promise<void> {
  const { id, recipientId } = delivery
  const worth = heldUntil(delivery, until)
  if (worth <= until) return drop(unit, delivery, now)
  const expiresAt = new Date(until.getTime() + worthMs)
  await unit.sql
    .updateTable('deliveries')
    .set({
      state: 'held',
      due_at: formatTimestamp(until),
      expires_at: formatTimestamp(worth),
      attempts: delivery.attempts - 1,
      updated_at: formatTimestamp(now),
    })
    .where('id', '=', id)
    .execute()
  if (await moveNote(unit.sql, recipientId, { until, expiresAt }, now)) return
  // Of a moment, not of an evening: the note of this evening may have gone already, by other hours or another clock.
  const key = `heldNote:${recipientId}:${now.toISOString()}`
  const note = { key, kind: 'heldNote', recipientId, payload: {}, dueAt: until, expiresAt, valuable: true }
  await owe(unit, note, now)
}

/** The note that is still to come tells this as well. False: there is none. */
async function moveNote(
  sql: Sql,
  recipientId: number,
  { until, expiresAt }: { until: Date; expiresAt: Date },
  now: Date,
): Promise<boolean> {
  const moved = await sql
    .updateTable('deliveries')
    .set({
      due_at: formatTimestamp(until),
      expires_at: formatTimestamp(expiresAt),
      updated_at: formatTimestamp(now),
    })
    .where('recipient_id', '=', recipientId)
    .where('kind', '=', 'heldNote')
    .where('state', '=', 'due')
    .executeTakeFirst()
  return Number(moved.numUpdatedRows) > 0
}

/** The quiet hours were changed since the note was made: it comes at their end. */
async function putOff(unit: Unit, { id, attempts }: ClaimedDelivery, until: Date, now: Date): Promise<void> {
  await unit.sql
    .updateTable('deliveries')
    .set({
      state: 'due',
      due_at: formatTimestamp(until),
      expires_at: formatTimestamp(new Date(until.getTime() + worthMs)),
      attempts: attempts - 1,
      updated_at: formatTimestamp(now),
    })
    .where('id', '=', id)
    .execute()
}

/** What has perhaps arrived before is not called stale. */
async function drop({ sql }: Unit, { id, attempts }: ClaimedDelivery, now: Date): Promise<void> {
  const dropped = await sql
    .updateTable('deliveries')
    .set({ state: attempts > 1 ? 'uncertain' : 'stale', updated_at: formatTimestamp(now) })
    .where('id', '=', id)
    .returning(['recipient_id', 'payload'])
    .execute()
  if (attempts <= 1) await forgetLost(sql, dropped)
}

/**
 * Whether a delivery that is about to be sent may be sent at this hour. In quiet hours answers and alarms pass, and so do
 * hours the person chose; a nudge is dropped and counted as stale; content is held for one note afterwards.
 */
export async function passesQuietHours(
  unit: Unit,
  delivery: ClaimedDelivery,
  now: Date,
  defaultZone: string,
): Promise<boolean> {
  const conduct = conductOf(delivery.kind)
  if (comesAtAnyHour(delivery.kind) || reminderPayload(delivery.payload)?.isOwnHour === true) return true
  const { zone, quiet } = await hoursOf(unit.sql, delivery.recipientId, defaultZone)
  const until = quietUntil(now, zone, quiet)
  if (until === undefined) return true
  if (conduct === 'nudge') await drop(unit, delivery, now)
  else await (delivery.kind === 'heldNote' ? putOff : hold)(unit, delivery, until, now)
  return false
}
