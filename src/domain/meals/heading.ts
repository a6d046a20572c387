import { takeMacros } from './macroText.ts'
import { mask, problemIn, type Row } from './rows.ts'
import { unmask } from './text.ts'
import { titleIn } from './title.ts'
import { type MealPlan, macroNames, type MealProblem, unknownMacros } from './types.ts'
import { isTotal, noteMark } from './words.ts'
import { readWhen } from './when.ts'

/** What stands above the meals, and what is said of the day as a whole. */
export class Heading {
  readonly plan: MealPlan = { title: '', targets: { ...unknownMacros }, when: null, note: null, meals: [] }
  readonly #today: string
  readonly #names: readonly string[]
  readonly #problems: MealProblem[]
  #isTitled = false

  constructor(today: string, names: readonly string[], problems: MealProblem[]) {
    this.#today = today
    this.#names = names
    this.#problems = problems
  }

  note(text: string): void {
    const said = text.trim()
    if (said !== '') this.plan.note = this.plan.note === null ? said : `${this.plan.note}\n${said}`
  }

  /** Takes the targets out of a line: what is left of it. */
  targets(row: Row): string {
    const said = takeMacros(mask(row.text), 'day')
    for (const { kind, from, to } of said.faults) this.#problems.push(problemIn(row, kind, from, to))
    for (const name of macroNames) {
      const value = said[name]
      const before = this.plan.targets[name]
      if (value === null) continue
      if (before === null) this.plan.targets[name] = value
      else if (before !== value) this.#problems.push(problemIn(row, 'macro-twice'))
    }
    return isTotal(said.rest) ? '' : said.rest
  }

  /** A line above the first meal. */
  read(row: Row): void {
    const note = noteMark.exec(row.text)
    if (note) return this.note(unmask(mask(row.text).slice(note[0].length).trim(), row.text))
    const text = this.targets(row)
    const { when, rest, fault } = readWhen(text, this.#today)
    if (fault) {
      const at = Math.max(row.text.indexOf(fault.found), 0)
      const end = row.text.includes(fault.found) ? at + fault.found.length : row.text.length
      const problem = problemIn(row, fault.kind, at, end)
      this.#problems.push(fault.meant === undefined ? problem : { ...problem, meant: fault.meant })
    }
    if (when && this.plan.when) this.#problems.push(problemIn(row, 'other-day'))
    this.plan.when ??= when
    const title = unmask(titleIn(rest, this.#names), row.text)
    if (title === '') return undefined
    if (this.#isTitled) this.note(unmask(mask(row.text).trim(), row.text))
    else this.plan.title = title
    this.#isTitled = true
    return undefined
  }
}
