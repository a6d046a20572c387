import { shortWeekdays } from '../plan/weekdays.ts'
import { timeIn } from '../meals/times.ts'
import { readWhen } from '../meals/when.ts'
import { spellHours } from './hourWords.ts'
import type { QuietHours } from './quiet.ts'

/** What somebody typed of one kind of reminder. */
export interface SaidWish {
  /** `HH:MM` */
  time?: string
  /** 0–6, Monday first, in order; never none. */
  weekdays?: number[]
}

const lead = /^(?:at|from|between|בשעה|משעה|בין|מ-?|ב-?)\s*(?=\d)/iu
const bareHour = /^(\d{1,2})$/
const dotted = /^(\d{1,2})\.(\d{2})(?=\s*[ap]\.?m|$)/iu

/** A time of day alone: `7:30`, `7.30`, `19`, `7pm`, `noon`, `בשעה 8`, `שמונה וחצי`; `HH:MM`, or undefined where it is none, or more than one. */
export function readHour(text: string): string | undefined {
  const said = spellHours(text).trim().replace(lead, '').replace(dotted, '$1:$2')
  const [hour] = bareHour.exec(said) ?? []
  const spelled = hour === undefined ? said : `${hour}:00`
  const found = timeIn(spelled)
  const isAll = found?.from === 0 && found.to === spelled.length
  return isAll && !/[-–—]/.test(spelled) ? (found.time ?? undefined) : undefined
}

/** Any day does: weekdays are the same from each. */
const someDay = '2026-01-05'

/** Weekdays alone: `Mon, Thu`, `Sunday to Thursday`, `every day`, `ב׳ וה׳`, `א, ד`; undefined where it is anything else. */
function readDays(text: string): number[] | undefined {
  return readNamedDays(text) ?? shortWeekdays(text)
}

function readNamedDays(text: string): number[] | undefined {
  const { when, rest, fault } = readWhen(text, someDay)
  if (fault || when === null || when.kind === 'days' || !/^[\s,.]*$/.test(rest)) return undefined
  if (when.end !== null || when.isStartNamed) return undefined
  return when.kind === 'weekdays' ? [...when.weekdays] : [0, 1, 2, 3, 4, 5, 6]
}

const isMonth = (number: number): boolean => number >= 1 && number <= 12

/**
 * `Mon at 8`, `Mon, Thu 8`, `Mon 17.45`: a bare number behind days is an hour where a word says so, or where there are
 * several: behind one it may be a date.
 */
function bareHourIn(text: string): { from: number; to: number; isSaid: boolean } | undefined {
  const dots = /(?<=\s)(at\s*|בשעה\s*|ב-\s*)?\d{1,2}\.(\d{2})\s*$/iu.exec(text)
  if (dots)
    return { from: dots.index, to: text.length, isSaid: dots[1] !== undefined || !isMonth(Number(dots[2])) }
  const found = /(?<=\s)(at\s*|בשעה\s*|ב-\s*)?\d{1,2}\s*$/iu.exec(text)
  return found ? { from: found.index, to: text.length, isSaid: found[1] !== undefined } : undefined
}

/** An hour, weekdays, or both: `7:30`, `Mon, Thu`, `Mon-Fri at 8:00`, `א-ה 8`. */
export function readWish(typed: string): SaidWish | undefined {
  const text = spellHours(typed)
  const alone = readHour(text)
  if (alone !== undefined) return { time: alone }
  const clock = timeIn(text)
  const bare = clock ? undefined : bareHourIn(text)
  const found = clock ?? bare
  const rest = found ? `${text.slice(0, found.from)} ${text.slice(found.to)}` : text
  const time = found && readHour(text.slice(found.from, found.to))
  const weekdays = readDays(rest.trim())
  if (weekdays === undefined || (found && time === undefined)) return undefined
  if (bare && !bare.isSaid && weekdays.length < 2) return undefined
  return { weekdays, ...(time !== undefined && { time }) }
}

const between = /\s*(?:[-–—]|(?<![\p{L}])(?:to|until|till|and|עד|ל-?)(?![\p{L}]))\s*/iu

/** Hours of peace: `22:00-07:00`, `22-7`, `10pm to 7am`, `22 עד 7`. Undefined where they are none, or the same hour twice. */
export function readQuietHours(text: string): QuietHours | undefined {
  const [from, to, ...more] = text.trim().replace(lead, '').split(between)
  if (from === undefined || to === undefined || more.length > 0) return undefined
  const hours = { from: readHour(from), to: readHour(to) }
  if (hours.from === undefined || hours.to === undefined || hours.from === hours.to) return undefined
  return { from: hours.from, to: hours.to }
}

const dayMinutes = 24 * 60

/** Minutes later, or earlier, on a clock that goes round; `HH:MM`. */
export function shiftHour(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const shifted = (((hour * 60 + minute + minutes) % dayMinutes) + dayMinutes) % dayMinutes
  return `${String(Math.floor(shifted / 60)).padStart(2, '0')}:${String(shifted % 60).padStart(2, '0')}`
}
