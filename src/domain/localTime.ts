import dayjs from 'dayjs'
import utc from 'dayjs/plugin/utc.js'

dayjs.extend(utc)

/** Of UTC; a local day may have an hour more or less. */
export const dayMs = 86_400_000
const formats = new Map<string, Intl.DateTimeFormat>()

/** Making a format costs far more than using it. */
function wallFormat(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  formats.set(zone, made)
  return made
}

/** ms that clocks in the zone are ahead of UTC at a moment, asked of the machine. */
function readOffset(instantMs: number, zone: string): number {
  const parts = wallFormat(zone).formatToParts(instantMs)
  const read = (type: string) => Number(parts.find((part) => part.type === type)?.value)
  const [year, month, day] = [read('year'), read('month'), read('day')]
  const wall = Date.UTC(year, month - 1, day, read('hour'), read('minute'), read('second'))
  return wall - Math.floor(instantMs / 1000) * 1000
}

/** Offsets of whole days of UTC, by zone and day; null for a day on which clocks change. */
const steady = new Map<string, number | null>()
const mostKept = 20_000

/** The offset all through a day of UTC, or null. Asking the machine costs a hundred times more than looking it up. */
function steadyOffset(day: number, zone: string): number | null {
  const key = `${zone} ${day}`
  const known = steady.get(key)
  if (known !== undefined) return known
  const offset = readOffset(day * dayMs, zone)
  const kept = offset === readOffset((day + 1) * dayMs, zone) ? offset : null
  if (steady.size >= mostKept) steady.clear()
  steady.set(key, kept)
  return kept
}

/** ms that clocks in the zone are ahead of UTC at a moment. */
function offsetMs(instantMs: number, zone: string): number {
  return steadyOffset(Math.floor(instantMs / dayMs), zone) ?? readOffset(instantMs, zone)
}

/** What the clock on the wall shows, as if it were UTC: ms. */
function wallMs(instantMs: number, zone: string): number {
  return Math.floor(instantMs / 1000) * 1000 + offsetMs(instantMs, zone)
}

/** Days since 1970 as they are written: lists of clients ask for the same few again and again. */
const dayTexts = new Map<number, string>()

function dayText(day: number): string {
  const known = dayTexts.get(day)
  if (known !== undefined) return known
  const made = new Date(day * dayMs).toISOString().slice(0, 10)
  if (dayTexts.size >= mostKept) dayTexts.clear()
  dayTexts.set(day, made)
  return made
}

/** The day a moment falls on in an IANA zone, `YYYY-MM-DD`. */
export function localDate(instant: Date, zone: string): string {
  return dayText(Math.floor(wallMs(instant.getTime(), zone) / dayMs))
}

/** The time of day of a moment in a zone, `HH:MM`. */
export function localTime(instant: Date, zone: string): string {
  return new Date(wallMs(instant.getTime(), zone)).toISOString().slice(11, 16)
}

/** Whether this is a day of the calendar, `YYYY-MM-DD`. */
export function isDate(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date) && dayjs.utc(date).format('YYYY-MM-DD') === date
}

/** 0–6, Monday first, of a `YYYY-MM-DD`. */
export function weekdayOf(date: string): number {
  // A Thursday was the first day that is counted from.
  return (((Date.parse(date) / dayMs + 3) % 7) + 7) % 7
}

/** Calendar days later (or earlier), `YYYY-MM-DD`; no zone is involved, so that no clock changes in between. */
export function addDays(date: string, days: number): string {
  const year = Number(date.slice(0, 4))
  return dayText(Date.UTC(year, Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)) + days) / dayMs)
}

/** The Monday of the week of that day, `YYYY-MM-DD`. */
export function mondayOf(date: string): string {
  return addDays(date, -weekdayOf(date))
}

/** The first such weekday (0–6, Monday first) on that day or after it. */
export function nextWeekday(date: string, weekday: number): string {
  return addDays(date, (weekday - weekdayOf(date) + 7) % 7)
}

/**
 * The moment at which clocks in a zone show that day and time (`YYYY-MM-DD`, `HH:MM`). A time that the spring
 * change leaves out is moved on by what it skips; of a time that autumn shows twice, the first.
 */
export function wallToInstant(date: string, time: string, zone: string): Date {
  const wall = Date.parse(`${date}T${time}:00Z`)
  if (Number.isNaN(wall)) throw new RangeError(`not a day and time: ${date} ${time}`)
  const before = offsetMs(wall - dayMs, zone)
  const after = offsetMs(wall + dayMs, zone)
  const fitting = [before, after].filter((offset) => offsetMs(wall - offset, zone) === offset)
  return new Date(wall - (fitting.length > 0 ? Math.max(...fitting) : before))
}

/** Whether it is an IANA zone that this machine knows. */
export function zoneIsReal(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false
  try {
    wallFormat(zone)
    return true
  } catch {
    return false
  }
}

/** A zone somebody is said to be in, or the other one where this machine knows no such zone. */
export function zoneOr(zone: string | null | undefined, other: string): string {
  return zone && zoneIsReal(zone) ? zone : other
}

/** The time of day in the reader's language and zone: `14:32`, or to the second `14:32:05`. */
export function formatTime(instant: Date, zone: string, language: string, toTheSecond = false): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(toTheSecond && { second: '2-digit' }),
    hourCycle: 'h23',
  }).format(instant)
}

/** Days from one `YYYY-MM-DD` to another. */
export const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / dayMs

/** A `YYYY-MM-DD` in the reader's language, with its weekday: `Mon 7 Dec`; with the year where `today` is in another. */
export function formatDate(date: string, language: string, today = date): string {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) !== today.slice(0, 4) && { year: 'numeric' }),
  }).format(new Date(`${date}T00:00:00Z`))
}

/** A moment in the reader's language and zone: `Mon 7 Dec, 14:32`. */
export function formatMoment(instant: Date, zone: string, language: string): string {
  return `${formatDate(localDate(instant, zone), language)}, ${formatTime(instant, zone, language)}`
}

/** The weekday's name (0–6, Monday first): `Monday`. */
export function weekdayName(weekday: number, language: string): string {
  const monday = Date.UTC(2026, 0, 5)
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    monday + weekday * dayMs,
  )
}
