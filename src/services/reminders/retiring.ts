import { sql as text } from 'kysely'
import type { MikroORM } from '@mikro-orm/sqlite'
import { dayMs } from '../../domain/localTime.ts'
import type { ReminderKind } from '../../domain/enums.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { daysBack } from '../meals/day.ts'
import { type Presence, presenceOf } from '../owed.ts'
import { type Sql, inUnit } from '../unit.ts'

/** A message whose buttons do nothing any more. */
export interface OverReminder {
  telegramId: number
  presence: Presence
  messageId: number
}

/** Kinds whose buttons are of their day, by the days after it on which they still do what they say. */
const usable: readonly { kinds: readonly ReminderKind[]; days: number }[] = [
  { kinds: ['morning', 'workout'], days: 0 },
  { kinds: ['weighIn', 'checkIn'], days: 3 },
  { kinds: ['missed', 'meal'], days: daysBack },
]

/** The longest day there is, in any zone, has 25 hours: after them the day of a reminder is over. */
const longestDayMs = 25 * 3_600_000
/** Messages of some kinds in one round. What is more is answered in words, by whoever taps it. */
const mostAtOnce = 500

/**
 * What was left without an answer; a question why stands until it has one, as does the last card before the mornings are quiet,
 * and a note has buttons of other news.
 */
function unanswered(sql: Sql, kinds: readonly ReminderKind[], after: Date, until: Date) {
  return sql
    .selectFrom('deliveries as d')
    .innerJoin('users as u', 'u.id', 'd.recipient_id')
    .innerJoin('telegram_accounts as a', 'a.user_id', 'd.recipient_id')
    .leftJoin('conversations as c', 'c.telegram_id', 'a.telegram_id')
    .where('d.state', '=', 'sent')
    .where('d.due_at', '>', formatTimestamp(after))
    .where('d.due_at', '<=', formatTimestamp(until))
    .where('d.kind', 'in', [...kinds])
    .where('d.message_id', 'is not', null)
    .where(
      text<boolean>`coalesce(d.payload ->> '$.reads', d.payload ->> '$.said', d.payload ->> '$.asks',
        d.payload ->> '$.isLast') is null`,
    )
    .where('a.chat_state', '=', 'reachable')
    .where('u.is_active', '=', 1)
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom('deliveries as o')
            .select('o.id')
            .whereRef('o.recipient_id', '=', 'd.recipient_id')
            .whereRef('o.message_id', '=', 'd.message_id')
            .whereRef('o.id', '!=', 'd.id'),
        ),
      ),
    )
}

/**
 * Reminders whose day has ended between two moments, each once: their buttons are to go. Only what came due in a stretch as
 * long as the one between is read, however many reminders there were before.
 */
export function retireOver(orm: MikroORM, since: Date, now: Date): Promise<OverReminder[]> {
  return inUnit(orm, 'reminders.retire', async ({ sql }) => {
    const over: OverReminder[] = []
    for (const { kinds, days } of usable) {
      const before = (at: Date) => new Date(at.getTime() - days * dayMs - longestDayMs)
      const rows = await unanswered(sql, kinds, before(since), before(now))
        .select(['d.id', 'd.message_id', 'a.telegram_id'])
        .select(['c.card_message_id', 'c.card_live', 'c.typed_message_id', 'c.pictures'])
        .orderBy('d.due_at')
        .limit(mostAtOnce)
        .execute()
      for (const row of rows)
        if (row.message_id !== null)
          over.push({ telegramId: row.telegram_id, presence: presenceOf(row), messageId: row.message_id })
    }
    return over
  })
}
