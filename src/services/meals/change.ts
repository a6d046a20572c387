import type { MealSource } from '../../domain/enums.ts'
import type { MealRef } from '../../domain/meals/foodDay.ts'
import { unknownSum } from '../../domain/meals/macros.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { isSaid } from '../reviews/ask.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { mirror, reopen } from './mirror.ts'
import { keepMeal, reasonToKeep } from './write.ts'

/** A logged meal of the acting client's, as far as changing it goes. */
export interface OwnMeal {
  id: number
  date: string
  ref: MealRef | null
  name: string | null
  status: 'eaten' | 'skipped'
  asPlanned: boolean | null
  description: string | null
  reason: string | null
  photos: number
  /** `typed`: the message by `messageId` logged it; else that gave a reason alone. */
  source: MealSource
  messageId: number | null
}

interface Row {
  id: number
  local_date: string
  meal_entry_id: number | null
  planned_meal_id: number | null
  name: string | null
  status: 'eaten' | 'skipped'
  as_planned: number | null
  description: string | null
  reason: string | null
  photos: number
  source: MealSource
  message_id: number | null
}

const columns = `x.id, x.local_date, x.meal_entry_id, x.planned_meal_id, x.name, x.status, x.as_planned, x.description,
  x.reason, x.source, x.message_id, (select count(*) from photos f where f.eaten_meal_id = x.id) as photos`

function refOf({ meal_entry_id, planned_meal_id }: Row): MealRef | null {
  if (meal_entry_id !== null) return { of: 'entry', id: meal_entry_id }
  return planned_meal_id === null ? null : { of: 'planned', id: planned_meal_id }
}

async function ownWhere(
  turn: Turn,
  column: 'id' | 'message_id',
  value: number,
): Promise<OwnMeal | undefined> {
  const { userId } = requireClient(turn)
  const text = `select ${columns} from eaten_meals x where x.client_id = ? and x.${column} = ? order by x.id desc limit 1`
  const [row] = await query<Row>(turn.sql, text, [userId, value])
  if (!row) return undefined
  const {
    id,
    local_date: date,
    name,
    status,
    as_planned,
    description,
    reason,
    photos,
    source,
    message_id,
  } = row
  const asPlanned = as_planned === null ? null : Boolean(as_planned)
  const said = { status, asPlanned, description, reason, photos, source, messageId: message_id }
  return { id, date, ref: refOf(row), name, ...said }
}

/** One of the acting client's logged meals. Somebody else's and none at all: Refusal `notThere`. */
export async function ownMeal(turn: Turn, id: number): Promise<OwnMeal> {
  const found = await ownWhere(turn, 'id', id)
  if (!found) throw new Refusal('notThere')
  return found
}

/** The meal that a message of the acting client's logged, or gave the reason of; undefined when it did neither. */
export function mealSaidBy(turn: Turn, messageId: number): Promise<OwnMeal | undefined> {
  return ownWhere(turn, 'message_id', messageId)
}

/** Photos were sent, and nobody said more: that is taken back by `detachPhotos`. */
export const isPhotoAlone = ({ photos, status, asPlanned, description }: OwnMeal): boolean =>
  photos > 0 && status === 'eaten' && asPlanned === null && description === null

const saidText = `select r.id from reviews r where r.eaten_meal_id = ? and ${isSaid} limit 1`

/** A trainer's word outlives what the client takes back: the meal that it is about stays. */
export async function deleteMeal(turn: Turn, id: number): Promise<void> {
  const { sql } = turn
  const [said] = await query(sql, saidText, [id])
  if (said) throw new Refusal('seenAlready')
  await reopen(turn, id)
  await sql.deleteFrom('eaten_meals').where('id', '=', id).execute()
}

/**
 * The last photos of a meal have gone, and nobody said more of it: it is gone too. One that was skipped before they came
 * still has the reason and whatever said so, and is skipped again.
 */
