import { findFood } from '../food/findFood.ts'
import { mask, type Row } from './rows.ts'
import { mealNameAt } from './words.ts'

/** `Anna, on Wed and Fri: ` in front of meals; not the colon of a time. */
const head = /^([^:]*[^\d:\s])\s*:\s+(?=\S)/u
const boundary = /[;.,]\s+|\s+[-–—|]\s+/gu
/** Names that are no part of a food, nor of a day. */
const clear =
  /^(?:breakfast|brunch|lunch|dinner|supper|snacks?|meal\s*\d|ארוח[תה]|בוקר|צהריים|צהרים|ערב|ביניים|נשנוש)/iu

/** Whether a text goes on with a meal: by its name, which is no food's. */
function isMealAt(text: string): boolean {
  if (!clear.test(text) || mealNameAt(text) === undefined) return false
  const [part = ''] = text.split(/[;.,:|]/u)
  return findFood(part, { forgiving: false }) === null
}

const slice = (row: Row, from: number, to: number): Row => ({
  ...row,
  text: row.text.slice(from, to).trimEnd(),
  lines: row.lines.slice(from, to),
  columns: row.columns.slice(from, to),
})

/**
 * The rows of a text that has only one, with its meals in it (`Anna, tomorrow: lunch 14:00 beef, salad; dinner 19
 * fish`): the head, and a row for each meal. As it was where no meal is in it.
 */
export function divided(row: Row): Row[] {
  const text = mask(row.text)
  const [lead = ''] = head.exec(text) ?? []
  const hasHead = lead !== '' && !isMealAt(text) && isMealAt(text.slice(lead.length))
  if (!hasHead && !isMealAt(text)) return [row]
  const from = hasHead ? lead.length : 0
  const starts = [from]
  for (const { 0: found, index } of text.slice(from).matchAll(boundary)) {
    const at = from + index + found.length
    if (isMealAt(text.slice(at))) starts.push(at)
  }
  const meals = starts.map((at, index) => {
    const end = starts[index + 1] ?? row.text.length
    const one = slice(row, at, end)
    return { ...one, text: one.text.replace(index + 1 < starts.length ? /[\s;.,|–—-]+$/u : /[\s;]+$/u, '') }
  })
  return hasHead ? [slice(row, 0, lead.length), ...meals] : meals
}

/** Whether a line says that meals are in it: it begins with one, or one follows its colon. */
export function holdsMeals(line: string): boolean {
  const [lead = ''] = head.exec(line) ?? []
  return isMealAt(line) || (lead !== '' && isMealAt(line.slice(lead.length)))
}

/** What stands in the first line of a plan before its meals. Empty where it begins with a meal. */
export function headOfPlan(text: string): string {
  const [line = ''] = text.trimStart().split('\n', 1)
  if (mealNameAt(line) !== undefined) return ''
  const [lead = line] = head.exec(line) ?? []
  return lead
}
