const english = [
  'mon(?:day)?s?',
  'tue(?:s|sday)?s?',
  'wed(?:s|nesday)?s?',
  'thu(?:r|rs|rsday)?s?',
  'fri(?:day)?s?',
  'sat(?:urday)?s?',
  'sun(?:day)?s?',
]
/** Sunday is the first day in Hebrew: יום א׳. */
const hebrew = [
  `(?:ב?יום )?(?:שני|ב[׳'])`,
  `(?:ב?יום )?(?:שלישי|ג[׳'])`,
  `(?:ב?יום )?(?:רביעי|ד[׳'])`,
  `(?:ב?יום )?(?:חמישי|ה[׳'])`,
  `(?:ב?יום )?(?:שישי|ו[׳'])`,
  `(?:ב?יום )?שבת|ש[׳']`,
  `(?:ב?יום )?(?:ראשון|א[׳'])`,
]
const patterns = english.map(
  (names, day) => new RegExp(`^(?:${names}|${hebrew[day]})(?![\\p{L}\\p{N}'׳])`, 'iu'),
)
const noDay = /^(?:sun salutation|sat up)/i

/** The weekday a text begins with, 0–6 with Monday first, and the length of its name. */
export function weekdayAt(text: string): { day: number; length: number } | undefined {
  if (noDay.test(text)) return undefined
  for (const [day, pattern] of patterns.entries()) {
    const found = pattern.exec(text)
    if (found) return { day, length: found[0].length }
  }
  return undefined
}

/** The weekdays a heading begins with (`Mon/Thu Upper`, `Mon and Thu`), and the length of them all. */
export function weekdaysAt(text: string): { days: number[]; length: number } | undefined {
  const first = weekdayAt(text)
  if (!first) return undefined
  const days = [first.day]
  let length = first.length
  for (;;) {
    const between = /^\s*(?:[/,&+]|and\s|ו-?)\s*/iu.exec(text.slice(length))
    const next = between ? weekdayAt(text.slice(length + between[0].length)) : undefined
    if (!between || !next) return { days: [...new Set(days)], length }
    days.push(next.day)
    length += between[0].length + next.length
  }
}
