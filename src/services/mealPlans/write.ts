import type { MealSpan } from '../../domain/meals/span.ts'
import type { MealPlan, MealText } from '../../domain/meals/types.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** Meals of a day. */
export type DayOfMeals = Pick<MealPlan, 'title' | 'targets' | 'note' | 'meals'>

/** The same meals on several days. */
export interface NewSeries {
  plan: DayOfMeals
  span: Pick<MealSpan, 'start' | 'end' | 'weekdays'>
  /** Local days of the client; at least one. */
  dates: readonly string[]
  previousId: number | null
}

async function insertDay({ sql }: Turn, planId: number, meals: readonly MealText[]): Promise<void> {
  for (const [index, { name, timeOfDay, note, choices }] of meals.entries()) {
    const entry = await sql
      .insertInto('meal_entries')
      .values({ meal_plan_id: planId, name, order_index: index, notes: note, time_of_day: timeOfDay })
      .returning('id')
      .executeTakeFirstOrThrow()
    const parts = choices.flatMap(({ type, optional, options }, choice) =>
      options.map(({ description, calories, protein, carbs, fat }) => ({
        meal_entry_id: entry.id,
        type,
        description,
        calories,
        protein,
        carbs,
        fat,
        is_optional: optional ? 1 : 0,
        choice,
      })),
    )
    const rows = parts.map((part, order) => ({ ...part, order_index: order }))
    if (rows.length > 0) await sql.insertInto('meal_components').values(rows).execute()
  }
}

/** The meals of one day for the other days of its series. */
const entriesText = `insert into meal_entries (meal_plan_id, name, order_index, notes, time_of_day)
  select d.id, e.name, e.order_index, e.notes, e.time_of_day from meal_plans d cross join meal_entries e
  where d.meal_series_id = ? and d.id <> ? and e.meal_plan_id = ? order by d.date, e.order_index`
const partsText = `insert into meal_components (meal_entry_id, type, description, calories, protein, carbs, fat, is_optional,
    choice, order_index)
  select t.id, c.type, c.description, c.calories, c.protein, c.carbs, c.fat, c.is_optional, c.choice, c.order_index
  from meal_plans d join meal_entries t on t.meal_plan_id = d.id
  join meal_entries e on e.order_index = t.order_index and e.meal_plan_id = ?
  join meal_components c on c.meal_entry_id = e.id
  where d.meal_series_id = ? and d.id <> ? order by t.id, c.order_index`

/**
 * Stores meals of several days for a client of the acting coach, who has proved the right. The first day is written
 * out, the others copy it inside the database: four months take four statements. Answers the series' id.
 */
export async function insertSeries(turn: Turn, clientId: number, series: NewSeries): Promise<number> {
  const { sql, actor, now } = turn
  const { plan, span, dates, previousId } = series
  const at = formatTimestamp(now)
  const { id } = await sql
    .insertInto('meal_series')
    .values({
      client_id: clientId,
      trainer_id: actor.userId,
      start_date: span.start,
      end_date: span.end,
      weekdays: span.weekdays?.join(',') ?? null,
      previous_id: previousId,
      created_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const days = await sql
    .insertInto('meal_plans')
    .values(
      dates.map((date) => ({
        client_id: clientId,
        trainer_id: actor.userId,
        date,
        title: plan.title || null,
        total_calories: plan.targets.calories,
        protein_target: plan.targets.protein,
        carb_target: plan.targets.carbs,
        fat_target: plan.targets.fat,
        notes: plan.note,
        created_at: at,
        meal_series_id: id,
      })),
    )
    .returning('id')
    .execute()
  const first = Math.min(...days.map((day) => day.id))
  await insertDay(turn, first, plan.meals)
  await run(sql, entriesText, [id, first, first])
  await run(sql, partsText, [first, id, first])
  return id
}
