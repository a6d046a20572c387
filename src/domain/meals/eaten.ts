import { findFood } from '../food/findFood.ts'
import { takeMacros } from './macroText.ts'
import { readOptions } from './options.ts'
import { mask, rowsOf } from './rows.ts'
import { foodsIn, type Part } from './split.ts'
import { sumMacros } from './sums.ts'
import { tidy } from './text.ts'
import {
  type Macros,
  macroNames,
  type MealOption,
  type MealProblem,
  type MealQuestion,
  unknownMacros,
} from './types.ts'

/** What somebody ate, as typed. */
export interface EatenReading {
  /** The text without the macros that were typed for all of it. */
  description: string
  foods: MealOption[]
  /** Of everything together; null where the macro of any food is unknown. */
  total: Macros
  /** The total was typed rather than summed up. */
  isTotalTyped: boolean
  problems: MealProblem[]
  questions: (MealQuestion | EatenQuestion)[]
}

/** `chicken 150`: grams or kcal? Taken as neither. */
export interface EatenQuestion {
  kind: 'number-unclear'
  value: number
}

/** Longest text of what was eaten, in UTF-16 units. */
export const eatenTextLimit = 1000
const mostFoods = 20
const bareNumber = /^(.*\p{L}.*?)[\s,:=–—-]+~?(\d{2,4})\s*$/u
const leastCalories = 50

/** A number without a unit at the end, where it can only be kcal: `שווארמה בפיתה 700`. */
function takeBareNumber(text: string): { text: string; calories: number | null; unclear: number | null } {
  const [, name = '', digits] = takeMacros(text, 'food').isSaid ? [] : (bareNumber.exec(text) ?? [])
  const value = Number(digits)
  const none = { text, calories: null, unclear: null }
  if (digits === undefined || value < leastCalories || value > 5000) return none
  if (findFood(tidy(name), { forgiving: false })) return { ...none, unclear: value }
  if (/\d\s*$/.test(name)) return none
  return { text: name, calories: value, unclear: null }
}

function sumOf(foods: readonly MealOption[]): Macros {
  const { known, unknown } = sumMacros(foods)
  const total = { ...unknownMacros }
  if (foods.length > 0) for (const name of macroNames) total[name] = unknown[name] > 0 ? null : known[name]
  return total
}

/** Whether the macros in a line are of all its foods: only the last has any. */
function isForAll(text: string, parts: readonly Part[]): boolean {
  const said = parts.map(({ from, to }) => takeMacros(text.slice(from, to), 'food').isSaid)
  return parts.length > 1 && said.at(-1) === true && !said.slice(0, -1).some(Boolean)
}

/**
 * Reads what a client ate: `2 eggs and toast 350 kcal`, `שווארמה בפיתה 700`, `pizza`, `200g rice, 150g chicken`. Staples
 * with an amount are filled in; macros typed for the whole go before the sum. Never throws.
 */
export function readEaten(typed: string): EatenReading {
  const problems: MealProblem[] = []
  const questions: EatenReading['questions'] = []
  const none = {
    description: '',
    foods: [],
    total: { ...unknownMacros },
    isTotalTyped: false,
    problems,
    questions,
  }
  if (typed.length > eatenTextLimit) {
    problems.push({ line: 1, column: 1, length: 0, kind: 'too-long', found: '' })
    return none
  }
  const asked: MealQuestion[] = []
  const foods: MealOption[] = []
  const descriptions: string[] = []
  let typedTotal: Macros | null = null
  const rows = rowsOf(typed, problems)
  for (const row of rows) {
    const bare = takeBareNumber(row.text)
    if (bare.unclear !== null) questions.push({ kind: 'number-unclear', value: bare.unclear })
    const text = mask(bare.text)
    const said = takeMacros(text, 'food')
    const parts = foodsIn(said.rest, { from: 0, to: text.length }, 'loose')
    const isWhole = bare.calories !== null || isForAll(text, parts) || (said.isSaid && tidy(said.rest) === '')
    const context = { brackets: 'kcal' as const, problems, questions: asked }
    const shown = { ...row, text: isWhole ? said.rest : bare.text }
    const options = tidy(shown.text) === '' ? [] : readOptions(shown, parts, context, false)
    if (isWhole)
      for (const { kind } of said.faults)
        problems.push({
          line: row.lines[0] ?? 1,
          column: 1,
          length: row.text.length,
          kind,
          found: row.text.trim(),
        })
    const { calories, protein, carbs, fat } = said
    if (isWhole && rows.length === 1)
      typedTotal =
        bare.calories === null
          ? { calories, protein, carbs, fat }
          : { ...unknownMacros, calories: bare.calories }
    const own =
      isWhole && rows.length > 1
        ? wholeOf(
            tidy(said.rest),
            bare.calories === null ? said : { ...unknownMacros, calories: bare.calories },
          )
        : null
    foods.push(...(own ? [own] : options.map(({ option }) => option)))
    descriptions.push(tidy(isWhole ? said.rest : shown.text))
  }
  const kept = foods.slice(0, mostFoods)
  if (kept.length < foods.length)
    problems.push({ line: 1, column: 1, length: 0, kind: 'too-much', found: '' })
  questions.push(...asked)
  const description = descriptions.filter((text) => text !== '').join(', ')
  const only = kept.length === 1 ? kept[0] : undefined
  if (
    typedTotal === null &&
    only &&
    only.filledFrom === null &&
    macroNames.some((name) => only[name] !== null)
  )
    return {
      ...none,
      description: only.description,
      foods: kept,
      total: macrosOnly(only),
      isTotalTyped: true,
    }
  return {
    ...none,
    description,
    foods: kept,
    total: typedTotal ?? sumOf(kept),
    isTotalTyped: typedTotal !== null,
  }
}

const macrosOnly = ({ calories, protein, carbs, fat }: Macros): Macros => ({ calories, protein, carbs, fat })

/** One line of several as one food, with the macros typed for it. */
function wholeOf(description: string, macros: Macros): MealOption {
  return { description, ...macrosOnly(macros), filledFrom: null }
}
