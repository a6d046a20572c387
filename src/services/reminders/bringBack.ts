import { isReminder } from '../../domain/reminders/conduct.ts'
import type { ReminderKind } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { owe } from '../deliveries.ts'
import type { Turn } from '../turn.ts'
import { laterKey } from './later.ts'
import { reminderPayload } from './payload.ts'

/** Reminders of a local day that gave way to the question why, or to the peace after it, and are worth sending yet. */
async function gaveWay(turn: Turn, userId: number, kinds: readonly ReminderKind[], date: string) {
  const rows = await turn.sql
    .selectFrom('deliveries')
    .select(['id', 'kind', 'state', 'attempts', 'payload', 'expires_at'])
    .where('recipient_id', '=', userId)
    .where('kind', 'in', [...kinds])
    .where('local_date', '=', date)
    .where('expires_at', '>', formatTimestamp(turn.now))
    .where('due_at', '<=', formatTimestamp(turn.now))
    .orderBy('due_at')
    .execute()
  return rows.flatMap(({ payload: json, kind, ...row }) => {
    const payload = reminderPayload(JSON.parse(json))
    return payload && isReminder(kind) ? [{ ...row, kind, payload }] : []
  })
}

/**
 * Has what reminders of today would have asked the actor for come after all: in place of what was left unsaid itself, and
 * beside the question that stood in its place. What is done by now says nothing when it is worded.
 */
export async function bringBack(turn: Turn, userId: number, kinds: readonly ReminderKind[]): Promise<void> {
  const { now } = turn
  const date = localDate(now, turn.actor.timeZone)
  const at = formatTimestamp(now)
  for (const { id, kind, state, attempts, payload, expires_at } of await gaveWay(turn, userId, kinds, date)) {
    const { asks, isOwnHour, meal } = payload
    if (state === 'cancelled' && attempts === 0) {
      await turn.sql
        .updateTable('deliveries')
        .set({ state: 'due', due_at: at, updated_at: at })
        .where('id', '=', id)
        .execute()
      turn.due.at = now
    } else if (asks && expires_at !== null) {
      const key = laterKey(userId, kind, date)
      const expiresAt = parseTimestamp(expires_at)
      await owe(
        turn,
        {
          key,
          kind,
          recipientId: userId,
          payload: { date, isOwnHour, ...(meal && { meal }) },
          dueAt: now,
          expiresAt,
          valuable: false,
        },
        now,
      )
      await turn.sql
        .updateTable('deliveries')
        .set({ local_date: date })
        .where('dedupe_key', '=', key)
        .execute()
    }
  }
}
