import { digits, numberWords, valueOf } from './numbers.ts'
import { type AmountUnit, unitOf, units } from './units.ts'

/** How much a text says, and of what. */
export interface SaidAmount {
  /** Null where it says a range. */
  count: number | null
  /** `piece` where it only counts. */
  unit: AmountUnit
  /** The text without it. */
  name: string
}

/** What is longer says more than one amount of one food. */
const longest = 120

const after = String.raw`(?![\p{L}\p{N}%])`
const about = String.raw`(?:about|approx\.?|around|~|≈|כ-?(?=\d)|בערך)?\s*`
const free = String.raw`(?![\p{L}\p{N}%/.,:])`
const link = String.raw`\s*(?:of\s+)?`
const range = new RegExp(
  String.raw`^${about}${digits}\s*[-–—]\s*${digits}\s*(${units}${after})?${link}(.+)$`,
  'iu',
)
const bracketed = new RegExp(String.raw`\(\s*~?(${digits})\s*(g|gr|grams?|ml|גרם|גר['׳]?|מ"ל)\s*\)`, 'iu')
const number = `(${digits})(?=\\s*[x×*]\\s*|\\s*${units}${after}|${free})|(${numberWords})${after}`
const leading = new RegExp(
  String.raw`^${about}(?:${number})\s*(?:[x×*]\s*)?(${units}${after}\.?)?(\s*(?:וחצי|and a half)(?=\s))?${link}(.+)$`,
  'iu',
)
const unitFirst = new RegExp(String.raw`^(${units})${after}(\s*וחצי)?${link}(.+)$`, 'iu')
const trailing = new RegExp(
  String.raw`^(.*?[\p{L}%)])[\s,:–—-]*(?:\(\s*)?(?:[x×*]\s*)?(${digits})\s*(${units})?\s*\)?$`,
  'iu',
)
const trailingWords = new RegExp(
  String.raw`^(.*?[\p{L}%)׳'])[\s,:–—-]+\(?\s*(${numberWords})\s+(${units})\s*\)?$`,
  'iu',
)
const trailingUnit = /^(.+?)\s+(כוס|כף|כפית|פרוסה|חופן|סקופ|גביע|מנה|קופסה|can|tin)$/iu
const trailingWord = new RegExp(String.raw`^(.+?)\s+(אחת|אחד|שתיים|שניים)$`, 'u')

/** Units that say nothing without a number. */
const notAlone = new Set<AmountUnit>(['g', 'kg', 'oz', 'lb', 'ml', 'dl', 'l', 'small', 'large', 'piece'])

const amountOf = (count: number, typedUnit: string | undefined, name: string): SaidAmount => ({
  count,
  unit: (typedUnit && unitOf(typedUnit.replace(/\.$/, ''))) || 'piece',
  name: name.trim(),
})

function fromStart(text: string): SaidAmount | null {
  const found = leading.exec(text)
  if (found) {
    const [, numeral, word, unit, more, name = ''] = found
    return amountOf(valueOf(numeral ?? word ?? '') + (more ? 0.5 : 0), unit, name)
  }
  const [, unit, more, name] = unitFirst.exec(text) ?? []
  if (!unit || !name || notAlone.has(unitOf(unit) ?? 'g')) return null
  return amountOf(more ? 1.5 : 1, unit, name)
}

function fromEnd(text: string): SaidAmount | null {
  const [, name, number, unit] = trailing.exec(text) ?? []
  if (name && number) return amountOf(valueOf(number), unit, name)
  const [, said, counter, measure] = trailingWords.exec(text) ?? []
  if (said && counter && measure) return amountOf(valueOf(counter), measure, said)
  const [, measured, alone] = trailingUnit.exec(text) ?? []
  if (measured && alone) return amountOf(1, alone, measured)
  const [, counted, word] = trailingWord.exec(text) ?? []
  return counted && word ? amountOf(valueOf(word), undefined, counted) : null
}

/**
 * The amount in `150g rice`, `rice 150 g`, `2 slices of bread`, `חצי אבוקדו`, `tuna (112 g)`; grams in brackets go
 * before what is counted. Null where a text says none.
 */
export function readAmount(typed: string): SaidAmount | null {
  if (typed.length > longest) return null
  const text = typed.trim().replaceAll(/\s+/g, ' ')
  const [, , name] = range.exec(text) ?? []
  if (name) return { count: null, unit: 'piece', name }
  const [brackets, number, unit] = bracketed.exec(text) ?? []
  if (brackets && number) {
    const rest = text.replace(brackets, ' ').trim()
    return amountOf(valueOf(number), unit, fromStart(rest)?.name ?? rest)
  }
  return fromStart(text) ?? fromEnd(text)
}
