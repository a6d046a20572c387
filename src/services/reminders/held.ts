import { addDays, weekdayOf } from '../../domain/localTime.ts'
import { type Held, type TimedMeal, endsAheadDays } from '../../domain/reminders/slots.ts'
import { mealTimesOn } from '../meals/times.ts'
import { runningOn } from '../plans/running.ts'
import type { Sql } from '../unit.ts'
import { endsOf } from './ends.ts'

const nothing: Held = {
  meals: [],
  trains: false,
  inTurn: false,
  trainedYesterday: false,
  endsSoon: false,
  hasPlan: false,
}

/** Which weekdays the running plans of clients hold on a local day; null stands for a day taken in turn. */
async function weekdaysOn(
  sql: Sql,
  clients: readonly number[],
  date: string,
): Promise<Map<number, Set<number | null>>> {
  const rows = await sql
    .selectFrom('workout_plans as p')
    .innerJoin('workout_sessions as s', 's.workout_plan_id', 'p.id')
    .select(['p.client_id', 's.day_of_week'])
    .distinct()
    .where('p.client_id', 'in', [...clients])
    .where(runningOn(date))
    .execute()
  const grouped = Map.groupBy(rows, (row) => row.client_id ?? 0)
  return new Map([...grouped].map(([client, days]) => [client, new Set(days.map((row) => row.day_of_week))]))
}

/** Whether days of a client's plans are taken in turn. The caller proves the right to know. */
export async function takesTurns(sql: Sql, client: number, date: string): Promise<boolean> {
  return (await weekdaysOn(sql, [client], date)).get(client)?.has(null) ?? false
}

/** What the plans of clients hold for one local day, all of them at once. */
export async function heldOn(sql: Sql, clients: readonly number[], date: string): Promise<Map<number, Held>> {
  if (clients.length === 0) return new Map()
  const today = await weekdaysOn(sql, clients, date)
  const yesterday = await weekdaysOn(sql, clients, addDays(date, -1))
  const ending = await endsOf(sql, clients, { date, ends: [addDays(date, endsAheadDays)] })
  const meals: Map<number, TimedMeal[]> = await mealTimesOn(sql, clients, date)
  const weekday = weekdayOf(date)
  return new Map(
    clients.map((client) => {
      const days = today.get(client)
      const held: Held = {
        ...nothing,
        meals: meals.get(client) ?? [],
        hasPlan: days !== undefined || meals.has(client),
        trains: days !== undefined && (days.has(null) || days.has(weekday)),
        inTurn: days !== undefined && days.has(null) && !days.has(weekday),
        trainedYesterday: yesterday.get(client)?.has((weekday + 6) % 7) ?? false,
        endsSoon: ending.has(client),
      }
      return [client, held]
    }),
  )
}
