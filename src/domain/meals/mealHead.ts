import { findFood } from '../food/findFood.ts'
import { isFood } from './fill.ts'
import { blank, takeMacros } from './macroText.ts'
import { mask, type Row } from './rows.ts'
import { eitherOf, splitFoods } from './split.ts'
import { quoteIn, tidy, unmask } from './text.ts'
import { bareHourIn, type SaidTime, timeIn } from './times.ts'
import { mealNameAt, typeAt } from './words.ts'

/** The heading of a meal. */
export interface MealHead {
  name: string
  timeOfDay: string | null
  note: string | null
  /** Where foods begin in the same line. */
  contentFrom: number | null
  /** Where its time stands; `time` is null for one that no clock shows. */
  said: SaidTime | null
}

/** What stands around a line, where the line alone does not tell. */
export interface Around {
  /** Lines that belong to it follow right below. */
  isFollowed: boolean
  isFirst: boolean
}

const explicit = /^\s*(?:meal|ארוחה)\s*:\s*(?=\S)/iu
const divider = /^\s*(?::|[-–—=](?=\s)|[-–—=]\s*(?=\d))\s*/u
const innerDivider = /:\s+(?=\S)|\s[-–—]\s+(?=\S)/u
const mostWords = 7

/** What is left of a line once time, note and macros are out of it. */
interface Bare {
  /** As long as the line. */
  text: string
  start: number
  time: ReturnType<typeof timeIn>
  note: string | null
  macros: string | null
}

function bareOf(row: Row): Bare {
  let text = mask(row.text)
  const quote = quoteIn(text)
  if (quote) text = blank(text, quote.from, quote.to)
  const time = timeIn(text) ?? bareHourIn(text)
  if (time) text = blank(text, time.from, time.to)
  const said = takeMacros(text, 'food')
  const gone = Array.from(text, (char, at) => (said.rest[at] === char ? ' ' : char)).join('')
  const start = row.text.search(/\S/)
  return { text, start: Math.max(start, 0), time, note: quote?.quote ?? null, macros: tidy(gone) || null }
}

function headOf(row: Row, bare: Bare, name: string, contentFrom: number | null): MealHead {
  const { time, note, macros } = bare
  const more = contentFrom === null ? [note, macros] : [note]
  return {
    name: unmask(tidy(name), row.text) || (time?.time ?? ''),
    timeOfDay: time?.time ?? null,
    note: more.filter((part) => part !== null).join('; ') || null,
    contentFrom,
    said: time ?? null,
  }
}

const withoutMacros = (text: string): string => takeMacros(text, 'food').rest
/** Whether foods are listed: the first of them tells. */
function areFoods(text: string): boolean {
  if (isFood(text)) return true
  const [first = ''] = splitFoods(text, 'loose')
  const [one] = eitherOf(first, { from: 0, to: first.length })
  const food = tidy(first.slice(one?.from, one?.to))
  return isFood(food) || (food !== '' && isFood(food.split(/[,;]/u)[0] ?? ''))
}

const isEmpty = (text: string): boolean => !/[\p{L}\p{N}\uE000]/u.test(text)
const isWordy = (text: string): boolean => text.trim().split(/\s+/).length <= mostWords

/** How much of a line is a meal's name: in `Breakfast 2 eggs` the number is that of the eggs. */
function nameLength(text: string): number | undefined {
  const length = mealNameAt(text)
  const [number = ''] = /\s+\d{1,2}$/u.exec(text.slice(0, length ?? 0)) ?? []
  if (length === undefined || number === '' || /^(?:meals?|ארוחה)/iu.test(text)) return length
  const isCounted = /^\s+\p{L}/u.test(text.slice(length)) && areFoods(tidy(text.slice(length)))
  return isCounted ? length - number.length : length
}

