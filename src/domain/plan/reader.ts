import type { WeightUnit } from '../enums.ts'
import { sliceLine } from './clean.ts'
import { Days } from './days.ts'
import * as headings from './headings.ts'
import { exerciseOf, fromSetLines, loadsProblem, type SupersetPlace, withDetail } from './exercise.ts'
import { Letters } from './labels.ts'
import { nonsenseIn } from './limits.ts'
import { type Found, readItems } from './line.ts'
import { Outlook } from './outlook.ts'
import { orderOf, repsComeFirst } from './order.ts'
import { type Row, counts, hasCount, problemAt, rowOf, splitRow } from './rows.ts'
import { type RangeOf, rangesOf } from './setRanges.ts'
import { type Rounds, countedList, groupHead, shared, togetherIn } from './together.ts'
import { readSpan } from './span.ts'
import type { PlanDraft, Problem, ProblemCode, TripleOrder } from './types.ts'
import { weekdaysAt } from './weekdays.ts'

export interface PlanContext {
  /** The person's local day, `YYYY-MM-DD`. */
  today: string
  /** The unit of a bare load. */
  units: WeightUnit
  /** The answer to the problem `order-open`. */
  order?: TripleOrder
}

/** A name whose numbers stand in the lines below. */
interface Named {
  row: Row
  /** What those lines have said so far, and where. */
  partial: Partial<Found>
  numbers: Row | undefined
  /** `Set 1: …`, `Set 2: …` */
  sets: Found[]
}

/** Items that only add to an exercise. */
const details = new Set(['rest', 'rpe', 'load', 'loadText', 'note', 'paren'])

/** Reads a plan line by line; a bad line costs only itself. */
export class Reader {
  private readonly days: Days
  private handed: Partial<Found> = {}
  /** Numbers that stood alone: a problem unless an exercise takes them over. */
  private unclaimed: Row | undefined
  private named: Named | undefined
  /** Of the day's supersets. */
  private letters = new Letters()
  /** Under a heading that says `superset`. */
  private group: { letter?: string; size: number; given: Partial<Found> } | undefined
  /** Under a heading such as `AMRAP 20 min`. */
  private block: string | undefined
  /** In a week that a plan cannot hold beside the first. */
  private isSkipping = false

  private readonly context: PlanContext
  private readonly rows: Row[]
  private readonly problems: Problem[]
  private readonly order: TripleOrder
  private readonly repsFirst: boolean
  private readonly ranges: RangeOf
  private readonly outlook: Outlook

  constructor(context: PlanContext, rows: Row[], problems: Problem[]) {
    this.days = new Days(problems)
    this.context = context
    this.rows = rows
    this.problems = problems
    const items = rows.flatMap((row) => row.items)
    const order = context.order ?? orderOf(items.filter((item) => item.kind === 'triple'))
    const open =
      order === 'open' ? rows.find((row) => row.items.some(({ kind }) => kind === 'triple')) : undefined
    if (open) problems.push(problemAt(open.line, 'order-open'))
    this.order = order === 'open' ? 'srl' : order
    this.repsFirst = repsComeFirst(items)
    this.ranges = rangesOf(items, this.repsFirst)
    this.outlook = new Outlook(rows, (row) => this.found(row).name)
  }

  read(): PlanDraft {
    for (const [index, row] of this.rows.entries()) {
      if (row.line.text.trim() === '') this.blank()
      else if (!this.skips(row)) this.row(row, index)
    }
    this.closeName()
    this.hand({})
    this.days.close()
    return this.days.plan
  }

  private blank(): void {
    if (this.group && this.group.size > 0) this.group = undefined
    this.block = undefined
  }

