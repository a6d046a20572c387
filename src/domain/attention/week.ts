import { addDays } from '../localTime.ts'
import { type PlanVersion, type Trained, adherenceOf } from '../progress/adherence.ts'
import { type DayWeight, outlookOf, trendOf } from '../weight/trend.ts'

/** What is known of a client for a summary of one week; weights kg. */
export interface WeekFacts {
  versions: readonly PlanVersion[]
  trained: readonly Trained[]
  /** Days of weighing, oldest first. */
  weighed: readonly DayWeight[]
  target: number | null
  missedMeals: number
}

/** One client's week. */
export interface ClientWeek {
  /** Workouts that were due, and how many of them were not done. */
  planned: number
  missed: number
  /** Everything trained to its end. */
  trained: number
  /** What was begun and broken off: not missed, and not done. */
  left: number
  missedMeals: number
  /** How the trend moved in the week, kg; null where nothing was weighed in it, or nothing before. */
  change: number | null
  /** The trend came to the weight they aim at, or passed it. */
  isGoalReached: boolean
}

const trendUntil = (weighed: readonly DayWeight[], until: string): number | undefined =>
  trendOf(weighed.filter(({ date }) => date <= until))

function isReached(before: number, after: number, target: number): boolean {
  const isThere = (trend: number) => outlookOf(trend, undefined, target).kind === 'there'
  const passed = Math.sign(target - before) * Math.sign(target - after) < 0
  return !isThere(before) && (isThere(after) || passed)
}

/** A client's week from its Monday (`YYYY-MM-DD`) to its Sunday, which is over. */
export function weekOf(facts: WeekFacts, monday: string): ClientWeek {
  const { versions, weighed, target, missedMeals } = facts
  const sunday = addDays(monday, 6)
  const until = { from: monday, until: sunday, today: addDays(monday, 7) }
  const { planned, kept, trained, whole } = adherenceOf(versions, facts.trained, until)
  const before = trendUntil(weighed, addDays(monday, -1))
  const hasWeighed = weighed.some(({ date }) => date >= monday && date <= sunday)
  const after = hasWeighed ? trendUntil(weighed, sunday) : undefined
  const isKnown = before !== undefined && after !== undefined
  return {
    planned,
    missed: planned - kept,
    trained: whole,
    left: trained - whole,
    missedMeals,
    change: isKnown ? after - before : null,
    isGoalReached: isKnown && target !== null && isReached(before, after, target),
  }
}

/** Whether there is anything to tell of it. */
export const isWorthTelling = ({ planned, trained, left, missedMeals, change }: ClientWeek): boolean =>
  planned + trained + left + missedMeals > 0 || change !== null

/** Who missed most first: workouts, then meals; else as they came. */
export const byMisses = (a: ClientWeek, b: ClientWeek): number =>
  b.missed - a.missed || b.missedMeals - a.missedMeals
