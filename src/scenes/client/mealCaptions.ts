import type { SpotterContext } from '../../bot/context.ts'
import { foodOfDay } from '../../domain/meals/saidDay.ts'
import { tellsEnergy } from '../../domain/meals/typedFood.ts'
import { restateMeal } from '../../services/meals/anew.ts'
import type { OwnMeal } from '../../services/meals/change.ts'
import { isLogDay } from '../../services/meals/day.ts'
import { readTyped } from '../../services/meals/typed.ts'
import type { UnsortedPhoto } from '../../services/photos/unsorted.ts'
import { Target, sayKept, takeWords, todayOf } from './mealLogging.ts'
import { saidOfMeal } from './mealMeaning.ts'

/** The day of the meal that a photo may show: one that its caption says and that is within reach, else its own. */
export function dayOfPhoto({ turn }: SpotterContext, { caption, date }: UnsortedPhoto): string {
  const said = foodOfDay(caption ?? '', date)?.date ?? null
  return said !== null && isLogDay(turn, said) ? said : date
}

/** Whether a place asks what was eaten at just that meal: a caption answers it. */
export function asksOf(
  place: NonNullable<SpotterContext['place']>,
  { date, ref }: Pick<OwnMeal, 'date' | 'ref'>,
): boolean {
  if (place.scene !== 'meals' || place.step !== 'food') return false
  const asked = Target.safeParse(place.data).data
  return asked?.day === date && asked.meal?.of === ref?.of && asked.meal?.id === ref?.id
}

/**
 * A caption says what the photo shows, unless that was said before: that it was as planned; with energy in it, what was
 * eaten instead; else what was eaten, as planned or not. False where it says nothing of food.
 */
export async function takeCaption(
  ctx: SpotterContext,
  { id, date, ref, asPlanned, description }: OwnMeal,
  found: readonly UnsortedPhoto[],
): Promise<boolean> {
  const caption = found.find((photo) => photo.caption !== null)?.caption ?? null
  const messageId = found[0]?.messageId ?? null
  if (caption === null || messageId === null || asPlanned !== null || description !== null) return false
  const text = foodOfDay(caption, todayOf(ctx))?.text ?? caption
  const said = saidOfMeal(text)
  if (ref && (said.kind === 'asPlanned' || tellsEnergy(text))) {
    await takeWords(ctx, { day: date, meal: ref }, { text, messageId }, { isSure: true })
    return true
  }
  if (said.kind !== 'food' || said.isDoubtful) return false
  const typed = await readTyped(ctx.turn, text)
  if ('kind' in typed) return false
  await restateMeal(ctx.turn, id, typed, messageId, true)
  sayKept(ctx, date, typed)
  return true
}
