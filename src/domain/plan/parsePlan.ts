import type { WeightUnit } from '../enums.ts'
import { cleanLine, sliceLine, type CleanLine } from './clean.ts'
import type { Item } from './items.ts'
import { nonsenseIn } from './limits.ts'
import { kgOf, readItems, type Found } from './line.ts'
import { orderOf, repsComeFirst } from './order.ts'
import { parse } from './plan.generated.js'
import { readSpan } from './span.ts'
import { columnsOf, isRule, isTableRow, rowAsLine, type Column } from './table.ts'
import type { DayDraft, ExerciseDraft, PlanDraft, Problem, ProblemCode, TripleOrder } from './types.ts'
import { weekdaysAt } from './weekdays.ts'

export interface PlanContext {
  /** The person's local day, `YYYY-MM-DD`. */
  today: string
  /** The unit of a bare load. */
  units: WeightUnit
  /** The answer to the problem `order-open`. */
  order?: TripleOrder
}

export interface PlanReading {
  plan: PlanDraft | null
  problems: Problem[]
}

interface Row {
  line: CleanLine
  items: Item[]
  label: { letter: string; order: number } | null
}

/** Longest text of a plan, in UTF-16 units. */
export const planTextLimit = 65_536
/** Longest line of it. */
const lineLimit = 1000
const counts = new Set<Item['kind']>(['scheme', 'triple', 'sets', 'reps'])

const hasCount = ({ items }: Row): boolean => items.some(({ kind }) => counts.has(kind))

function problemAt(line: CleanLine, code: ProblemCode, from = 0, to = line.text.length): Problem {
  const lead = line.text.slice(from, to)
  const begin = from + (lead.length - lead.trimStart().length)
  const end = from + lead.trimEnd().length
  const first = line.columns[begin] ?? 0
  const last = line.columns[end - 1] ?? Math.max(first, line.raw.length - 1)
  return {
    line: line.number,
    column: first + 1,
    length: Math.max(0, last - first + 1),
    code,
    found: line.raw.slice(first, last + 1),
  }
}

/** Blank lines stay as rows without items. */
function rowsOf(text: string, problems: Problem[]): Row[] {
  const rows: Row[] = []
  let titles: Column[] | undefined
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    if (raw.length > lineLimit) {
      problems.push({
        line: index + 1,
        column: 1,
        length: raw.length,
        code: 'line-too-long',
        found: raw.slice(0, 40),
      })
      continue
    }
    let line = cleanLine(raw, index + 1)
    if (line.text.trim() !== '' && isRule(line)) continue
    if (isTableRow(line)) {
      const found = columnsOf(line)
      if (found) {
        titles = found
        continue
      }
      line = rowAsLine(line, titles)
    } else titles = undefined
    rows.push(rowOf(line))
  }
  return rows
}

function rowOf(line: CleanLine): Row {
  const label = /^\s*([A-H])([1-9])(?:[.):]\s*|\s+)(?=\S)/.exec(line.text)
  const rest = label ? sliceLine(line, label[0].length) : line
  return {
    line: rest,
    items: parse(rest.text),
    label: label ? { letter: label[1] ?? 'A', order: Number(label[2]) } : null,
  }
}

/** Reads a plan line by line; a bad line costs only itself. */
class Reader {
  readonly plan: PlanDraft = { name: '', days: [] }
  private day: { draft: DayDraft; weekdays: number[]; rest: boolean; row: Row } | undefined
  private handed: Partial<Found> = {}
  /** Numbers that stood alone: a problem unless an exercise takes them over. */
  private unclaimed: Row | undefined
  private named: Row | undefined

  private readonly context: PlanContext
  private readonly rows: Row[]
  private readonly problems: Problem[]
  private readonly order: TripleOrder
  private readonly repsFirst: boolean
  /** The first line that says anything. */
  private readonly first: number

  constructor(context: PlanContext, rows: Row[], problems: Problem[]) {
    this.context = context
    this.rows = rows
    this.problems = problems
    const items = rows.flatMap((row) => row.items)
    const triples = items.filter((item) => item.kind === 'triple')
    const order = context.order ?? orderOf(triples)
    const open =
      order === 'open' ? rows.find((row) => row.items.some(({ kind }) => kind === 'triple')) : undefined
    if (open) problems.push(problemAt(open.line, 'order-open'))
    this.order = order === 'open' ? 'srl' : order
    this.repsFirst = repsComeFirst(items)
    this.first = rows.findIndex(({ line }) => line.text.trim() !== '')
  }

  read(): PlanDraft {
    for (const [index, row] of this.rows.entries()) if (row.line.text.trim() !== '') this.row(row, index)
    this.closeName()
    this.hand({})
    this.closeDay()
    return this.plan
  }

