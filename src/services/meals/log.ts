import type { MealOutcome, MealSource } from '../../domain/enums.ts'
import { type DayMeal, type FoodDay, type MealRef, foodsOf, plannedSum } from '../../domain/meals/foodDay.ts'
import { type Food } from '../../domain/meals/macros.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { readFoodDay } from './day.ts'
import { keepMeal } from './write.ts'

/** A meal of one of the acting client's days, as a button or a step names it: a claim until it was found. */
export interface MealOfDay extends MealRef {
  date: string
}

/** How a meal stands: `logged` just now, or `already` before and nothing was changed. */
export interface Logged {
  outcome: 'logged' | 'already'
  status: MealOutcome
  id: number | null
}

/** Who said it: a tap, or a typed message by its id. */
export interface Said {
  source: MealSource
  messageId: number | null
}

export const byTap: Said = { source: 'tap', messageId: null }

const ownText: Record<MealRef['of'], string> = {
  entry: `select 1 from meal_entries e join meal_plans p on p.id = e.meal_plan_id where p.client_id = ? and e.id = ?`,
  planned: `select 1 from planned_meals m join nutrition_plans p on p.id = m.nutrition_plan_id
    where p.client_id = ? and m.id = ?`,
}

/**
 * A planned meal of the acting client's day; undefined when the plan of that day has it no more. Somebody else's and
 * none at all: Refusal `notThere`; days out of reach: `mealDayOver`.
 */
export async function findMeal(
  turn: Turn,
  { date, of, id }: MealOfDay,
): Promise<{ day: FoodDay; meal: DayMeal } | undefined> {
  const { userId } = requireClient(turn)
  const day = await readFoodDay(turn, date)
  const meal = day.meals.find((one) => one.of === of && one.id === id)
  if (meal) return { day, meal }
  const [own] = await query(turn.sql, ownText[of], [userId, id])
  if (own === undefined) throw new Refusal('notThere')
  return undefined
}

/** What is written of a planned meal, whatever became of it. */
function base(meal: DayMeal, date: string, { source, messageId }: Said) {
  const { of, id, time } = meal
  return { date, ref: meal.eaten?.ref ?? { of, id }, name: null, time, source, messageId } as const
}

const isSaid = ({ eaten }: DayMeal): boolean => eaten?.status === 'eaten' && eaten.asPlanned !== null

/**
 * Ate a planned meal as planned: `chosen` are the parts chosen of alternatives and optional ones. What was logged as
 * eaten before stays as it is. Undefined when the plan has it no more. Refusals as `findMeal`.
 */
export async function eatAsPlanned(
  turn: Turn,
  target: MealOfDay,
  chosen: readonly number[] = [],
  said = byTap,
): Promise<Logged | undefined> {
  const found = await findMeal(turn, target)
  if (!found) return undefined
  const { meal } = found
  if (isSaid(meal)) return { outcome: 'already', status: 'eaten', id: meal.eaten?.id ?? null }
  const { userId } = requireClient(turn)
  const foods = foodsOf(meal, chosen)
  const sum = plannedSum(meal, chosen)
  const eaten = { status: 'eaten', asPlanned: true, description: null, foods, sum, reason: null } as const
  const id = await keepMeal(
    turn,
    userId,
    { ...base(meal, target.date, said), ...eaten },
    meal.eaten?.id ?? null,
  )
  return { outcome: 'logged', status: 'eaten', id }
}

/** What was eaten instead of a planned meal; takes the place of whatever was logged. Undefined and refusals as `eatAsPlanned`. */
export async function eatElse(
  turn: Turn,
  target: MealOfDay,
  { text, foods }: { text: string; foods: readonly Food[] },
  said: Said,
): Promise<Logged | undefined> {
  const found = await findMeal(turn, target)
  if (!found) return undefined
  const { meal } = found
  const { userId } = requireClient(turn)
  const eaten = { status: 'eaten', asPlanned: false, description: text, foods, reason: null } as const
  const id = await keepMeal(
    turn,
    userId,
    { ...base(meal, target.date, said), ...eaten },
    meal.eaten?.id ?? null,
  )
  return { outcome: 'logged', status: 'eaten', id }
}

/** Something eaten outside any plan, on a day within reach. Answers its id. Refusals: `mealDayOver`, `notThere`. */
export async function eatOutside(
  turn: Turn,
  date: string,
  { name, text, foods }: { name: string | null; text: string; foods: readonly Food[] },
  said: Said,
): Promise<number> {
  const { userId } = requireClient(turn)
  await readFoodDay(turn, date)
  const meal = {
    date,
    ref: null,
    name,
    status: 'eaten',
    asPlanned: null,
    description: text,
    foods,
    reason: null,
  } as const
  return keepMeal(turn, userId, { ...meal, ...said, time: null }, null)
}

/** Skips a planned meal. What was logged as eaten stays. Undefined and refusals as `eatAsPlanned`. */
export async function skipMeal(
  turn: Turn,
  target: MealOfDay,
  reason: string | null = null,
  said = byTap,
): Promise<Logged | undefined> {
  const found = await findMeal(turn, target)
  if (!found) return undefined
  const { meal } = found
  if (meal.eaten && !(meal.eaten.status === 'skipped' && reason !== null))
    return { outcome: 'already', status: meal.eaten.status, id: meal.eaten.id }
  const { userId } = requireClient(turn)
  const skipped = { status: 'skipped', asPlanned: null, description: null, foods: [], reason } as const
  const id = await keepMeal(
    turn,
    userId,
    { ...base(meal, target.date, said), ...skipped },
    meal.eaten?.id ?? null,
  )
  return { outcome: 'logged', status: 'skipped', id }
}
