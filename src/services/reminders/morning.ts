import { isFresh } from '../../domain/checkIn/checkIn.ts'
import { type EndingPlan, endsTold } from '../../domain/reminders/ending.ts'
import { type Wishes, hostOn } from '../../domain/reminders/once.ts'
import type { Pause } from '../../domain/reminders/patience.ts'
import type { FoodDay } from '../../domain/meals/foodDay.ts'
import { missedYesterday } from '../../domain/workout/due.ts'
import { foodDayOf } from '../meals/day.ts'
import { type TodayCard, todayCard } from '../workouts/today.ts'
import { type Mention, mentionOf } from './asking.ts'
import { hasWeighedOn, lastCheckInOf } from './facts.ts'
import type { OwnDay } from './ownDay.ts'
import { ownRest } from './peace.ts'
import { wishesOf } from './rules.ts'
import { endsOn, missedToName } from './training.ts'

/** What a day holds for a client. What was missed is that of the day before alone. */
export interface Morning {
  card: TodayCard
  food: FoodDay
  ending: EndingPlan[]
  /** How it speaks of what is asked for that day, and not done yet. */
  asks: { weighIn: Mention; checkIn: Mention }
  /** Nothing is asked for while this holds. */
  rest: Pause | undefined
}

const noAsks = { weighIn: null, checkIn: null }

/** How the card speaks of what is asked for on its day, and not done yet. */
async function asksOf(own: OwnDay, wishes: Wishes): Promise<Morning['asks']> {
  const { turn, userId, about } = own
  const { sql, actor } = turn
  const hasWeighed = await hasWeighedOn(sql, userId, about.date, actor.timeZone)
  const hasCheckedIn = isFresh((await lastCheckInOf(turn, userId, about.date)).sent, about.date)
  return {
    weighIn: hasWeighed ? null : await mentionOf(own, 'weighIn', wishes),
    checkIn: hasCheckedIn ? null : await mentionOf(own, 'checkIn', wishes),
  }
}

/** Undefined where there is no plan at all, neither of training nor of food. */
export async function readMorning(own: OwnDay): Promise<Morning | undefined> {
  const { turn, userId, about } = own
  const card = await todayCard(turn)
  const food = await foodDayOf(turn.sql, { userId, timeZone: turn.actor.timeZone }, about.date)
  if (card.days.length === 0 && !card.begins && food.meals.length === 0) return undefined
  const rest = await ownRest(turn)
  const wishes = (await wishesOf(turn.sql, [userId])).get(userId) ?? {}
  const offers = !rest && hostOn('missed', wishes, about.date) === 'morning'
  const missed = !offers ? [] : missedYesterday({ missed: await missedToName(own, card) }, about.date)
  const asks = rest ? noAsks : await asksOf(own, wishes)
  const ending = await endsOn(own, endsTold(about.date))
  return { card: { ...card, missed }, food, ending, asks, rest }
}

/** States in which a card has come or is about to. */
const under = ['due', 'held', 'sending', 'sent', 'uncertain'] as const

/**
 * Whether the card of the morning asks for the weigh-in of a day, or has asked: its reminder at the usual hour has nothing to
 * say then.
 */
export async function isWeighInInCard(own: OwnDay): Promise<boolean> {
  const { turn, userId, about } = own
  const wishes = (await wishesOf(turn.sql, [userId])).get(userId) ?? {}
  if (about.isOwnHour || hostOn('weighIn', wishes, about.date) !== 'morning') return false
  const card = await turn.sql
    .selectFrom('deliveries')
    .select('state')
    .where('recipient_id', '=', userId)
    .where('kind', '=', 'morning')
    .where('local_date', '=', about.date)
    .where('state', 'in', under)
    .executeTakeFirst()
  if (!card) return false
  // One that is still to come has something to say where there is a plan.
  return card.state === 'due' || card.state === 'held' ? (await readMorning(own)) !== undefined : true
}
