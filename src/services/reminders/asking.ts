import { localTime } from '../../domain/localTime.ts'
import { type OwnReminder, type Wishes, inCard } from '../../domain/reminders/once.ts'
import { courseOf } from '../../domain/reminders/patience.ts'
import { isQuietTime } from '../../domain/reminders/quiet.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import type { OwnDay } from './ownDay.ts'
import { takenBy } from './patience.ts'
import { reminderPayload } from './payload.ts'
import { hoursOf } from './quietGate.ts'

type Asked = 'weighIn' | 'checkIn'

/** How the card of a morning speaks of a thing: `ask`s for it, says `at` when it will be asked for, or says nothing. */
export type Mention = { ask: true } | { ask: false; at: Date } | null

/** The reminder of its own that a thing has on a day, and when it comes if it is still to come. */
async function ownReminderOn(
  { turn, userId, about: { date } }: OwnDay,
  kind: Asked,
): Promise<{ own: OwnReminder; at: Date | null }> {
  const { sql, now, actor } = turn
  const rows = await sql
    .selectFrom('deliveries')
    .select(['state', 'due_at', 'payload'])
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('local_date', '=', date)
    .where((eb) => eb.or([eb('state', '!=', 'due'), eb('expires_at', '>', formatTimestamp(now))]))
    .execute()
  if (rows.some(({ state }) => state === 'sending' || state === 'sent' || state === 'uncertain'))
    return { own: 'came', at: null }
  const { zone, quiet } = await hoursOf(sql, userId, actor.timeZone)
  const coming = rows.filter(({ state, due_at, payload }) => {
    const passes = reminderPayload(JSON.parse(payload))?.isOwnHour === true
    return state === 'due' && (passes || !isQuietTime(localTime(parseTimestamp(due_at), zone), quiet))
  })
  const at = coming.map(({ due_at }) => due_at).toSorted()[0]
  return at === undefined ? { own: 'none', at: null } : { own: 'comes', at: parseTimestamp(at) }
}

/** Whether they asked to be left in peace with a kind, or left it without an answer for so long that they are. */
async function isLeftInPeace({ turn, userId, about }: OwnDay, kind: Asked): Promise<boolean> {
  const course = courseOf(await takenBy(turn.sql, userId, kind, about.date), turn.now)
  return course === 'leave' || course === 'tell'
}

/** How the card of this morning speaks of a thing that is not done yet. */
export async function mentionOf(own: OwnDay, kind: Asked, wishes: Wishes): Promise<Mention> {
  const reminder = await ownReminderOn(own, kind)
  const how = inCard(kind, wishes, { date: own.about.date, own: reminder.own })
  if (how === 'left' || (await isLeftInPeace(own, kind))) return null
  return how === 'announced' && reminder.at ? { ask: false, at: reminder.at } : { ask: true }
}
