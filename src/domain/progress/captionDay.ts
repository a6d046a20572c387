import { addDays, isDate } from '../localTime.ts'
import { dayAt } from '../plan/span.ts'
import { takeDay } from '../weight/days.ts'

const mostDaysBack = 366
const starts = /(?<![\p{L}\p{N}'׳"״.,/-])[\p{L}\p{N}]/gu
const endsClause = /^\s*(?:$|[,;:)\n–—-])/
const withYear = /\d{4}|\d[./]\d{1,2}[./]\d/

/** A day in numbers or with a month that a text begins with (`12.11`, `12 Nov`), on or before `today`; plans look ahead, this looks back. */
export function writtenDay(text: string, today: string): { date: string; length: number } | undefined {
  const found = dayAt(text, today)
  const typed = text.slice(0, found?.length ?? 0)
  if (found?.date === undefined || !/\d/.test(typed)) return undefined
  const isBare = !/\p{L}/u.test(typed)
  if (isBare && !endsClause.test(text.slice(typed.length))) return undefined
  const isAhead = found.date > today && !withYear.test(typed)
  const date = isAhead ? `${Number(found.date.slice(0, 4)) - 1}${found.date.slice(4)}` : found.date
  return { date, length: typed.length }
}

const isPast = (date: string, sentOn: string): boolean =>
  isDate(date) && date <= sentOn && date >= addDays(sentOn, -mostDaysBack)

/**
 * The local day a photo is of: one that its caption names (`yesterday`, `front, 12.11`), at most a year back; else the day
 * on which it was sent. All `YYYY-MM-DD`.
 */
export function dayOfCaption(caption: string | null, sentOn: string): string {
  const text = (caption ?? '').normalize('NFKC')
  for (const { index } of text.matchAll(starts)) {
    // מאתמול
    for (const skipped of text[index] === 'מ' ? [0, 1] : [0]) {
      const part = text.slice(index + skipped)
      const date = takeDay(part, sentOn, true)?.date ?? writtenDay(part, sentOn)?.date
      if (date !== undefined && isPast(date, sentOn)) return date
    }
  }
  return sentOn
}
