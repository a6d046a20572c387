/** A clock time in a text. */
export interface SaidTime {
  /** `HH:MM`; null for one that no clock shows. */
  time: string | null
  from: number
  to: number
}

const clock = String.raw`(\d{1,2}):(\d{2})(?:\s*([ap])\.?m\.?(?![\p{L}]))?`
const hours = String.raw`(\d{1,2})\s*([ap])\.?m\.?(?![\p{L}])`
const lead = String.raw`(?<![\p{L}\p{N}.,:/-])(?:(?:at|around|בשעה|ב-)\s*)?`
const time = new RegExp(
  String.raw`${lead}(?:${clock}|${hours})(?:\s*[-–—]\s*(?:\d{1,2}:\d{2}))?(?![\p{N}:])`,
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

const bareHour =
  /^\s*(?:breakfast|brunch|lunch|(dinner|supper)|ארוחת\s+(?:בוקר|צהריים|צהרים|(ערב)))\s+((?:at\s+|בשעה\s+|ב-)?(\d{1,2}))\s*:?\s*$/iu

/**
 * An hour without minutes behind a meal that is one of its kind a day: `Breakfast 8`, `ארוחת ערב בשעה 19`. From five
 * on: lower numbers are those of a first or second breakfast. Nobody has dinner in the morning: `Dinner 7` is at 19:00.
 */
export function bareHourIn(text: string): SaidTime | undefined {
  const [whole, dinner, hebrewDinner, said = '', digits] = bareHour.exec(text) ?? []
  const hour = Number(digits)
  if (whole === undefined || hour < 5 || hour > 23) return undefined
  const isEvening = (dinner ?? hebrewDinner) !== undefined && hour < 12
  const from = whole.lastIndexOf(said)
  return { time: toClock(isEvening ? hour + 12 : hour, 0, undefined), from, to: from + said.length }
}
