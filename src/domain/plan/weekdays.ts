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
const hebrew = ['שני', 'שלישי', 'רביעי', 'חמישי', 'שישי', 'שבת', 'ראשון']
const letters = ['ב', 'ג', 'ד', 'ה', 'ו', 'ש', 'א']
const dayWord = 'ב?(?:יום|ימי|ימים) '

/** A letter is a day behind `יום`, with a mark, or in a list of such. */
function patternsWith(mark: string): RegExp[] {
  return english.map((names, day) => {
    const [name, letter] = [hebrew[day], letters[day]]
    const spelled = `${names}|(?:${dayWord})?(?:${name}|${letter}${mark})|${dayWord}${letter}`
    return new RegExp(`^(?:${spelled})(?![\\p{L}\\p{N}'׳"״])`, 'iu')
  })
}
const patterns = patternsWith("[׳']")
const listed = patternsWith("[׳']?")
const noDay = /^(?:sun salutation|sat up)/i

/** The weekday a text begins with, 0–6 with Monday first, and the length of its name. */
export function weekdayAt(text: string, known = patterns): { day: number; length: number } | undefined {
  if (noDay.test(text)) return undefined
  for (const [day, pattern] of known.entries()) {
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
  const inList = /(?:^|\s)[א-ת][׳']?$/u.test(text.slice(0, length)) ? listed : patterns
  for (;;) {
    const between = /^\s*(?:[/,&+]|and\s|ו-?)\s*/iu.exec(text.slice(length))
    const next = between ? weekdayAt(text.slice(length + between[0].length), inList) : undefined
    if (!between || !next) return { days: [...new Set(days)], length }
    days.push(next.day)
    length += between[0].length + next.length
  }
}

const shortEnglish = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su']
/** From one weekday to another, both of them, over the end of the week where it must be. */
export const daysInTurn = (first: number, last: number): number[] =>
  Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, index) => (first + index) % 7)

/** The weekday that a word is, all of it; where nothing but days is meant a letter needs no mark. */
function dayNamed(word: string): number | undefined {
  const short = shortEnglish.indexOf(word.toLowerCase())
  if (short !== -1) return short
  const named = weekdayAt(word, listed)
  return named?.length === word.length ? named.day : undefined
}

/** `ד`, `וד`, `mo`, `mo-fr`. */
function daysNamed(word: string): number[] | undefined {
  const ends = word.split(/[-–—]/).map((end) => dayNamed(end) ?? dayNamed(end.replace(/^ו/, '')))
  const [first, last = first, ...more] = ends
  return first === undefined || last === undefined || more.length > 0 ? undefined : daysInTurn(first, last)
}

/** Weekdays that were asked for and are listed in short: `א, ד`, `א ו-ד`, `mo,we,fr`; undefined where anything else is said too. */
export function shortWeekdays(text: string): number[] | undefined {
  const words = text
    .trim()
    .replace(/^(?:on\s+|(?:ב?ימים|בימי|ימי|ב?יום)\s+)/iu, '')
    .split(/(?:\s*[,/&+]\s*|\s+)(?:and\s+|ו-\s*)?/iu)
  const days = words.map(daysNamed)
  return days.every((each) => each !== undefined)
    ? [...new Set(days.flat())].sort((a, b) => a - b)
    : undefined
}
