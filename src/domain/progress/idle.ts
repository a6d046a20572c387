import { addDays } from '../localTime.ts'
import { type PlanVersion, type Trained, isInForce } from './adherence.ts'

/**
 * Whether a plan of days taken in turn is in force on a day. None of them is due on a day of the week, so that none can be
 * missed: that nothing is trained tells it.
 */
const isInTurnOn = (versions: readonly PlanVersion[], date: string): boolean =>
  versions.some(
    (version) => version.days.some(({ weekday }) => weekday === null) && isInForce(version, versions, date),
  )

interface Idling {
  versions: readonly PlanVersion[]
  trained: readonly Trained[]
  /** The first day that is looked at, and the last one. */
  from: string
  today: string
  /** Days on which nothing was to be expected. */
  isSpared(date: string): boolean
}

/** Days in a row up to today, it among them, on which there were days to be taken in turn and nothing was trained. */
export function idleDays({ versions, trained, from, today, isSpared }: Idling): number {
  const done = new Set(trained.map(({ date }) => date))
  let days = 0
  for (
    let date = today;
    date >= from && !done.has(date) && isInTurnOn(versions, date);
    date = addDays(date, -1)
  )
    if (!isSpared(date)) days++
  return days
}

/** How many of these days there was something to be taken in turn. */
export const daysInTurn = (versions: readonly PlanVersion[], dates: readonly string[]): number =>
  dates.filter((date) => isInTurnOn(versions, date)).length
