import { type CleanLine, cleanLine } from '../plan/clean.ts'
import { lineLimit } from './limits.ts'
import type { MealProblem, MealProblemKind, Place } from './types.ts'

/** A line as it is read; broken ones are joined. `lines[i]` and `columns[i]` say where `text[i]` was typed. */
export interface Row {
  text: string
  lines: readonly number[]
  columns: readonly number[]
  /** A heading in markdown: `## Breakfast`. */
  isHeading: boolean
  /** Nothing stands above it, or a blank line. */
  isApart: boolean
}

/** Stands for what is in brackets and taken as it is. */
export const masked = '\uE000'
const bracketed = /\[[^\][]*\]/g
const goesOn = /(?:[|,+/]|(?:^|\s)(?:or|או))\s*$/iu
const follows = /^\s*(?:\|(?!.*\|\s*$)|(?:or|או)(?:\s|$))/iu
const decoration = /^[\s\-–—=_*~.•·#]*$/u

/** A row with what is in brackets hidden, so that nothing is read out of it. */
export function mask(text: string): string {
  return text.replaceAll(bracketed, (found) => masked.repeat(found.length))
}

/** A masked text, of which some may have been blanked, with what is in brackets shown again. */
export function reveal(text: string, original: string): string {
  return text.replaceAll(masked, (_, at: number) => original[at] ?? '')
}

interface Line extends Row {
  raw: string
}

/** Long gaps take patterns long to cross and say no more than short ones. */
function withoutGaps({ text, columns }: CleanLine): { text: string; columns: number[] } {
  if (!/\s{3}/.test(text)) return { text, columns }
  const kept = Array.from(columns.keys()).filter(
    (at) => !/^\s{3}$/.test(text.slice(Math.max(at - 2, 0), at + 1)),
  )
  return { text: kept.map((at) => text[at] ?? '').join(''), columns: kept.map((at) => columns[at] ?? 0) }
}

function lineOf(raw: string, number: number, isApart: boolean): Line {
  const { text, columns } = withoutGaps(cleanLine(raw, number))
  const heading = /^\s*#{1,6}\s*/.exec(text)?.[0]
  const shown = heading ? ' '.repeat(heading.length) + text.slice(heading.length) : text
  return {
    text: shown.trimEnd(),
    lines: columns.map(() => number),
    columns,
    isHeading: heading !== undefined,
    isApart,
    raw,
  }
}

function join(before: Line, after: Line): Line {
  const at = before.text.length
  return {
    ...before,
    text: `${before.text} ${after.text}`,
    lines: [...before.lines.slice(0, at), before.lines[0] ?? 1, ...after.lines],
    columns: [...before.columns.slice(0, at), 0, ...after.columns],
  }
}

/** The place of a stretch of a row in the text as it was given. */
export function placeIn(row: Row, from: number, length: number): Place {
  const at = Math.min(Math.max(from, 0), Math.max(row.columns.length - 1, 0))
  const line = row.lines[at] ?? 1
  let last = at
  while (last + 1 < from + length && row.lines[last + 1] === line) last++
  const [first = 0, end = first] = [row.columns[at], row.columns[last]]
  return { line, column: first + 1, length: length === 0 ? 0 : Math.max(end - first + 1, 1) }
}

/** A problem with a stretch of a row; with all of it where none is given. */
export function problemIn(row: Row, kind: MealProblemKind, from?: number, to?: number): MealProblem {
  const start = from ?? row.text.length - row.text.trimStart().length
  const end = to ?? row.text.length
  return { ...placeIn(row, start, end - start), kind, found: row.text.slice(start, end).trim() }
}

/** The lines of a text without decoration, the broken ones joined. What is too long is a problem. */
export function rowsOf(text: string, problems: MealProblem[]): Row[] {
  const rows: Line[] = []
  let isApart = true
  for (const [index, raw] of text.split(/\r\n|[\n\r\u2028\u2029]/).entries()) {
    if (raw.length > lineLimit) {
      problems.push({ line: index + 1, column: 1, length: raw.length, kind: 'line-too-long', found: '' })
      isApart = false
      continue
    }
    const line = lineOf(raw, index + 1, isApart)
    if (decoration.test(line.text)) {
      isApart = true
      continue
    }
    const before = rows.at(-1)
    const joins = before && !isApart && (goesOn.test(mask(before.text)) || follows.test(line.text))
    const fits = before && before.text.length + line.text.length < lineLimit
    if (joins && fits && !/^\s*\|.*\|$/u.test(before.text)) rows[rows.length - 1] = join(before, line)
    else rows.push(line)
    isApart = false
  }
  return rows
}
