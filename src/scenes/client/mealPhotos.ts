import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import type { Input } from '../../bot/input.ts'
import { awaitMedia } from '../../bot/media.ts'
import { type Verdict, goTo, onKept, step } from '../../bot/scene.ts'
import { Refusal } from '../../services/errors.ts'
import type { OwnMeal } from '../../services/meals/change.ts'
import { isLogDay } from '../../services/meals/day.ts'
import { type MealOfDay, findMeal } from '../../services/meals/log.ts'
import { type ShownMeal, attachPhotos } from '../../services/meals/photos.ts'
import { type UnsortedPhoto, addUnsorted, readUnsorted } from '../../services/photos/unsorted.ts'
import { askPhoto, askSkippedShown } from '../../views/meals/asking.ts'
import { notThisMealRow } from '../../views/photos/question.ts'
import { mealName } from '../../views/meals/words.ts'
import { picked } from '../people/answers.ts'
import { asksOf, dayOfPhoto, takeCaption } from './mealCaptions.ts'
import { Day, Ref, openMeal } from './mealLogging.ts'
import { mealOffers, valueOf } from './mealOffers.ts'
import { type PhotoMeaning, askWhat } from './photos.ts'

/** What photos are sent of: a planned meal, a logged one, or something outside any plan. */
const Shown = Day.extend({ meal: Ref.nullable(), eaten: z.int().nullable() })
type Shown = z.output<typeof Shown>

/** Photos sent in a step of a meal are of that meal. */
export async function takePhoto(ctx: SpotterContext, input: Input, shown: Shown): Promise<Verdict> {
  if (input.kind !== 'media') return 'pass'
  await awaitMedia(ctx, input, { name: 'meal', about: shown })
  return undefined
}

const back = (ctx: SpotterContext, { day, meal, eaten }: Shown): void => {
  if (meal) return openMeal(ctx, day, meal)
  return eaten === null ? goTo(ctx, 'meals', 'day', { day }) : goTo(ctx, 'meals', 'logged', { day, eaten })
}

export const photo = step({
  state: Shown,
  show: async (ctx, { day, meal }) => {
    const found = meal ? await findMeal(ctx.turn, { date: day, ...meal }) : undefined
    return askPhoto(ctx.t, found ? mealName(ctx.t, found.meal) : ctx.t('meals:unnamed'))
  },
  on: async (ctx, input, shown): Promise<Verdict> => {
    if (picked(input) === 'back') return back(ctx, shown)
    if (input.kind !== 'media') return 'pass'
    back(ctx, shown)
    return takePhoto(ctx, input, shown)
  },
})

const asking: readonly string[] = ['food', 'sure', 'which', 'reason']

/** Nothing else is under way, nor a question open that photos would take away. */
const isFree = ({ place }: SpotterContext): boolean =>
  place === null || (place.scene === 'meals' && !asking.includes(place.step))

/**
 * Attaches them and says so, and shows their meal to whoever is in the middle of nothing else; false when there is no
 * such meal any more.
 */
async function attach(
  ctx: SpotterContext,
  shown: ShownMeal,
  found: readonly UnsortedPhoto[],
): Promise<boolean> {
  const meal = await attachPhotos(
    ctx.turn,
    shown,
    found.map(({ id }) => id),
  )
  if (!meal) return false
  const left = isFree(ctx) ? undefined : ctx.place
  if (meal.ref) openMeal(ctx, meal.date, meal.ref)
  else goTo(ctx, 'meals', 'logged', { day: meal.date, eaten: meal.id })
  ctx.offer(notThisMealRow(ctx.t, found[0]?.id ?? 0))
  const count = found.length
  const isSeen = ctx.turn.actor.trainerId !== null
  const words = isSeen ? ctx.t('meals:photoNoted', { count }) : ctx.t('meals:photoKept', { count })
  const isNamed = left !== undefined && left?.scene !== 'meals'
  ctx.notice(isNamed ? ctx.t('meals:photoNamed', { name: await nameOf(ctx, meal), words }) : words)
  const isSaid = await takeCaption(ctx, meal, found)
  if (left && !(isSaid && asksOf(left, meal))) ctx.place = left
  return true
}

/** What a logged meal is called. */
export async function nameOf(ctx: SpotterContext, { date, ref, name }: OwnMeal): Promise<string> {
  const found = ref ? await findMeal(ctx.turn, { date, ...ref }) : undefined
  return found ? mealName(ctx.t, found.meal) : (name ?? ctx.t('meals:unnamed'))
}

/** A photo of a meal that was skipped does not make it eaten unasked; false where it was not skipped. */
async function askAfterAll(ctx: SpotterContext, target: MealOfDay, photo: number): Promise<boolean> {
  const found = isLogDay(ctx.turn, target.date) ? await findMeal(ctx.turn, target) : undefined
  if (found?.meal.eaten?.status !== 'skipped') return false
  const { reason } = found.meal.eaten
  const name = mealName(ctx.t, found.meal)
  ctx.say(askSkippedShown(ctx.t, { name, reason, photo, value: `${valueOf(found.meal)}.${target.date}` }))
  return true
}

/** Photos that were awaited for a meal. */
export const keptMeal = onKept({
  about: Shown,
  kept: async (ctx, event, { day, meal, eaten }) => {
    const first = await addUnsorted(ctx.turn, event)
    if (meal && (await askAfterAll(ctx, { date: day, ...meal }, first))) return
    const found = await readUnsorted(ctx.turn, first)
    if (!(await attached(ctx, { date: day, ref: meal, eaten }, found)))
      await askWhat(ctx, first, [mealMeaning])
  },
})

/** Photos whose meal is gone are not lost with it. */
async function attached(
  ctx: SpotterContext,
  shown: ShownMeal,
  found: readonly UnsortedPhoto[],
): Promise<boolean> {
  try {
    return await attach(ctx, shown, found)
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}

/** A photo that came without a word may be of a meal of its day, or of none that was planned. */
export const mealMeaning: PhotoMeaning = {
  name: 'meal',
  offers: mealOffers,
  take: async (ctx, found, value) => {
    const [, of, id, on] = /^([ep])(\d{1,15})(?:\.(\d{4}-\d{2}-\d{2}))?$/.exec(value) ?? []
    const ref = of === undefined ? null : ({ of: of === 'e' ? 'entry' : 'planned', id: Number(id) } as const)
    const [first] = found
    if (!first || (ref === null && value !== 'other')) throw new Refusal('notThere')
    const date = on ?? dayOfPhoto(ctx, first)
    if (!(await attach(ctx, { date, ref, eaten: null }, found))) ctx.toast(ctx.t('meals:planChanged'))
  },
}

/** Asks of photos that are of no meal any more what they are, once for each album. */
export async function askOfEach(ctx: SpotterContext, photoIds: readonly number[]): Promise<void> {
  const asked = new Set<number>()
  for (const id of photoIds) {
    if (asked.has(id)) continue
    for (const photo of await readUnsorted(ctx.turn, id)) asked.add(photo.id)
    await askWhat(ctx, id, [mealMeaning])
  }
}
