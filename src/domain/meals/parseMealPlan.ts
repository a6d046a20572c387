import { readAmount } from '../food/amount.ts'
import { mealTextLimit } from './limits.ts'
import { takeMacros } from './macroText.ts'
import { divided, holdsMeals } from './oneLine.ts'
import type { BracketMeaning } from './options.ts'
import { type HeadContext, MealReader } from './reader.ts'
import { mask, placeIn, type Row, rowsOf } from './rows.ts'
import { type MealPlanText, type MealProblem, type MealQuestion, unknownMacros } from './types.ts'

export interface MealContext extends HeadContext {
  /** The answer to the question `bracket-number`. */
  brackets?: BracketMeaning
}

/** What bare numbers in brackets mean, by the lines that leave no doubt; undefined where there are none. */
function meaningOf(rows: readonly Row[]): {
  meaning: BracketMeaning
  open?: { row: Row; from: number; to: number }
} {
  let open: { row: Row; from: number; to: number } | undefined
  for (const row of rows) {
    if (!/\(\s*~?\d{2,4}\s*\)/.test(row.text)) continue
    const said = takeMacros(mask(row.text), 'food')
    const [first] = said.brackets
    if (!first) continue
    if (said.calories !== null) return { meaning: 'grams' }
    const before =
      said.rest
        .slice(0, first.from)
        .split(/[|,]|\sor\s|\sאו\s/u)
        .at(-1) ?? ''
    if (readAmount(before.replace(/^[^:]*:/, '')) !== null) return { meaning: 'kcal' }
    open ??= { row, from: first.from, to: first.to }
  }
  return { meaning: 'kcal', ...(open && { open }) }
}

/**
 * Reads a day's meals as trainers type them. What cannot be read is a problem with its place in the text as given;
 * every good line is kept. Never throws.
 */
export function parseMealPlan(text: string, { today, names, brackets }: MealContext): MealPlanText {
  const problems: MealProblem[] = []
  const questions: MealQuestion[] = []
  if (text.length > mealTextLimit) {
    problems.push({ line: 1, column: 1, length: 0, kind: 'too-long', found: '' })
    return { title: '', targets: unknownMacros, when: null, note: null, meals: [], problems, questions }
  }
  const lines = rowsOf(text, problems)
  const [only] = lines
  const rows = only && lines.length === 1 ? divided(only) : lines
  const { meaning, open } = meaningOf(rows)
  if (open && brackets === undefined)
    questions.push({
      ...placeIn(open.row, open.from, open.to - open.from),
      found: open.row.text.slice(open.from, open.to),
      kind: 'bracket-number',
    })
  const plan = new MealReader(
    rows,
    { today, names },
    { brackets: brackets ?? meaning, problems, questions },
  ).read()
  if (plan.meals.length === 0 && problems.length === 0)
    problems.push({ line: 1, column: 1, length: 0, kind: 'nothing-found', found: '' })
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return { ...plan, problems, questions }
}

/**
 * Whether a text that nobody asked for is meant as a meal plan: meals with foods in them, in several lines, or in one that
 * begins with a meal or names one behind a colon.
 */
export function readsAsMealPlan(text: string): boolean {
  if (!text.trim().includes('\n') && !holdsMeals(text.trim())) return false
  const { meals } = parseMealPlan(text, { today: '2026-01-01' })
  const options = meals.flatMap(({ choices }) => choices.flatMap((choice) => choice.options))
  const known = options.filter(({ calories, protein }) => calories !== null || protein !== null)
  return options.length >= 2 && known.length >= 1
}
