import { type DayMeal, type MealRef, foodsOf } from '../../domain/meals/foodDay.ts'
import { unknownSum } from '../../domain/meals/macros.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { askReview } from '../reviews/ask.ts'
import type { Turn } from '../turn.ts'
import { type OwnMeal, ownMeal } from './change.ts'
import { readFoodDay } from './day.ts'
import { findMeal } from './log.ts'
import { mirror } from './mirror.ts'
import { type MealToKeep, keepMeal } from './write.ts'

/** What photos show: a planned meal of a day, one that was logged, or something outside any plan. */
export interface ShownMeal {
  date: string
  ref: MealRef | null
  /** A logged meal, by its id. */
  eaten: number | null
}

const shown = {
  status: 'eaten',
  asPlanned: null,
  description: null,
  foods: [],
  sum: unknownSum(1),
  reason: null,
  source: 'photo',
  messageId: null,
} as const

/** The logged meal that photos are of, made where there is none; a skipped one was eaten after all. */
async function mealOf(turn: Turn, { date, ref, eaten }: ShownMeal): Promise<number | undefined> {
  const { userId } = requireClient(turn)
  if (eaten !== null) return (await ownMeal(turn, eaten)).id
  if (ref === null) {
    await readFoodDay(turn, date)
    return keepMeal(turn, userId, { ...shown, date, ref, name: null, time: null }, null)
  }
  const found = await findMeal(turn, { date, ...ref })
  if (!found) return undefined
  const { eaten: logged, time } = found.meal
  const id = logged?.id ?? null
  if (id !== null && logged?.status === 'eaten') return id
  const meal = { ...shown, ...saidByOthers(found.meal), date, ref, name: null, time }
  return keepMeal(turn, userId, { ...meal, ...(id !== null && (await skipOf(turn, id))) }, id)
}

/** What said that a meal was skipped stays with it: the photo may turn out to be of something else (`unshow`). */
async function skipOf(turn: Turn, id: number): Promise<Pick<MealToKeep, 'reason' | 'source' | 'messageId'>> {
  const { reason, source, messageId } = await ownMeal(turn, id)
  return { reason, source, messageId }
}

/** What another program says of a meal that was eaten: a photo beside it takes nothing of that away. */
function saidByOthers(meal: DayMeal): Pick<MealToKeep, 'asPlanned' | 'foods' | 'sum'> | undefined {
  const { eaten } = meal
  if (eaten?.status !== 'eaten' || eaten.id !== null) return undefined
  const { asPlanned, sum } = eaten
  return { asPlanned, foods: asPlanned ? foodsOf(meal) : [], sum }
}

/**
 * Makes photos of the acting client's those of a meal, which counts as eaten from then on; they wait for the trainer's
 * verdict, and other readers see them. Undefined, with nothing changed, when the plan has the meal no more. Refusals:
 * `notThere` for photos and meals of somebody else, `mealDayOver`.
 */
export async function attachPhotos(
  turn: Turn,
  meal: ShownMeal,
  photoIds: readonly number[],
): Promise<OwnMeal | undefined> {
  const { userId } = requireClient(turn)
  const own = await turn.sql
    .selectFrom('photos')
    .select('id')
    .where('client_id', '=', userId)
    .where('id', 'in', [...photoIds])
    .execute()
  if (own.length === 0 || own.length < photoIds.length) throw new Refusal('notThere')
  const eatenId = await mealOf(turn, meal)
  if (eatenId === undefined) return undefined
  const attached = await ownMeal(turn, eatenId)
  await turn.sql
    .updateTable('photos')
    .set({
      purpose: 'meal',
      eaten_meal_id: eatenId,
      local_date: attached.date,
    })
    .where('id', 'in', [...photoIds])
    .execute()
  await askReview(turn, { clientId: userId, eatenMealId: eatenId, photoIds })
  await mirror(turn, eatenId)
  return ownMeal(turn, eatenId)
}
