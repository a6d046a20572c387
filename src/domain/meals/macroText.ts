import { isTooMuch } from './limits.ts'
import { meantWord } from './misspelled.ts'
import { type MacroName, type Macros, macroNames, type MealProblemKind, unknownMacros } from './types.ts'

/** The macros that a text gives; `rest` is as long as the text, with spaces where they stood. */
export interface SaidMacros extends Macros {
  rest: string
  /** The text gives any, or says `? kcal`: nothing is filled in. */
  isSaid: boolean
  /** Bare numbers in brackets, not taken yet. */
  brackets: { value: number; from: number; to: number }[]
  /** Offsets in the text. */
  faults: { kind: MealProblemKind; from: number; to: number }[]
}

const number = String.raw`(\?|\d{1,3}(?:[,']\d{3})+(?!\d)|\d{1,6}(?:[.,]\d{1,2})?)`
const start = String.raw`(?<![\p{L}\p{N}.,/–-])(?:~|≈|ca\.?\s?)?`
const end = String.raw`(?![\p{L}\p{N}%]|\/\d)`
const grams = String.raw`(?:\s*(?:grams?|gr|g|גרמים|גרם|גר['׳]?|ג['׳]))?`
const mark = String.raw`\s*[:=]?\s*`
/** Where a word after a number ends what was said, and does not begin a food: `30g protein powder`. */
const closed = String.raw`(?=\s*(?:$|[,;|/)\]+&·•.–-]|\d|~|(?:an?\s+day|per\s+day|daily|ביום|ליום|and|carbs?|fats?|kcal|cals?|prot(?:ein|ien|ine)|[PCF]|ו?(?:חלבון|פחמימות|פחמימה|שומן|קל['׳]?|קלוריות|קק"ל))(?![\p{L}])))`
const kcal = String.raw`(?:kcals?|cals?|calories?|קלוריות|קלוריה|קק"ל|קק״ל|קקל|קל['׳]|קל)`
const kcalName = String.raw`(?:kcal|calories|energy|קלוריות|אנרגיה)`

const words: Record<Exclude<MacroName, 'calories'>, { word: string; letter: string; hebrew: string }> = {
  protein: { word: 'proteins?|protiens?|protines?|protens?|prot|חלבונים|חלבון', letter: 'P', hebrew: 'ח' },
  carbs: { word: "carbohydrates?|carbs?|cho|פחמימות|פחמימה|פחמ['׳]", letter: 'C', hebrew: 'פ' },
  fat: { word: 'fats?|שומנים|שומן', letter: 'F', hebrew: 'ש' },
}

interface Ways {
  /** `protein 18g` */
  wordFirst: RegExp
  /** `18g protein` */
  numberFirst: RegExp
  /** `P18`, `18P`, `ח׳18` */
  letters: RegExp[]
}

function waysOf(name: Exclude<MacroName, 'calories'>): Ways {
  const { word, letter, hebrew } = words[name]
  const behind = String.raw`(?<![\p{L}\p{N}])`
  return {
    wordFirst: new RegExp(`${behind}ו?(?:${word})${mark}~?${number}${grams}${end}`, 'giu'),
    numberFirst: new RegExp(`${start}${number}${grams}(?:\\s+of)?\\s*(?:${word})${end}${closed}`, 'giu'),
    letters: [
      new RegExp(`${behind}${letter}\\s?${number}${grams}${end}`, 'gu'),
      new RegExp(`${behind}${letter}\\s*[:=]\\s*${number}${grams}${end}${closed}`, 'gu'),
      new RegExp(`${behind}${letter.toLowerCase()}[:=]?${number}${grams}${end}`, 'gu'),
      new RegExp(`${behind}ו?${hebrew}(?:['׳]${mark}|:\\s*)?${number}${grams}${end}`, 'gu'),
      new RegExp(`${start}${number}\\s?g?\\s?${letter}${end}${closed}`, 'gu'),
      new RegExp(`${start}${number}\\s?(?:גרם\\s|ג['׳])?${hebrew}['׳]${end}`, 'gu'),
    ],
  }
}

const grammar = (['protein', 'carbs', 'fat'] as const).map((name) => [name, waysOf(name)] as const)
const calories = [
  new RegExp(`${start}${number}\\s*${kcal}${end}`, 'giu'),
  new RegExp(`(?<![\\p{L}\\p{N}])${kcalName}${mark}${number}${end}`, 'giu'),
]

function firstOf(text: string, patterns: readonly RegExp[]): number {
  const found = patterns.map((pattern) => text.search(pattern)).filter((at) => at >= 0)
  return Math.min(...found, Infinity)
}

