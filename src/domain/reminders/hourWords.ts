/** Hours of the clock face in words, from one to twelve. */
const english = [
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const hebrew = [
  'אחת',
  'שתיים|שתים',
  'שלוש',
  'ארבע',
  'חמש',
  'שש',
  'שבע',
  'שמונה',
  'תשע',
  'עשר',
  'אחת[ -]עשרה',
  'שתי?י?ם[ -]עשרה',
]
const words = [...hebrew, ...english].map((one) => new RegExp(`^(?:${one})$`, 'iu'))
/** The longer ones first: `אחת עשרה` begins with `אחת`. */
const anyWord = [...hebrew.toReversed(), ...english].join('|')

type Part = 'morning' | 'noon' | 'evening' | 'night'
const parts: Record<Part, string> = {
  morning: 'in the morning|בבו?קר|לפנות בו?קר',
  noon: 'in the afternoon|בצהריי?ם|אחרי הצהריי?ם|אחה["״]צ',
  evening: 'in the evening|בערב',
  night: 'at night|בלילה',
}
const anyPart = Object.values(parts).join('|')

const start = String.raw`(?<![\p{L}\p{N}:.,])`
const end = String.raw`(?![\p{L}\p{N}:]|[.,]\d)`
const past = String.raw`(?:(half|quarter)\s+past\s+)?`
const at = String.raw`(?:at\s+|בשעה\s+|ב-?)?`
const spoken = new RegExp(
  String.raw`${start}${at}${past}(?:(${anyWord})|(\d{1,2}))(?::(\d{2})|\s+(thirty|וחצי|ורבע))?(?:\s+(${anyPart}))?${end}`,
  'giu',
)
const named = new RegExp(`${start}${at}(?:(noon|midday|צהריי?ם)|(midnight|חצות))${end}`, 'giu')

const minutesOf = (said: string | undefined): number => {
  if (said === undefined) return 0
  return /^(?:quarter|ורבע)$/iu.test(said) ? 15 : 30
}

const partOf = (said: string | undefined): Part | undefined =>
  said === undefined
    ? undefined
    : (Object.keys(parts) as Part[]).find((part) => new RegExp(`^(?:${parts[part]})$`, 'iu').test(said))

/** The hour of the day that an hour of the clock face is in a part of it; others stay as they are. */
function hourIn(hour: number, part: Part | undefined): number {
  if (part === undefined || hour > 12) return hour
  if (part === 'noon') return hour < 6 ? hour + 12 : hour
  if (part === 'evening') return (hour % 12) + 12
  if (part === 'night') return hour === 12 ? 0 : hour < 6 ? hour : hour + 12
  return hour
}

/**
 * Writes hours that are told in words as a clock shows them: `noon`, `midnight`, `half past eight`, `שמונה וחצי`, `8 וחצי`,
 * `8 בערב`. What has no word in it is left as it is.
 */
export function spellHours(text: string): string {
  const clocks = text.replace(
    spoken,
    (
      whole: string,
      before?: string,
      word?: string,
      digits?: string,
      minutes?: string,
      behind?: string,
      part?: string,
    ) => {
      const isPlain = word === undefined && before === undefined && behind === undefined && part === undefined
      const face = word === undefined ? Number(digits) : (words.findIndex((one) => one.test(word)) % 12) + 1
      const minute = minutes ?? String(minutesOf(before ?? behind)).padStart(2, '0')
      return isPlain || (before && behind) ? whole : `${hourIn(face, partOf(part))}:${minute}`
    },
  )
  return clocks.replace(named, (_, noon?: string) => (noon === undefined ? '0:00' : '12:00'))
}
