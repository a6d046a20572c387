import { isDate } from '../../domain/localTime.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type Authorized, type CoachedClient, requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type WeighIn, ownSubject, ownWeighIns } from './reading.ts'

interface Entry {
  id: number
  date: string
  weight: number | null
  notes: string | null
  weigh_in_id: number | null
}

/** What the diary says of a day. */
export interface DayNote {
  /** `YYYY-MM-DD` */
  date: string
  text: string
}

const mostNote = 1000

const entriesText = `select id, date, weight, notes, weigh_in_id from nutrition_entries where client_id = ? and date = ?
  order by id`

function entriesOn(turn: Turn, userId: number, date: string): Promise<Entry[]> {
  return query<Entry>(turn.sql, entriesText, [userId, date])
}

const lastOn = (weighIns: readonly WeighIn[], date: string): WeighIn | undefined =>
  weighIns.findLast((one) => one.date === date)

/** What the weigh-ins of a day say of it: the last note that came with one. */
const noteOn = (weighIns: readonly WeighIn[], date: string): string | null =>
  weighIns.findLast((one) => one.date === date && one.note !== null)?.note ?? null

/**
 * The row of a day that is written to: the one whose weight is ours, else the first that has room for it, else the
 * first.
 */
const chosen = (entries: readonly Entry[]): Entry | undefined =>
  entries.find((entry) => entry.weigh_in_id !== null) ??
  entries.find(({ weight }) => weight === null) ??
  entries[0]

async function addEntry(
  turn: Turn,
  userId: number,
  entry: Pick<Entry, 'date' | 'weight' | 'notes' | 'weigh_in_id'>,
): Promise<void> {
  const at = formatTimestamp(turn.now)
  await turn.sql
    .insertInto('nutrition_entries')
    .values({ client_id: userId, ...entry, created_at: at, updated_at: at })
    .execute()
}

/** Lets a day's diary follow its weigh-ins as they were and are. Others' weights and notes stay. */
async function keepDay(
  turn: Turn,
  date: string,
  { before, after }: Record<'before' | 'after', readonly WeighIn[]>,
): Promise<void> {
  const { userId } = ownSubject(turn)
  const last = lastOn(after, date)
  const note = noteOn(after, date)
  const entry = chosen(await entriesOn(turn, userId, date))
  if (!entry) {
    if (last) await addEntry(turn, userId, { date, weight: last.kg, notes: note, weigh_in_id: last.id })
    return
  }
  const isOurs = entry.weigh_in_id !== null
  const hasRoom = entry.weight === null && last !== undefined
  await turn.sql
    .updateTable('nutrition_entries')
    .set({
      ...((isOurs || hasRoom) && { weight: last?.kg ?? null, weigh_in_id: last?.id ?? null }),
      ...(entry.notes === noteOn(before, date) && { notes: note }),
      updated_at: formatTimestamp(turn.now),
    })
    .where('id', '=', entry.id)
    .execute()
}

/**
 * Writes to the acting client's weigh-ins through `change`, and lets the diary and the check-ins that took their weight
 * from them follow. `id`: the one that is changed or goes.
 */
export async function followed<T>(turn: Turn, id: number | null, change: () => Promise<T>): Promise<T> {
  const { userId } = ownSubject(turn)
  const before = await ownWeighIns(turn)
  const linked = await query<{ date: string }>(
    turn.sql,
    'select date from nutrition_entries where client_id = ? and weigh_in_id = ?',
    [userId, id],
  )
  const done = await change()
  const after = await ownWeighIns(turn)
  const dates = new Set(linked.map(({ date }) => date))
  for (const { date } of changedOf(before, after)) dates.add(date)
  for (const date of dates) await keepDay(turn, date, { before, after })
  return done
}

/** Weigh-ins that are not as they were, on the days they had and have. */
function changedOf(before: readonly WeighIn[], after: readonly WeighIn[]): WeighIn[] {
  const seen = (one: WeighIn) => JSON.stringify([one.id, one.kg, one.note, one.at.getTime()])
  const [old, fresh] = [new Set(before.map(seen)), new Set(after.map(seen))]
  return [...before.filter((one) => !fresh.has(seen(one))), ...after.filter((one) => !old.has(seen(one)))]
}

const ofNoCheckIn = `update progress_entries set weight = null, weigh_in_id = null,
  body_fat = case when body_fat = ? then null else body_fat end where weigh_in_id = ?`

/** Before a weigh-in goes: what took its weight, and its body fat, from it does not keep them. */
export async function unlink(turn: Turn, { id, bodyFat }: WeighIn): Promise<void> {
  await run(turn.sql, 'update nutrition_entries set weight = null where weigh_in_id = ?', [id])
  await run(turn.sql, ofNoCheckIn, [bodyFat, id])
}

/** Check-ins show the weight of their weigh-in as it stands; one that goes to another day is theirs no more. */
export async function keepCheckIns(
  turn: Turn,
  id: number,
  change: { kg: number } | { from: WeighIn },
): Promise<void> {
  if ('from' in change) await run(turn.sql, ofNoCheckIn, [change.from.bodyFat, id])
  else await run(turn.sql, 'update progress_entries set weight = ? where weigh_in_id = ?', [change.kg, id])
}

/** What the acting client's diary says of a day (`YYYY-MM-DD`), whoever wrote it; null where it says nothing. */
export async function readDayNote(turn: Turn, date: string): Promise<string | null> {
  const entries = await entriesOn(turn, requireClient(turn).userId, date)
  const notes = [...new Set(entries.flatMap(({ notes: text }) => (text?.trim() ? [text.trim()] : [])))]
  return notes.length === 0 ? null : notes.join('\n')
}

/**
 * Says of the acting client's day (`YYYY-MM-DD`) what its diary has from now on; null clears it. At most 1,000
 * characters: Refusal `answerTooLong`.
 */
export async function writeDayNote(turn: Turn, date: string, text: string | null): Promise<void> {
  const { userId } = requireClient(turn)
  if (!isDate(date)) throw new Refusal('notThere')
  const notes = text?.trim() || null
  if (notes !== null && Array.from(notes).length > mostNote)
    throw new Refusal('answerTooLong', { most: mostNote })
  const entries = await entriesOn(turn, userId, date)
  const entry = chosen(entries)
  if (!entry) {
    if (notes !== null) await addEntry(turn, userId, { date, weight: null, notes, weigh_in_id: null })
    return
  }
  const at = formatTimestamp(turn.now)
  // The whole of it was shown and is said anew: what other rows of the day said goes.
  for (const { id } of entries)
    await turn.sql
      .updateTable('nutrition_entries')
      .set({ notes: id === entry.id ? notes : null, updated_at: at })
      .where('id', '=', id)
      .execute()
}

const newestText = `select date, notes as text from nutrition_entries
  where client_id = ? and notes is not null and trim(notes) <> '' and date <= ? order by date desc, id desc limit ?`

/** The acting client's newest day notes before a day, newest first. */
export function dayNotesBefore(turn: Turn, date: string, most: number): Promise<DayNote[]> {
  const { userId } = requireClient(turn)
  const text = newestText.replace('date <= ?', 'date < ?')
  return query<DayNote>(turn.sql, text, [userId, date, most])
}

/** What a coach sees of it: the newest day note, up to the client's `today`. */
export async function lastDayNote(
  turn: Turn,
  client: Authorized<CoachedClient>,
  today: string,
): Promise<DayNote | undefined> {
  const [newest] = await query<DayNote>(turn.sql, newestText, [client.userId, today, 1])
  return newest
}
