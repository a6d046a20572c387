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
import { missedToName } from './training.ts'

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

/** What is asked of a client on a day, as far as it is not done. */
async function asksOf({ turn, userId, about: { date } }: OwnDay): Promise<Morning['asks']> {
  const { sql, actor } = turn
  const wishes = (await wishesOf(sql, [userId])).get(userId) ?? {}
  const hasWeighed = () => hasWeighedOn(sql, userId, date, actor.timeZone)
  const hasCheckedIn = async () => isFresh((await lastCheckInOf(turn, userId, date)).sent, date)
  return {
    weighIn: isAskedOn('weighIn', wishes, date) && !(await hasWeighed()),
    checkIn: isAskedOn('checkIn', wishes, date) && !(await hasCheckedIn()),
  }
}

/** Undefined where there is no plan at all, neither of training nor of food. */
export async function readMorning(own: OwnDay): Promise<Morning | undefined> {
  const { turn, userId, about } = own
  const card = await todayCard(turn)
  const food = await foodDayOf(turn.sql, { userId, timeZone: turn.actor.timeZone }, about.date)
  if (card.days.length === 0 && !card.begins && food.meals.length === 0) return undefined
  const rest = await ownRest(turn)
  const missed = rest ? [] : await missedToName(own, card)
  const asks = rest ? noAsks : await asksOf(own)
  return { card: { ...card, missed }, food, ending: endingPlans(card.days, about.date), asks, rest }
}
