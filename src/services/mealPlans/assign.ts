import { substanceOf } from '../../domain/meals/compareMeals.ts'
import type { MealSpan } from '../../domain/meals/span.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { dayOf } from '../plans/clientDay.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { tellOfMeals } from './news.ts'
import { findSeries } from './stored.ts'
import { type TakenDay, removeDays, takenDays } from './taken.ts'
import { type DayOfMeals, insertSeries } from './write.ts'

/** Meals for the days of a stretch. */
export interface NewMeals {
  plan: DayOfMeals
  span: MealSpan
}

/** What stands in the way of new meals. */
export interface Taken {
  /** Every day has these very meals. */
  isSame: boolean
  days: TakenDay[]
}

/** Whether every one of these days has just these meals already. */
async function isSame(
  turn: Turn,
  client: Authorized<CoachedClient>,
  { plan, span }: NewMeals,
  days: readonly TakenDay[],
): Promise<boolean> {
  const series = new Set(days.map(({ seriesId }) => seriesId))
  const held = new Set(days.map(({ date }) => date))
  if (span.dates.length === 0 || span.dates.some((date) => !held.has(date))) return false
  for (const id of series) {
    const found = id === null ? undefined : await findSeries(turn.sql, id, dayOf(turn, client))
    if (!found || substanceOf(found.plan) !== substanceOf(plan)) return false
  }
  return true
}

/** The plans that a client has on the days of new meals. */
export async function mealsInTheWay(
  turn: Turn,
  client: Authorized<CoachedClient>,
  meals: NewMeals,
): Promise<Taken> {
  const days = await takenDays(turn, client, meals.span.dates)
  return { isSame: await isSame(turn, client, meals, days), days }
}

/** Days that have a plan of which something was logged: they keep it. */
export function loggedDates(days: readonly TakenDay[]): Set<string> {
  return new Set(days.flatMap(({ date, isLogged }) => (isLogged ? [date] : [])))
}

/** What became of new meals; local days of the client. */
export interface Given {
  isSame: boolean
  given: string[]
  /** They keep their plan, as something of it was logged. */
  logged: string[]
  /** They keep their plan, as it was wished. */
  left: string[]
}

/** The series that loses most days to new meals. */
function foremost(days: readonly TakenDay[]): number | null {
  const bySeries = [...Map.groupBy(days, ({ seriesId }) => seriesId)].filter(([id]) => id !== null)
  return bySeries.toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0] ?? null
}

/**
 * Gives a client meals and tells them, if they have joined. Days with a plan get the new one (`replace`) or stay as
 * they are (`keep`); what was logged stays in any case. Refusals: `emptyPlan`, `datesOver` without a day.
 */
export async function giveMeals(
  turn: Turn,
  client: Authorized<CoachedClient>,
  meals: NewMeals,
  over: 'replace' | 'keep',
): Promise<Given> {
  const { plan, span } = meals
  if (plan.meals.length === 0) throw new Refusal('emptyPlan')
  if (span.dates.length === 0) throw new Refusal('datesOver')
  const taken = await mealsInTheWay(turn, client, meals)
  if (taken.isSame) return { isSame: true, given: [], logged: [], left: [] }
  const logged = loggedDates(taken.days)
  const free = taken.days.filter(({ date }) => !logged.has(date))
  const left = over === 'keep' ? new Set(free.map(({ date }) => date)) : new Set<string>()
  const dates = span.dates.filter((date) => !logged.has(date) && !left.has(date))
  if (dates.length > 0) {
    const replaced = over === 'replace' ? free : []
    const previousId = foremost(replaced)
    const id = await insertSeries(turn, client.userId, { plan, span, dates, previousId })
    await removeDays(turn, replaced)
    await tellOfMeals(turn, client, id)
  }
  return { isSame: false, given: dates, logged: [...logged], left: [...left] }
}
