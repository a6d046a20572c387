import { sql as text } from 'kysely'
import { weekdayOf } from '../../domain/localTime.ts'
import type { TimedMeal } from '../../domain/reminders/slots.ts'
import type { Sql } from '../unit.ts'

/** Others write seconds as well. */
const clockOf = (time: string): string => time.slice(0, 5)

async function datedOn(sql: Sql, clients: readonly number[], date: string) {
  return (
    sql
      .selectFrom('meal_plans as p')
      .innerJoin('meal_entries as e', 'e.meal_plan_id', 'p.id')
      .select(['p.client_id', 'e.id', 'e.name', 'e.time_of_day'])
      .where('p.client_id', 'in', [...clients])
      .where('p.date', '=', date)
      // The newest row of a date counts, as in `planOfDay`.
      .where((eb) =>
        eb(
          'p.id',
          '=',
          eb
            .selectFrom('meal_plans as q')
            .select(text<number>`max(q.id)`.as('newest'))
            .whereRef('q.client_id', '=', 'p.client_id')
            .whereRef('q.date', '=', 'p.date'),
        ),
      )
      .orderBy('e.id')
      .execute()
  )
}

async function weeklyOn(sql: Sql, clients: readonly number[], date: string) {
  return sql
    .selectFrom('nutrition_plans as p')
    .innerJoin('planned_meals as m', 'm.nutrition_plan_id', 'p.id')
    .select(['p.client_id', 'm.id', 'm.meal_type', 'm.time_of_day'])
    .where('p.client_id', 'in', [...clients])
    .where((eb) => eb.or([eb('p.start_date', 'is', null), eb('p.start_date', '<=', date)]))
    .where((eb) => eb.or([eb('p.end_date', 'is', null), eb('p.end_date', '>=', date)]))
    .where((eb) => eb.or([eb('m.day_of_week', 'is', null), eb('m.day_of_week', '=', weekdayOf(date))]))
    .where('m.time_of_day', 'is not', null)
    .orderBy('m.id')
    .execute()
}

/**
 * The meals of clients that have a time of their own on a local day (`YYYY-MM-DD`), all clients at once: of the dated plan
 * where one has meals, else of the weekly ones. `planOfDay` tells the whole of one client's.
 */
export async function mealTimesOn(
  sql: Sql,
  clients: readonly number[],
  date: string,
): Promise<Map<number, TimedMeal[]>> {
  const found = new Map<number, TimedMeal[]>()
  for (const { client_id, id, name, time_of_day } of await datedOn(sql, clients, date)) {
    const meals = found.get(client_id ?? 0) ?? []
    found.set(client_id ?? 0, meals)
    if (time_of_day !== null) meals.push({ of: 'entry', id, name, type: null, time: clockOf(time_of_day) })
  }
  const dated = new Set(found.keys())
  for (const { client_id, id, meal_type, time_of_day } of await weeklyOn(sql, clients, date)) {
    if (dated.has(client_id ?? 0) || time_of_day === null) continue
    const meals = found.get(client_id ?? 0) ?? []
    meals.push({ of: 'planned', id, name: null, type: meal_type, time: clockOf(time_of_day) })
    found.set(client_id ?? 0, meals)
  }
  return found
}
