import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { restateAsPlanned, restateMeal, restateSkipped } from '../../services/meals/anew.ts'
import { type OwnMeal, giveReason, mealSaidBy } from '../../services/meals/change.ts'
import { requireLogDay } from '../../services/meals/day.ts'
import { readTyped } from '../../services/meals/typed.ts'
import { shortened } from '../../views/workout/words.ts'
import { dated } from './mealLogging.ts'
import { saidOfMeal } from './mealMeaning.ts'

type Answer = 'corrected' | 'dayEdit' | 'planGoneEdit' | 'photosEdit' | 'unreadEdit'

/** A message that gave the reason of a skip alone gives it anew, unless it says that the meal was eaten as planned. */
const isReason = ({ status, source }: OwnMeal): boolean => status === 'skipped' && source !== 'typed'

async function sayAnew(
  { turn }: SpotterContext,
  meal: OwnMeal,
  words: string,
  messageId: number,
): Promise<Answer> {
  const said = saidOfMeal(words)
  if (said.kind === 'asPlanned' && meal.ref)
    return (await restateAsPlanned(turn, meal.id, messageId)) ? 'corrected' : 'planGoneEdit'
  if (isReason(meal)) {
    const reason = said.kind === 'skipped' ? said.reason : words
    await giveReason(turn, meal.id, reason ?? '', messageId)
    return 'corrected'
  }
  if (said.kind === 'skipped' && meal.ref)
    return (await restateSkipped(turn, meal.id, said.reason, messageId)) ? 'corrected' : 'photosEdit'
  if (said.kind !== 'food' || said.isDoubtful) return 'unreadEdit'
  const typed = await readTyped(turn, words)
  if ('kind' in typed) return 'unreadEdit'
  await restateMeal(turn, meal.id, typed, messageId)
  return 'corrected'
}

/** A changed message says anew what it said of a meal; false when it said nothing of any. Refusal `mealDayOver`. */
export async function takeEditedMeal(
  ctx: SpotterContext,
  { text, messageId }: Extract<Input, { kind: 'text' }>,
): Promise<boolean> {
  const meal = await mealSaidBy(ctx.turn, messageId)
  if (!meal) return false
  requireLogDay(ctx.turn, meal.date)
  const on = dated(ctx, meal.date, { text: text.trim(), messageId })
  const words = on.words.text
  const answer = on.day === meal.date ? await sayAnew(ctx, meal, words, messageId) : 'dayEdit'
  const what = shortened(words, 300)
  ctx.notice(answer === 'corrected' ? ctx.t('meals:corrected', { what }) : ctx.t(`meals:${answer}`))
  return true
}
