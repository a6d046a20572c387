import { addDays, weekdayOf } from '../localTime.ts'
import type { MealDays } from './types.ts'

/** The days that meals are given for, where the text names none. */
export const spanChoices = ['today', 'tomorrow', 'weeks'] as const
export type SpanChoice = (typeof spanChoices)[number]

/** As many days as one text gives meals for. */
export const mostDays = 120
/** How far ahead an open end reaches. */
export const openWeeks = 8
const chosenWeeks = 4

/** The days of a text, as far as they are given: local days `YYYY-MM-DD`, none of them over. */
export interface MealSpan {
  kind: MealDays['kind']
  /** In order; none where the text's days are over, or where it names none that come. */
  dates: string[]
  start: string
  end: string
  /** 0–6, Monday first; null for every day of the stretch. */
  weekdays: number[] | null
  /** Why it ends before the text says: the text is open, or too long. */
  cut: 'open' | 'long' | null
  /** The text says which days. */
  isNamed: boolean
}

export interface SpanContext {
  /** The client's present day: nothing is given for days before. */
  today: string
  choice: SpanChoice
  /** The last day of a text that is open; eight weeks where none is said. */
  openEnd?: string
}

function chosen(choice: SpanChoice, today: string): MealDays {
  if (choice === 'today') return { kind: 'days', dates: [today] }
  if (choice === 'tomorrow') return { kind: 'days', dates: [addDays(today, 1)] }
  return { kind: 'range', start: today, isStartNamed: true, end: addDays(today, chosenWeeks * 7 - 1) }
}

/** Days one after another, one more than are given where there are more. */
function daysBetween(start: string, end: string, weekdays: readonly number[] | null): string[] {
  const dates: string[] = []
  for (let date = start; date <= end && dates.length <= mostDays; date = addDays(date, 1))
    if (weekdays === null || weekdays.includes(weekdayOf(date))) dates.push(date)
  return dates
}

/** The days that a text, or a choice where it names none, gives meals for. */
export function spanOf(when: MealDays | null, { today, choice, openEnd }: SpanContext): MealSpan {
  const meant = when ?? chosen(choice, today)
  const isNamed = when !== null
  if (meant.kind === 'days') {
    const dates = meant.dates.filter((date) => date >= today).slice(0, mostDays)
    const [first = meant.dates[0] ?? today, last = first] = [dates[0], dates.at(-1)]
    return { kind: 'days', dates, start: first, end: last, weekdays: null, cut: null, isNamed }
  }
  const start = meant.start < today ? today : meant.start
  const end = meant.end ?? openEnd ?? addDays(start, openWeeks * 7 - 1)
  const weekdays = meant.kind === 'weekdays' ? meant.weekdays : null
  const dates = daysBetween(start, end, weekdays)
  const isLong = dates.length > mostDays
  const given = dates.slice(0, mostDays)
  const isOpen = meant.end === null && openEnd === undefined
  return {
    kind: meant.kind,
    dates: given,
    start,
    end: isLong ? (given.at(-1) ?? end) : end,
    weekdays,
    cut: isLong ? 'long' : isOpen ? 'open' : null,
    isNamed,
  }
}