/** `Breakfast`, `Lunch 13:00: rice`, `Dinner - 150g salmon`. */
function usual(row: Row, bare: Bare, { isFollowed }: Around): MealHead | undefined {
  const { text } = bare
  const from = text.search(/\S/)
  const length = nameLength(text.slice(Math.max(from, 0)))
  if (length === undefined) return undefined
  const end = from + length
  const rest = text.slice(end)
  const plain = withoutMacros(rest)
  const name = text.slice(from, end)
  if (isEmpty(plain)) return headOf(row, bare, name, null)
  const gap = divider.exec(rest)?.[0]
  if (gap !== undefined) {
    const behind = tidy(rest.slice(gap.length))
    if (mealNameAt(behind) === behind.length) return headOf(row, bare, text, null)
    const isContent = gap.includes(':') || areFoods(tidy(plain.slice(gap.length))) || !isFollowed
    return isContent
      ? headOf(row, bare, name, end + gap.length)
      : headOf(row, bare, withoutMacros(text), null)
  }
  const inner = innerDivider.exec(rest)
  if (inner && isWordy(rest.slice(0, inner.index)) && (inner[0].startsWith(':') || !isFollowed))
    return headOf(row, bare, text.slice(from, end + inner.index), end + inner.index + inner[0].length)
  if (areFoods(tidy(plain))) return headOf(row, bare, name, end)
  if (bare.macros !== null && !/^\s*\(/.test(rest)) return undefined
  return isWordy(text) ? headOf(row, bare, withoutMacros(text), null) : undefined
}

/** `08:00`, `08:00 Shake`, `07:30 - 3 eggs`. */
function clocked(row: Row, bare: Bare): MealHead | undefined {
  const { text, time } = bare
  if (!time) return undefined
  const isFirst = time.from <= bare.start
  const rest = text.slice(time.to)
  const contentFrom = time.to + (/^[\s:–—-]*/u.exec(rest)?.[0].length ?? 0)
  const plain = tidy(withoutMacros(isFirst ? rest : text))
  if (isEmpty(plain)) return headOf(row, bare, '', null)
  if (!isFirst) {
    const isHead = bare.macros === null && !isFood(plain) && isWordy(plain)
    return isHead ? headOf(row, bare, text, null) : undefined
  }
  if (isFood(plain) || bare.macros !== null || text.includes('|')) return headOf(row, bare, '', contentFrom)
  const inner = innerDivider.exec(rest.replace(/^[\s:–—-]+/u, (found) => '\uE001'.repeat(found.length)))
  if (inner) return headOf(row, bare, rest.slice(0, inner.index), time.to + inner.index + inner[0].length)
  return plain.includes(',') || !isWordy(plain)
    ? headOf(row, bare, '', contentFrom)
    : headOf(row, bare, rest, null)
}

/** A name that is none of the usual: `Post-ride:`, `## Refuel`, or a line of its own above foods. */
function named(row: Row, bare: Bare, { isFollowed, isFirst }: Around): MealHead | undefined {
  const { text } = bare
  const plain = tidy(withoutMacros(text))
  if (isEmpty(plain) || !isWordy(plain)) return undefined
  const isMarked = /:\s*$/u.test(text) || row.isHeading
  if (isMarked && !/\|/.test(text) && !isFood(plain)) return headOf(row, bare, withoutMacros(text), null)
  const stands = !isFirst && row.isApart && isFollowed
  if (!stands || bare.macros !== null || isFood(plain) || /[|,:]/.test(text)) return undefined
  return headOf(row, bare, text, null)
}

/** Reads a line as the heading of a meal; undefined when it is none. */
export function mealHeadOf(row: Row, around: Around): MealHead | undefined {
  const said = explicit.exec(row.text)?.[0]
  const bare = bareOf(row)
  if (said !== undefined) {
    const name = bare.text.slice(said.length)
    const isContent = isFood(tidy(withoutMacros(name)))
    return isContent
      ? headOf(row, bare, row.text.slice(0, said.length), said.length)
      : headOf(row, bare, name, null)
  }
  if (typeAt(bare.text)) return undefined
  if (findFood(tidy(withoutMacros(bare.text)), { forgiving: false }) && !bare.time) return undefined
  const head = usual(row, bare, around) ?? clocked(row, bare)
  if (head) return head
  return isFood(tidy(withoutMacros(bare.text))) ? undefined : named(row, bare, around)
}

/** Whether a line begins with the usual name of a meal. */
export function isUsualMeal(row: Row): boolean {
  return mealNameAt(row.text.trimStart()) !== undefined
}
