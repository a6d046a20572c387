import type { SpotterContext } from '../../bot/context.ts'
import type { Typed, TypedIn } from '../../bot/scene.ts'
import { isPlaceLeft } from '../../bot/standing.ts'
import { isNothingButFood, mayBeFood, tellsOfFood } from '../../domain/meals/typedFood.ts'
import { heardAs, toldBy } from '../../domain/reminders/standing.ts'
import { findMeal } from '../../services/meals/log.ts'
import { mealAsked } from '../../services/reminders/asked.ts'
import { offerUnread } from '../people/letters.ts'
import { takeOf } from './mealAsking.ts'
import { todayOf } from './mealLogging.ts'

/** Asks whether a letter is one, or a meal; false in any other place. */
async function askIfFood(ctx: SpotterContext): Promise<boolean> {
  if (ctx.place?.scene !== 'letters') return false
  ctx.notice(ctx.t('meals:unplacedFood'))
  await offerUnread(ctx)
  return true
}

/**
 * Words of food after the reminder of a meal are of that meal, where the place they are typed in was left standing on another
 * day: yesterday's dinner, or a letter that was begun then. Words that tell of nothing to eat stay where they are, and so does
 * in a question what may tell of more than that; of a letter it is asked which it is.
 */
export async function takeAsked(
  ctx: SpotterContext,
  { text, messageId }: Typed,
  { isFree, awaits }: TypedIn,
): Promise<boolean> {
  const { place, turn, conversation } = ctx
  if (place === null || isFree || turn.actor.role !== 'client' || !turn.actor.isActive) return false
  const isOfFood = place.scene === 'meals' ? mayBeFood(text) : tellsOfFood(text)
  if (!isOfFood || !isPlaceLeft(ctx)) return false
  const touchedAt = toldBy(conversation.touchedAt, turn.now)
  const asked = await mealAsked(turn)
  if (
    !asked ||
    heardAs({ askedAt: asked.askedAt, touchedAt, awaitsNumber: false, trainedAt: undefined }) !== 'answer'
  )
    return false
  const { of, id } = asked.meal
  const target = { day: todayOf(ctx), meal: { of, id } }
  if (!(await findMeal(turn, { date: target.day, of, id }))) return false
  if (awaits && place.scene !== 'meals' && !isNothingButFood(text)) return askIfFood(ctx)
  await takeOf(ctx, target, { text: text.trim(), messageId })
  return true
}