  private row(row: Row, index: number): void {
    if (this.heading(row, index)) return
    if (!hasCount(row)) {
      if (this.handed.reps !== undefined && this.handed.sets !== undefined) return this.exercise(row)
      if (this.handed.sets !== undefined && row.items.some(({ kind }) => kind === 'number'))
        return this.exercise(row)
      if (/^\s*\d+\s+\p{L}/u.test(row.line.text)) return this.exercise(row)
      this.closeName()
      this.named = row
      return
    }
    const found = this.found(row)
    if (found.name === '') return this.onlyNumbers(row, found)
    if (/:\s*$/.test(row.line.text) && found.sets !== undefined) {
      this.closeName()
      this.hand(found)
      return
    }
    this.exercise(row)
  }

  /** From here on these values hold for lines that do not say otherwise. */
  private hand(values: Partial<Found>, row?: Row): void {
    if (this.unclaimed) this.problems.push(problemAt(this.unclaimed.line, 'no-name'))
    this.handed = values
    this.unclaimed = row
  }

  /** Numbers without a name belong to the line before, or to all that follow (`4 sets each:`). */
  private onlyNumbers(row: Row, found: Found): void {
    const isHeading = /\b(?:each|all)\b|:\s*$/i.test(row.line.text)
    const named = this.named
    if (isHeading) this.closeName()
    this.named = undefined
    if (named && !isHeading) {
      const name = this.found(named).name
      this.store(
        { ...row, label: named.label ?? row.label, line: row.line },
        { ...found, name },
        named.line.number,
      )
    } else if (found.sets !== undefined) this.hand(found, isHeading ? undefined : row)
    else this.problems.push(problemAt(row.line, 'no-name'))
  }

  private heading(row: Row, index: number): boolean {
    const text = row.line.text.trim()
    const plan = /^(?:plan|תוכנית)\s*:\s*/iu.exec(text)
    if (plan) {
      this.title(row, text.slice(plan[0].length))
      return true
    }
    const marked = /^#+\s*/.exec(text)
    const body = text.slice(marked?.[0].length ?? 0)
    const weekdays = weekdaysAt(body)
    if (weekdays) return this.weekday(row, body, weekdays)
    if (
      /^(?:day|workout|session|אימון|יום)\s+(?:[A-Za-z]|\d{1,2}|[א-ת]['׳]?)(?![\p{L}\p{N}])/iu.test(body) &&
      !hasCount(row)
    ) {
      this.open(row, unquoted(body), [])
      return true
    }
    if (hasCount(row) || row.label) return false
    if (marked || this.opensPlan(index, text)) {
      const first = this.plan.days.length === 0 && !this.day && this.plan.name === ''
      if (first && this.opensPlan(index, text)) this.title(row, body)
      else this.open(row, unquoted(body), [])
      return true
    }
    if (text.endsWith(':') || this.startsBlock(index)) {
      this.open(row, unquoted(body), [])
      return true
    }
    return false
  }

  /** The first line, when a day, another heading or a blank line follows, or when it tells a duration. */
  private opensPlan(index: number, text: string): boolean {
    if (this.day || this.plan.days.length > 0 || this.plan.name !== '') return false
    const { weeks, startDate } = readSpan(text, this.context.today)
    if (weeks !== undefined || startDate !== undefined) return true
    if (index !== this.first) return false
    const next = this.rows[index + 1]
    if (!next) return false
    const follows = next.line.text.trim()
    return (
      follows === '' ||
      follows.startsWith('#') ||
      /^day\s/i.test(follows) ||
      weekdaysAt(follows) !== undefined
    )
  }

  /** A line of words after a blank one (or first of all), right above an exercise. */
  private startsBlock(index: number): boolean {
    const before = this.rows[index - 1]
    const next = this.rows[index + 1]
    const alone = !before || before.line.text.trim() === ''
    return alone && next !== undefined && hasCount(next) && this.found(next).name !== ''
  }

  private title(row: Row, text: string): void {
    const quoted = /^\[([^\]]+)\]/.exec(text)
    const span = readSpan(text.slice(quoted?.[0].length ?? 0), this.context.today)
    this.plan.name = quoted?.[1]?.trim() ?? tidyTitle(span.rest)
    if (span.weeks !== undefined) this.plan.weeks = span.weeks
    if (span.startDate !== undefined) this.plan.startDate = span.startDate
    if (span.endDate !== undefined) this.plan.endDate = span.endDate
    if (span.unreadable) this.problems.push(problemAt(row.line, 'date-unreadable'))
    if (span.startDate && span.endDate && span.endDate < span.startDate)
      this.problems.push(problemAt(row.line, 'dates-upside-down'))
  }

  private weekday(row: Row, body: string, { days, length }: { days: number[]; length: number }): boolean {
    const rest = body.slice(length).replace(/^[\s:.,)–—-]+/u, '')
    const own = body.slice(0, length)
    if (!hasCount(row)) {
      this.open(row, unquoted(rest) || own, days)
      return true
    }
    this.open(row, own, days)
    const at = row.line.text.lastIndexOf(rest)
    this.row(rowOf(sliceLine(row.line, Math.max(0, at))), -1)
    return true
  }

