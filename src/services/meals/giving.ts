import type { MealType, Recipe } from '../../domain/meals/foodDay.ts'
import { type Macros } from '../../domain/meals/types.ts'
import { formatTimestamp } from '../../entities/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import type { Turn } from '../turn.ts'

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
