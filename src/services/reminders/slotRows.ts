import { type Slot, momentOf, slotKey } from '../../domain/reminders/slots.ts'
import { usual } from '../../domain/reminders/usual.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { run } from '../statement.ts'
import type { Unit } from '../unit.ts'

/** A reminder of somebody on one of their days. `zone`: IANA name. */
export interface PlannedSlot {
  userId: number
  zone: string
  slot: Slot
}

/** When a slot is due, and how the file says so. */
interface Moment {
  dueAt: Date
  due: string
  expires: string
}

function readMoment({ slot, zone }: PlannedSlot): Moment {
  const { dueAt, expiresAt } = momentOf(slot, zone)
  return { dueAt, due: formatTimestamp(dueAt), expires: formatTimestamp(expiresAt) }
}

/** Many people share a zone and an hour: each moment is worked out once in a round. */
function momentsOf(): (slot: PlannedSlot) => Moment {
  const known = new Map<string, Moment>()
  return (planned) => {
    const { slot, zone } = planned
    const key = `${slot.kind} ${slot.date} ${slot.time} ${zone}`
    const moment = known.get(key) ?? readMoment(planned)
    known.set(key, moment)
    return moment
  }
}

const oneRow = `(?, ?, ?, ?, ?, ?, 'due', ?, 0, ?, ?, ?)`

const insertText = (
  rows: number,
) => `insert into deliveries (dedupe_key, kind, recipient_id, payload, due_at, expires_at,
  state, valuable, attempts, created_at, updated_at, local_date) values ${Array.from({ length: rows }, () => oneRow).join()}
  on conflict (dedupe_key) do nothing`

/** Rows written by one statement: what is around a statement costs as much as a row. */
const perStatement = 25

/** Writes what is still to come of these slots; what stands already, in whatever state, stays as it is. */
export async function writeSlots(
  { sql, due }: Pick<Unit, 'sql' | 'due'>,
  slots: readonly PlannedSlot[],
  now: Date,
): Promise<void> {
  const moments = momentsOf()
  const at = formatTimestamp(now)
  const rows: unknown[][] = []
  for (const planned of slots) {
    const { dueAt, due: dueText, expires } = moments(planned)
    if (dueAt <= now) continue
    due.at = due.at === null || dueAt < due.at ? dueAt : due.at
    const { userId, slot } = planned
    const { kind, date, meal, isOwnHour } = slot
    const payload = JSON.stringify({ date, isOwnHour, ...(meal && { meal }) })
    const valuable = usual[kind].conduct === 'content' ? 1 : 0
    rows.push([slotKey(userId, slot), kind, userId, payload, dueText, expires, valuable, at, at, date])
  }
  for (let from = 0; from < rows.length; from += perStatement) {
    const some = rows.slice(from, from + perStatement)
    await run(sql, insertText(some.length), some.flat())
  }
}
