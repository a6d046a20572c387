import { addDays, isDate, nextWeekday } from '../localTime.ts'
import { weekdayAt } from './weekdays.ts'

/** How long a plan goes, as its heading says; dates are local `YYYY-MM-DD`. */
export interface Span {
  weeks?: number
  startDate?: string
  endDate?: string
  /** The heading without all that. */
  rest: string
  unreadable?: string
}

const weeks = /(?:(\d{1,3})[\s-]*(?:weeks?|wks?|שבועות)|(שבועיים)|(שבוע))(?![\p{L}\p{N}])/iu
const from =
  /(?<![\p{L}\p{N}])(?:from|starting|starts?|beginning|החל מ|מתאריך|מ(?=[\d-]|יום|מחר|היום|שני|ראשון))\s*(?:on\s+|-\s*)?/iu
const until = /(?<![\p{L}\p{N}])(?:until|till|through|ends?(?: on)?|עד)\s*(?:ל-?)?/iu
const date = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?)(?![\p{L}\p{N}])/u
const word = /^(today|היום|tomorrow|מחר|next week|שבוע הבא)(?![\p{L}\p{N}])/iu

const pad = (digits: string | number): string => String(digits).padStart(2, '0')

function spelled(found: RegExpExecArray, today: string): string | undefined {
  const [, year, month, day, dayFirst = '', monthSecond = '', shortYear] = found
  if (year) return checked(`${year}-${pad(month ?? '')}-${pad(day ?? '')}`)
  const made = (full: string) => checked(`${full}-${pad(monthSecond)}-${pad(dayFirst)}`)
  if (shortYear) return made(shortYear.length === 2 ? `20${shortYear}` : shortYear)
  const thisYear = made(today.slice(0, 4))
  return thisYear && thisYear < today ? made(String(Number(today.slice(0, 4)) + 1)) : thisYear
}

function checked(day: string): string | undefined {
  return isDate(day) ? day : undefined
}

/** The day a text begins with, and how much of the text says so. */
function dayAt(text: string, today: string): { date: string | undefined; length: number } | undefined {
  const numbers = date.exec(text)
  if (numbers) return { date: spelled(numbers, today), length: numbers[0].length }
  const relative = word.exec(text)
  if (relative) {
    const name = (relative[1] ?? '').toLowerCase()
    const day = /week|שבוע/.test(name)
      ? nextWeekday(addDays(today, 1), 0)
      : addDays(today, /tomorrow|מחר/.test(name) ? 1 : 0)
    return { date: day, length: relative[0].length }
  }
  const next = /^(?:next|this)\s+/i.exec(text)?.[0].length ?? 0
  const weekday = weekdayAt(text.slice(next))
  if (!weekday) return undefined
  return { date: nextWeekday(next ? addDays(today, 1) : today, weekday.day), length: next + weekday.length }
}

function takeDay(text: string, mark: RegExp, today: string) {
  const found = mark.exec(text)
  if (!found) return undefined
  const after = found.index + found[0].length
  const day = dayAt(text.slice(after), today)
  if (!day) return undefined
  const end = after + day.length
  return {
    date: day.date,
    typed: text.slice(after, end),
    rest: `${text.slice(0, found.index)} ${text.slice(end)}`,
  }
}

/** Takes duration and dates (`6 weeks from Monday`, `until 31.12.2026`) out of a heading; days before months. */
export function readSpan(heading: string, today: string): Span {
  const span: Span = { rest: heading }
  const start = takeDay(span.rest, from, today)
  if (start) span.rest = start.rest
  const end = takeDay(span.rest, until, today)
  if (end) span.rest = end.rest
  const found = weeks.exec(span.rest)
  const count = found ? (found[2] ? 2 : found[3] ? 1 : Number(found[1])) : 0
  if (found && count > 0 && count <= 104) {
    span.weeks = count
    span.rest = span.rest.replace(found[0], ' ')
  }
  if (start?.date) span.startDate = start.date
  if (end?.date) span.endDate = end.date
  else if (start?.date && span.weeks) span.endDate = addDays(start.date, span.weeks * 7 - 1)
  const unreadable = start && !start.date ? start.typed : end && !end.date ? end.typed : undefined
  if (unreadable) span.unreadable = unreadable
  return span
}
