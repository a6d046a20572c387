import type { Feeling, Question, Rating } from '../../domain/checkIn/checkIn.ts'
import { isDate, localDate } from '../../domain/localTime.ts'
import type { TypedWeighIn } from '../../domain/weight/parse.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { type WeighIn, readWeighIn } from '../weighIns/reading.ts'
import { addWeighIn, correctWeighIn, findWeighIn } from '../weighIns/weighIns.ts'
import { readCheckIn } from './reading.ts'

const mostNotes = 2000

type Answer = Partial<
  Record<Feeling, Rating | null> & {
    weight: number | null
    weigh_in_id: number | null
    body_fat: number | null
    notes: string | null
  }
>

/** The acting client's check-in of a day, begun where there is none; answers its id. */
export async function beginCheckIn(turn: Turn, date: string): Promise<number> {
  const { userId } = requireClient(turn)
  if (!isDate(date) || date > localDate(turn.now, turn.actor.timeZone)) throw new Refusal('notThere')
  const known = await readCheckIn(turn, date)
  if (known) return known.id
  const { id } = await turn.sql
    .insertInto('progress_entries')
    .values({ client_id: userId, date, created_at: formatTimestamp(turn.now), begun_here: 1 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

async function answer(turn: Turn, date: string, values: Answer): Promise<void> {
  const id = await beginCheckIn(turn, date)
  await turn.sql.updateTable('progress_entries').set(values).where('id', '=', id).execute()
}

/** How the week felt. */
export function rateWeek(turn: Turn, date: string, feeling: Feeling, rating: Rating): Promise<void> {
  return answer(turn, date, { [feeling]: rating })
}

/** Per cent, 2–75: Refusal `outOfBounds`. */
export async function tellFat(turn: Turn, date: string, bodyFat: number): Promise<void> {
  if (!(bodyFat >= 2 && bodyFat <= 75)) throw new Refusal('outOfBounds')
  await answer(turn, date, { body_fat: bodyFat })
}

/** To the trainer; at most 2,000 characters: Refusal `answerTooLong`. */
export async function tellNotes(turn: Turn, date: string, text: string): Promise<void> {
  const notes = text.trim()
  if (Array.from(notes).length > mostNotes) throw new Refusal('answerTooLong', { most: mostNotes })
  await answer(turn, date, { notes: notes || null })
}

/** Takes the weight, and the body fat, of a weigh-in of that day. Refusal `notThere`. */
export async function takeWeighIn(turn: Turn, date: string, id: number): Promise<void> {
  const weighIn = await readWeighIn(turn, id)
  if (weighIn.date !== date) throw new Refusal('notThere')
  const fat = weighIn.bodyFat === null ? {} : { body_fat: weighIn.bodyFat }
  await answer(turn, date, { weight: weighIn.kg, weigh_in_id: id, ...fat })
}

/** The weigh-in that the acting client's check-in of a day has its weight from, as long as it is one of that day. */
export async function weighInOfCheckIn(turn: Turn, date: string): Promise<number | null> {
  const id = (await readCheckIn(turn, date))?.weighInId ?? null
  return id !== null && (await findWeighIn(turn, id))?.date === date ? id : null
}

/**
 * A typed weight makes a weigh-in of that day too, or corrects the one that this check-in has its weight from. Answers
 * the weigh-in.
 */
export async function tellWeight(
  turn: Turn,
  date: string,
  typed: TypedWeighIn,
  messageId: number | null,
): Promise<WeighIn> {
  const known = await weighInOfCheckIn(turn, date)
  if (known !== null) await correctWeighIn(turn, known, { ...typed, date: null }, messageId)
  const id = known ?? (await addWeighIn(turn, { ...typed, date }, messageId))
  await takeWeighIn(turn, date, id)
  return readWeighIn(turn, id)
}

const cleared: Partial<Record<Question, Answer>> = {
  weight: { weight: null, weigh_in_id: null },
  fat: { body_fat: null },
  sleep: { sleep: null },
  energy: { energy: null },
  hunger: { hunger: null },
  stress: { stress: null },
  notes: { notes: null },
}

/** Takes an answer back; the weigh-in that a weight made stays. Photos: `detachPose`. */
export async function takeBack(turn: Turn, date: string, question: Question): Promise<void> {
  const values = cleared[question]
  if (values && (await readCheckIn(turn, date))) await answer(turn, date, values)
}
