import { localDate } from './localTime.ts'
import { toldBy } from './reminders/standing.ts'

/** Whoever goes on past midnight is still about what they were, ms. */
const pastMidnight = 60 * 60_000

/**
 * Whether what somebody did last there was on an earlier day of theirs: what they say now need not be about it any more.
 * `touchedAt`: null where nobody knows, which is of long ago.
 */
export function isLeftStanding(touchedAt: Date | null, now: Date, timeZone: string): boolean {
  const at = toldBy(touchedAt, now)
  const isEarlier = localDate(at, timeZone) < localDate(now, timeZone)
  return isEarlier && now.getTime() - at.getTime() > pastMidnight
}

/** Nobody rests this long between two sets, ms. */
const longestRest = 4 * 60 * 60_000

/** Whether a workout that is under way was left: of an earlier day, or for hours. */
export const isWorkoutLeft = (trainedAt: Date, now: Date, timeZone: string): boolean =>
  isLeftStanding(trainedAt, now, timeZone) || now.getTime() - trainedAt.getTime() > longestRest
