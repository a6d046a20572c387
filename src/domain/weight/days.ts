import { addDays, isDate, weekdayOf } from '../localTime.ts'
import { weekdayAt } from '../plan/weekdays.ts'

const mostDaysBack = 366

const ends = String.raw`(?=$|[\s,;:–—-])`
const daysBack = new RegExp(String.raw`^(\d{1,4})\s+days?\s+ago${ends}|^לפני\s+(\d{1,4})\s+ימים${ends}`, 'i')
const written = new RegExp(String.raw`^(?:on\s+)?(\d{4}-\d{2}-\d{2})${ends}`, 'i')
const named: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(?:the\\s+)?day\\s+before\\s+yesterday${ends}`, 'i'), 2],
  [new RegExp(`^yesterday${ends}`, 'i'), 1],
  [new RegExp(`^today${ends}`, 'i'), 0],
  [new RegExp(`^שלשום${ends}`), 2],
  [new RegExp(`^אתמול${ends}`), 1],
  [new RegExp(`^היום${ends}`), 0],
]
const beforeWeekday = /^(?:on\s+)?(?:(last|past)\s+|this\s+)?/i
const afterWeekday = new RegExp(`^\\s+(?:שעברה?|האחרונה?|הקודמת?)${ends}`)
const noMore = /^\s*(?:$|[,;:–—-])/

/** A day that a text names; `date` is null for one that does not exist, lies ahead, or over a year back. */
export interface TakenDay {
  date: string | null
  rest: string
}

export const afterSeparators = (text: string): string => text.replace(/^[\s,;:–—-]+/, '')

/** `monday`, `last friday`, `ב׳`, `יום שישי שעבר`: the last such day, today too unless `last` is said. */
function takeWeekday(text: string, today: string): TakenDay | undefined {
  const [before = '', last] = beforeWeekday.exec(text) ?? []
  const direct = weekdayAt(text.slice(before.length))
  // בשבת, בשישי
  const prefixed = direct || !text.startsWith('ב') ? undefined : weekdayAt(text.slice(1))
  const found = direct ?? prefixed
  if (!found) return undefined
  const after = text.slice((prefixed ? 1 : before.length) + found.length)
  const past = afterWeekday.exec(after)
  const back = (weekdayOf(today) - found.day + 7) % 7
  const isPast = last !== undefined || past !== null
  return {
    date: addDays(today, -(back === 0 && isPast ? 7 : back)),
    rest: after.slice(past?.[0].length ?? 0),
  }
}

/**
 * The day a text begins with, and what comes after it. `today` is a local day, `YYYY-MM-DD`. With `alone` a weekday
 * must end the text or its clause: what follows a weight may be a note that begins like one (`sat on the sofa`).
 */
export function takeDay(text: string, today: string, alone = false): TakenDay | undefined {
  const taken = (match: RegExpExecArray, date: string | null) => ({
    date,
    rest: afterSeparators(text.slice(match[0].length)),
  })
  for (const [pattern, back] of named) {
    const match = pattern.exec(text)
    if (match) return taken(match, addDays(today, -back))
  }
  const back = daysBack.exec(text)
  const days = Number(back?.[1] ?? back?.[2])
  if (back) return taken(back, days <= mostDaysBack ? addDays(today, -days) : null)
  const full = written.exec(text)
  const date = full?.[1]
  if (full && date !== undefined) {
    const isPast = isDate(date) && date <= today && date >= addDays(today, -mostDaysBack)
    return taken(full, isPast ? date : null)
  }
  const weekday = takeWeekday(text, today)
  if (!weekday || (alone && !noMore.test(weekday.rest))) return undefined
  return { ...weekday, rest: afterSeparators(weekday.rest) }
}
