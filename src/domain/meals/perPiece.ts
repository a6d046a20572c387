import { type AmountUnit } from '../food/units.ts'
import { readAmount } from '../food/amount.ts'
import { isTooMuch } from './limits.ts'
import { type SaidMacros, blank } from './macroText.ts'
import { macroNames } from './types.ts'

/** Stands for each letter of macros. */
const taken = '\uE001'
const times = String.raw`[x×х*]`
const amounts = String.raw`(?!\s*(?:g|gr|grams?|kg|ml|oz|גרם|ג['׳])(?!\p{L})|[\p{N}%]|[.,]\d)`
/** `3 x 70 kcal`, `70 kcal x3` */
const counted = [
  new RegExp(String.raw`(?<![\p{L}\p{N}.,/])(\d{1,2})\s*${times}\s*(?=${taken})`, 'iu'),
  new RegExp(String.raw`(?<=${taken}[)\s]*)${times}\s*(\d{1,2})${amounts}`, 'iu'),
]
const eachWord = String.raw`(?:each|apiece|a\s+piece|per\s+piece|ea\.?|ל?כל\s+אחת|ל?כל\s+אחד|ליחידה)`
/** `70 kcal each`, `à 70 kcal`, `3 eggs x 70 kcal` */
const each = [
  new RegExp(String.raw`(?<=${taken})[\s,/]*${eachWord}(?!\p{L})`, 'iu'),
  new RegExp(
    String.raw`(?<!\p{L}|\d\s*(?:g|gr|grams?|ml|גרם)\s*)(?:à|@|${eachWord})\s*:?\s*(?=${taken})`,
    'iu',
  ),
  new RegExp(String.raw`(?<=\p{L}\s+)${times}\s*(?=${taken})`, 'iu'),
]
const weights = new Set<AmountUnit>(['g', 'kg', 'oz', 'lb', 'ml', 'dl', 'l'])

/** The text without its macros, and `taken` where those stood. */
function marked(text: string, rest: string): string {
  return rest.replaceAll(/ /g, (space, at: number) => (text[at] === ' ' ? space : taken))
}

const foundIn = (text: string, ways: readonly RegExp[]): RegExpExecArray | undefined =>
  ways.map((way) => way.exec(text)).find((found) => found !== null)

/** How many pieces a text counts; null where it weighs them, or does not say. */
function piecesIn(text: string): number | null {
  const amount = readAmount(text)
  return amount && !weights.has(amount.unit) ? amount.count : null
}

/** Whether macros are said of each of several pieces. */
export const isPerPiece = (text: string, { rest }: SaidMacros): boolean =>
  foundIn(marked(text, rest), [...counted, ...each]) !== undefined

/**
 * Macros that are said of each piece, of all of them: `3 eggs 70 kcal each`, `3 x 70 kcal eggs`, `egg 70 kcal x3`. Where
 * nothing says how many pieces there are, they are unknown.
 */
export function ofAllPieces(text: string, said: SaidMacros, name: (rest: string) => string): SaidMacros {
  if (!said.isSaid) return said
  const shown = marked(text, said.rest)
  const number = foundIn(shown, counted)
  const word = foundIn(shown, each)
  if (!number && !word) return said
  const rest = word ? blank(said.rest, word.index, word.index + word[0].length) : said.rest
  const pieces = number ? Number(number[1]) : piecesIn(name(rest))
  const all = { ...said, rest, faults: [...said.faults] }
  const from = shown.indexOf(taken)
  for (const macro of macroNames) {
    const one = said[macro]
    all[macro] = one === null || pieces === null ? null : Math.round(one * pieces * 100) / 100
    if (!isTooMuch(macro, all[macro] ?? 0, 'food')) continue
    all[macro] = null
    all.faults.push({ kind: 'out-of-range', from, to: shown.lastIndexOf(taken) + 1 })
  }
  return all
}
