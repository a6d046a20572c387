import { sql as text } from 'kysely'
import type { MikroORM } from '@mikro-orm/sqlite'
import type { ReminderKind } from '../../domain/enums.ts'
import { addDays, localDate, zoneOr } from '../../domain/localTime.ts'
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

/** Kinds whose buttons are of their day, and for how many days after it they do what they say. */
const usableDays: Partial<Record<ReminderKind, number>> = {
  morning: 0,
  workout: 0,
  missed: 7,
  weighIn: 3,
  checkIn: 3,
  meal: daysBack,
}
const kinds = Object.keys(usableDays) as ReminderKind[]

/** Messages looked at in one round: what is left is for the next, within the hour. */
const mostAtOnce = 200
/** Days back from now that are looked at: what is older was seen to, or is answered in words when it is tapped. */
const lookBackDays = daysBack + 3

const dayMs = 86_400_000

/** What was left without an answer; a question why stands until it has one, and a note has buttons of other news. */
function unanswered(sql: Sql, now: Date) {
  return sql
    .selectFrom('deliveries as d')
    .innerJoin('users as u', 'u.id', 'd.recipient_id')
    .innerJoin('telegram_accounts as a', 'a.user_id', 'd.recipient_id')
    .leftJoin('user_settings as s', 's.user_id', 'd.recipient_id')
    .leftJoin('conversations as c', 'c.telegram_id', 'a.telegram_id')
    .where('d.state', '=', 'sent')
    .where('d.due_at', '>=', formatTimestamp(new Date(now.getTime() - lookBackDays * dayMs)))
    .where('d.kind', 'in', kinds)
    .where('d.message_id', 'is not', null)
    .where(
      text<boolean>`coalesce(d.payload ->> '$.reads', d.payload ->> '$.said', d.payload ->> '$.asks') is null`,
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
 * Reminders whose day is over where their recipient is, each once: their buttons are to go. Some at a time, the oldest
 * first, so that they do not hold up what is sent; called every hour.
 */
export function retireOver(orm: MikroORM, now: Date, defaultZone: string): Promise<OverReminder[]> {
  return inUnit(orm, 'reminders.retire', async ({ sql }) => {
    // A local day may be a day ahead of this one, or behind; the zone decides below.
    const utc = addDays(now.toISOString().slice(0, 10), 1)
    const rows = await unanswered(sql, now)
      .select(['d.id', 'd.kind', 'd.local_date', 'd.message_id', 's.time_zone', 'a.telegram_id'])
      .select(['c.card_message_id', 'c.card_live', 'c.typed_message_id', 'c.pictures'])
      .where((eb) =>
        eb.or(
          kinds.map((kind) =>
            eb.and([
              eb('d.kind', '=', kind),
              eb('d.local_date', '<', addDays(utc, -(usableDays[kind] ?? 0))),
            ]),
          ),
        ),
      )
      .orderBy('d.due_at')
      .limit(mostAtOnce)
      .execute()
    const over = rows.filter(({ kind, local_date: date, time_zone: zone }) => {
      const today = localDate(now, zoneOr(zone, defaultZone))
      return date !== null && date < addDays(today, -(usableDays[kind as ReminderKind] ?? 0))
    })
    if (over.length === 0) return []
    await sql
      .updateTable('deliveries')
      .set({ payload: text<string>`json_set(payload, '$.reads', 'over')` })
      .where(
        'id',
        'in',
        over.map(({ id }) => id),
      )
      .execute()
    return over.flatMap((row) =>
      row.message_id === null
        ? []
        : [{ telegramId: row.telegram_id, presence: presenceOf(row), messageId: row.message_id }],
    )
  })
}
