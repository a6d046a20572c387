import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { isReminder } from '../../domain/reminders/conduct.ts'
import { pauseFor } from '../../domain/reminders/patience.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type Authorized, requireMember } from '../access.ts'
import { owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { noteNudge } from './patience.ts'
import { type ReminderPayload, reminderPayload } from './payload.ts'

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

/** The actor made something of a kind of reminder: those there were do not count as left without an answer. */
export async function noteAnswered(turn: Turn, { kind }: Pick<OwnReminder, 'kind'>): Promise<void> {
  const { userId } = requireMember(turn)
  await turn.sql
    .updateTable('deliveries')
    .set({ answered_at: formatTimestamp(turn.now) })
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('local_date', 'is not', null)
    .where('answered_at', 'is', null)
    .where('state', 'in', ['sending', 'sent', 'uncertain'])
    .execute()
}

/**
 * Why reminders of a kind come to nothing: they pause accordingly, and the coach hears it once. Answers the last local
 * day of the pause, null for none. A second press changes nothing more than the first.
 */
export async function sayWhy(turn: Turn, reminder: OwnReminder, reason: PauseReason): Promise<string | null> {
  const { userId } = requireMember(turn)
  const { now, actor } = turn
  const until = pauseFor(reason, localDate(now, actor.timeZone))
  await noteAnswered(turn, reminder)
  await noteNudge(
    turn.sql,
    userId,
    reminder.kind,
    { reason, paused_until: until, asked_at: null, told_at: formatTimestamp(now) },
    now,
  )
  if (actor.trainerId !== null && until !== null)
    await owe(
      turn,
      {
        key: `paused:${reminder.id}`,
        kind: 'paused',
        recipientId: actor.trainerId,
        payload: { client: userId, kind: reminder.kind, reason, until },
        dueAt: now,
        expiresAt: new Date(now.getTime() + 24 * 3_600_000),
        valuable: true,
      },
      now,
    )
  return until
}
