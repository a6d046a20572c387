import { type DayMeal, foodsOf, plannedSum } from '../../domain/meals/foodDay.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { type OwnMeal, ownMeal } from './change.ts'
import { readFoodDay, requireLogDay } from './day.ts'
import type { TypedMeal } from './typed.ts'
import { type MealToKeep, keepMeal } from './write.ts'

/** A logged meal of the acting client's that can still be changed. Refusals: `notThere`, `mealDayOver`. */
async function changeable(turn: Turn, id: number): Promise<OwnMeal> {
  const meal = await ownMeal(turn, id)
  requireLogDay(turn, meal.date)
  return meal
}

type Anew = Pick<MealToKeep, 'status' | 'asPlanned' | 'description' | 'foods' | 'reason'> &
  Partial<MealToKeep>

async function keepAnew(
  turn: Turn,
  { id, date, ref }: OwnMeal,
  messageId: number,
  anew: Anew,
): Promise<void> {
  const { userId } = requireClient(turn)
  const meal = { date, ref, name: null, source: 'typed', messageId, time: null, ...anew } as const
  await keepMeal(turn, userId, meal, id)
}

/** The planned meal that a logged one stands for on its day. */
async function plannedFor(turn: Turn, { id, date }: OwnMeal): Promise<DayMeal | undefined> {
  const { meals } = await readFoodDay(turn, date)
  return meals.find(({ eaten }) => eaten?.id === id)
}

/**
 * A changed message says that a logged meal was eaten as planned. False, with nothing changed, when its day's plan has
 * it no more, and outside any plan. Refusals: `notThere`, `mealDayOver`.
 */
export async function restateAsPlanned(turn: Turn, id: number, messageId: number): Promise<boolean> {
  const logged = await changeable(turn, id)
  const meal = await plannedFor(turn, logged)
  if (!meal) return false
  const eaten = { status: 'eaten', asPlanned: true, description: null, reason: null } as const
  const plate = { foods: foodsOf(meal), sum: plannedSum(meal), time: meal.time }
  await keepAnew(turn, logged, messageId, { ...eaten, ...plate })
  return true
}

/**
 * A changed message says that a planned meal was skipped. False, with nothing changed, when photos show that it was
 * eaten. Refusals: `notThere`, outside any plan too; `mealDayOver`.
 */
export async function restateSkipped(
  turn: Turn,
  id: number,
  reason: string | null,
  messageId: number,
): Promise<boolean> {
  const logged = await changeable(turn, id)
  if (logged.ref === null) throw new Refusal('notThere')
  if (logged.photos > 0) return false
  const skipped = { status: 'skipped', asPlanned: null, description: null, foods: [], reason } as const
  await keepAnew(turn, logged, messageId, skipped)
  return true
}

/**
 * A changed message says anew what was eaten. What words under a photo say (`isShown`) leaves open whether that was as
 * planned. Refusals: `notThere`, `mealDayOver`.
 */
export async function restateMeal(
  turn: Turn,
  id: number,
  { name, text, foods }: TypedMeal,
  messageId: number,
  isShown = false,
): Promise<void> {
  const logged = await changeable(turn, id)
  const isOutside = logged.ref === null
  const asPlanned = isOutside || isShown ? null : false
  const eaten = { status: 'eaten', asPlanned, description: text, foods, reason: null } as const
  await keepAnew(turn, logged, messageId, eaten)
  if (isOutside && name !== null)
    await turn.sql.updateTable('eaten_meals').set({ name }).where('id', '=', id).execute()
}
