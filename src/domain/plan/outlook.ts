import * as headings from './headings.ts'
import { type Row, hasCount } from './rows.ts'
import { isTogether } from './together.ts'
import { readSpan } from './span.ts'
import { weekdaysAt } from './weekdays.ts'

/** The rows of a plan around one of them: what a line of words is depends on its neighbours. */
export class Outlook {
  readonly #rows: readonly Row[]
  readonly #nameOf: (row: Row) => string
  /** The first row that says anything. */
  readonly first: number

  constructor(rows: readonly Row[], nameOf: (row: Row) => string) {
    this.#rows = rows
    this.#nameOf = nameOf
    this.first = rows.findIndex(({ line }) => line.text.trim() !== '')
  }

  /** The name of an exercise whose numbers stand in the next line. */
  isTwoLined(index: number): boolean {
    const next = this.#rows[index + 1]
    return next !== undefined && hasCount(next) && this.#nameOf(next) === ''
  }

  /** A plan's title: tells a duration, or is first and above a day, another heading or a blank line. */
  isTitle(index: number, text: string, today: string): boolean {
    const { weeks, startDate } = readSpan(text, today)
    if (weeks !== undefined || startDate !== undefined) return true
    const follows = this.#rows[index + 1]?.line.text.trim()
    if (index !== this.first || follows === undefined) return false
    const opens = follows === '' || follows.startsWith('#') || /^day\s/i.test(follows)
    return opens || headings.weekOf(text) !== undefined || weekdaysAt(follows) !== undefined
  }

  /** A line of words after a blank one (or first of all), or one of the usual names, right above an exercise. */
  startsBlock(index: number): boolean {
    const [before, here, next] = [this.#rows[index - 1], this.#rows[index], this.#rows[index + 1]]
    const isAlone = !before || before.line.text.trim() === ''
    if (!isAlone && !headings.isUsualDay(here?.line.text.trim() ?? '')) return false
    if (!next) return false
    const follows = next.line.text.trim()
    if (isTogether(follows) || (follows.endsWith(':') && hasCount(next) && this.#nameOf(next) === ''))
      return true
    if (!hasCount(next) || /^(?:sets|reps)\s*:/i.test(follows)) return false
    const name = this.#nameOf(next)
    return name !== '' && !headings.isSetLine(name)
  }
}