/** The patterns to take in turn: `20g protein 8g carbs` and `protein 20g carbs 8g` go by what comes first. */
function patternsFor(text: string): (readonly [MacroName, RegExp])[] {
  const wordFirst = grammar.map(([name, ways]) => [name, ways.wordFirst] as const)
  const numberFirst = grammar.map(([name, ways]) => [name, ways.numberFirst] as const)
  const at = (list: readonly (readonly [MacroName, RegExp])[]) =>
    firstOf(
      text,
      list.map(([, way]) => way),
    )
  const spelled =
    at(numberFirst) < at(wordFirst) ? [...numberFirst, ...wordFirst] : [...wordFirst, ...numberFirst]
  const letters = grammar.flatMap(([name, ways]) => ways.letters.map((way) => [name, way] as const))
  return [...calories.map((way) => ['calories', way] as const), ...spelled, ...letters]
}

const leftover = /(?<!\p{L})(?:\d[\d.,–-]*\s*)?(?:kcals?|calories|קלוריות|קק["״]?ל|קל['׳])(?!\p{L})/iu

/** A number and what was meant to be kcal. */
function misspelledCalories(text: string): { index: number; found: string } | undefined {
  for (const { 0: found, 1: word = '', index } of text.matchAll(
    /(?<![\p{L}\p{N}.,])\d{2,5}\s*(\p{L}{3,9})(?!\p{L})/gu,
  ))
    if (meantWord(word, ['kcal', 'calories', 'קלוריות'])) return { index, found }
  return undefined
}

function valueOf(typed: string): number | null {
  if (typed === '?') return null
  if (/^\d{1,3}(?:[,']\d{3})+$/.test(typed)) return Number(typed.replaceAll(/[,']/g, ''))
  return Number(typed.replace(',', '.'))
}

const blank = (text: string, from: number, to: number): string =>
  text.slice(0, from) + ' '.repeat(to - from) + text.slice(to)

/**
 * Takes the macros out of a text: `210 kcal P18 C5 F15`, `210קל`, `18g protein`, `חלבון 18`, in any order. Calories
 * are counted by 4/4/9 where the three macros are given and they are not. `of` says how much would be nonsense.
 */
export function takeMacros(text: string, of: 'food' | 'day'): SaidMacros {
  const said: SaidMacros = { ...unknownMacros, rest: text, isSaid: false, brackets: [], faults: [] }
  const unknown = new Set<MacroName>()
  if (!/[\d?]/.test(text)) return said
  for (const [name, way] of patternsFor(text))
    for (const found of said.rest.matchAll(way)) {
      const [from, to] = [found.index, found.index + found[0].length]
      const value = valueOf(found[1] ?? '')
      said.isSaid = true
      said.rest = blank(said.rest, from, to)
      if (value === null) unknown.add(name)
      else if (isTooMuch(name, value, of)) said.faults.push({ kind: 'out-of-range', from, to })
      else if (said[name] !== null && said[name] !== value)
        said.faults.push({ kind: 'macro-twice', from, to })
      else said[name] = value
    }
  const left = leftover.exec(said.rest)
  if (left && /\d/.test(left[0]))
    said.faults.push({ kind: 'macro-unreadable', from: left.index, to: left.index + left[0].length })
  const meant = left ? undefined : misspelledCalories(said.rest)
  if (meant)
    said.faults.push({ kind: 'macro-unreadable', from: meant.index, to: meant.index + meant.found.length })
  for (const found of said.rest.matchAll(/\(\s*~?(\d{2,4})\s*\)/g))
    said.brackets.push({
      value: Number(found[1]),
      from: found.index,
      to: found.index + found[0].length,
    })
  const counted = countedCalories(said)
  if (said.calories === null && counted !== null && !unknown.has('calories')) said.calories = counted
  return said
}

/** Calories that three macros make, 4 a gram of protein and carbs and 9 of fat; null where one is unknown. */
export function countedCalories({ protein, carbs, fat }: Macros): number | null {
  if (protein === null || carbs === null || fat === null) return null
  return Math.round(protein * 4 + carbs * 4 + fat * 9)
}

/** Whether anything at all is known. */
export function isAnyKnown(macros: Macros): boolean {
  return macroNames.some((name) => macros[name] !== null)
}

/** Whether four macros are all typed and cannot all be right: more than a quarter and 100 kcal apart. */
export function disagree(macros: Macros): { calories: number; counted: number } | null {
  const counted = countedCalories(macros)
  const { calories } = macros
  if (calories === null || counted === null) return null
  const apart = Math.abs(counted - calories)
  return apart > 100 && apart > calories / 4 ? { calories, counted } : null
}

/** Spaces in place of a stretch of a text. */
export { blank }
