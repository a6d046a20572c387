import { readAmount } from '../food/amount.ts'
import { findFood } from '../food/findFood.ts'
import type { FoodReading } from '../food/readFood.ts'
import { fill } from './fill.ts'
import { blank, disagree, type SaidMacros, takeMacros } from './macroText.ts'
import { mask, placeIn, problemIn, type Row } from './rows.ts'
import { ofAllPieces } from './perPiece.ts'
import type { Part } from './split.ts'
import { tidy, unmask } from './text.ts'
import { type MealOption, type MealProblem, type MealQuestion, unknownMacros } from './types.ts'

/** What a bare number in brackets means: `rice (210)`. */
export type BracketMeaning = 'kcal' | 'grams'

/** Where what is read goes, and how bare numbers are read. */
export interface OptionContext {
  brackets: BracketMeaning
  problems: MealProblem[]
  questions: MealQuestion[]
}

export interface ReadOption {
  option: MealOption
  /** The text gives macros, or says that they are unknown. */
  isSaid: boolean
  readings: FoodReading[]
}

const digitsAndUnit = /^~?\d[\d.,/]*\s*(?:kg|grams?|gr|g|oz|lbs?|ml|גרם|גר['׳]?|ג['׳]|ק"ג|מ"ל)\s/iu

/** Bare numbers in brackets as kcal, or as the grams of what stands before. */
function settle(said: SaidMacros, meaning: BracketMeaning): { text: string; suffix: string } {
  const [first] = said.brackets
  if (!first) return { text: said.rest, suffix: '' }
  if (meaning === 'kcal' && said.calories === null && !said.isSaid) {
    said.calories = first.value
    said.isSaid = true
    return { text: blank(said.rest, first.from, first.to), suffix: '' }
  }
  if (readAmount(blank(said.rest, first.from, first.to)) !== null) return { text: said.rest, suffix: '' }
  return { text: blank(said.rest, first.from, first.to), suffix: ` ${first.value}g` }
}

/** One food, or one combination of foods, from a stretch of a row; `amount` is handed down from the first. */
export function readOption(
  row: Row,
  { from, to }: Part,
  context: OptionContext,
  amount = '',
): ReadOption | undefined {
  const original = row.text.slice(from, to)
  const hidden = mask(row.text).slice(from, to)
  const said = ofAllPieces(hidden, takeMacros(hidden, 'food'), (rest) => unmask(tidy(rest), original))
  for (const fault of said.faults)
    context.problems.push(problemIn(row, fault.kind, from + fault.from, from + fault.to))
  const { text, suffix } = settle(said, context.brackets)
  const name = `${unmask(tidy(text), original)}${suffix}`.trim()
  if (!/[\p{L}\p{N}]/u.test(name)) return undefined
  const needsAmount =
    amount !== '' && readAmount(name) === null && findFood(name, { forgiving: false }) !== null
  const description = needsAmount ? `${amount} ${name}` : name
  const { calories, protein, carbs, fat } = said
  const apart = disagree(said)
  if (apart)
    context.questions.push({
      ...placeIn(row, from, to - from),
      found: description,
      kind: 'macros-disagree',
      ...apart,
    })
  if (said.isSaid)
    return {
      option: { description, calories, protein, carbs, fat, filledFrom: null },
      isSaid: true,
      readings: fill(description).readings,
    }
  const filled = fill(description)
  askState(row, { from, to }, filled.readings, context)
  const option = { description, ...unknownMacros, ...filled.macros, filledFrom: filled.filledFrom }
  return { option, isSaid: false, readings: filled.readings }
}

/** Asks once for each food whether it is weighed raw or cooked. */
function askState(
  row: Row,
  { from, to }: Part,
  readings: readonly FoodReading[],
  { questions }: OptionContext,
): void {
  for (const { isStateAssumed, foodId, macros } of readings) {
    if (!isStateAssumed || foodId === null || macros === null) continue
    if (questions.some((asked) => asked.kind === 'state-assumed' && asked.foodId === foodId)) continue
    const found = row.text.slice(from, to).trim()
    const start = from + row.text.slice(from, to).search(/\S/)
    questions.push({ ...placeIn(row, start, found.length), found, kind: 'state-assumed', foodId })
  }
}

/** The options of one choice: the weight of the first holds for those that say none. */
export function readOptions(
  row: Row,
  parts: readonly Part[],
  context: OptionContext,
  share: boolean,
): ReadOption[] {
  const options: ReadOption[] = []
  for (const part of parts) {
    const first = options[0]?.option.description ?? ''
    const amount = share ? (digitsAndUnit.exec(first)?.[0].trim() ?? '') : ''
    const option = readOption(row, part, context, amount)
    if (option) options.push(option)
    else context.problems.push(problemIn(row, 'empty-option', part.from, Math.max(part.to, part.from + 1)))
  }
  return options
}
