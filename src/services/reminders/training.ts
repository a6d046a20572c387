import { type EndingPlan, endsTold } from '../../domain/reminders/ending.ts'
import { missedYesterday, worthReminding } from '../../domain/workout/due.ts'
import { type TodayCard, todayCard } from '../workouts/today.ts'
import { declinedDays } from './declined.ts'
import { endsOf } from './ends.ts'
import type { OwnDay } from './ownDay.ts'
import { reminderPayload } from './payload.ts'
import { wishesOf } from './rules.ts'

/** What of a day was missed and may be offered: not what they said would not be. */
export async function missedToName({ turn, userId, about }: OwnDay, { missed }: TodayCard) {
  const declined = await declinedDays(turn.sql, userId, about.date)
  return missed.filter(({ date }) => !declined.has(date))
}

/** The card of the morning has said it, or is on its way with what else waits. */
async function isToldInMorning({ turn, userId, about }: OwnDay): Promise<boolean> {
  const made = await turn.sql
    .selectFrom('deliveries')
    .select('payload')
    .where('recipient_id', '=', userId)
    .where('kind', '=', 'morning')
    .where('local_date', '=', about.date)
    .where('state', 'in', ['sending', 'sent', 'uncertain', 'held'])
    .executeTakeFirst()
  return made !== undefined && reminderPayload(JSON.parse(made.payload))?.isLast !== true
}

const isFree = ({ walk, done }: TodayCard): boolean => !walk && done.length === 0

/**
 * The day of a client with the workout they are reminded of; undefined when one is under way or done, none is due, or they
 * rest from what is taken in turn.
 */
export async function workoutDue({ turn, userId, about: { date } }: OwnDay): Promise<TodayCard | undefined> {
  const card = await todayCard(turn)
  const wishes = (await wishesOf(turn.sql, [userId])).get(userId) ?? {}
  const due = worthReminding(card, date, (wishes.workout?.weekdays ?? null) !== null)
  return isFree(card) && due.length > 0 ? { ...card, due } : undefined
}

/**
 * The day of a client with what was missed the day before alone, to be offered; undefined when there is nothing to offer,
 * the morning's card has offered it, or they said that it would not be.
 */
export async function missedToOffer(own: OwnDay): Promise<TodayCard | undefined> {
  if (await isToldInMorning(own)) return undefined
  const card = await todayCard(own.turn)
  const missed = missedYesterday({ missed: await missedToName(own, card) }, own.about.date)
  return isFree(card) && missed.length > 0 ? { ...card, missed } : undefined
}

/** The plans of a client whose end is told on a day. */
export async function endsOn({ turn, userId, about: { date } }: OwnDay, ends: readonly string[]) {
  return (await endsOf(turn.sql, [userId], { date, ends })).get(userId) ?? []
}

/** The plans of a client that end in some days, and what comes then; none where the morning's card told them. */
export async function endsToTell(
  own: OwnDay,
): Promise<{ plans: EndingPlan[]; begins: TodayCard['begins'] } | undefined> {
  if (await isToldInMorning(own)) return undefined
  const [, ahead] = endsTold(own.about.date)
  const plans = await endsOn(own, [ahead])
  const { begins } = await todayCard(own.turn)
  return plans.length > 0 ? { plans, begins } : undefined
}
