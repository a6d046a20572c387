import { localDate } from '../../domain/localTime.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { isSaid, unaskReview } from '../reviews/ask.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type OwnMeal, isPhotoAlone, mealSaidBy, ownMeal, undoMeal, unshow } from './change.ts'
import { mirror } from './mirror.ts'

interface Row {
  id: number
  meal: number
  review_id: number | null
  message_id: number | null
  media_group_id: string | null
  created_at: string
  said: 0 | 1
}

const photoText = `select p.id, p.eaten_meal_id as meal, p.review_id, p.message_id, p.media_group_id, p.created_at,
  r.id is not null and ${isSaid} as said
  from photos p left join reviews r on r.id = p.review_id
  where p.client_id = ? and p.purpose = 'meal' and p.eaten_meal_id is not null and`
const albumText = `${photoText} p.media_group_id = ? and p.eaten_meal_id = ?
  and p.review_id is not distinct from ? order by p.id`

/** One of the acting client's photos of meals, with the rest of its album. Refusals: `notThere`, `seenAlready`. */
async function albumOf(turn: Turn, photoId: number): Promise<[Row, ...Row[]]> {
  const { userId } = requireClient(turn)
  const [one] = await query<Row>(turn.sql, `${photoText} p.id = ?`, [userId, photoId])
  if (!one) throw new Refusal('notThere')
  if (one.said === 1) throw new Refusal('seenAlready')
  const { media_group_id: album, meal, review_id: review } = one
  const [first = one, ...more] =
    album === null ? [one] : await query<Row>(turn.sql, albumText, [userId, album, meal, review])
  return [first, ...more]
}

/** All that is known of it here came with photos: what else the row says is what other programs said. */
const isShownOnly = (meal: OwnMeal): boolean => meal.source === 'photo' || isPhotoAlone(meal)

/**
 * A photo of the acting client's is not of its meal, nor is the rest of its album: they wait to be sorted, of the local
 * day on which they were sent. What their caption said of the meal goes with them, and so does a meal of which nothing
 * else is known; a skipped one is skipped again. Answers the meal as it was. Refusals: `notThere`, `seenAlready` once the trainer has given their word.
 */
export async function detachAlbum(turn: Turn, photoId: number): Promise<OwnMeal> {
  const album = await albumOf(turn, photoId)
  const [{ meal: mealId, created_at, message_id: said }] = album
  const meal = await ownMeal(turn, mealId)
  await unaskReview(turn, album)
  await turn.sql
    .updateTable('photos')
    .set({
      purpose: 'unsorted',
      eaten_meal_id: null,
      local_date: localDate(parseTimestamp(created_at), turn.actor.timeZone),
    })
    .where(
      'id',
      'in',
      album.map(({ id }) => id),
    )
    .execute()
  const isSaidByIt = said !== null && (await mealSaidBy(turn, said))?.id === mealId
  if (isSaidByIt) await undoMeal(turn, mealId)
  else if (isShownOnly(meal) && meal.photos === album.length) await unshow(turn, meal)
  await mirror(turn, mealId)
  return meal
}
