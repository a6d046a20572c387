import { addDays } from '../../domain/localTime.ts'
import type { MealSpan } from '../../domain/meals/span.ts'
import { type Texts, isolate } from '../../texts/texts.ts'
import { dateText, weekdayText } from '../plans/words.ts'

/** Days as they are shown; `dates` in order. */
export type ShownDays = Pick<MealSpan, 'kind' | 'start' | 'end' | 'weekdays'> & { dates: readonly string[] }

const mostListed = 7

/** `Tue 1 Dec, Thu 3 Dec`, and how many more (HTML). */
export function datesText(t: Texts, dates: readonly string[], today: string): string {
  const list = dates.slice(0, mostListed).map((date) => isolate(dateText(t, date, today)))
  const joined = list.join(', ')
  const more = dates.length - list.length
  return more > 0 ? t('mealPlans:dates', { dates: joined, count: more }) : joined
}

/** The days of meals, and how many they are. */
export function daysText(t: Texts, { kind, start, end, weekdays, dates }: ShownDays, today: string): string {
  const count = dates.length
  const [only] = dates
  if (count === 1 && only !== undefined && (kind === 'days' || start === end)) {
    const date = dateText(t, only, today)
    if (only === today) return t('mealPlans:today', { date })
    return only === addDays(today, 1) ? t('mealPlans:tomorrow', { date }) : t('mealPlans:on', { date })
  }
  if (kind === 'days') return t('mealPlans:onDays', { count, dates: datesText(t, dates, today) })
  const span = { count, from: dateText(t, start, today), to: dateText(t, end, today) }
  if (weekdays === null) return t('mealPlans:everyDay', span)
  return t('mealPlans:weekdays', { ...span, weekdays: weekdays.map((day) => weekdayText(t, day)).join(', ') })
}
