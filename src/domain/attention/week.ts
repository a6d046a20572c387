import { addDays } from '../localTime.ts'
import { type PlanVersion, type Trained, adherenceOf } from '../progress/adherence.ts'
import { daysInTurn } from '../progress/idle.ts'
import { silentDays } from '../reminders/silence.ts'
import { type DayWeight, outlookOf, trendOf } from '../weight/trend.ts'
import { type Away, isAwayOn, ofTraining } from './away.ts'

/** What is known of a client for a summary of one week; weights kg. */
export interface WeekFacts {
  /** Their local day, `YYYY-MM-DD`. */
  joinedOn: string
  versions: readonly PlanVersion[]
  trained: readonly Trained[]
  /** Days of weighing, oldest first. */
  weighed: readonly DayWeight[]
  target: number | null
  missedMeals: number
  away: readonly Away[]
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
  /** They had days to take in turn for most of it, and trained nothing. */
  isIdle: boolean
  /** Pauses that some of its days lie in, the first to begin first. */
  away: readonly Away[]
  /** How the trend moved in the week, kg; null where nothing was weighed in it, or nothing before. */
  change: number | null
  /** The day of weighing that the change goes back to, where nothing was weighed in the week before either: it is of more than a week. */
  changeSince: string | null
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

const daysFrom = (monday: string): string[] => Array.from({ length: 7 }, (_, at) => addDays(monday, at))

const isIdleIn = (versions: readonly PlanVersion[], dates: readonly string[]): boolean =>
  daysInTurn(versions, dates) >= silentDays

/** Each pause once, however it is known. */
function awayIn(all: readonly Away[], from: string, until: string): Away[] {
  const some = all.filter((one) => one.from <= until && from <= one.until && one.from <= one.until)
  const known = Map.groupBy(some, ({ of, why }) => `${of ?? ''} ${why}`)
  return [...known.values()]
    .flatMap((those) => those.toSorted((a, b) => (a.until < b.until ? 1 : -1)).slice(0, 1))
    .toSorted((a, b) => (a.from < b.from ? -1 : 1))
}

/** A client's week from its Monday (`YYYY-MM-DD`) to its Sunday, which is over. */
export function weekOf(facts: WeekFacts, monday: string): ClientWeek {
  const { versions, weighed, target, missedMeals } = facts
  const sunday = addDays(monday, 6)
  const isSpared = (date: string) => isAwayOn(facts.away, ofTraining, date)
  const until = { from: monday, until: sunday, today: addDays(monday, 7), isSpared }
  const { planned, kept, trained, whole } = adherenceOf(versions, facts.trained, until)
  const before = trendUntil(weighed, addDays(monday, -1))
  const lastBefore = weighed.findLast(({ date }) => date < monday)?.date
  const hasWeighed = weighed.some(({ date }) => date >= monday && date <= sunday)
  const after = hasWeighed ? trendUntil(weighed, sunday) : undefined
  const isKnown = before !== undefined && after !== undefined
  return {
    planned,
    missed: planned - kept,
    trained: whole,
    left: trained - whole,
    missedMeals,
    isIdle:
      trained === 0 &&
      isIdleIn(
        versions,
        daysFrom(monday).filter((date) => date >= facts.joinedOn && !isSpared(date)),
      ),
    away: awayIn(facts.away, monday, sunday),
    change: isKnown ? after - before : null,
    changeSince: isKnown && lastBefore !== undefined && lastBefore < addDays(monday, -7) ? lastBefore : null,
    isGoalReached: isKnown && target !== null && isReached(before, after, target),
  }
}

/** Whether there is anything to tell of it. */
export const isWorthTelling = ({ planned, trained, left, missedMeals, ...week }: ClientWeek): boolean =>
  planned + trained + left + missedMeals + week.away.length > 0 || week.isIdle || week.change !== null

/** Who missed most first: workouts, then meals; else as they came. */
export const byMisses = (a: ClientWeek, b: ClientWeek): number =>
  b.missed - a.missed || Number(b.isIdle) - Number(a.isIdle) || b.missedMeals - a.missedMeals
