import { readAmount } from '../food/amount.ts'
import { most } from './limits.ts'
import { meantMeal, mealNameAt } from './words.ts'

/** A clock time in a text. */
export interface SaidTime {
  /** `HH:MM`; null for one that no clock shows. */
  time: string | null
  from: number
  to: number
}

const clock = String.raw`(\d{1,2}):(\d{2})(?:\s*([ap])\.?m\.?(?![\p{L}]))?`
const hours = String.raw`(\d{1,2})\s*([ap])\.?m\.?(?![\p{L}])`
const lead = String.raw`(?<![\p{L}\p{N}.,:/-])(?:(?:at|around|בשעה|ב-|ב(?=\d))\s*)?`
const time = new RegExp(
  String.raw`${lead}(?:${clock}|${hours})(?:\s*[-–—]\s*(?:\d{1,2}:\d{2}))?(?!\p{N}|:\d)`,
  'iu',
)

function toClock(hour: number, minute: number, half: string | undefined): string | null {
  if (half !== undefined && (hour < 1 || hour > 12)) return null
  const hours = half === undefined ? hour : (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  if (hours > 23 || minute > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}

/** The first clock time in a text: `08:00`, `7:30 pm`, `at 8am`, `בשעה 8:00`; of `08:00-09:00` the first. */
export function timeIn(text: string): SaidTime | undefined {
  const found = time.exec(text)
  if (!found) return undefined
  const [whole, hour, minute, half, alone, aloneHalf] = found
  return {
    time: toClock(Number(hour ?? alone), Number(minute ?? 0), half ?? aloneHalf),
    from: found.index,
    to: found.index + whole.length,
  }
}

const oneADay = /^(?:breakfast|brunch|lunch|(dinner|supper)|(?:ארוחת\s+)?(?:בוקר|צהריים|צהרים|(ערב)))$/iu
const numbered = /\s*#?\s*\d{1,2}$/u
const hourBehind =
  /^(\s+)(at\s+|בשעה\s+|ב-?(?=\d))?(\d{1,2})(?:\.([0-5]\d))?(?![\p{L}\p{N}.,/%:]*\d)(?!\p{L})(?=(.*)$)/iu

/** Whether what stands behind an hour leaves it one: nothing, a divider, or a food that has an amount of its own. */
function endsHour(rest: string): boolean {
  if (/^\s*(?:$|:|[-–—]\s)/u.test(rest)) return true
  const [food = ''] = rest.split(/[,;|/]/u)
  return /^\s/.test(rest) && readAmount(food) !== null
}

/**
 * An hour that no colon marks, behind a meal: `Breakfast 8`, `Lunch 13.30`, `ארוחת ערב בשעה 19`, `Dinner 19 - salmon`. From five on where
 * the meal is one of its kind a day, or it says `at`: lower numbers are those of a first or second breakfast. No day has
 * thirteen meals: from there on it is an hour behind any name. Nobody has dinner in the morning: `Dinner 7` is at 19:00.
 */
export function bareHourIn(text: string): SaidTime | undefined {
  const start = Math.max(text.search(/\S/), 0)
  const length = mealNameAt(text.slice(start))
  if (length === undefined) return undefined
  const name = text.slice(start, start + length).replace(numbered, '')
  const [whole, gap = '', at = '', digits = '', minutes = '', rest = ''] =
    hourBehind.exec(text.slice(start + name.length)) ?? []
  const [isDaily, dinner, hebrewDinner] = oneADay.exec(meantMeal(name)) ?? []
  const hour = Number(digits)
  const least = isDaily !== undefined || at !== '' ? 5 : most.meals + 1
  if (whole === undefined || hour < least || hour > 23 || !endsHour(rest)) return undefined
  const isEvening = (dinner ?? hebrewDinner) !== undefined && hour < 12
  const from = start + name.length + gap.length
  return {
    time: toClock(isEvening ? hour + 12 : hour, Number(minutes), undefined),
    from,
    to: start + name.length + whole.length,
  }
}
