import { sql as text } from 'kysely'
import type { ReminderKind } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { isReminder } from '../../domain/reminders/conduct.ts'
import { nextAsked } from '../../domain/reminders/once.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { type Authorized, requireMember } from '../access.ts'
import { owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { laterKey } from './later.ts'
import { forgetAsking } from './patience.ts'
import { type ReminderPayload, reminderPayload } from './payload.ts'
import { wishesOf } from './rules.ts'

/** A reminder that the actor got. */
export interface OwnReminder {
  id: number
  kind: ReminderKind
  messageId: number | null
  payload: ReminderPayload
}

/** A button's delivery is a claim: somebody else's, no reminder and none at all answer alike, Refusal `notThere`. */
export async function ownReminder(turn: Turn, deliveryId: number): Promise<OwnReminder> {
  const { userId }: Authorized<{ userId: number }> = requireMember(turn)
  const row = await turn.sql
    .selectFrom('deliveries')
    .select(['id', 'kind', 'message_id', 'payload'])
    .where('id', '=', deliveryId)
    .where('recipient_id', '=', userId)
    .executeTakeFirst()
  const payload = row && reminderPayload(JSON.parse(row.payload))
  if (!row || !payload || !isReminder(row.kind)) throw new Refusal('notThere')
  return { id: row.id, kind: row.kind, messageId: row.message_id, payload }
}

/** The actor made something of kinds of reminders: those there were do not count as left without an answer. */
export async function noteAnswered(turn: Turn, kinds: readonly ReminderKind[]): Promise<void> {
  const { userId } = requireMember(turn)
  await turn.sql
    .updateTable('deliveries')
    .set({ answered_at: formatTimestamp(turn.now) })
    .where('recipient_id', '=', userId)
    .where('kind', 'in', [...kinds])
    .where('local_date', 'is not', null)
    .where('answered_at', 'is', null)
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .execute()
  await forgetAsking(turn, userId, kinds)
}

/** Keeps what the actor said of a reminder: later ones go by it. */
export async function noteSaid(turn: Turn, { id }: OwnReminder, said: string): Promise<void> {
  await turn.sql
    .updateTable('deliveries')
    .set({ payload: text<string>`json_set(payload, '$.said', ${said})` })
    .where('id', '=', id)
    .execute()
}

/** The next local day of the actor's, after today, on which they are asked for a thing; undefined where they never are. */
export async function nextDayAsked(turn: Turn, kind: ReminderKind): Promise<string | undefined> {
  const { userId } = requireMember(turn)
  const wishes = (await wishesOf(turn.sql, [userId])).get(userId) ?? {}
  return nextAsked(kind, wishes, localDate(turn.now, turn.actor.timeZone))
}

const laterMs = 2 * 3_600_000

/**
 * Asks once more in two hours, whatever the hour: they wish it. Answers when; undefined when that is another day of
 * theirs, they were asked once more already, or they switched it off. A second press changes nothing.
 */
export async function askLater(turn: Turn, { kind, payload }: OwnReminder): Promise<Date | undefined> {
  const { userId } = requireMember(turn)
  const { now, actor } = turn
  const { date } = payload
  const dueAt = new Date(now.getTime() + laterMs)
  if (localDate(dueAt, actor.timeZone) !== date) return undefined
  if ((await wishesOf(turn.sql, [userId])).get(userId)?.[kind]?.isOn === false) return undefined
  const key = laterKey(userId, kind, date)
  const later = { key, kind, recipientId: userId, payload: { date, isOwnHour: true }, dueAt }
  await owe(turn, { ...later, expiresAt: new Date(dueAt.getTime() + laterMs / 2), valuable: false }, now)
  const made = await turn.sql
    .updateTable('deliveries')
    .set({ local_date: date })
    .where('dedupe_key', '=', key)
    .where('state', '=', 'due')
    .returning('due_at')
    .executeTakeFirst()
  return made && parseTimestamp(made.due_at)
}
