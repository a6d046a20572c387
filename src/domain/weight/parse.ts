import type { WeightUnit } from '../enums.ts'
import { parseBodyWeight } from '../people/measures.ts'
import { afterSeparators, takeDay } from './days.ts'

/** A weight in the number and unit somebody typed, a decimal point in it. */
export interface TypedWeight {
  number: string
  unit: WeightUnit
}

/** A weigh-in as somebody typed it. */
export interface TypedWeighIn {
  kg: number
  typed: TypedWeight
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
const ends = String.raw`(?=$|[\s,;:–—-])`
const weight = new RegExp(
  String.raw`^(\d{1,6}(?:[.,]\d{1,3})?)(?:\s*(?:(kgs?|kilos?|kilograms?|קג|קילוגרם|קילו)|(lbs?|pounds?|פאונד|ליברות))\.?)?${ends}`,
  'i',
)
const fat = /^(?:(?:body\s?fat|fat|bf|שומן)\s*)?(\d{1,3}(?:[.,]\d{1,2})?)\s*%/i
/** What goes on like this is a set, a range or a sum, and no note. */
const noNote = /^[-–—]?\s*[x×*/+@%\d]/i

function noteOf(text: string): string | null {
  const bare = text.replace(/^["“”']+|["“”']+$/g, '').trim()
  return bare === '' ? null : Array.from(bare).slice(0, mostNote).join('')
}

/**
 * Reads `82.4`, `82,4 kg`, `181 lb`, `82.4 18%`, `yesterday 82.4`, `last friday 82.4`, `82.4 18% after the holiday`; a
 * bare number counts in the person's units. `today` is their local day, `YYYY-MM-DD`; at most a year back. Never throws.
 */
export function parseWeighIn(message: string, units: WeightUnit, today: string): ReadWeighIn {
  const text = message
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
  const after = before ? undefined : takeDay(afterSeparators(afterFat), today, true)
  const rest = after ? after.rest : afterFat
  if (noNote.test(rest.trim())) return { kind: 'unread' }
  const day = before ?? after
  if (day?.date === null) return { kind: 'dayOutOfRange' }
  const typed: TypedWeight = {
    number: (found[1] ?? '').replace(',', '.'),
    unit: found[2] ? 'kg' : found[3] ? 'lb' : units,
  }
  const kg = parseBodyWeight(`${typed.number} ${typed.unit}`, units)
  if (kg === undefined) return { kind: 'weightOutOfRange' }
  const bodyFat = percent ? Number((percent[1] ?? '').replace(',', '.')) : null
  if (bodyFat !== null && (bodyFat < 2 || bodyFat > 75)) return { kind: 'fatOutOfRange' }
  return { kind: 'read', kg, typed, bodyFat, note: noteOf(afterSeparators(rest)), date: day?.date ?? null }
}
