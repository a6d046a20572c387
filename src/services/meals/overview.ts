import { addDays, localTime } from '../../domain/localTime.ts'
import { averageOf, averagedDays, meanOf } from '../../domain/meals/average.ts'
import { type DayMeal, type FoodDay, dueAt, minutesOf } from '../../domain/meals/foodDay.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { dayOf } from '../plans/clientDay.ts'
import type { Turn } from '../turn.ts'
import { foodDayOf } from './day.ts'

/** How a client ate of late, for their coach. */
export interface MealsOverview {
  /** Planned meals that were eaten or skipped, and all that were due. */
  logged: number
  planned: number
  /** Meals outside the plan. */
  outside: number
  /** kcal a day, over the days on which anything was eaten; null where nothing is known of them. */
  average: number | null
  /** Whether the average leaves out foods of which nothing is known. */
  isAtLeast: boolean
  /** kcal a day, over those days; null without one. */
  target: number | null
}

const days = 7

/** A day that is not over counts as far as it went: what was logged, and what was due by now. */
function soFar({ meals }: FoodDay, now: string | null): DayMeal[] {
  const minutes = now === null ? Number.POSITIVE_INFINITY : minutesOf(now)
  return meals.filter((meal) => meal.eaten !== undefined || dueAt(meals, meal) <= minutes)
}

/**
 * The last seven days of a client, today as far as it went; the average as `averageOf` has it. Undefined where there was neither plan nor food.
 */
export async function mealsOverview(
  turn: Turn,
  client: Authorized<CoachedClient>,
): Promise<MealsOverview | undefined> {
  const today = dayOf(turn, client)
  const week = []
  for (let back = days - 1; back >= 0; back--)
    week.push(await foodDayOf(turn.sql, client, addDays(today, -back)))
  const now = localTime(turn.now, client.timeZone)
  const planned = week.flatMap((day) => soFar(day, day.date === today ? now : null))
  const outside = week.flatMap(({ others }) => others).filter(({ status }) => status === 'eaten')
  if (planned.length === 0 && outside.length === 0) return undefined
  const counted = week.map((day) => ({ ...day, eaten: day.sum }))
  const averaged = averagedDays(counted, 'calories', today)
  return {
    logged: planned.filter((meal) => meal.eaten).length,
    planned: planned.length,
    outside: outside.length,
    average: averageOf(counted, 'calories', today) ?? null,
    isAtLeast: averaged.some(({ sum }) => sum.unknown.calories > 0),
    target: meanOf(averaged.flatMap(({ targets }) => targets.calories ?? [])) ?? null,
  }
}
