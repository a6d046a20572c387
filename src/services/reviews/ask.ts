import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { nudgeTrainer } from './nudge.ts'

/** SQL: the trainer has said something of a review `r`; photos that it is about stay with it. */
export const isSaid = `r.state <> 'withdrawn' and (r.state = 'done' or r.comment is not null or r.spoken_id is not null)`

/** A meal, a lift in a workout (one set of it, or as a whole), or a lift outside any. */
export type ReviewSubject =
  | { eatenMealId: number }
  | { workoutItemId: number; exerciseId: number; setNumber: number | null }
  | { exerciseId: number }

/** The acting client's own photos, and what they show. */
export type NewReview = ReviewSubject & { clientId: number; photoIds: readonly number[] }

const waitingText = `select id from reviews where client_id = ? and state = 'waiting'
  and eaten_meal_id is not distinct from ? and workout_item_id is not distinct from ?
  and exercise_id is not distinct from ? and set_number is not distinct from ? order by id limit 1`
const insertText = `insert into reviews (client_id, eaten_meal_id, workout_item_id, exercise_id, set_number, state,
  created_at, updated_at) values (?, ?, ?, ?, ?, 'waiting', ?, ?) returning id`

function columnsOf(subject: ReviewSubject): (number | null)[] {
  if ('eatenMealId' in subject) return [subject.eatenMealId, null, null, null]
  if (!('workoutItemId' in subject)) return [null, null, subject.exerciseId, null]
  return [null, subject.workoutItemId, subject.exerciseId, subject.setNumber]
}

/**
 * Puts photos of the acting client's into their trainer's queue: with what waits of the same meal or set already, else
 * as a review of its own. Answers its id; undefined for a client without a trainer, whose photos are theirs alone. The
 * caller proved that the meal or lift is the client's. Somebody else's `clientId`: Refusal `notThere`.
 */
export async function askReview(turn: Turn, asked: NewReview): Promise<number | undefined> {
  const { userId, trainerId } = requireClient(turn)
  if (asked.clientId !== userId) throw new Refusal('notThere')
  if (trainerId === null || asked.photoIds.length === 0) return undefined
  const of = [userId, ...columnsOf(asked)]
  const at = formatTimestamp(turn.now)
  const [waiting] = await query<{ id: number }>(turn.sql, waitingText, of)
  const [review] = waiting ? [waiting] : await query<{ id: number }>(turn.sql, insertText, [...of, at, at])
  if (!review) throw new Error('A review was not stored')
  await turn.sql
    .updateTable('photos')
    .set({ review_id: review.id })
    .where('client_id', '=', userId)
    .where('id', 'in', [...asked.photoIds])
    .execute()
  await nudgeTrainer(turn, trainerId)
  return review.id
}

const emptiedText = `update reviews set state = 'withdrawn', updated_at = ? where id = ? and state = 'waiting'
  and not exists (select 1 from photos p where p.review_id = reviews.id)`

/** Takes photos of the acting client's out of the queue; a review without photos is withdrawn. The caller proved the right. */
export async function unaskReview(
  turn: Turn,
  photos: readonly { id: number; review_id: number | null }[],
): Promise<void> {
  const ids = photos.map(({ id }) => id)
  await turn.sql.updateTable('photos').set({ review_id: null }).where('id', 'in', ids).execute()
  for (const review of new Set(photos.map(({ review_id: id }) => id)))
    if (review !== null) await run(turn.sql, emptiedText, [formatTimestamp(turn.now), review])
}
