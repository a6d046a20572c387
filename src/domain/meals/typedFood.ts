import type { Food, Macros } from './macros.ts'

/** What typed words say of a meal. */
export type ReadFood =
  /** `text` is what was typed without the name. */
  | { kind: 'read'; name: string | null; text: string; foods: Food[] }
  /** No word in it, or far too much. */
  | { kind: 'unread' | 'outOfRange' | 'tooLong' }

const number = String.raw`(\d{1,5}(?:[.,]\d{1,2})?)`
const unitOfEnergy = String.raw`(?:k?cals?|calories|קק["״]ל|קלוריות|קל['׳]?)(?![\p{L}])`

const words = {
  protein: String.raw`(?:protein|prot|חלבון|p|ח)`,
  carbs: String.raw`(?:carbohydrates|carbs?|פחמימות|פחמימה|c|פ)`,
  fat: String.raw`(?:fats?|שומן|f|ש)`,
}

const patterns: Record<keyof Macros, RegExp[]> = {
  calories: [new RegExp(`${number}\\s*${unitOfEnergy}`, 'iu')],
  protein: macroPatterns(words.protein),
  carbs: macroPatterns(words.carbs),
  fat: macroPatterns(words.fat),
}

/** `P30`, `protein 30g`, `30g protein`, `30P`. */
function macroPatterns(word: string): RegExp[] {
  const grams = String.raw`(?:\s*(?:g|gr|grams?|גרם|ג['׳]?))?`
  return [
    new RegExp(String.raw`(?<![\p{L}\d])${word}\s*:?\s*${number}${grams}(?![\p{L}\d])`, 'iu'),
    new RegExp(String.raw`(?<![\p{L}\d])${number}${grams}\s*${word}(?![\p{L}\d])`, 'iu'),
  ]
}

const most: Macros = { calories: 20_000, protein: 2000, carbs: 3000, fat: 2000 }
const longestFood = 1000

/** One food: its words, and the numbers in them. */
function readOne(text: string): Food {
  let rest = text
  const read = (name: keyof Macros): number | null => {
    for (const pattern of patterns[name]) {
      const found = pattern.exec(rest)
      if (!found) continue
      rest = `${rest.slice(0, found.index)} ${rest.slice(found.index + found[0].length)}`
      return Number((found[1] ?? '').replace(',', '.'))
    }
    return null
  }
  const calories = read('calories')
  const macros = { calories, protein: read('protein'), carbs: read('carbs'), fat: read('fat') }
  const tidy = rest
    .replaceAll(/[([]\s*[)\]]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s,;:•*–—-]+|[\s,;:–—-]+$/gu, '')
  return { ...macros, description: /[\p{L}\p{N}]/u.test(tidy) ? tidy : text.trim() }
}

const tells = ({ calories, protein, carbs, fat }: Macros): boolean =>
  [calories, protein, carbs, fat].some((value) => value !== null)

/** Foods of a line. Numbers at the end of several speak of them all, and stay with them. */
function readLine(line: string): Food[] {
  const pieces = line.split(/,\s+|\s\+\s|;\s*/u).filter((piece) => /[\p{L}\p{N}]/u.test(piece))
  const foods = pieces.map(readOne)
  const numbersAlone =
    pieces.some((piece) => !/\p{L}/u.test(piece)) || foods.some((food) => isNumbersAlone(food))
  return foods.length > 1 && (numbersAlone || foods.filter(tells).length === 1) ? [readOne(line)] : foods
}

const isNumbersAlone = (food: Food): boolean =>
  tells(food) &&
  patterns.calories
    .concat(patterns.protein, patterns.carbs, patterns.fat)
    .some((one) => one.test(food.description))

/** `Snack: an ice cream`: what the meal is called, and the rest. */
function named(text: string): { name: string | null; rest: string } {
  const found = /^([\p{L}][\p{L}\p{M}'’ -]{0,39}):\s*(?=\S)/u.exec(text)
  return found
    ? { name: (found[1] ?? '').trim(), rest: text.slice(found[0].length) }
    : { name: null, rest: text }
}

/** Reads what somebody says they ate: free words, with numbers or without; a food on each line, or divided by `,` and `+`. */
export function readTypedFood(text: string): ReadFood {
  const { name, rest } = named(text.trim())
  if (!/\p{L}/u.test(rest)) return { kind: 'unread' }
  const foods = rest.split('\n').flatMap(readLine)
  if (foods.length === 0) return { kind: 'unread' }
  if (foods.length > 50 || foods.some(({ description }) => description.length > longestFood))
    return { kind: 'tooLong' }
  const keys = ['calories', 'protein', 'carbs', 'fat'] as const
  const isSane = foods.every((food) => keys.every((key) => (food[key] ?? 0) <= (most[key] ?? 0)))
  return isSane ? { kind: 'read', name, text: rest.trim(), foods } : { kind: 'outOfRange' }
}

/** Whether words that could be read as food may well be something else: a question, a set, a long letter. */
export function isDoubtfulFood(text: string): boolean {
  return text.includes('?') || text.length > 400 || /\d\s*[x×х]\s*\d/i.test(text)
}

/** Whether words tell of food with its energy: enough to be taken for nothing else. */
export function tellsEnergy(text: string): boolean {
  const read = readTypedFood(text)
  return read.kind === 'read' && read.foods.some(({ calories }) => calories !== null)
}
