import type { CleanLine } from './clean.ts'

export type Column =
  | 'name'
  | 'scheme'
  | 'sets'
  | 'reps'
  | 'load'
  | 'kg'
  | 'lb'
  | 'percent'
  | 'rpe'
  | 'rest'
  | 'note'
  | 'other'

const titles: readonly (readonly [Column, RegExp])[] = [
  ['name', /^(?:exercises?|movement|lift|תרגיל(?:ים)?|упражнение)$/iu],
  ['scheme', /^sets?\s*(?:[x×*/]|and|&)\s*reps?$/iu],
  ['sets', /^(?:sets?|סטים|подходы)$/iu],
  ['reps', /^(?:reps?|repetitions|time|חזרות|повторения)$/iu],
  ['kg', /^(?:(?:weight|load|משקל|עומס|вес)\s*\((?:kgs?|ק.?.?ג|кг)\)|kgs?|ק.?.?ג)$/iu],
  ['lb', /^(?:(?:weight|load)\s*\(lbs?\)|lbs?)$/iu],
  ['percent', /^(?:(?:intensity|load)\s*\(%.*\)|%.*)$/iu],
  ['rpe', /^rpe$/iu],
  ['load', /^(?:weight|load|intensity|משקל|עומס|вес)(?:\s*\(.*\))?$/iu],
  ['rest', /^(?:rest(?: time)?|מנוחה|отдых)(?:\s*\(.*\))?$/iu],
  ['note', /^(?:notes?|comments?|cues?|tempo|הערות|заметки)$/iu],
]

interface Cell {
  text: string
  at: number
}

function cellsOf({ text }: CleanLine): Cell[] {
  const mark = text.includes('\t') ? '\t' : '|'
  const cells: Cell[] = []
  let at = 0
  for (const part of text.split(mark)) {
    cells.push({ text: part.trim(), at: at + (part.length - part.trimStart().length) })
    at += part.length + 1
  }
  if (mark === '|' && cells[0]?.text === '') cells.shift()
  if (cells.at(-1)?.text === '') cells.pop()
  return cells
}

export function isTableRow({ text }: CleanLine): boolean {
  return text.trim().includes('\t') || text.split('|').length > 2
}

/** The line under a table's titles, or one drawn across a text. */
export function isRule({ text }: CleanLine): boolean {
  return /^[\s|:=_*#—–-]*$/.test(text)
}

/** The columns of a table by its titles; undefined for a line that is no title row. */
export function columnsOf(line: CleanLine): Column[] | undefined {
  const columns = cellsOf(line).map(
    ({ text }) => titles.find(([, title]) => title.test(text))?.[0] ?? 'other',
  )
  return columns.filter((column) => column !== 'other').length >= 2 ? columns : undefined
}

const usual: Column[] = ['name', 'sets', 'reps', 'load']

/** What a bare number in a column is of. */
const units: Partial<Record<Column, string>> = { load: '', kg: 'kg', lb: 'lb', percent: '%' }

function spelled(column: Column, text: string): string {
  const empty = /^[-–—]?$/.test(text)
  if (column === 'name') return text
  if (empty) return ''
  const bare = /^\d+(?:[.,]\d+)?$/.test(text)
  const unit = units[column]
  if (unit !== undefined) return bare ? ` @${text}${unit}` : ` ${text}`
  if (column === 'rpe') return /^\d/.test(text) ? ` RPE ${text}` : ` ${text}`
  if (column === 'rest') return /rest|מנוחה/i.test(text) ? ` ${text}` : ` rest ${text}`
  if (column === 'scheme') return ` ${text}`
  return column === 'note' || column === 'other' ? ` "${text.replaceAll('"', "'")}"` : ` ${text}`
}

/** A row as the line somebody would have typed for it, each piece standing where its cell stood. */
export function rowAsLine(line: CleanLine, titled: Column[] | undefined): CleanLine {
  const cells = cellsOf(line)
  const numeric =
    cells.length > 2 &&
    cells.slice(1).every(({ text }) => /^\d+(?:[-–]\d+)?(?:[.,]\d+)?\s*(?:kgs?|lbs?|s|sec|%)?$/i.test(text))
  const columns = titled ?? (numeric && cells.length <= 4 ? usual : undefined)
  if (!columns) return { ...line, text: line.text.replace(/[|\t]/g, ' ') }
  const made: CleanLine = { ...line, text: '', columns: [] }
  const add = (text: string, at: number) => {
    made.text += text
    for (let unit = 0; unit < text.length; unit++) made.columns.push(line.columns[at] ?? 0)
  }
  const at = (column: Column) => cells[columns.indexOf(column)]
  const name = at('name') ?? cells[0]
  const sets = at('sets')?.text ?? ''
  const reps = at('reps')?.text ?? ''
  if (name) add(name.text, name.at)
  const isRange = /^\d+[-–]\d+$/.test(sets)
  if (/^\d+$/.test(sets) && reps) add(` ${sets}x${reps}`, at('sets')?.at ?? 0)
  else if (isRange && reps) add(` ${sets} sets x ${reps}`, at('sets')?.at ?? 0)
  else if (sets || reps)
    add(
      ` ${sets}${isRange || /^\d+$/.test(sets) ? ' sets' : ''} ${reps}`,
      at(sets ? 'sets' : 'reps')?.at ?? 0,
    )
  for (const [index, column] of columns.entries()) {
    const cell = cells[index]
    if (cell && !['name', 'sets', 'reps'].includes(column)) add(spelled(column, cell.text), cell.at)
  }
  return made
}
