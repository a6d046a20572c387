import { localDate } from '../../domain/localTime.ts'
import { kgPerPound } from '../../domain/units.ts'
import type { TypedWeight } from '../../domain/weight/parse.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** A weight of a day, whoever wrote it and wherever. */
export interface Weighed {
  kg: number
  /** As the client typed it; null where nobody knows. */
  typed: TypedWeight | null
  /** Per cent. */
  bodyFat: number | null
  note: string | null
  /** The client's local day, `YYYY-MM-DD`. */
  date: string
}

/** What the scale said once. */
export interface WeighIn extends Weighed {
  id: number
  at: Date
}

/** Whose weigh-ins they are, and the zone of their days (IANA). */
export interface Subject {
  userId: number
  timeZone: string
}

interface Row {
  id: number
  weight: number
  body_fat: number | null
  notes: string | null
  recorded_at: string
  typed_weight: string | null
  typed_unit: 'kg' | 'lb' | null
}

const allText = `select id, weight, body_fat, notes, recorded_at, typed_weight, typed_unit from weigh_ins
  where client_id = ?`

/** What was typed, unless the weight was changed beside us since. */
function typedOf({ weight, typed_weight: number, typed_unit: unit }: Row): TypedWeight | null {
  if (number === null || unit === null) return null
  const kg = Number(number) * (unit === 'kg' ? 1 : kgPerPound)
  return Math.abs(kg - weight) < 0.001 ? { number, unit } : null
}

function weighInOf(row: Row, timeZone: string): WeighIn {
  const { id, weight: kg, body_fat: bodyFat, notes: note } = row
  const at = parseTimestamp(row.recorded_at)
  return { id, kg, typed: typedOf(row), bodyFat, note, date: localDate(at, timeZone), at }
}

/** A client's weigh-ins, oldest first, whoever wrote them. */
export async function weighInsOf(turn: Turn, { userId, timeZone }: Subject): Promise<WeighIn[]> {
  const rows = await query<Row>(turn.sql, allText, [userId])
  return rows
    .map((row) => weighInOf(row, timeZone))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id - b.id)
}

/** The acting client, and the zone they count their days in. Others: Refusal `notAllowed`. */
export function ownSubject(turn: Turn): Subject {
  return { userId: requireClient(turn).userId, timeZone: turn.actor.timeZone }
}

/** The acting client's own, oldest first. */
export function ownWeighIns(turn: Turn): Promise<WeighIn[]> {
  return weighInsOf(turn, ownSubject(turn))
}

/** One of the acting client's own; somebody else's and none at all: Refusal `notThere`. */
export async function readWeighIn(turn: Turn, id: number): Promise<WeighIn> {
  const found = (await ownWeighIns(turn)).find((one) => one.id === id)
  if (!found) throw new Refusal('notThere')
  return found
}

/** The acting client's weigh-in that a message of theirs recorded, or corrected last; undefined when it did neither. */
export async function weighInOfMessage(turn: Turn, messageId: number): Promise<WeighIn | undefined> {
  const { userId } = requireClient(turn)
  const [row] = await query<{ id: number }>(
    turn.sql,
    'select id from weigh_ins where client_id = ? and message_id = ? order by id desc limit 1',
    [userId, messageId],
  )
  return row && readWeighIn(turn, row.id)
}
