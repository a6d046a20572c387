import type { SpotterContext } from '../../bot/context.ts'
import { localDate, localTime } from '../../domain/localTime.ts'
import { type DayMeal, type MealRef, byTime } from '../../domain/meals/foodDay.ts'
import { isLogDay, readFoodDay } from '../../services/meals/day.ts'
import type { UnsortedPhoto } from '../../services/photos/unsorted.ts'
import { photoOfferLabel } from '../../views/meals/asking.ts'
import { mealName } from '../../views/meals/words.ts'
import { dayOfPhoto } from './mealCaptions.ts'
import { todayOf } from './mealLogging.ts'

const mostOffered = 3

/** A meal in the value of a button. */
export const valueOf = ({ of, id }: MealRef): string => `${of === 'entry' ? 'e' : 'p'}${id}`

/** `HH:MM` at which a photo was kept, on the client's day that it is of; of another day's, the end of that. */
function timeOf({ turn }: SpotterContext, { at }: UnsortedPhoto, date: string): string {
  const { timeZone } = turn.actor
  return localDate(at, timeZone) === date ? localTime(at, timeZone) : '23:59'
}

/**
 * The meals of its day that a photo may be of: those nearest in time first, then something besides the plan, then what
 * was skipped and others that were eaten.
 */
export async function mealOffers(
  ctx: SpotterContext,
  [first]: readonly UnsortedPhoto[],
  isNot?: MealRef | null,
): Promise<{ label: string; value: string }[]> {
  if (!first || !isLogDay(ctx.turn, first.date)) return []
  const date = dayOfPhoto(ctx, first)
  const day = await readFoodDay(ctx.turn, date)
  const meals = byTime(day.meals, timeOf(ctx, first, date)).filter(
    ({ of, id }) => of !== isNot?.of || id !== isNot.id,
  )
  const likely = meals.filter(({ eaten }) => eaten?.status !== 'skipped').slice(0, mostOffered)
  const less = meals.filter((meal) => meal.eaten && !likely.includes(meal)).slice(0, mostOffered)
  const on = date === todayOf(ctx) ? null : date
  const offer = (meal: DayMeal) => {
    const isSkipped = meal.eaten?.status === 'skipped'
    return { label: photoOfferLabel(ctx.t, mealName(ctx.t, meal), on, isSkipped), value: valueOf(meal) }
  }
  const other = likely.length + less.length > 0 ? ctx.t('meals:photoOther') : ctx.t('meals:photoMeal')
  return [
    ...likely.map(offer),
    { label: photoOfferLabel(ctx.t, other, on), value: 'other' },
    ...less.map(offer),
  ]
}
