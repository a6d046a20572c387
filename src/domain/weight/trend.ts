/** What was weighed on one local day (`YYYY-MM-DD`), kg; several weigh-ins of a day are their mean. */
export interface DayWeight {
  date: string
  kg: number
}

/** What lies ahead: how far the target is, and in how many weeks the present pace gets there, if it does. */
export type Outlook =
  | { kind: 'there' }
  | { kind: 'weeks'; weeks: number }
  /** Nothing is foretold: too few weigh-ins, no change to speak of, the other way, too far, too fast to go on. */
  | { kind: 'tooShort' | 'steady' | 'away' | 'far' | 'fast' }

/** Smoothing of one day: a tenth of the difference. */
const daily = 0.1
const slopeDays = 28
const leastDays = 7
const leastPoints = 3
const staleDays = 21
const steadyKg = 0.05
const thereKg = 0.25
const mostWeeks = 104

const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000

/** Weigh-ins as days, oldest first; of several on a day the last of them counts. */
export function daysOf(weighed: readonly DayWeight[]): DayWeight[] {
  return [...Map.groupBy(weighed, ({ date }) => date)]
    .map(([date, of]) => ({ date, kg: of.at(-1)?.kg ?? Number.NaN }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
}

/**
 * The smoothed weight after each day, kg. An exponentially weighted mean that knows
 * about gaps: `trend += (1 − 0.9^days) × (weight − trend)`, `days` since the day before it in the list, beginning at
 * the first weight. For daily weigh-ins that is the 10 % smoothing of John Walker's *The Hacker's Diet*. `days` come
 * as `daysOf` gives them.
 */
export function trendLine(days: readonly DayWeight[]): DayWeight[] {
  let trend: number | undefined
  let before = 0
  return days.map(({ date, kg }) => {
    const at = dayOf(date)
    trend = trend === undefined ? kg : trend + (1 - (1 - daily) ** (at - before)) * (kg - trend)
    before = at
    return { date, kg: trend }
  })
}

/** The smoothed weight after the last day, kg; undefined without days. `days` come as `daysOf` gives them. */
export function trendOf(days: readonly DayWeight[]): number | undefined {
  return trendLine(days).at(-1)?.kg
}

/**
 * kg per week: the slope of the least-squares line through the last 28 days of weigh-ins. Undefined where these are
 * fewer than three days, span less than a week, or ended more than three weeks before `today`.
 */
export function weeklyChange(days: readonly DayWeight[], today: string): number | undefined {
  const last = days.at(-1)
  if (!last || dayOf(today) - dayOf(last.date) > staleDays) return undefined
  const recent = days.filter(({ date }) => dayOf(last.date) - dayOf(date) <= slopeDays)
  const [first] = recent
  if (!first || recent.length < leastPoints || dayOf(last.date) - dayOf(first.date) < leastDays)
    return undefined
  const points = recent.map(({ date, kg }) => ({ x: dayOf(date) - dayOf(first.date), kg }))
  const meanX = points.reduce((sum, { x }) => sum + x, 0) / points.length
  const meanKg = points.reduce((sum, { kg }) => sum + kg, 0) / points.length
  const above = points.reduce((sum, { x, kg }) => sum + (x - meanX) * (kg - meanKg), 0)
  const below = points.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0)
  return (above / below) * 7
}

/** No change that a scale could tell from chance: less than 50 g a week. */
export const isSteady = (perWeek: number): boolean => Math.abs(perWeek) < steadyKg

/** More than a hundredth of the weight a week, which nobody should be praised for. All in kg. */
export const isFast = (trend: number, perWeek: number): boolean => Math.abs(perWeek) > trend / 100

/** Whether and when the target comes, all in kg; honest where that cannot be said. */
export function outlookOf(trend: number, perWeek: number | undefined, target: number): Outlook {
  const distance = target - trend
  if (Math.abs(distance) < thereKg) return { kind: 'there' }
  if (perWeek === undefined) return { kind: 'tooShort' }
  if (isSteady(perWeek)) return { kind: 'steady' }
  if (Math.sign(perWeek) !== Math.sign(distance)) return { kind: 'away' }
  if (isFast(trend, perWeek)) return { kind: 'fast' }
  const weeks = Math.max(1, Math.round(distance / perWeek))
  return weeks > mostWeeks ? { kind: 'far' } : { kind: 'weeks', weeks }
}

/**
 * Whether a change of weight is worth a question: over 3 % of it, and 0.3 % more for each day in between, at most
 * 15 %. kg and days.
 */
export function isSurprising(before: number, now: number, days: number): boolean {
  return Math.abs(now - before) > before * Math.min(0.15, 0.03 + 0.003 * Math.abs(days))
}
