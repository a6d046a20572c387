import { sql as text } from 'kysely'
import type { ReminderKind } from '../../domain/enums.ts'
import type { MealRef } from '../../domain/meals/foodDay.ts'
import { addDays } from '../../domain/localTime.ts'
import { isReminder } from '../../domain/reminders/conduct.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'
import type { DoneReminder } from './done.ts'
import { forgetAsking } from './patience.ts'
import { type ReminderPayload, reminderPayload } from './payload.ts'

/** A check-in is of the week, whatever day of it it is sent on: the one asked for some days ago is done by it. */
const isOfDay = (kind: ReminderKind, asked: string, date: string): boolean =>
  kind === 'checkIn' ? asked <= date && asked > addDays(date, -7) : asked === date

const isOf = (kind: ReminderKind, payload: ReminderPayload, date: string, meal: MealRef | null): boolean =>
  isOfDay(kind, payload.date, date) &&
  (!payload.meal || (payload.meal.of === meal?.of && payload.meal.id === meal.id))

/** What was sent and waits for an answer, and what was sent for the day, answered or not. */
function answer(turn: Turn, userId: number, kind: ReminderKind, date: string) {
  return turn.sql
    .updateTable('deliveries')
    .set({ answered_at: text<string>`coalesce(answered_at, ${formatTimestamp(turn.now)})` })
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('local_date', 'is not', null)
    .where((eb) => eb.or([eb('answered_at', 'is', null), eb('local_date', '=', date)]))
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .returning(['id', 'message_id', 'payload'])
    .execute()
}

/** What reads so once is not edited to it again, unless it was taken back. */
function noteReads(turn: Turn, ids: readonly number[], how: Exclude<DoneReminder['how'], 'begun'>) {
  return turn.sql
    .updateTable('deliveries')
    .set({
      payload:
        how === 'nothing'
          ? text<string>`json_remove(payload, '$.reads')`
          : text<string>`json_set(payload, '$.reads', ${how})`,
    })
    .where('id', 'in', ids)
    .execute()
}

/** What was done while its reminder is being sent waits until its message is known; given up, the reminder asks as it did. */
function noteMeanwhile(turn: Turn, ids: readonly number[], how: DoneReminder['how']) {
  return turn.sql
    .updateTable('deliveries')
    .set({
      payload:
        how === 'nothing'
          ? text<string>`json_remove(payload, '$.meanwhile')`
          : text<string>`json_set(payload, '$.meanwhile', ${how})`,
    })
    .where('id', 'in', ids)
    .where('state', '=', 'sending')
    .execute()
}

/** The reminder whose message is known from now on, where what it asks for was done while it was being sent. */
export async function settledMeanwhile(sql: Sql, id: number): Promise<DoneReminder | undefined> {
  const row = await sql
    .updateTable('deliveries')
    .set({
      payload: text<string>`json_set(json_remove(payload, '$.meanwhile'), '$.reads',
        nullif(payload ->> '$.meanwhile', 'begun'))`,
    })
    .where('id', '=', id)
    .where(text<boolean>`payload ->> '$.meanwhile' is not null`)
    .returning(['kind', 'message_id', 'payload'])
    .executeTakeFirst()
  const payload = row && reminderPayload(JSON.parse(row.payload))
  if (!payload || !isReminder(row.kind) || row.message_id === null) return undefined
  return { kind: row.kind, messageId: row.message_id, payload, how: payload.reads ?? 'begun' }
}

export interface Settled {
  /** The local day it was done for, `YYYY-MM-DD`. */
  date: string
  meal?: MealRef | null
  how?: DoneReminder['how']
}

/**
 * The acting client did what a kind of reminder asks for, began to, or took that back: those that were sent count as
 * answered, and what stands in the chat for that day (and meal) is edited to it by the frame, which reads `turn.done`.
 */
export async function settle(
  turn: Turn,
  kind: ReminderKind,
  { date, meal = null, how = 'done' }: Settled,
): Promise<void> {
  const { userId } = turn.actor
  if (userId === null) return
  const rows = await answer(turn, userId, kind, date)
  // Whatever is left of the reminders by now.
  await forgetAsking(turn, userId, [kind])
  const read: number[] = []
  const unknown: number[] = []
  for (const { id, message_id: messageId, payload: json } of rows) {
    const payload = reminderPayload(JSON.parse(json))
    if (!payload || !isOf(kind, payload, date, meal) || payload.reads === how) continue
    if (payload.reads === 'done' && how !== 'nothing') continue
    if (messageId === null) {
      unknown.push(id)
      continue
    }
    turn.done.push({ kind, messageId, payload, how })
    read.push(id)
  }
  if (how !== 'begun' && read.length > 0) await noteReads(turn, read, how)
  if (unknown.length > 0) await noteMeanwhile(turn, unknown, how)
}
