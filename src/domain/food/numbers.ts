/** Numbers that are written as words, longest first. */
const words: readonly (readonly [string, number])[] = [
  ['three quarters of an', 0.75],
  ['three quarters of a', 0.75],
  ['three quarters', 0.75],
  ['a quarter of an', 0.25],
  ['a quarter of a', 0.25],
  ['one and a half', 1.5],
  ['a couple of', 2],
  ['half of an', 0.5],
  ['half of a', 0.5],
  ['half an', 0.5],
  ['half a', 0.5],
  ['a half', 0.5],
  ['a quarter', 0.25],
  ['quarter of an', 0.25],
  ['quarter of a', 0.25],
  ['a third of a', 1 / 3],
  ['quarter', 0.25],
  ['half', 0.5],
  ['one', 1],
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['six', 6],
  ['seven', 7],
  ['eight', 8],
  ['nine', 9],
  ['ten', 10],
  ['twelve', 12],
  ['an', 1],
  ['a', 1],
  ['שלושת רבעי', 0.75],
  ['שלושה', 3],
  ['שלוש', 3],
  ['ארבעה', 4],
  ['ארבע', 4],
  ['חמישה', 5],
  ['חמש', 5],
  ['שישה', 6],
  ['שניים', 2],
  ['שתיים', 2],
  ['שליש', 1 / 3],
  ['שבע', 7],
  ['שמונה', 8],
  ['תשע', 9],
  ['אחת', 1],
  ['אחד', 1],
  ['שני', 2],
  ['שתי', 2],
  ['חצי', 0.5],
  ['רבע', 0.25],
  ['עשר', 10],
  ['שש', 6],
]

const vulgar: Readonly<Record<string, number>> = {
  '½': 0.5,
  '¼': 0.25,
  '¾': 0.75,
  '⅓': 1 / 3,
  '⅔': 2 / 3,
  '⅛': 0.125,
}

const decimal = String.raw`\d{1,6}(?:[.,]\d{1,3})?`

/** A number in digits: `150`, `1.5`, `1,5`, `1/2`, `1 1/2`, `1½`, `½`. */
export const digits = String.raw`(?:\d{1,2}\s+\d\/\d|\d{1,3}\/\d{1,2}|\d{0,3}\s?[½¼¾⅓⅔⅛]|${decimal})`

/** A number in words, of either language. */
export const numberWords = `(?:${words.map(([word]) => word).join('|')})`

const valueOfWord = new Map(words)

/** What `digits` or `numberWords` matched, as a number; NaN for anything else. */
export function valueOf(typed: string): number {
  const text = typed.trim().toLowerCase()
  const word = valueOfWord.get(text.replaceAll(/\s+/g, ' '))
  if (word !== undefined) return word
  const mixed = /^(?:(\d+)\s+)?(\d+)\/(\d+)$/.exec(text)
  if (mixed) return Number(mixed[1] ?? 0) + Number(mixed[2]) / Number(mixed[3])
  const fraction = vulgar[text.slice(-1)]
  if (fraction !== undefined) return Number(text.slice(0, -1).trim() || 0) + fraction
  return Number(text.replace(',', '.'))
}
