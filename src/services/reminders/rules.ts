import type { ReminderKind } from '../../domain/enums.ts'
import type { Wish, Wishes } from '../../domain/reminders/once.ts'
import type { Sql } from '../unit.ts'

interface RuleRow {
  kind: ReminderKind
  is_on: number
  time_of_day: string | null
  weekdays: string | null
}

/** A row of what somebody said of a kind. */
export function wishOf({ is_on, time_of_day, weekdays }: RuleRow): Wish {
  return {
    isOn: Boolean(is_on),
    time: time_of_day?.slice(0, 5) ?? null,
    weekdays: weekdays === null ? null : weekdays.split(',').map(Number),
  }
}

/** What people said of their reminders, by user; nobody who said nothing. */
export async function wishesOf(sql: Sql, users: readonly number[]): Promise<Map<number, Wishes>> {
  if (users.length === 0) return new Map()
  const rows = await sql
    .selectFrom('reminder_rules')
    .select(['user_id', 'kind', 'is_on', 'time_of_day', 'weekdays'])
    .where('user_id', 'in', [...users])
    .execute()
  const byUser = Map.groupBy(rows, ({ user_id }) => user_id)
  return new Map(
    [...byUser].map(([user, said]) => [
      user,
      Object.fromEntries(said.map((row) => [row.kind, wishOf(row)])) as Wishes,
    ]),
  )
}
