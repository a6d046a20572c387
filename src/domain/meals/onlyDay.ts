import { addDays, nextWeekday } from '../localTime.ts'

/**
 * The one day on which a meal of a weekly plan falls, for a plan that is over too soon for a second one; else null.
 * `start` and `end` are local days, both the plan's; `weekday` is 0–6, Monday first, and null for every day.
 */
export function onlyDay(meal: {
  start: string | null
  end: string | null
  weekday: number | null
}): string | null {
  const { start, end, weekday } = meal
  if (start === null || end === null) return null
  const first = weekday === null ? start : nextWeekday(start, weekday)
  const second = addDays(first, weekday === null ? 1 : 7)
  return first <= end && second > end ? first : null
}
