import { sliceLine } from './clean.ts'
import type { Found } from './line.ts'
import { type Row, hasCount, rowOf, segmentsOf } from './rows.ts'
import { isBlock } from './headings.ts'

/** What a heading says of all that is done under it. */
export interface Rounds {
  given: Partial<Found>
  /** `EMOM`, `AMRAP 20 min` */
  block?: string
  /** Done in turns. */
  isGroup: boolean
  /** The row whose numbers may be sets or repetitions: `Superset x12`. */
  unclear?: Row
}

type Read = (row: Row) => Found

const marks =
  /^\s*(?:#+\s*)?(?:super\s?-?sets?|ss|giant sets?|tri-?sets?|circuit|סופר\s?-?סט|אימון מעגלי|מעגל)(?![\p{L}\p{N}])/iu
const joints = /\s(?:super\s?-?set(?:ted)?(?:\s+with|\s+w\/)?|ss\s+with|סופר\s?-?סט(?:\s+עם)?)\s(?!x?\d)/giu
const slashes = /\s[/+&]\s/g
/** More may count repetitions: `Superset x12`. */
const mostRounds = 6

const part = ({ line, label }: Row, from: number, to?: number): Row => {
  const own = rowOf(sliceLine(line, from, to))
  return from === 0 && label ? { ...own, label } : own
}

/** Whether the text begins as `Superset`, `SS` or `Circuit` do. */
export const isTogether = (text: string): boolean => marks.test(text)

/** `Superset x3, rest 90s`, `Circuit (3 rounds):`, with nothing but numbers behind the word. */
export function groupHead(row: Row, read: Read): Rounds | undefined {
  const mark = marks.exec(row.line.text)
  if (!mark || row.label) return undefined
  const rest = part(row, mark[0].length)
  const { name, note, reps, ...given } = read(rest)
  if (note !== undefined || !/^(?:[A-H]|\d{0,2})$/i.test(name)) return undefined
  if (reps === undefined) return { given, isGroup: true }
  const [low = 0, high = low] = reps.split('-').map(Number)
  if (given.sets !== undefined || !(high <= mostRounds)) return { given: {}, isGroup: true, unclear: rest }
  return { given: { ...given, sets: high, ...(high > low && { setsText: `x${reps}` }) }, isGroup: true }
}

/** `4 rounds`, `AMRAP 20 min`, `EMOM 10 min`. */
function roundsHead(row: Row, read: Read): Rounds | undefined {
  const text = row.line.text.trim()
  if (isBlock(text)) return { given: {}, block: text, isGroup: false }
  const { name, note, ...given } = read(row)
  if (name !== '' || given.sets === undefined || given.reps !== undefined) return undefined
  return { given, isGroup: false, ...(note !== undefined && { block: note }) }
}

/** What stands as it is: a pattern found in it splits nothing. */
const closed = new Set(['name', 'note', 'paren'])

function splitAt(row: Row, pattern: RegExp): Row[] {
  const cuts = [...row.line.text.matchAll(pattern)]
    .map(({ index, 0: { length } }) => ({ from: index, to: index + length }))
    .filter(
      (cut) => !row.items.some(({ kind, from, to }) => closed.has(kind) && from <= cut.from && cut.to <= to),
    )
  if (cuts.length === 0) return [row]
  return [...cuts, undefined].map((cut, index) => part(row, cuts[index - 1]?.to ?? 0, cut?.from))
}

/** Stretches between commas that name an exercise and count it; what does not belongs to the one before. */
function listed(row: Row, read: Read): Row[] {
  const begins = segmentsOf(row).flatMap(({ from, to }, index) => {
    const own = part(row, from, to)
    const isCounted = hasCount(own) || own.items.some(({ kind }) => kind === 'number')
    return index === 0 || (isCounted && read(own).name !== '') ? [from] : []
  })
  return begins.map((from, index) => {
    const next = begins[index + 1]
    return part(row, from, next === undefined ? undefined : next - 1)
  })
}

/** `10 burpees, 20 lunges` */
export function countedList(row: Row, read: Read): Row[] | undefined {
  const isCounted = row.items[0]?.kind === 'number' && /[,;]/.test(row.line.text)
  const parts = isCounted ? listed(row, read) : []
  const isList = parts.every(
    ({ items: [first, second] }) => first?.kind === 'number' && second?.kind === 'word',
  )
  return isList && parts.length > 1 ? parts : undefined
}

/** Exercises in one line that are done together, with what the line says of them all. */
export function togetherIn(row: Row, read: Read): (Rounds & { parts: Row[] }) | undefined {
  const joined = splitAt(row, joints)
  if (joined.length > 1 && hasCount(row)) return { given: {}, isGroup: true, parts: joined }
  const colon = /^[^:]*\S:\s+(?=\S)/.exec(row.line.text)?.[0].length
  if (colon === undefined) return undefined
  const head = part(row, 0, row.line.text.indexOf(':'))
  const group = groupHead(head, read)
  const rounds = group ?? roundsHead(head, read)
  if (!rounds) return undefined
  const body = part(row, colon)
  const split = group ? splitAt(body, slashes) : []
  const parts = split.length > 1 ? split : listed(body, read)
  const isWhole = rounds.isGroup || parts.length > 1 || rounds.block === head.line.text.trim()
  return isWhole ? { ...rounds, parts } : undefined
}

/** What each part says; a name takes sets and repetitions from the next that tells them: `Fly + Push-up 3x12`. */
export function shared(parts: readonly Found[]): Found[] {
  let after: Partial<Found> = {}
  return parts
    .toReversed()
    .map((own) => {
      if (own.reps === undefined) return { ...after, ...own }
      const { sets, setsText, reps } = own
      after = { reps, ...(sets !== undefined && { sets }), ...(setsText !== undefined && { setsText }) }
      return own
    })
    .toReversed()
}
