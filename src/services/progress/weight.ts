import { localDate } from '../../domain/localTime.ts'
import { type DayWeight, daysOf, trendLine, weeklyChange } from '../../domain/weight/trend.ts'
import type { Authorized, Subject } from '../access.ts'
import type { Turn } from '../turn.ts'
import { targetOf, weighedBy } from '../weighIns/standing.ts'

/** All that was weighed, kg, with its smoothed course. */
export interface WeightCourse {
  days: DayWeight[]
  /** Day by day as `days`. */
  trend: DayWeight[]
  /** kg a week of late; undefined where that cannot be told. */
  perWeek: number | undefined
  target: number | null
}

/** A client's weight from the first weigh-in on. */
export async function readWeightCourse(turn: Turn, client: Authorized<Subject>): Promise<WeightCourse> {
  const days = daysOf(await weighedBy(turn, client))
  return {
    days,
    trend: trendLine(days),
    perWeek: weeklyChange(days, localDate(turn.now, client.timeZone)),
    target: await targetOf(turn, client.userId),
  }
}