export async function unshow(turn: Turn, { id, date, ref, name, ...meal }: OwnMeal): Promise<void> {
  if (meal.source === 'photo') return deleteMeal(turn, id)
  const { reason, source, messageId } = meal
  const said = { asPlanned: null, description: null, foods: [], reason, source, messageId, time: null }
  await keepMeal(turn, requireClient(turn).userId, { date, ref, name, status: 'skipped', ...said }, id)
}

/**
 * Takes back what was said of a meal. Photos outlive it: then the meal is as if they alone had been sent. Answers the
 * meal as it was; undefined, and nothing is changed, when photos are all there is. Refusals: `notThere`, `seenAlready`
 * for a meal without photos of which the trainer has given their word.
 */
export async function undoMeal(turn: Turn, id: number): Promise<OwnMeal | undefined> {
  const meal = await ownMeal(turn, id)
  if (isPhotoAlone(meal)) return undefined
  if (meal.photos > 0) await shownAlone(turn, meal)
  else await deleteMeal(turn, id)
  return meal
}

const shownText = `select f.id, f.review_id as "reviewId", r.id is not null and ${isSaid} as said
  from photos f left join reviews r on r.id = f.review_id where f.eaten_meal_id = ? order by f.id`
const withdrawText = `update reviews set state = 'withdrawn', updated_at = ? where id = ?`

/**
 * Takes a meal back of which there are photos alone; they wait to be sorted. Those of which the trainer has given their
 * word stay, and the meal with them. Answers the ids of the others, and whether the meal is gone. Refusals: `notThere`,
 * `seenAlready` where all must stay.
 */
export async function detachPhotos(turn: Turn, id: number): Promise<{ photos: number[]; isGone: boolean }> {
  const meal = await ownMeal(turn, id)
  if (!isPhotoAlone(meal)) throw new Refusal('notThere')
  const rows = await query<{ id: number; reviewId: number | null; said: 0 | 1 }>(turn.sql, shownText, [id])
  const taken = rows.filter(({ said }) => said === 0)
  if (taken.length === 0) throw new Refusal('seenAlready')
  const photos = taken.map((photo) => photo.id)
  await turn.sql
    .updateTable('photos')
    .set({ purpose: 'unsorted', eaten_meal_id: null, review_id: null })
    .where('id', 'in', photos)
    .execute()
  const isGone = taken.length === rows.length
  if (isGone) await unshow(turn, meal)
  else {
    for (const reviewId of new Set(taken.map((photo) => photo.reviewId)))
      if (reviewId !== null) await run(turn.sql, withdrawText, [formatTimestamp(turn.now), reviewId])
    await mirror(turn, id)
  }
  return { photos, isGone }
}

async function shownAlone(turn: Turn, { id, date, ref, name }: OwnMeal): Promise<void> {
  const { userId } = requireClient(turn)
  await keepMeal(
    turn,
    userId,
    {
      date,
      ref,
      name,
      status: 'eaten',
      asPlanned: null,
      description: null,
      foods: [],
      sum: unknownSum(1),
      reason: null,
      source: 'photo',
      messageId: null,
      time: null,
    },
    id,
  )
}

/**
 * Why a meal was skipped, as `reasonToKeep` keeps it; a message of its own says that alone from then on. Refusal
 * `notThere`, of a meal that was eaten too.
 */
export async function giveReason(
  turn: Turn,
  id: number,
  text: string,
  messageId: number | null,
): Promise<OwnMeal> {
  const meal = await ownMeal(turn, id)
  if (meal.status !== 'skipped') throw new Refusal('notThere')
  const reason = reasonToKeep(text)
  if (reason === null) return meal
  const isApart = messageId !== null && messageId !== meal.messageId
  await turn.sql
    .updateTable('eaten_meals')
    .set({ reason, ...(isApart && { message_id: messageId, source: 'tap' }) })
    .where('id', '=', id)
    .execute()
  await mirror(turn, id)
  return meal
}
