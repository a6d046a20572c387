import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { restateAsPlanned } from '../../services/meals/anew.ts'
import { giveReason, mealSaidBy, restateMeal } from '../../services/meals/change.ts'
import { readTyped } from '../../services/meals/typed.ts'
import { shortened } from '../../views/workout/words.ts'
import { means } from '../people/answers.ts'
import { skipReason } from './mealLogging.ts'

/** A changed message says anew what it said of a meal; false when it said nothing of any. */
export async function takeEditedMeal(
  ctx: SpotterContext,
  { text, messageId }: Extract<Input, { kind: 'text' }>,
): Promise<boolean> {
  const meal = await mealSaidBy(ctx.turn, messageId)
  if (!meal) return false
  const words = text.trim()
  const say = (what: string) => ctx.notice(ctx.t('meals:corrected', { what: shortened(what, 300) }))
  if (meal.status === 'skipped') {
    const reason = skipReason(words) ?? words
    await giveReason(ctx.turn, meal.id, reason, messageId)
    say(words)
    return true
  }
  if (meal.ref && means(words, 'meals:asPlannedWords')) {
    if (await restateAsPlanned(ctx.turn, meal.id, messageId)) say(words)
    else ctx.notice(ctx.t('meals:planGoneEdit'))
    return true
  }
  const typed = await readTyped(ctx.turn, words)
  if ('kind' in typed) {
    ctx.notice(ctx.t('meals:unreadEdit'))
    return true
  }
  await restateMeal(ctx.turn, meal.id, typed, messageId)
  say(words)
  return true
}
