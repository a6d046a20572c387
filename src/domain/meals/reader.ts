import { type Handed, readChoices, readOneChoice } from './choices.ts'
import { isFood } from './fill.ts'
import { Heading } from './heading.ts'
import { most } from './limits.ts'
import { blank, takeMacros } from './macroText.ts'
import { isUsualMeal, type MealHead, mealHeadOf } from './mealHead.ts'
import type { OptionContext } from './options.ts'
import { mask, problemIn, type Row } from './rows.ts'
import { quoteIn, tidy, unmask } from './text.ts'
import {
  type MealChoice,
  type MealOption,
  type Macros,
  type MealPlan,
  type MealText,
  macroNames,
} from './types.ts'
import { readWhen } from './when.ts'
import { isApproximate, isTotal, noteMark, typeAt } from './words.ts'

interface Open {
  meal: MealText
  row: Row
  /** A type that stands in a line of its own, for those below. */
  handed: Handed
  /** The choice that lines below give options to. */
  oneOf: MealChoice | null
  /** The last option, while its macros may follow in a line of their own. */
  waiting: MealOption | null
}

const table = /^\s*\|.*\|\s*$/u
const chooseOne = /(?:choose|pick|select|one of|options?|either|לבחירה|בחר[יו]?|לבחור|אחד מ)/iu
const typeHead = /^(.*?)(?:\(([^)]*)\)|[-–—]\s*(.+?))?\s*:?\s*$/u
const optionMark = /^\s*(?:options?|choice|אופציה|אפשרות)\s*#?([1-9A-Ea-eא-ה])['׳]?\s*[:.)–—-]\s*/iu
const dayHead = /^\s*(?:day|week|שבוע|יום)\s+(?:\d{1,2}|[A-G]|[א-ת]['׳]?)\s*:?\s*$/iu
const untyped: Handed = { type: null, optional: false }

/** What the line above the meals is read by. */
export interface HeadContext {
  /** The client's local day, `YYYY-MM-DD`. */
  today: string
  /** Whom the text may name: no part of a title. */
  names?: readonly string[] | undefined
}

/** More than is in a food: the targets of a day, though nothing says so. `canBeFood`: one above has none yet. */
const areOfDay = (
  { calories, protein }: Pick<Macros, 'calories' | 'protein'>,
  canBeFood: boolean,
): boolean => (calories === null ? (protein ?? 0) >= 100 : calories >= (canBeFood ? 1500 : 1000))

/** Reads the rows of a meal plan one by one; a bad row costs only itself. */
export class MealReader {
  readonly #heading: Heading
  readonly #rows: readonly Row[]
  readonly #today: string
  readonly #context: OptionContext
  #open: Open | undefined
  #isSkipping = false
  #options = 0

  constructor(rows: readonly Row[], { today, names = [] }: HeadContext, context: OptionContext) {
    this.#rows = rows
    this.#today = today
    this.#context = context
    this.#heading = new Heading(today, names, context.problems)
  }

  read(): MealPlan {
    for (const [index, row] of this.#rows.entries()) {
      if (this.#isSkipping) break
      this.#row(row, index)
    }
    this.#close()
    return this.#heading.plan
  }

  #row(row: Row, index: number): void {
    if (table.test(row.text)) this.#refuse(row, 'table')
    else if (noteMark.test(row.text)) this.#note(row)
    else if (this.#open && this.#isTypeHead(mask(row.text), this.#open)) return
    else if (this.#isOtherDay(row)) {
      this.#refuse(row, 'other-day')
      this.#isSkipping = true
    } else {
      const head = this.#headAt(row, index)
      if (head) this.#begin(row, head)
      else if (this.#open) this.#inMeal(row, this.#open)
      else if (this.#isComponent(row) && !this.#saysWhen(row)) this.#refuse(row, 'no-meal')
      else this.#heading.read(row)
    }
  }

  #refuse(row: Row, kind: 'table' | 'other-day' | 'no-meal' | 'unreadable' | 'too-much'): void {
    this.#context.problems.push(problemIn(row, kind))
  }

  #headAt(row: Row, index: number): MealHead | undefined {
    const next = this.#rows[index + 1]
    const isFollowed =
      next !== undefined && !next.isApart && !isUsualMeal(next) && !/^\s*\d{1,2}:\d\d/.test(next.text)
    const isFirst = this.#open === undefined && index === 0
    if (
      !this.#open &&
      !isUsualMeal(row) &&
      readWhen(takeMacros(mask(row.text), 'day').rest, this.#today).when
    )
      return undefined
    if (isFirst && row.isHeading && !isUsualMeal(row) && !/\d:\d\d/.test(row.text)) return undefined
    return mealHeadOf(row, { isFollowed, isFirst })
  }

  #saysWhen(row: Row): boolean {
    return readWhen(takeMacros(mask(row.text), 'day').rest, this.#today).when !== null
  }

  #isComponent(row: Row): boolean {
    return typeAt(row.text) !== undefined || isFood(tidy(takeMacros(mask(row.text), 'food').rest))
  }

  /** A heading with days among the meals: one text is one day. */
  #isOtherDay(row: Row): boolean {
    if (!this.#open || isUsualMeal(row)) return false
    if (dayHead.test(row.text)) return true
    const { rest, isSaid } = takeMacros(mask(row.text), 'day')
    if (isFood(tidy(rest)) || (isSaid && isTotal(rest))) return false
    const { when, rest: left } = readWhen(rest, this.#today)
    if (when === null) return false
    const more = tidy(left)
    return more === '' || ((row.isApart || row.isHeading) && more.split(' ').length <= 4)
  }

  #begin(row: Row, { name, timeOfDay, note, contentFrom, said }: MealHead): void {
    this.#close()
    if (said && said.time === null)
      this.#context.problems.push(problemIn(row, 'time-unreadable', said.from, said.to))
    const meal: MealText = { name, timeOfDay, note, choices: [] }
    this.#open = { meal, row, handed: untyped, oneOf: null, waiting: null }
    if (contentFrom === null) return
    const quote = quoteIn(mask(row.text))
    const bare = note && quote ? blank(row.text, quote.from, quote.to) : row.text
    const text = said ? blank(bare, said.from, said.to) : bare
    this.#food({ ...row, text }, contentFrom, this.#open)
  }

  #note(row: Row): void {
    const mark = noteMark.exec(row.text)?.[0] ?? ''
    this.#addNote(unmask(mask(row.text).slice(mark.length).trim(), row.text))
  }

  #addNote(said: string): void {
    if (!this.#open) return this.#heading.note(said)
    const { meal } = this.#open
    if (said !== '') meal.note = meal.note === null ? said : `${meal.note}\n${said}`
    return undefined
  }

  #inMeal(row: Row, open: Open): void {
    const text = mask(row.text)
    const quote = quoteIn(text)
    if (quote && tidy(text.slice(0, quote.from) + text.slice(quote.to)) === '')
      return this.#addNote(quote.quote)
    const { rest, isSaid, calories, protein } = takeMacros(text, 'day')
    const said = { calories, protein }
    const canBeFood = !row.isApart && open.waiting?.filledFrom === null
    const isBare = isSaid && isApproximate(rest)
    if (isTotal(rest) || (isBare && areOfDay(said, canBeFood))) {
      this.#heading.targets(row)
      return undefined
    }
    if (isBare) return this.#macros(row, open)
    if (!/[\p{L}\uE000]/u.test(text)) return this.#refuse(row, 'unreadable')
    return this.#food(row, 0, open)
  }

  /** `Protein:`, `Carbs (choose one):` in a line of its own. */
  #isTypeHead(text: string, open: Open): boolean {
    const [, name = '', inner, behind] = typeHead.exec(text.trim()) ?? []
    const said = inner ?? behind ?? ''
    const isChoice = chooseOne.test(said)
    if (!/:\s*$/u.test(text) || (said !== '' && !isChoice)) return false
    const type = typeAt(`${name.trim().replace(/:$/, '')}: x`)
    if (!type) return false
    open.handed = { type: type.type, optional: type.optional }
    open.oneOf = isChoice ? { type: type.type ?? 'other', optional: type.optional, options: [] } : null
    return true
  }

  /** Macros in a line of their own belong to the food above. */
  #macros(row: Row, open: Open): void {
    const said = takeMacros(mask(row.text), 'food')
    if (!open.waiting) return this.#refuse(row, 'unreadable')
    for (const { kind, from, to } of said.faults) this.#context.problems.push(problemIn(row, kind, from, to))
    for (const name of macroNames) open.waiting[name] = said[name]
    open.waiting.filledFrom = null
    open.waiting = null
    return undefined
  }

  /** `Option 2: …` is another way to the choice above. */
  #option(row: Row, mark: RegExpExecArray, open: Open): void {
    const [{ length }, number = ''] = mark
    const read = readOneChoice(row, length, open.handed, this.#context)
    const last = open.meal.choices.at(-1)
    if (!read) return this.#refuse(row, 'unreadable')
    const isFull = last && last.options.length >= most.options
    if (isFull || this.#options >= most.optionsInAll) return this.#refuse(row, 'too-much')
    this.#options += read.choice.options.length
    if (last && !/^[1Aaא]$/u.test(number)) last.options.push(...read.choice.options)
    else open.meal.choices.push(read.choice)
    open.waiting = read.isSaid ? null : (read.choice.options[0] ?? null)
    return undefined
  }

  #food(row: Row, from: number, open: Open): void {
    const mark = optionMark.exec(row.text.slice(from))
    if (mark && from === 0 && open.meal.choices.length < most.choices) return this.#option(row, mark, open)
    if (this.#options >= most.optionsInAll || open.meal.choices.length >= most.choices)
      return this.#refuse(row, 'too-much')
    const read = readChoices(row, from, open.handed, this.#context)
    const own = typeAt(row.text.slice(from))
    if (own) open.oneOf = null
    for (const { choice, isSaid } of read) {
      const { choices } = open.meal
      const { oneOf } = open
      const options = choice.options.slice(0, most.options)
      const isFull = choices.length >= most.choices || this.#options + options.length > most.optionsInAll
      const isMore = options.length < choice.options.length || (oneOf?.options.length ?? 0) >= most.options
      if (isFull || isMore) this.#refuse(row, 'too-much')
      if (isFull || (oneOf && isMore)) return undefined
      this.#options += options.length
      if (oneOf && oneOf.options.push(...options) > options.length) continue
      choices.push(oneOf ?? { ...choice, options })
      open.waiting = isSaid ? null : (options.at(-1) ?? null)
    }
    if (read.length === 0 && !own) this.#refuse(row, 'unreadable')
    return undefined
  }

  #close(): void {
    const open = this.#open
    this.#open = undefined
    if (!open) return
    const { meals } = this.#heading.plan
    if (open.meal.choices.length === 0) this.#context.problems.push(problemIn(open.row, 'empty-meal'))
    else if (meals.length >= most.meals) this.#refuse(open.row, 'too-much')
    else meals.push(open.meal)
  }
}
