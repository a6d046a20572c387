import { addDays } from '../localTime.ts'
import { dayAt, readSpan } from '../plan/span.ts'
import { daysInTurn, weekdayAt, weekdaysAt } from '../plan/weekdays.ts'
import { meantDay, meantDayIn } from './meantDay.ts'
import type { MealDays, Stretch } from './types.ts'

export interface WhenReading {
  when: MealDays | null
  /** The heading without it. */
  rest: string
  fault?: { kind: 'date-unreadable' | 'dates-upside-down'; found: string; meant?: string }
}

const every =
  /(?<![\p{L}\p{N}])(?:every\s?day|each day|daily|all week|every single day|כל יום|מדי יום|יום[ -]יום|כל ימות השבוע|כל השבוע)(?![\p{L}\p{N}])/iu
const workdays = /(?<![\p{L}\p{N}])(?:on\s+)?(?:weekdays|workdays)(?![\p{L}\p{N}])/iu
/** The working week of those who say it so is from Sunday to Thursday. */
const hebrewWorkdays = /(?<![\p{L}\p{N}])ב?ימי\s+(?:ה?חול|ה?עבודה)(?![\p{L}\p{N}])/iu
const weekend = /(?<![\p{L}\p{N}])(?:on\s+)?weekends?(?![\p{L}\p{N}])/iu
/** Friday and Saturday: the week begins on Sunday. */
const hebrewWeekend = /(?<![\p{L}\p{N}])ב?(?:סופ["״]ש|סוף שבוע|סופי שבוע)(?![\p{L}\p{N}])/iu
const forWeeks =
  /(?<![\p{L}\p{N}])(?:for|over|during|lasting|למשך|במשך|לאורך)\s+(?:the\s+)?(?=\d{1,3}[\s-]*(?:weeks?|wks?|שבועות)|שבוע)/iu
const someDays = String.raw`([1-9]\d{0,2})\s+days?(?!\s+(?:a|per|each|every|in)\s)`
const forDays = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:(?:(?:for|over|during|lasting)\s+(?:the\s+)?(?:next\s+)?|(?:the\s+)?next\s+)${someDays}|(?:למשך|במשך|לאורך|ל-?(?=\d|יומיים))\s*(?:([1-9]\d{0,2})\s+ימים|יומיים)(?!\s+ב))(?![\p{L}\p{N}])`,
  'iu',
)
const monthRange = /(?<![\d.-])(\d{1,2})\s*[-–—]\s*(\d{1,2})\s+(?=ב?\p{L}{3,9})/u
const dash = /^\s*(?:[-–—]|to\s|until\s|עד\s)\s*/iu
const lead = /^(?:on|for|בתאריכים|בתאריך|ב|ל|every|each|כל|בימי|ימי)\s*-?\s*/iu
const between = /^\s*(?:[,&+]|and\s|ו-?)\s*(?:on\s+)?/iu
const letterRange = /^(?:ב?ימים\s+)?([א-ו])['׳]?\s*[-–—]\s*([א-וש])['׳]?(?![\p{L}\p{N}])/u
const hebrewDays = 'בגדהושא'

/** `Mon-Fri`, `Sunday to Thursday`, `א'-ה'`, `Mon, Wed and Fri`. */
function weekdaysInTurn(text: string): { days: number[]; length: number } | undefined {
  const [letters, one = '', other = ''] = letterRange.exec(text) ?? []
  if (letters)
    return { days: daysInTurn(hebrewDays.indexOf(one), hebrewDays.indexOf(other)), length: letters.length }
  const listed = weekdaysAt(text)
  for (;;) {
    const gap = listed && /^\s+/.exec(text.slice(listed.length))?.[0].length
    const next = listed && gap ? weekdayAt(text.slice(listed.length + gap)) : undefined
    if (!listed || !gap || !next) return listed
    listed.days.push(next.day)
    listed.length += gap + next.length
  }
}

interface Listed {
  dates: string[]
  length: number
  unreadable?: string
}

/** `1 Dec, 3 Dec and 5 Dec`, `tomorrow`. */
function datesFrom(text: string, today: string): Listed | undefined {
  const first = weekdayAt(text) ? undefined : dayAt(text, today)
  if (!first) return undefined
  const listed: Listed = { dates: [], length: 0 }
  for (let next: ReturnType<typeof dayAt> = first, at = 0; next;) {
    if (next.date) listed.dates.push(next.date)
    else listed.unreadable ??= text.slice(at, at + next.length)
    listed.length = at + next.length
    const gap = between.exec(text.slice(listed.length))?.[0]
    if (gap === undefined) break
    at = listed.length + gap.length
    next = dayAt(text.slice(at), today)
  }
  return listed
}

/** Where the words of a text begin. */
function* starts(text: string): Generator<number> {
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}'׳"״.,/-])[\p{L}\p{N}]/gu)) yield index
}

const cut = (text: string, from: number, length: number): string =>
  `${text.slice(0, from)} ${text.slice(from + length)}`

/** `1-28 Dec`, `1.12 - 28.12` as `from … until …`, which spans are read from. */
function spellRange(text: string, today: string): string {
  const spelled = text.replace(monthRange, (_, first: string, last: string) => {
    const month =
      /^ב?\p{L}{3,9}/u.exec(text.slice(text.search(monthRange)).replace(monthRange, ''))?.[0] ?? ''
    return `from ${first} ${month} until ${last} `
  })
  for (const at of starts(spelled)) {
    const first = dayAt(spelled.slice(at), today)
    if (!first?.date || weekdayAt(spelled.slice(at))) continue
    const after = at + first.length
    const to = dash.exec(spelled.slice(after))?.[0]
    if (!to || !dayAt(spelled.slice(after + to.length), today)?.date) continue
    const isFrom = /(?:from|מ|מתאריך|starting)\s*-?$/iu.test(spelled.slice(0, at).trimEnd())
    return `${spelled.slice(0, at)}${isFrom ? '' : 'from '}${spelled.slice(at, after)} until ${spelled.slice(after + to.length)}`
  }
  return spelled
}

/** `for 3 days`, `for the next 10 days`, `ליומיים`; weeks are read with the rest of a span. */
function takeDays(heading: string): { days?: number; rest: string } {
  const [whole, count = '', hebrewCount = ''] = forDays.exec(heading) ?? []
  if (whole === undefined) return { rest: heading }
  return { days: Number(count || hebrewCount || 2), rest: heading.replace(whole, ' ') }
}

function stretchOf(
  { startDate, endDate, days }: { startDate?: string; endDate?: string; days?: number | undefined },
  today: string,
): Stretch {
  const start = startDate ?? today
  const end = endDate ?? (days === undefined ? null : addDays(start, days - 1))
  return { start, isStartNamed: startDate !== undefined, end }
}

interface Named {
  weekdays?: number[]
  dates?: string[]
  unreadable?: string
  rest: string
}

/** Named days anywhere in the text, the first there are. */
function takeNamed(text: string, today: string): Named {
  if (workdays.test(text)) return { weekdays: [0, 1, 2, 3, 4], rest: text.replace(workdays, ' ') }
  if (hebrewWorkdays.test(text)) return { weekdays: [0, 1, 2, 3, 6], rest: text.replace(hebrewWorkdays, ' ') }
  if (weekend.test(text)) return { weekdays: [5, 6], rest: text.replace(weekend, ' ') }
  if (hebrewWeekend.test(text)) return { weekdays: [4, 5], rest: text.replace(hebrewWeekend, ' ') }
  for (const at of starts(text)) {
    const leading = lead.exec(text.slice(at))?.[0] ?? ''
    for (const skipped of leading ? [leading.length, 0] : [0]) {
      const part = text.slice(at + skipped)
      const once = /^(?:next|this)\s/i.test(part) ? dayAt(part, today) : undefined
      if (once?.date) return { dates: [once.date], rest: cut(text, at, skipped + once.length) }
      const weekdays = weekdaysInTurn(part)
      if (weekdays) return { weekdays: weekdays.days, rest: cut(text, at, skipped + weekdays.length) }
      const listed = datesFrom(part, today)
      const isAlone = leading !== '' || /(?:^|,)\s*$/.test(text.slice(0, at))
      const isWhole = /^\s*(?:$|[,;:)])/.test(part.slice(listed?.length ?? 0))
      if (listed && (!/^\d{1,2}[./]/.test(part) || (isAlone && isWhole)))
        return {
          dates: listed.dates,
          rest: cut(text, at, skipped + listed.length),
          ...(listed.unreadable !== undefined && { unreadable: listed.unreadable }),
        }
    }
  }
  return { rest: text }
}

/** `Sunday to Thursday` names weekdays, where `from Sunday until Thursday` is a stretch. */
function takeWeekdayRange(text: string): Named {
  for (const at of starts(text)) {
    const part = text.slice(at)
    const lead = /^(?:from\s+|מ(?=יום|שני|ראשון))?/iu.exec(part)?.[0].length ?? 0
    const first = weekdayAt(part.slice(lead))
    const to =
      first && /^\s*(?:[-–—]|to\s|עד\s(?:ל-?)?)\s*/iu.exec(part.slice(lead + first.length))?.[0].length
    const last = first && to ? weekdayAt(part.slice(lead + first.length + to)) : undefined
    if (first && to && last)
      return {
        weekdays: daysInTurn(first.day, last.day),
        rest: cut(text, at, lead + first.length + to + last.length),
      }
  }
  return { rest: text }
}

const fromWord =
  /(?<![\p{L}\p{N}])(?:from|starting|beginning)\s+(?:on\s+)?(\p{L}+)|(?<![\p{L}\p{N}])מיום\s+(\p{L}+)/iu
const untilWord = /(?<![\p{L}\p{N}])(?:until|till)\s+(\p{L}+)|(?<![\p{L}\p{N}])עד\s+(?:יום\s+)?(\p{L}+)/iu

/** A day that begins or ends a stretch, in words that are none: it must not quietly become today, or no end. */
function takeUnread(rest: string, when: MealDays | null): { rest: string; unreadable?: string } {
  if (when === null || when.kind === 'days') return { rest }
  const found =
    (when.isStartNamed ? null : fromWord.exec(rest)) ?? (when.end === null ? untilWord.exec(rest) : null)
  const unreadable = found?.[1] ?? found?.[2]
  if (!found || unreadable === undefined) return { rest }
  return { rest: cut(rest, found.index, found[0].length), unreadable }
}

function unreadableDay(found: string): NonNullable<WhenReading['fault']> {
  const meant = meantDay(found)
  return { kind: 'date-unreadable', found, ...(meant !== undefined && { meant }) }
}

/** The days a heading is for: a day, weekdays, a stretch. `today` is the client's. */
export function readWhen(heading: string, today: string): WhenReading {
  const lasting = takeDays(heading)
  const range = takeWeekdayRange(lasting.rest.replace(forWeeks, ' '))
  const read = readSpan(spellRange(range.rest, today), today)
  const days = lasting.days ?? (read.weeks === undefined ? undefined : read.weeks * 7)
  const span = { ...read, days }
  const isEvery = every.test(span.rest)
  const text = span.rest.replace(every, ' ')
  const isSpan = days !== undefined || span.startDate !== undefined || span.endDate !== undefined
  const named: Named = range.weekdays ? { ...range, rest: text } : takeNamed(text, today)
  const stretch = stretchOf(span, today)
  const dates = [...new Set(named.dates)].sort()
  const when: MealDays | null = named.weekdays
    ? { kind: 'weekdays', weekdays: [...new Set(named.weekdays)].sort((a, b) => a - b), ...stretch }
    : isSpan || isEvery
      ? { kind: 'range', ...stretch, ...(dates[0] && !stretch.isStartNamed && startsOn(dates[0], span)) }
      : dates.length > 0
        ? { kind: 'days', dates }
        : null
  const unread = takeUnread(named.rest, when)
  const unreadable = span.unreadable ?? named.unreadable ?? unread.unreadable
  if (unreadable !== undefined) return { when, rest: unread.rest, fault: unreadableDay(unreadable) }
  const meant = meantDayIn(named.rest)
  if (meant)
    return {
      when,
      rest: named.rest.replace(meant.found, ' '),
      fault: { kind: 'date-unreadable', ...meant },
    }
  if (when && when.kind !== 'days' && when.end !== null && when.end < when.start)
    return { when: null, rest: named.rest, fault: { kind: 'dates-upside-down', found: when.end } }
  return { when, rest: named.rest }
}

/** `1 Dec, 4 weeks`: the day is where the stretch begins. */
function startsOn(date: string, { endDate, days }: { endDate?: string; days: number | undefined }): Stretch {
  return { start: date, isStartNamed: true, end: endDate ?? (days ? addDays(date, days - 1) : null) }
}
