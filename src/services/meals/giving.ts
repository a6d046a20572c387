import type { componentTypes } from '../../domain/enums.ts'
import type { MealType, Recipe } from '../../domain/meals/foodDay.ts'
import { type Food } from '../../domain/meals/macros.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import type { Turn } from '../turn.ts'

/** A part of a meal; parts with the same `choice` are alternatives. */
export interface NewPart extends Food {
  type: (typeof componentTypes)[number]
  choice: number
  isOptional: boolean
}

export interface NewDayPlan {
  title: string
  targets: Macros
  /** Times are `HH:MM` in the client's zone. */
  meals: readonly { name: string; time: string; note: string | null; parts: readonly NewPart[] }[]
}

/** Gives a client of the acting coach food for one of their days, `YYYY-MM-DD`. */
export async function giveDayPlan(
  turn: Turn,
  client: Authorized<CoachedClient>,
  date: string,
  { title, targets, meals }: NewDayPlan,
): Promise<void> {
  const plan = await turn.sql
    .insertInto('meal_plans')
    .values({
      client_id: client.userId,
      trainer_id: client.trainerId,
      date,
      title,
      total_calories: targets.calories,
      protein_target: targets.protein,
      carb_target: targets.carbs,
      fat_target: targets.fat,
      created_at: formatTimestamp(turn.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const [index, { name, time, note, parts }] of meals.entries()) {
    const entry = await turn.sql
      .insertInto('meal_entries')
      .values({ meal_plan_id: plan.id, name, order_index: index, notes: note, time_of_day: time })
      .returning('id')
      .executeTakeFirstOrThrow()
    const rows = parts.map(({ isOptional, ...part }, order) => ({
      ...part,
      meal_entry_id: entry.id,
      is_optional: Number(isOptional),
      order_index: order,
    }))
    await turn.sql.insertInto('meal_components').values(rows).execute()
  }
}

export interface NewWeekPlan {
  name: string
  targets: Macros
  /** Weekdays are 0–6, Monday first; null for every day. */
  meals: readonly { type: MealType; weekday: number | null; time: string | null; recipe: Recipe }[]
}

/** Gives a client of the acting coach meals that come again every week, from one of their days on. */
export async function giveWeekPlan(
  turn: Turn,
  client: Authorized<CoachedClient>,
  from: string,
  { name, targets, meals }: NewWeekPlan,
): Promise<void> {
  const at = formatTimestamp(turn.now)
  const plan = await turn.sql
    .insertInto('nutrition_plans')
    .values({
      client_id: client.userId,
      trainer_id: client.trainerId,
      name,
      daily_calories: targets.calories,
      protein_target: targets.protein,
      carbs_target: targets.carbs,
      fat_target: targets.fat,
      start_date: from,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const { type, weekday, time, recipe } of meals) {
    const { minutes, ...rest } = recipe
    const cooked = await turn.sql
      .insertInto('recipes')
      .values({ ...rest, preparation_time: minutes, trainer_id: client.trainerId, created_at: at })
      .returning('id')
      .executeTakeFirstOrThrow()
    await turn.sql
      .insertInto('planned_meals')
      .values({
        nutrition_plan_id: plan.id,
        recipe_id: cooked.id,
        meal_type: type,
        day_of_week: weekday,
        time_of_day: time,
      })
      .execute()
  }
}
