import { isFresh } from '../../domain/checkIn/checkIn.ts'
import { type EndingPlan, endingPlans } from '../../domain/reminders/ending.ts'
import type { Pause } from '../../domain/reminders/patience.ts'
import { isAskedOn } from '../../domain/reminders/slots.ts'
import type { FoodDay } from '../../domain/meals/foodDay.ts'
import { foodDayOf } from '../meals/day.ts'
import { type TodayCard, todayCard } from '../workouts/today.ts'
import { hasWeighedOn, lastCheckInOf } from './facts.ts'
import type { OwnDay } from './ownDay.ts'
import { ownRest } from './peace.ts'
import { wishesOf } from './rules.ts'

/** What a day holds for a client. */
export interface Morning {
  card: TodayCard
  food: FoodDay
  ending: EndingPlan[]
  /** What is asked for that day, and not done yet. */
  asks: { weighIn: boolean; checkIn: boolean }
  /** Nothing is asked for while this holds. */
  rest: Pause | undefined
}

const noAsks = { weighIn: false, checkIn: false }

/** Undefined where there is no plan at all, neither of training nor of food. */
export async function readMorning({ turn, userId, about: { date } }: OwnDay): Promise<Morning | undefined> {
  const { sql, actor } = turn
  const { timeZone } = actor
  const card = await todayCard(turn)
  const food = await foodDayOf(sql, { userId, timeZone }, date)
  if (card.days.length === 0 && !card.begins && food.meals.length === 0) return undefined
  const rest = await ownRest(turn)
  if (rest)
    return { card: { ...card, missed: [] }, food, ending: endingPlans(card.days, date), asks: noAsks, rest }
  const wishes = (await wishesOf(sql, [userId])).get(userId) ?? {}
  const asks = {
    weighIn: isAskedOn('weighIn', wishes, date) && !(await hasWeighedOn(sql, userId, date, timeZone)),
    checkIn:
      isAskedOn('checkIn', wishes, date) && !isFresh((await lastCheckInOf(turn, userId, date)).sent, date),
  }
  return { card, food, ending: endingPlans(card.days, date), asks, rest }
}
