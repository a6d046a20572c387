import { localDate, localTime, wallToInstant } from '../../domain/localTime.ts'
import type { TypedWeighIn } from '../../domain/weight/parse.ts'
import { isSurprising } from '../../domain/weight/trend.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { settle } from '../reminders/settling.ts'
import type { Turn } from '../turn.ts'
import { followed, keepCheckIns, unlink } from './diary.ts'
import { type WeighIn, type Weighed, ownSubject, ownWeighIns, readWeighIn } from './reading.ts'
import { weighedBy } from './standing.ts'

/** The moment of a weigh-in: now, or the same time of day on a day that was said. */
function momentOf({ now, actor }: Turn, date: string | null): Date {
  if (date === null || date === localDate(now, actor.timeZone)) return now
  return wallToInstant(date, localTime(now, actor.timeZone), actor.timeZone)
}

/** The moment to write down: what is said later of a day that is over comes after all that was weighed on it. */
async function placed(turn: Turn, date: string | null): Promise<Date> {
  const at = momentOf(turn, date)
  const { timeZone } = turn.actor
  const day = localDate(at, timeZone)
  if (day === localDate(turn.now, timeZone)) return at
  const last = (await ownWeighIns(turn)).findLast((one) => one.date === day)
  if (!last || last.at < at) return at
  const after = new Date(last.at.getTime() + 1000)
  return localDate(after, timeZone) === day ? after : last.at
}

/** When a weight was: to the minute of the weigh-in, or the middle of a day of which nobody knows more. */
const momentKnown = (one: Weighed | WeighIn, timeZone: string): number =>
  ('at' in one ? one.at : wallToInstant(one.date, '12:00', timeZone)).getTime()

/**
 * The weight next to it in time that makes a typed one surprising; undefined where it is none. `replaced`: the weigh-in
 * that it corrects, which does not count.
 */
export async function surprise(
  turn: Turn,
  { kg, date }: Pick<TypedWeighIn, 'kg' | 'date'>,
  replaced: number | null,
): Promise<Weighed | undefined> {
  const subject = ownSubject(turn)
  const all = await weighedBy(turn, subject)
  const isOld = (one: Weighed) => 'id' in one && one.id === replaced
  const old = all.find(isOld)
  const at = date === null && old ? momentKnown(old, subject.timeZone) : momentOf(turn, date).getTime()
  const gap = (one: Weighed) => Math.abs(momentKnown(one, subject.timeZone) - at)
  const [nearest] = all
    .filter((one) => !isOld(one))
    .toReversed()
    .toSorted((a, b) => gap(a) - gap(b))
  return nearest && isSurprising(nearest.kg, kg, gap(nearest) / 86_400_000) ? nearest : undefined
}

/** Whether the acting client has ever told a weight: else nothing tells whether a number may be one. */
export const hasWeighed = async (turn: Turn): Promise<boolean> =>
  (await weighedBy(turn, ownSubject(turn))).length > 0

const typedColumns = ({ kg, typed }: TypedWeighIn, messageId: number | null) => ({
  weight: kg,
  typed_weight: typed.number,
  typed_unit: typed.unit,
  ...(messageId !== null && { message_id: messageId }),
})

/**
 * Writes one down for the acting client; answers its id. Several a day are several. `messageId`: the message that says
 * it, whose editing will correct it.
 */
export async function addWeighIn(turn: Turn, typed: TypedWeighIn, messageId: number | null): Promise<number> {
  const { userId } = ownSubject(turn)
  const at = await placed(turn, typed.date)
  return followed(turn, null, async () => {
    const { id } = await turn.sql
      .insertInto('weigh_ins')
      .values({
        client_id: userId,
        ...typedColumns(typed, messageId),
        body_fat: typed.bodyFat,
        notes: typed.note,
        recorded_at: formatTimestamp(at),
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    await settle(turn, 'weighIn', { date: typed.date ?? localDate(turn.now, turn.actor.timeZone) })
    return id
  })
}

/** Puts another weight in its place. What was not said anew stays: body fat, note, day. Refusal `notThere`. */
export async function correctWeighIn(
  turn: Turn,
  id: number,
  typed: TypedWeighIn,
  messageId: number | null,
): Promise<void> {
  const old = await readWeighIn(turn, id)
  const isMoved = typed.date !== null && typed.date !== old.date
  const at = isMoved ? await placed(turn, typed.date) : old.at
  await followed(turn, id, async () => {
    await turn.sql
      .updateTable('weigh_ins')
      .set({
        ...typedColumns(typed, messageId),
        body_fat: typed.bodyFat ?? old.bodyFat,
        notes: typed.note ?? old.note,
        recorded_at: formatTimestamp(at),
      })
      .where('id', '=', id)
      .execute()
    await keepCheckIns(turn, id, isMoved ? { from: old } : { kg: typed.kg })
  })
}

/** A word on one of the acting client's own; at most 500 characters are kept. Refusal `notThere`. */
export async function noteWeighIn(turn: Turn, id: number, text: string): Promise<void> {
  await readWeighIn(turn, id)
  const notes = Array.from(text.trim()).slice(0, 500).join('')
  await followed(turn, id, () =>
    turn.sql.updateTable('weigh_ins').set({ notes }).where('id', '=', id).execute(),
  )
}

/** Takes one of the acting client's own away. Refusal `notThere`. */
export async function removeWeighIn(turn: Turn, id: number): Promise<void> {
  const old = await readWeighIn(turn, id)
  await followed(turn, id, async () => {
    await unlink(turn, old)
    await turn.sql.deleteFrom('weigh_ins').where('id', '=', id).execute()
  })
}

/** One of the acting client's own, as long as it is there. */
export async function findWeighIn(turn: Turn, id: number): Promise<WeighIn | undefined> {
  return (await ownWeighIns(turn)).find((one) => one.id === id)
}

/** How many weigh-ins of the acting client's a local day (`YYYY-MM-DD`) has. */
export async function countOn(turn: Turn, date: string): Promise<number> {
  return (await ownWeighIns(turn)).filter((one) => one.date === date).length
}

/** The acting client's last weigh-in of a local day (`YYYY-MM-DD`); undefined where there is none. */
export async function weighInOn(turn: Turn, date: string): Promise<WeighIn | undefined> {
  return (await ownWeighIns(turn)).findLast((one) => one.date === date)
}
