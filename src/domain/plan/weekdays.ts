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
