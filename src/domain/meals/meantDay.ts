import { meantWord } from './misspelled.ts'

/** A word that was meant to be a day. */
export interface MeantDay {
  /** As it was typed. */
  found: string
  meant: string
}

const english =
  'tomorrow|today|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekdays|weekend|everyday'.split(
    '|',
  )
const months = 'january|february|august|september|october|november|december'.split('|')
const hebrew = 'ראשון|שני|שלישי|רביעי|חמישי|שישי|שבת|מחר|היום'.split('|')
const short: Readonly<Record<string, string>> = {
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tmrrw: 'tomorrow',
  tomoz: 'tomorrow',
  '2moro': 'tomorrow',
  '2morrow': 'tomorrow',
  tday: 'today',
  מכר: 'מחר',
  מחאר: 'מחר',
  מחרר: 'מחר',
}
const word = /(?<![\p{L}\p{N}])[\p{L}\p{N}]{3,12}(?![\p{L}\p{N}'’])/gu
const beside = /(?<!\p{L})(\p{L}{5,10})\.?(?=\s+\d{1,2}(?!\d)|\s*$|,)/gu
/** `ליום שלשי`, `ושלשי`: the word alone is too near to others. */
const hebrewDay = /(?<!\p{L})(?:[במלו]?(?:יום|ימי)\s+|[במלו]{1,2})(\p{L}{3,7})(?!\p{L})/gu

function meantBy(typed: string): string | undefined {
  const lower = typed.toLowerCase()
  const bare = short[lower] ?? short[lower.replace(/^[מלב](?=מ)/u, '')]
  return bare ?? meantWord(typed, english)
}

/** The first word of a text that was meant to be a day, and is none. */
export function meantDayIn(text: string): MeantDay | undefined {
  for (const [found] of text.matchAll(word)) {
    const meant = meantBy(found)
    if (meant !== undefined) return { found, meant }
  }
  for (const [, month = ''] of /\d/.test(text) ? text.matchAll(beside) : []) {
    const meant = meantWord(month, months)
    if (meant !== undefined) return { found: month, meant }
  }
  for (const [, day = ''] of text.matchAll(hebrewDay)) {
    const meant = meantWord(day, hebrew)
    if (meant !== undefined) return { found: day, meant }
  }
  return undefined
}

/** The day that a word was meant to be; undefined where it is like none. */
export const meantDay = (typed: string): string | undefined =>
  meantBy(typed) ?? meantWord(typed, [...months, ...hebrew])
