import { addDays } from '../../domain/localTime.ts'
import { slotKey } from '../../domain/reminders/slots.ts'
import { missedDays } from '../../domain/workout/due.ts'
import type { Sql } from '../unit.ts'
import { laterKey } from './later.ts'
import { reminderPayload } from './payload.ts'

type Asked = 'workout' | 'missed'

const keysOf = (userId: number, kind: Asked, date: string): string[] => [
  slotKey(userId, { kind, date, meal: null }),
  laterKey(userId, kind, date),
]

/** The local days whose reminder of a kind had this for an answer, among `missedDays` of them up to `until`. */
async function daysSaid(
  sql: Sql,
  userId: number,
  { kind, said, until }: { kind: Asked; said: string; until: string },
): Promise<string[]> {
  const days = Array.from({ length: missedDays }, (_, ago) => addDays(until, -ago))
  const rows = await sql
    .selectFrom('deliveries')
    .select('payload')
    .where('recipient_id', '=', userId)
    .where(
      'dedupe_key',
      'in',
      days.flatMap((date) => keysOf(userId, kind, date)),
    )
    .execute()
  const payloads = rows.flatMap(({ payload }) => reminderPayload(JSON.parse(payload)) ?? [])
  return payloads.filter((one) => one.said === said).map(({ date }) => date)
}

/** Local days before `today` whose missed workouts a client skipped, for good. The caller proves the right to know. */
export async function skippedDays(sql: Sql, userId: number, today: string): Promise<Set<string>> {
  const offered = await daysSaid(sql, userId, { kind: 'missed', said: 'skip', until: today })
  return new Set(offered.map((date) => addDays(date, -1)))
}

/** Local days before `today` on which a client said that the workout would not be. The caller proves the right to know. */
export async function declinedDays(sql: Sql, userId: number, today: string): Promise<Set<string>> {
  return new Set(await daysSaid(sql, userId, { kind: 'workout', said: 'no', until: addDays(today, -1) }))
}
