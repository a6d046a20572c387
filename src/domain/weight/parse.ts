import type { WeightUnit } from '../enums.ts'
import { addDays, isDate } from '../localTime.ts'
import { parseBodyWeight } from '../people/measures.ts'

/** A weigh-in as somebody typed it. */
export interface TypedWeighIn {
  /** With full precision, so that 181 lb is 181 lb again. */
  kg: number
  /** Per cent. */
  bodyFat: number | null
  note: string | null
  /** The local day that was said, `YYYY-MM-DD`; null where none was. */
  date: string | null
}

export type ReadWeighIn =
  | ({ kind: 'read' } & TypedWeighIn)
  | { kind: 'unread' | 'weightOutOfRange' | 'fatOutOfRange' | 'dayOutOfRange' }

const mostNote = 500
const mostDaysBack = 366

const ends = String.raw`(?=$|[\s,;:–—-])`
const daysBack = new RegExp(String.raw`^(\d{1,4})\s+days?\s+ago${ends}|^לפני\s+(\d{1,4})\s+ימים${ends}`, 'i')
const written = new RegExp(String.raw`^(?:on\s+)?(\d{4}-\d{2}-\d{2})${ends}`, 'i')
const named: readonly (readonly [RegExp, number])[] = [
  [new RegExp(`^(?:the\\s+)?day\\s+before\\s+yesterday${ends}`, 'i'), 2],
  [new RegExp(`^yesterday${ends}`, 'i'), 1],
  [new RegExp(`^today${ends}`, 'i'), 0],
  [new RegExp(`^שלשום${ends}`), 2],
  [new RegExp(`^אתמול${ends}`), 1],
  [new RegExp(`^היום${ends}`), 0],
]
const weight = new RegExp(
  String.raw`^(\d{1,6}(?:[.,]\d{1,3})?)(?:\s*(kgs?|kilos?|kilograms?|lbs?|pounds?|קג|קילו|קילוגרם|פאונד|ליברות)\.?)?${ends}`,
  'i',
)
const fat = /^(?:(?:body\s?fat|fat|bf|שומן)\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s*%/i
/** What goes on like this is a set, a range or a sum, and no note. */
const noNote = /^[-–—]?\s*[x×*/+@%\d]/i

const afterSeparators = (text: string): string => text.replace(/^[\s,;:–—-]+/, '')

/** The day a text begins with, and what comes after it; `date` null for one that does not exist or lies ahead. */
function takeDay(text: string, today: string): { date: string | null; rest: string } | undefined {
  const taken = (match: RegExpExecArray, date: string | null) => ({
    date,
    rest: afterSeparators(text.slice(match[0].length)),
  })
  for (const [pattern, back] of named) {
    const match = pattern.exec(text)
    if (match) return taken(match, addDays(today, -back))
  }
  const back = daysBack.exec(text)
  const days = Number(back?.[1] ?? back?.[2])
  if (back) return taken(back, days <= mostDaysBack ? addDays(today, -days) : null)
  const full = written.exec(text)
  const date = full?.[1]
  if (!full || date === undefined) return undefined
  const isPast = isDate(date) && date <= today && date >= addDays(today, -mostDaysBack)
  return taken(full, isPast ? date : null)
}

function noteOf(text: string): string | null {
  const bare = text.replace(/^["“”']+|["“”']+$/g, '').trim()
  return bare === '' ? null : Array.from(bare).slice(0, mostNote).join('')
}

/**
 * Reads `82.4`, `82,4 kg`, `181 lb`, `82.4 18%`, `yesterday 82.4`, `82.4 18% after the holiday`; a bare number counts
 * in the person's units. `today` is their local day, `YYYY-MM-DD`; at most a year back. Never throws.
 */
export function parseWeighIn(typed: string, units: WeightUnit, today: string): ReadWeighIn {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/ק["״”“]ג/g, 'קג')
  const before = takeDay(text, today)
  const weighed = before ? before.rest : text
  const found = weight.exec(weighed)
  if (!found) return { kind: 'unread' }
  const afterWeight = weighed.slice(found[0].length)
  const percent = fat.exec(afterSeparators(afterWeight))
  const afterFat = percent ? afterSeparators(afterWeight).slice(percent[0].length) : afterWeight
  const after = before ? undefined : takeDay(afterSeparators(afterFat), today)
  const rest = after ? after.rest : afterFat
  if (noNote.test(rest.trim())) return { kind: 'unread' }
  const day = before ?? after
  if (day?.date === null) return { kind: 'dayOutOfRange' }
  const kg = parseBodyWeight(`${found[1] ?? ''} ${found[2] ?? ''}`, units)
  if (kg === undefined) return { kind: 'weightOutOfRange' }
  const bodyFat = percent ? Number((percent[1] ?? '').replace(',', '.')) : null
  if (bodyFat !== null && (bodyFat < 2 || bodyFat > 75)) return { kind: 'fatOutOfRange' }
  return { kind: 'read', kg, bodyFat, note: noteOf(afterSeparators(rest)), date: day?.date ?? null }
}
