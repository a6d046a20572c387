import { type CleanLine, cleanLine, sliceLine } from './clean.ts'
import type { Item } from './items.ts'
import { type Label, labelAt } from './labels.ts'
import { parse } from './plan.generated.js'
import { type Column, columnsOf, isRule, isTableRow, rowAsLine } from './table.ts'
import type { Problem, ProblemCode } from './types.ts'

/** A line of a plan with what the grammar found in it. */
export interface Row {
  line: CleanLine
  items: Item[]
  label: Label | null
}

/** Longest line of a plan, in UTF-16 units. */
const lineLimit = 1000
export const counts: ReadonlySet<Item['kind']> = new Set(['scheme', 'triple', 'sets', 'reps', 'loose'])

export const hasCount = ({ items }: Pick<Row, 'items'>): boolean => items.some(({ kind }) => counts.has(kind))

/** A problem with a stretch of a line, where it stands in the text as given. */
export function problemAt(line: CleanLine, code: ProblemCode, from = 0, to = line.text.length): Problem {
  const lead = line.text.slice(from, to)
  const begin = from + (lead.length - lead.trimStart().length)
  const end = from + lead.trimEnd().length
  const first = line.columns[begin] ?? 0
  const last = line.columns[end - 1] ?? Math.max(first, line.raw.length - 1)
  // A column is where a character begins, and that may be two units wide.
  const after = last + String.fromCodePoint(line.raw.codePointAt(last) ?? 0).length
  const found = line.raw.slice(first, after)
  return { line: line.number, column: first + 1, length: found.length, code, found }
}

/** The line with its label (`A1`) or numbering (`A.`) taken off. */
export function rowOf(line: CleanLine): Row {
  const { label, length } = labelAt(line.text)
  const rest = sliceLine(line, length)
  return { line: rest, items: parse(rest.text), label }
}

/** The rows of a text; blank lines stay as rows without items. */
export function rowsOf(text: string, problems: Problem[]): Row[] {
  const rows: Row[] = []
  let titles: Column[] | undefined
  for (const [index, raw] of text.split(/\r\n?|\n/).entries()) {
    if (raw.length > lineLimit) {
      const found = raw.slice(0, 40).replace(/[\uD800-\uDBFF]$/, '')
      problems.push({ line: index + 1, column: 1, length: raw.length, code: 'line-too-long', found })
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

interface Segment {
  from: number
  to: number
}

/** Stretches between commas and semicolons that stand in no item. */
export function segmentsOf({ line, items }: Row): Segment[] {
  const segments: Segment[] = []
  let from = 0
  for (let at = 0; at <= line.text.length; at++) {
    const isEnd = at === line.text.length
    const isInside = items.some((item) => item.kind !== 'word' && item.from < at && at < item.to)
    if (!isEnd && (isInside || !/[,;]/.test(line.text.charAt(at)))) continue
    segments.push({ from, to: at })
    from = at + 1
  }
  return segments
}

/** Words, then numbers: an exercise of its own. */
function isExercise({ items }: Row, { from, to }: Segment): boolean {
  const own = items.filter((item) => item.from >= from && item.to <= to)
  const first = own.findIndex(({ kind }) => kind === 'scheme' || kind === 'triple')
  return first > 0 && own.slice(0, first).some((item) => item.kind === 'word' && /\p{L}{2}/u.test(item.text))
}

/** The exercises of a line that holds several: `squat 5x5, bench 5x5`. Undefined where it holds one at most. */
export function splitRow(row: Row): Row[] | undefined {
  const segments = segmentsOf(row)
  const begins = segments.filter((segment) => isExercise(row, segment)).map(({ from }) => from)
  if (begins.length < 2) return undefined
  const ends = [...begins.slice(1), row.line.text.length + 1]
  return begins.map((from, index) => {
    const own = sliceLine(row.line, index === 0 ? 0 : from, (ends[index] ?? 0) - 1)
    const part = rowOf(own)
    return index === 0 && row.label ? { ...part, label: row.label } : part
  })
}