  /** A plan holds one week: the others are said to be left out. */
  private skips(row: Row): boolean {
    const week = hasCount(row) ? undefined : headings.weekOf(row.line.text.trim().replace(/^#+\s*/, ''))
    if (week === undefined || week < 2 || !this.days.isBegun) return this.isSkipping
    this.closeName()
    this.problems.push(problemAt(row.line, 'other-week'))
    this.isSkipping = true
    return true
  }

  private row(row: Row, index: number): void {
    if (this.together(row) || this.heading(row, index) || this.detail(row)) return
    const several = splitRow(row) ?? countedList(row, this.found)
    if (several) for (const one of several) this.exercise(one)
    else if (hasCount(row)) this.counted(row)
    else this.words(row, index)
  }

  /** A heading of what is done together, or such exercises in one line. */
  private together(row: Row): boolean {
    const head = groupHead(row, this.found)
    if (head) this.begin(head)
    const all = head ? undefined : togetherIn(row, this.found)
    if (!all) return head !== undefined
    const before = { handed: this.handed, block: this.block }
    this.begin(all)
    if (!all.isGroup) this.handed = { ...this.handed, ...all.given }
    this.block = all.block ?? this.block
    const founds = shared(all.parts.map(this.found))
    for (const [index, part] of all.parts.entries())
      this.store(part, founds[index] ?? this.found(part), row.line.number)
    this.group = undefined
    Object.assign(this, before)
    return true
  }

  private begin({ given, isGroup, unclear }: Rounds): void {
    this.closeName()
    this.group = isGroup ? { size: 0, given } : undefined
    if (unclear) this.refuse(unclear, 'sets-or-reps')
  }

  private counted(row: Row): void {
    const found = this.found(row)
    const text = row.line.text.trim()
    if (headings.isSetLine(found.name) && this.named) this.named.sets.push(found)
    else if (found.name === '') this.onlyNumbers(row, found)
    else if (found.reps === undefined && found.sets !== undefined && headings.isForAll(text)) {
      this.open(row, found.name, [])
      this.hand({ sets: found.sets, ...(found.setsText !== undefined && { setsText: found.setsText }) })
    } else if (text.endsWith(':') && found.sets !== undefined) {
      this.closeName()
      this.hand(found)
    } else this.exercise(row)
  }

  /** A line without numbers that count: a name, unless values were handed down. */
  private words(row: Row, index: number): void {
    const text = row.line.text.trim()
    if (this.days.isEmpty && headings.isRest(text)) return this.days.rest()
    const { sets, reps } = this.given
    if (sets !== undefined && (reps !== undefined || row.items.some(({ kind }) => kind === 'number')))
      return this.exercise(row)
    if (/^\d+\s+\p{L}/u.test(text)) return this.exercise(row)
    const before = this.named
    if (before && before.numbers === undefined && this.outlook.isTwoLined(index)) {
      this.named = undefined
      this.open(before.row, before.row.line.text, [])
    } else this.closeName()
    this.named = { row, partial: {}, numbers: undefined, sets: [] }
    return undefined
  }

  /** From here on these values hold for lines that do not say otherwise. */
  private hand(values: Partial<Found>, row?: Row): void {
    if (this.unclaimed) this.problems.push(problemAt(this.unclaimed.line, 'no-name'))
    this.handed = values
    this.unclaimed = row
  }

  /** Numbers without a name belong to the line before, or to all that follow (`4 sets each:`). */
  private onlyNumbers(row: Row, found: Found): void {
    const isHeading = /\b(?:each|all)\b|:\s*$|כל תרגיל/i.test(row.line.text)
    if (isHeading) this.closeName()
    const { named } = this
    if (named) {
      named.partial = { ...named.partial, ...found }
      named.numbers = row
      if (named.partial.reps !== undefined) this.closeName()
    } else if (headings.isBlock(row.line.text.trim())) this.block = row.line.text.trim()
    else if (found.sets !== undefined) this.hand(found, isHeading ? undefined : row)
    else this.problems.push(problemAt(row.line, 'no-name'))
  }

  /** A line that only adds to the exercise above (`rest 3 min`), or to all that follow. */
  private detail(row: Row): boolean {
    const own = row.items.filter(({ kind }) => kind !== 'word')
    if (own.length === 0 || !own.every(({ kind }) => details.has(kind))) return false
    const { name, note, ...found } = this.found(row)
    const isForAll = /^(?:between|after|בין)/iu.test(name)
    if (name !== '' && !isForAll) return false
    if (this.named && this.named.sets.length === 0) {
      this.named.partial = { ...this.named.partial, ...found, ...(note !== undefined && { note }) }
      return true
    }
    const last = this.days.exercises.at(-1)
    const problem = last && loadsProblem(found, {}, last)
    if (problem) {
      this.refuse(row, problem)
      return true
    }
    if (!last || isForAll) this.handed = { ...this.handed, ...found }
    this.days.amend((exercise, isLast) => {
      if (!isLast && !isForAll) return exercise
      return withDetail(exercise, isLast && note !== undefined ? { ...found, note } : found)
    })
    return true
  }

  private heading(row: Row, index: number): boolean {
    const text = row.line.text.trim()
    const title = headings.planTitle(text)
    const marked = /^#+\s*/.exec(text)
    const body = text.slice(marked?.[0].length ?? 0)
    const weekdays = weekdaysAt(body)
    const content = hasCount(row) ? headings.dayWithContent(body) : undefined
    if (title !== undefined) this.title(row, title)
    else if (weekdays) this.weekday(row, body, weekdays)
    else if (content) this.openWith(row, content.heading, [], content.rest)
    else if (headings.isNumberedDay(body) && !hasCount(row)) this.open(row, body, [])
    else if (index === this.outlook.first && /^5\/3\/1(?![\d/x×])/.test(text)) this.days.plan.name = text
    else if (hasCount(row) || row.label) return false
    else return this.wordHeading(row, index, { text, body, isMarked: marked !== null })
    return true
  }

  private wordHeading(
    row: Row,
    index: number,
    { text, body, isMarked }: { text: string; body: string; isMarked: boolean },
  ): boolean {
    if (this.opensPlan(index, text)) this.title(row, body)
    else if (isMarked || text.endsWith(':') || this.outlook.startsBlock(index)) this.open(row, body, [])
    else return false
    return true
  }

  private opensPlan(index: number, text: string): boolean {
    const { isBegun, plan } = this.days
    return !isBegun && plan.name === '' && this.outlook.isTitle(index, text, this.context.today)
  }

  private title(row: Row, text: string): void {
    const { plan } = this.days
    const quoted = /^\[([^\]]+)\]/.exec(text)
    const span = readSpan(text.slice(quoted?.[0].length ?? 0), this.context.today)
    plan.name = quoted?.[1]?.trim() ?? headings.tidyTitle(span.rest)
    if (span.weeks !== undefined) plan.weeks = span.weeks
    if (span.startDate !== undefined) plan.startDate = span.startDate
    if (span.endDate !== undefined) plan.endDate = span.endDate
    if (span.unreadable) this.problems.push(problemAt(row.line, 'date-unreadable'))
    if (span.startDate && span.endDate && span.endDate < span.startDate)
      this.problems.push(problemAt(row.line, 'dates-upside-down'))
  }

  private weekday(row: Row, body: string, { days, length }: { days: number[]; length: number }): void {
    const rest = body.slice(length).replace(/^[\s:.,)–—-]+/u, '')
    const own = body.slice(0, length)
    if (hasCount(row)) this.openWith(row, own, days, rest)
    else this.open(row, rest || own, days)
  }

