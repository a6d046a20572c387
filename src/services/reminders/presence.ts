import { sql as text } from 'kysely'
import { localDate } from '../../domain/localTime.ts'
import { isSilent } from '../../domain/reminders/silence.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { newest } from '../attention/coached.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'
import type { OwnDay } from './ownDay.ts'
import { askedOf, noteNudge } from './patience.ts'

/** When somebody wrote or tapped last; null: never. The caller proves the right to know. */
export async function lastActed(sql: Sql, userId: number): Promise<Date | null> {
  const row = await sql
    .selectFrom('conversations as c')
    .innerJoin('telegram_accounts as a', 'a.telegram_id', 'c.telegram_id')
    .select('c.acted_at')
    .where('a.user_id', '=', userId)
    .executeTakeFirst()
  return row?.acted_at ? parseTimestamp(row.acted_at) : null
}

const signsText = `select a.created_at as joined, c.acted_at as acted,
  ${newest('exercise_completions', 'completed_at')} as trained, ${newest('weigh_ins', 'recorded_at')} as weighed,
  ${newest('eaten_meals', 'eaten_at', 'local_date')} as eaten, ${newest('meal_uploads', 'uploaded_at')} as uploaded,
  ${newest('meal_completions', 'completed_at')} as completed
  from users u left join telegram_accounts a on a.user_id = u.id
  left join conversations c on c.telegram_id = a.telegram_id where u.id = ?`

/** The last sign of life of a client: a word, a tap, or something logged, by whomever. */
async function lastSign(sql: Sql, userId: number): Promise<Date | null> {
  const [row] = await query<Record<string, string | null>>(sql, signsText, [userId])
  const signs = Object.values(row ?? {}).flatMap((at) => (at === null ? [] : parseTimestamp(at).getTime()))
  return signs.length === 0 ? null : new Date(Math.max(...signs))
}

/** How the card of a morning comes. `last`: it says that it will be quiet. */
export type MorningCourse = 'comes' | 'last' | 'quiet'

/** Nothing comes of the card, nor of anything else, so that it stops as well; notes that this is said. */
export async function morningCourse({ turn, userId, about }: OwnDay, id: number): Promise<MorningCourse> {
  const { sql, now, actor } = turn
  const seenAt = await lastSign(sql, userId)
  if (seenAt === null || !isSilent(localDate(seenAt, actor.timeZone), about.date)) return 'comes'
  if (about.isLast) return 'last'
  const saidAt = (await askedOf(sql, userId)).find(({ kind }) => kind === 'morning')?.askedAt
  if (saidAt && saidAt > seenAt) return 'quiet'
  await noteNudge(sql, userId, 'morning', { asked_at: formatTimestamp(now) }, now)
  await sql
    .updateTable('deliveries')
    .set({ payload: text<string>`json_set(payload, '$.isLast', json('true'))` })
    .where('id', '=', id)
    .execute()
  return 'last'
}