  private open(row: Row, name: string, weekdays: number[]): void {
    this.closeName()
    this.hand({})
    this.closeDay()
    const plain = name.replace(/[\s:–—-]+$/u, '')
    const rest = /(?:^|\s)(?:rest|off|rest day|day off|מנוחה|יום מנוחה)$/iu.test(plain)
    const draft = { line: row.line.number, name: plain, dayOfWeek: null, notes: null, exercises: [] }
    this.day = { draft, weekdays, rest, row }
  }

  private closeDay(): void {
    const day = this.day
    this.day = undefined
    if (!day) return
    if (day.draft.exercises.length === 0) {
      if (!day.rest) this.problems.push(problemAt(day.row.line, 'empty-day'))
      return
    }
    const weekdays = day.weekdays.length > 0 ? day.weekdays : [null]
    for (const dayOfWeek of weekdays) this.plan.days.push({ ...structuredClone(day.draft), dayOfWeek })
  }

  private closeName(): void {
    if (this.named) this.problems.push(problemAt(this.named.line, 'no-sets'))
    this.named = undefined
  }

  private found(row: Row): Found {
    return readItems(row.line, row.items, {
      units: this.context.units,
      order: this.order,
      repsFirst: this.repsFirst,
      setsKnown: this.handed.sets !== undefined,
    })
  }

  private exercise(row: Row): void {
    this.closeName()
    this.store(row, this.found(row), row.line.number)
  }

  private store(row: Row, own: Found, line: number): void {
    const { name: _heading, note: _note, ...handed } = this.handed
    const found: Found = { ...handed, ...own }
    if (own.sets === undefined || own.reps === undefined) this.unclaimed = undefined
    if (found.name === '') return this.refuse(row, 'no-name')
    if (found.reps === undefined) return this.refuse(row, found.sets === undefined ? 'no-sets' : 'no-reps')
    const listed = own.reps?.includes(',') ? own.reps.split(',').length : undefined
    const draft: ExerciseDraft = {
      line,
      name: found.name,
      superset: row.label?.letter ?? null,
      supersetOrder: row.label?.order ?? null,
      sets: own.sets ?? listed ?? found.sets ?? 1,
      reps: found.reps,
      weightKg: kgOf(found.load),
      typedLoad: found.load ?? null,
      loadText: found.loadText ?? null,
      rpe: found.rpe ?? null,
      restSeconds: found.restSeconds ?? null,
      note: found.note ?? null,
    }
    const nonsense = nonsenseIn(draft)
    if (nonsense) return this.refuse(row, nonsense)
    this.day ??= {
      draft: { line, name: '', dayOfWeek: null, notes: null, exercises: [] },
      weekdays: [],
      rest: false,
      row,
    }
    this.day.draft.exercises.push(draft)
  }

  /** Points at the numbers where there are some, else at the line. */
  private refuse(row: Row, code: ProblemCode): void {
    const wanted = code.startsWith('load')
      ? ['load', 'triple']
      : code.startsWith('rest')
        ? ['rest']
        : code.startsWith('rpe')
          ? ['rpe']
          : [...counts]
    const item = row.items.find(({ kind }) => wanted.includes(kind))
    this.problems.push(problemAt(row.line, code, item?.from, item?.to))
  }
}

/** A heading without the punctuation that stood around what was taken out of it. */
function tidyTitle(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/(?: ?[,;:(–—.-])+ ?$|^[ ,;:–—.-]+/gu, '')
    .trim()
}

/** A name in brackets is taken as it stands. */
function unquoted(text: string): string {
  const found = /^\[([^\]]+)\]$/.exec(text.trim())
  return (found?.[1] ?? text).trim()
}

/**
 * Reads a plan as trainers type it. What cannot be read is a problem with its place in the text as given;
 * every good line is kept. `plan` is null when nothing at all was found. Never throws.
 */
export function parsePlan(text: string, context: PlanContext): PlanReading {
  if (text.length > planTextLimit)
    return { plan: null, problems: [{ line: 1, column: 1, length: 0, code: 'too-long', found: '' }] }
  const problems: Problem[] = []
  const plan = new Reader(context, rowsOf(text, problems), problems).read()
  if (plan.days.length === 0 && problems.length === 0)
    problems.push({ line: 1, column: 1, length: 0, code: 'nothing-found', found: '' })
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return { plan: plan.days.length > 0 ? plan : null, problems }
}

/** Whether a text that nobody asked for is meant as a plan: several lines, and several exercises in them. */
export function readsAsPlan(text: string, units: WeightUnit): boolean {
  if (!text.trim().includes('\n')) return false
  const { plan } = parsePlan(text, { today: '2026-01-01', units })
  return (plan?.days.flatMap(({ exercises }) => exercises) ?? []).length >= 2
}
