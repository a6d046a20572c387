import type { ReminderKind } from '../../domain/enums.ts'
import { addDays } from '../../domain/localTime.ts'
import { type EndingPlan, endingPlans } from '../../domain/reminders/ending.ts'
import { missedYesterday } from '../../domain/workout/due.ts'
import type { Sql } from '../unit.ts'
import type { Turn } from '../turn.ts'
import { type TodayCard, todayCard } from '../workouts/today.ts'
import type { OwnDay } from './ownDay.ts'
import { reminderPayload } from './payload.ts'

interface Made {
  kind: ReminderKind
  /** The recipient's local day. */
  date: string
}

async function madeFor(sql: Sql, userId: number, { kind, date }: Made) {
  const rows = await sql
    .selectFrom('deliveries')
    .select(['state', 'payload'])
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('local_date', '=', date)
    .execute()
  return rows.map(({ state, payload }) => ({ state, said: reminderPayload(JSON.parse(payload))?.said }))
}

/** The card of the morning has said it, or is on its way with what else waits. */
async function isToldInMorning({ turn, userId, about }: OwnDay): Promise<boolean> {
  const made = await madeFor(turn.sql, userId, { kind: 'morning', date: about.date })
  return made.some(({ state }) => ['sending', 'sent', 'uncertain', 'held'].includes(state))
}

const isFree = ({ walk, done }: TodayCard): boolean => !walk && done.length === 0

/** The day of the acting client where a workout is due; undefined when one is under way or done, or none is due. */
export async function workoutDue(turn: Turn): Promise<TodayCard | undefined> {
  const card = await todayCard(turn)
  return isFree(card) && card.due.length > 0 ? card : undefined
}

/**
 * The day of a client with what was missed the day before alone, to be offered; undefined when there is nothing to offer,
 * the morning's card has offered it, or they said that it would not be.
 */
export async function missedToOffer(own: OwnDay): Promise<TodayCard | undefined> {
  const { turn, userId, about } = own
  if (await isToldInMorning(own)) return undefined
  const yesterday = { kind: 'workout', date: addDays(about.date, -1) } as const
  if ((await madeFor(turn.sql, userId, yesterday)).some(({ said }) => said === 'no')) return undefined
  const card = await todayCard(turn)
  const missed = missedYesterday(card, about.date)
  return isFree(card) && missed.length > 0 ? { ...card, missed } : undefined
}

/** The plans of a client that end before long, and what comes then; none where the morning's card told them. */
export async function endsToTell(
  own: OwnDay,
): Promise<{ plans: EndingPlan[]; begins: TodayCard['begins'] } | undefined> {
  if (await isToldInMorning(own)) return undefined
  const { days, begins } = await todayCard(own.turn)
  const plans = endingPlans(days, own.about.date)
  return plans.length > 0 ? { plans, begins } : undefined
}
