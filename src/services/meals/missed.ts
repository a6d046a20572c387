import { addDays, localDate, weekdayOf } from '../../domain/localTime.ts'
import { onlyDay } from '../../domain/meals/onlyDay.ts'
import { parseTimestamp } from '../../entities/types.ts'
import type { Clients } from '../people/clientSet.ts'
import { query } from '../statement.ts'
import type { Sql } from '../unit.ts'

/** Days from one to another, `YYYY-MM-DD`, both among them. */
export interface Days {
  from: string
  until: string
}

/** As in `planOfDay`: the newest row of a date counts, and one without meals leaves them to the weekly plans. */
const datedText = (of: string) => `select p.client_id, p.date, count(*) as count from meal_plans p
  join meal_entries e on e.meal_plan_id = p.id where p.client_id ${of} and p.date between ? and ?
  and p.id = (select max(q.id) from meal_plans q where q.client_id = p.client_id and q.date = p.date)
  group by p.client_id, p.date`
const weeklyText = (
  of: string,
) => `select p.client_id, p.start_date as start, p.end_date as end, m.day_of_week as weekday
  from nutrition_plans p join planned_meals m on m.nutrition_plan_id = p.id where p.client_id ${of}
  and (p.start_date is null or p.start_date <= ?) and (p.end_date is null or p.end_date >= ?)`

const ownText = (
  of: string,
) => `select client_id, local_date as date, coalesce('e' || meal_entry_id, 'p' || planned_meal_id) as meal
  from eaten_meals where client_id ${of} and local_date between ? and ?
  and (meal_entry_id is not null or planned_meal_id is not null)`
/** What others wrote of meals of which we have nothing, as in `foreignMeals`. */
const uploadsText = (
  of: string,
) => `select client_id, uploaded_at as at, 'e' || meal_entry_id as meal, null as start, null as end,
  null as weekday from meal_uploads where client_id ${of} and eaten_meal_id is null and meal_entry_id is not null
  and substr(uploaded_at, 1, 10) between ? and ?`
const completionsText = (
  of: string,
) => `select c.client_id, c.completed_at as at, 'p' || m.id as meal, p.start_date as start,
  p.end_date as end, m.day_of_week as weekday from meal_completions c
  join planned_meals m on m.id = c.planned_meal_id join nutrition_plans p on p.id = m.nutrition_plan_id
  where c.client_id ${of} and c.eaten_meal_id is null and c.status <> 'pending'
  and (c.completed_at is null or substr(c.completed_at, 1, 10) between ? and ?)`

interface WeeklyRow {
  client_id: number
  start: string | null
  end: string | null
  weekday: number | null
}

interface OwnRow {
  client_id: number
  date: string
  meal: string
}

interface ForeignRow extends WeeklyRow {
  at: string | null
  meal: string
}

const keyOf = (client: number, date: string): string => `${client} ${date}`

function datesOf({ from, until }: Days): string[] {
  const dates: string[] = []
  for (let date = from; date <= until; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** How many meals were planned, by client and day. */
async function plannedMeals(sql: Sql, { of, values }: Clients, days: Days): Promise<Map<string, number>> {
  const { from, until } = days
  const dated = await query<{ client_id: number; date: string; count: number }>(sql, datedText(of), [
    ...values,
    from,
    until,
  ])
  const counts = new Map(dated.map(({ client_id, date, count }) => [keyOf(client_id, date), count]))
  const own = new Set(counts.keys())
  const weekly = await query<WeeklyRow>(sql, weeklyText(of), [...values, until, from])
  for (const { client_id, start, end, weekday } of weekly)
    for (const date of datesOf(days)) {
      const key = keyOf(client_id, date)
      const runs = (start === null || start <= date) && (end === null || end >= date)
      if (own.has(key) || !runs || (weekday !== null && weekday !== weekdayOf(date))) continue
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  return counts
}

/** The local day of what others wrote; undefined where nobody can tell. */
function dayOfForeign(row: ForeignRow, zone: string): string | undefined {
  return row.at === null ? (onlyDay(row) ?? undefined) : localDate(parseTimestamp(row.at), zone)
}

/** Planned meals that were eaten or skipped, by client and day. */
async function loggedMeals(
  sql: Sql,
  { of, values, zoneOf }: Clients,
  { from, until }: Days,
): Promise<Map<string, Set<string>>> {
  const logged = new Map<string, Set<string>>()
  const add = (client: number, date: string | undefined, meal: string) => {
    if (date === undefined) return
    const key = keyOf(client, date)
    logged.set(key, (logged.get(key) ?? new Set()).add(meal))
  }
  for (const { client_id, date, meal } of await query<OwnRow>(sql, ownText(of), [...values, from, until]))
    add(client_id, date, meal)
  const around = [...values, addDays(from, -2), addDays(until, 2)]
  const foreign = [
    ...(await query<ForeignRow>(sql, uploadsText(of), around)),
    ...(await query<ForeignRow>(sql, completionsText(of), around)),
  ]
  for (const row of foreign) add(row.client_id, dayOfForeign(row, zoneOf(row.client_id)), row.meal)
  return logged
}

/**
 * How many planned meals clients neither ate nor skipped in some days that are over, by client; those days left out on which
 * they were to be left in peace.
 */
export async function missedMeals(
  sql: Sql,
  clients: Clients,
  days: Days,
  isSpared: (client: number, date: string) => boolean,
): Promise<Map<number, number>> {
  const planned = await plannedMeals(sql, clients, days)
  const logged = await loggedMeals(sql, clients, days)
  const missed = new Map<number, number>()
  for (const [key, count] of planned) {
    const [id, date = ''] = key.split(' ')
    const client = Number(id)
    if (isSpared(client, date)) continue
    const open = Math.max(0, count - (logged.get(key)?.size ?? 0))
    missed.set(client, (missed.get(client) ?? 0) + open)
  }
  return missed
}
