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

const weeks =
  /(?:(\d{1,3})[\s-]*(?:weeks?|wks?|שבועות)|(?<!ב)(שבועיים)|(?<!ב|סוף |סופי )(שבוע))(?![\p{L}\p{N}])/iu
const from =
  /(?<![\p{L}\p{N}])(?:from|starting|starts?|beginning|החל מ|מתאריך|מ(?=[\d-]|יום|מחר|היום|שני|ראשון))\s*(?:on\s+|-\s*)?/iu
const until = /(?<![\p{L}\p{N}])(?:until|till|through|to(?=\s)|ends?(?: on)?|עד)\s*(?:ל-?)?/iu
const date = /^(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./](\d{1,2})(?:[./](\d{4}|\d{2}))?)(?![\p{L}\p{N}])/u
const months = [
  'jan(?:uary)?|ינואר',
  'feb(?:ruary)?|פברואר',
  'mar(?:ch)?|מר[סץ]',
  'apr(?:il)?|אפריל',
  'may|מאי',
  'june?|יוני',
  'july?|יולי',
  'aug(?:ust)?|אוגוסט',
  'sep(?:t|tember)?|ספטמבר',
  'oct(?:ober)?|אוקטובר',
  'nov(?:ember)?|נובמבר',
  'dec(?:ember)?|דצמבר',
].map((names) => new RegExp(`^(?:${names})$`, 'iu'))
const spelledMonth =
  /^(?:(\d{1,2})(?:st|nd|rd|th)?\s+(?:of\s+)?ב?(\p{L}{3,9})\.?|([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?)(?:,?\s+(\d{4}))?(?![\p{L}\p{N}])/iu
const word =
  /^(today|היום|(?:the\s+)?day after tomorrow|מחרתיי?ם|tomorrow|מחר|next week|שבוע הבא)(?![\p{L}\p{N}])/iu

const pad = (digits: string | number): string => String(digits).padStart(2, '0')

function spelled(found: RegExpExecArray, today: string): string | undefined {
  const [, year, month, day, dayFirst = '', monthSecond = '', shortYear] = found
  if (year) return checked(`${year}-${pad(month ?? '')}-${pad(day ?? '')}`)
  return inYear(dayFirst, monthSecond, shortYear, today)
}

/** A day and a month of the year that is said, else the next there is. */
function inYear(
  day: string,
  month: string | number,
  year: string | undefined,
  today: string,
): string | undefined {
  const made = (full: string) => checked(`${full}-${pad(month)}-${pad(day)}`)
  if (year) return made(year.length === 2 ? `20${year}` : year)
  const thisYear = made(today.slice(0, 4))
  return thisYear && thisYear < today ? made(String(Number(today.slice(0, 4)) + 1)) : thisYear
}

function checked(day: string): string | undefined {
  return isDate(day) ? day : undefined
}

/** `1 Dec`, `December 1st`, `1 בדצמבר`. */
function monthDayAt(text: string, today: string): DayAt | undefined {
  const found = spelledMonth.exec(text)
  if (!found) return undefined
  const [typed, firstDay, secondName, firstName, secondDay, year] = found
  const month = months.findIndex((names) => names.test(secondName ?? firstName ?? ''))
  if (month < 0) return undefined
  return { date: inYear(firstDay ?? secondDay ?? '', month + 1, year, today), length: typed.length }
}

interface DayAt {
  /** Undefined where there is no such day. */
  date: string | undefined
  length: number
}

/** The day a text begins with, and how much of the text says so. */
export function dayAt(text: string, today: string): DayAt | undefined {
  const numbers = date.exec(text)
  if (numbers) return { date: spelled(numbers, today), length: numbers[0].length }
  const named = monthDayAt(text, today)
  if (named) return named
  const relative = word.exec(text)
  if (relative) {
    const name = (relative[1] ?? '').toLowerCase()
    const day = /week|שבוע/.test(name)
      ? nextWeekday(addDays(today, 1), 0)
      : addDays(today, /after|מחרתי/.test(name) ? 2 : /tomorrow|מחר/.test(name) ? 1 : 0)
    return { date: day, length: relative[0].length }
  }
  const next = /^(?:next|this)\s+/i.exec(text)?.[0].length ?? 0
  const weekday = weekdayAt(text.slice(next))
  if (!weekday) return undefined
  return { date: nextWeekday(next ? addDays(today, 1) : today, weekday.day), length: next + weekday.length }
}

function takeDay(text: string, mark: RegExp, today: string) {
  for (const found of text.matchAll(new RegExp(mark, `${mark.flags}g`))) {
    const after = found.index + found[0].length
    const day = dayAt(text.slice(after), today)
    if (!day) continue
    const end = after + day.length
    return {
      date: day.date,
      typed: text.slice(after, end),
      rest: `${text.slice(0, found.index)} ${text.slice(end)}`,
    }
  }
  return undefined
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