  private open(row: Row, name: string, weekdays: readonly number[]): void {
    this.closeName()
    this.hand({})
    this.group = undefined
    this.block = undefined
    this.letters = new Letters()
    this.days.open(row, name, weekdays)
  }

  /** A heading with exercises behind it. */
  private openWith(row: Row, name: string, weekdays: readonly number[], rest: string): void {
    this.open(row, name, weekdays)
    const at = row.line.text.lastIndexOf(rest)
    this.row(rowOf(sliceLine(row.line, Math.max(0, at))), -1)
  }

  /** The name above is an exercise with what the lines below it said, or a problem. */
  private closeName(): void {
    const { named } = this
    this.named = undefined
    if (!named) return
    const { row, partial, numbers, sets } = named
    const name = this.found(row).name
    if (sets.length > 0) {
      this.store(row, { ...fromSetLines(sets), name }, row.line.number)
    } else if (numbers) {
      this.store({ ...numbers, label: row.label ?? numbers.label }, { ...partial, name }, row.line.number)
    } else this.problems.push(problemAt(row.line, 'no-sets'))
  }

  private readonly found = (row: Row): Found =>
    readItems(row.line, row.items, {
      units: this.context.units,
      order: this.order,
      repsFirst: this.repsFirst,
      ranges: this.ranges,
      setsKnown: this.given.sets !== undefined,
    })

  /** What the headings above say of the next exercise. */
  private get given(): Partial<Found> {
    return { ...this.handed, ...this.group?.given }
  }

  private exercise(row: Row): void {
    this.closeName()
    this.store(row, this.found(row), row.line.number)
  }

  private store(row: Row, own: Found, line: number): void {
    const { name: _heading, note: _note, ...handed } = this.given
    if (own.sets === undefined || own.reps === undefined) this.unclaimed = undefined
    const made = exerciseOf(own, handed, { line, block: this.block, place: () => this.place(row) })
    const problem = typeof made === 'string' ? made : (nonsenseIn(made) ?? loadsProblem(own, handed, made))
    if (problem) this.refuse(row, problem)
    else if (typeof made !== 'string') this.days.add(row, made)
  }

  /** Its place in a superset: said by its label, or by the heading above. */
  private place({ label }: Row): SupersetPlace {
    if (label) return { superset: this.letters.of(label), supersetOrder: label.order }
    if (!this.group) return { superset: null, supersetOrder: null }
    this.group.size++
    this.group.letter ??= this.letters.next()
    return { superset: this.group.letter, supersetOrder: this.group.size }
  }

  /** Points at the numbers where there are some, else at the line. */
  private refuse(row: Row, code: ProblemCode): void {
    const wanted = code.startsWith('load')
      ? ['load', 'loadText', 'triple']
      : code.startsWith('rest')
        ? ['rest']
        : code.startsWith('rpe')
          ? ['rpe']
          : [...counts]
    const item = row.items.find(({ kind }) => wanted.includes(kind))
    this.problems.push(problemAt(row.line, code, item?.from, item?.to))
  }
}
