import { type DayMeal, foodsOf, plannedSum } from '../../domain/meals/foodDay.ts'
import { requireClient } from '../access.ts'
import type { Turn } from '../turn.ts'
import { ownMeal } from './change.ts'
import { readFoodDay } from './day.ts'
import { keepMeal } from './write.ts'

/** The planned meal that a logged one of the acting client's stands for on its day. */
async function plannedFor(turn: Turn, id: number): Promise<{ date: string; meal: DayMeal } | undefined> {
  const { date } = await ownMeal(turn, id)
  const { meals } = await readFoodDay(turn, date)
  const meal = meals.find(({ eaten }) => eaten?.id === id)
  return meal && { date, meal }
}

/**
 * A changed message says that a logged meal was eaten as planned. False, with nothing changed, when its day's plan has
 * it no more, and outside any plan. Refusals: `notThere`, `mealDayOver`.
 */
export async function restateAsPlanned(turn: Turn, id: number, messageId: number): Promise<boolean> {
  const found = await plannedFor(turn, id)
  if (!found) return false
  const { date, meal } = found
  const { userId } = requireClient(turn)
  await keepMeal(
    turn,
    userId,
    {
      date,
      ref: meal.eaten?.ref ?? null,
      name: null,
      status: 'eaten',
      asPlanned: true,
      description: null,
      foods: foodsOf(meal),
      sum: plannedSum(meal),
      reason: null,
      source: 'typed',
      messageId,
      time: meal.time,
    },
    id,
  )
  return true
}
