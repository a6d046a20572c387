import { addDays, isDate, localTime } from '../../domain/localTime.ts'
import { type DayMeal, type FoodDay, assemble, likeliest } from '../../domain/meals/foodDay.ts'
import { type Authorized, type CoachedClient, requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import type { Sql } from '../unit.ts'
import { localDay } from '../workouts/localDay.ts'
import { eatenOn } from './eaten.ts'
import { planOfDay } from './planned.ts'

/** A client whose right was proved, and the IANA zone their days are of. */
interface Subject {
  userId: number
  timeZone: string
}

/** A client's food on one of their days. The caller proves the right to see it. */
export async function foodDayOf(sql: Sql, { userId, timeZone }: Subject, date: string): Promise<FoodDay> {
  const { id, meals, ...plan } = await planOfDay(sql, userId, date)
  const eaten = await eatenOn(sql, { clientId: userId, timeZone, date, planId: id })
  return { date, ...plan, ...assemble(meals, eaten) }
}

/** How many days back a meal can be logged. */
export const daysBack = 7

/** Whether the acting client can log on a local day. */
export function isLogDay(turn: Turn, date: string): boolean {
  const { date: today } = localDay(turn)
  return isDate(date) && date <= today && date >= addDays(today, -daysBack)
}

/** A day on which the acting client can log, or Refusal `mealDayOver`; what is no day at all: `notThere`. */
export function requireLogDay(turn: Turn, date: string): void {
  if (!isDate(date)) throw new Refusal('notThere')
  if (!isLogDay(turn, date)) throw new Refusal('mealDayOver', { most: daysBack })
}

/** How many days ahead are offered to look at. */
const daysAhead = 7
/** No plan is longer: what lies beyond is no day of one. */
const mostAhead = 130

/** Whether a local day of the acting client is still to come, and can be looked at. */
export function isComingDay(turn: Turn, date: string): boolean {
  const { date: today } = localDay(turn)
  return isDate(date) && date > today && date <= addDays(today, mostAhead)
}

/** The acting client's food on a day to come, to be looked at. Refusal `notThere` for other days. */
export async function readComingDay(turn: Turn, date: string): Promise<FoodDay> {
  const { userId } = requireClient(turn)
  if (!isComingDay(turn, date)) throw new Refusal('notThere')
  return foodDayOf(turn.sql, { userId, timeZone: turn.actor.timeZone }, date)
}

/** The local days of the week ahead for which the acting client has meals, the nearest first. */
export async function comingDays(turn: Turn): Promise<string[]> {
  const { userId } = requireClient(turn)
  const { date: today } = localDay(turn)
  const days: string[] = []
  for (let ahead = 1; ahead <= daysAhead; ahead++) {
    const date = addDays(today, ahead)
    if ((await planOfDay(turn.sql, userId, date)).meals.length > 0) days.push(date)
  }
  return days
}

/** The acting client's food on a day of theirs. Refusals: `mealDayOver`, `notThere`. */
export async function readFoodDay(turn: Turn, date = localDay(turn).date): Promise<FoodDay> {
  const { userId } = requireClient(turn)
  requireLogDay(turn, date)
  return foodDayOf(turn.sql, { userId, timeZone: turn.actor.timeZone }, date)
}

/** A day of a client of the acting coach. */
export function readClientFoodDay(
  turn: Turn,
  client: Authorized<CoachedClient>,
  date: string,
): Promise<FoodDay> {
  return foodDayOf(turn.sql, client, date)
}

/** What the acting client is likely to sit down to now. */
export interface AtHand {
  day: FoodDay
  /** The open meals of today, the likeliest first. */
  meals: DayMeal[]
}

/** The open meals of the acting client's today, the likeliest at this hour first. */
export async function mealAtHand(turn: Turn): Promise<AtHand> {
  const day = await readFoodDay(turn)
  return { day, meals: likeliest(day.meals, localTime(turn.now, turn.actor.timeZone)) }
}
