import { findFood } from '../food/findFood.ts'
import { areMacrosForAll } from './choices.ts'
import { fill } from './fill.ts'
import { isAnyKnown, takeMacros } from './macroText.ts'
import { type OptionContext, readOptions } from './options.ts'
import { mask, problemIn, reveal, type Row, rowsOf } from './rows.ts'
import { type Part, foodsEaten, segments } from './split.ts'
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
const mostFoods = 50
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

interface EatenRow {
  description: string
  foods: MealOption[]
  /** Typed for all of the row. */
  total: Macros | null
}

const macrosOnly = ({ calories, protein, carbs, fat }: Macros): Macros => ({ calories, protein, carbs, fat })

/** The foods of a row whose macros are typed for all of them, or for none. */
function readWhole(row: Row, hidden: string, total: Macros, context: OptionContext): EatenRow {
  const text = reveal(hidden, row.text)
  const description = tidy(text)
  const parts = foodsEaten(text, { from: 0, to: text.length })
  const read = description === '' ? [] : readOptions({ ...row, text }, parts, context, false)
  return { description, foods: read.map(({ option }) => option), total }
}

/**
 * Whether macros after the last of several foods are its own: a total is never less than its parts, and where all are
 * known what is nearer counts.
 */
function areOfLast(row: Row, parts: readonly Part[]): boolean {
  const apart: OptionContext = { brackets: 'kcal', problems: [], questions: [] }
  const foods = readOptions(row, parts, apart, false).map(({ option }) => option)
  const last = foods.at(-1)
  if (!last || last.calories === null) return false
  const { known, unknown } = sumMacros(foods.slice(0, -1))
  if (known.calories > last.calories) return true
  const own = fill(last.description).macros.calories
  if (unknown.calories > 0 || own === null) return false
  return Math.abs(last.calories - own) < Math.abs(last.calories - own - known.calories)
}

/** The lines of a text, and what semicolons divide in them. */
function linesOf(row: Row): Row[] {
  const parts = segments(takeMacros(mask(row.text), 'food').rest)
  if (parts.length < 2) return [row]
  return parts.map(({ from, to }) => ({
    ...row,
    text: row.text.slice(from, to),
    lines: row.lines.slice(from, to),
    columns: row.columns.slice(from, to),
  }))
}

function readRow(
  row: Row,
  context: OptionContext,
  questions: EatenReading['questions'],
): EatenRow | undefined {
  const bare = takeBareNumber(row.text)
  if (bare.unclear !== null) questions.push({ kind: 'number-unclear', value: bare.unclear })
  if (bare.calories !== null)
    return readWhole(row, mask(bare.text), { ...unknownMacros, calories: bare.calories }, context)
  const said = takeMacros(mask(row.text), 'food')
  const parts = foodsEaten(said.rest, { from: 0, to: row.text.length })
  if (parts.length > mostFoods) return undefined
  const isForAll = parts.length > 1 && areMacrosForAll(mask(row.text), parts) && !areOfLast(row, parts)
  if (isForAll || (said.isSaid && tidy(said.rest) === '')) {
    for (const { kind, from, to } of said.faults) context.problems.push(problemIn(row, kind, from, to))
    return readWhole(row, said.rest, macrosOnly(said), context)
  }
  const foods =
    tidy(row.text) === '' ? [] : readOptions(row, parts, context, false).map(({ option }) => option)
  const [only] = foods
  const isTyped = foods.length === 1 && only?.filledFrom === null && isAnyKnown(only)
  const names = foods.map(({ description }) => description).join(', ')
  return {
    description: said.isSaid || isTyped ? names : tidy(row.text),
    foods,
    total: isTyped ? macrosOnly(only) : null,
  }
}

/** Stops where it is too much for anybody to have eaten: nobody else waits until all of it is read. */
function readRows(
  lines: readonly Row[],
  context: OptionContext,
  questions: EatenReading['questions'],
): EatenRow[] | undefined {
  if (lines.length > mostFoods) return undefined
  const rows = lines.flatMap(linesOf)
  if (rows.length > mostFoods) return undefined
  const read: EatenRow[] = []
  let foods = 0
  for (const row of rows) {
    const one = readRow(row, context, questions)
    foods += one?.foods.length ?? 0
    if (!one || foods > mostFoods) return undefined
    read.push(one)
  }
  return read
}

/** Rows of which some have macros for all their foods: each of those counts as one food. */
function together(rows: readonly EatenRow[]): MealOption[] {
  return rows.flatMap(({ description, foods, total }) =>
    total ? [{ description, ...total, filledFrom: null }] : foods,
  )
}

/**
 * Reads what a client ate: `2 eggs and toast 350 kcal`, `שווארמה בפיתה 700`, `pizza`, `200g rice, 150g chicken; a beer`.
 * Staples with an amount are filled in; macros typed for the whole go before the sum. Never throws.
 */
export function readEaten(typed: string): EatenReading {
  const problems: MealProblem[] = []
  const none: EatenReading = {
    description: '',
    foods: [],
    total: { ...unknownMacros },
    isTotalTyped: false,
    problems,
    questions: [],
  }
  if (typed.length > eatenTextLimit) {
    problems.push({ line: 1, column: 1, length: 0, kind: 'too-long', found: '' })
    return none
  }
  const asked: MealQuestion[] = []
  const { questions } = none
  const context: OptionContext = { brackets: 'kcal', problems, questions: asked }
  const rows = readRows(rowsOf(typed, problems), context, questions)
  if (!rows) {
    problems.push({ line: 1, column: 1, length: 0, kind: 'too-much', found: '' })
    return none
  }
  const [first] = rows
  const total = rows.length === 1 && first ? first.total : null
  const foods = total && first ? first.foods : together(rows)
  return {
    ...none,
    description: rows
      .map(({ description }) => description)
      .filter((text) => text !== '')
      .join(', '),
    foods,
    total: total ?? sumOf(foods),
    isTotalTyped: total !== null,
    questions: [...questions, ...asked],
  }
}
