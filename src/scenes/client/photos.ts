import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { awaitMedia } from '../../bot/media.ts'
import { unsorted } from '../../bot/registry.ts'
import { type Scene, goTo, onKept, scene } from '../../bot/scene.ts'
import type { MealRef } from '../../domain/meals/foodDay.ts'
import { isCoach } from '../../services/access.ts'
import { detachAlbum } from '../../services/meals/detach.ts'
import * as photos from '../../services/photos/unsorted.ts'
import type { ActionNamed } from '../../views/callbackData.ts'
import { type PhotoOffer, askWhatItIs } from '../../views/photos/question.ts'

/** Something that photos can be which came without a word: a meal, say. */
export interface PhotoMeaning {
  /** In the data of its buttons. */
  name: string
  /** The scene in which it is likelier than anything else. */
  scene?: string
  /**
   * What it may be just now, the likeliest first; none where it cannot be. `value` is a word for a button. `isNot`: the meal
   * that they are not of.
   */
  offers(
    ctx: SpotterContext,
    found: readonly photos.UnsortedPhoto[],
    isNot?: MealRef | null,
  ): Promise<Pick<PhotoOffer, 'label' | 'value'>[]>
  /** Makes them that, proving the right, and says so. They are `unsorted` no more. */
  take(ctx: SpotterContext, found: readonly photos.UnsortedPhoto[], value: string): Promise<void>
}

const OfLogged = z.object({ eaten: z.int() })

/** Asks what they are; `first` is the first of them. `isAll`: `meanings` are all that there are. */
export async function askWhat(
  ctx: SpotterContext,
  first: number,
  meanings: readonly PhotoMeaning[],
  { isNot = null, isAll = false }: { isNot?: MealRef | null; isAll?: boolean } = {},
): Promise<void> {
  const found = await photos.readUnsorted(ctx.turn, first)
  const offers: PhotoOffer[] = []
  for (const { name, offers: offer } of meanings)
    for (const one of await offer(ctx, found, isNot)) offers.push({ ...one, as: name })
  ctx.say(askWhatItIs(ctx.t, { photo: first, count: found.length, offers, isAll }))
}

/** In a check-in a photo is likely one of progress. */
function likeliestFirst({ place }: SpotterContext, meanings: readonly PhotoMeaning[]): PhotoMeaning[] {
  const isLikely = ({ scene }: PhotoMeaning): boolean => scene !== undefined && scene === place?.scene
  return [...meanings].toSorted((one, other) => Number(isLikely(other)) - Number(isLikely(one)))
}

const askAll = (ctx: SpotterContext, first: number, meanings: readonly PhotoMeaning[]): Promise<void> =>
  askWhat(ctx, first, likeliestFirst(ctx, meanings), { isAll: true })

/** The question goes when it is answered. */
function answered(ctx: SpotterContext): void {
  if (ctx.input.kind === 'tap' && ctx.input.messageId !== null) ctx.takeAway(ctx.input.messageId)
}

async function sort(
  ctx: SpotterContext,
  { photo, as, value }: ActionNamed<'sortPhoto'>,
  meanings: readonly PhotoMeaning[],
): Promise<void> {
  const found = await photos.readUnsorted(ctx.turn, photo)
  const meaning = meanings.find(({ name }) => name === as)
  if (!meaning) return ctx.toast(ctx.t('stale'))
  await meaning.take(ctx, found, value)
  return answered(ctx)
}

/** What was taken for a meal is asked about as if it had come without a word. A meal made by it alone is gone. */
async function ofNoSuchMeal(
  ctx: SpotterContext,
  photo: number,
  meanings: readonly PhotoMeaning[],
): Promise<void> {
  const { id, date, ref } = await detachAlbum(ctx.turn, photo)
  const shown = ctx.place?.step === 'logged' ? ctx.place.data : undefined
  if (OfLogged.safeParse(shown).data?.eaten === id) goTo(ctx, 'meals', 'day', { day: date })
  await askWhat(ctx, photo, likeliestFirst(ctx, meanings), { isNot: ref, isAll: true })
}

/** Photos and clips that come without a word, from anywhere. */
export function photosScene(meanings: readonly PhotoMeaning[]): Scene {
  return scene('photos', {
    steps: {},
    kept: {
      [unsorted]: onKept({
        about: z.object({}),
        kept: async (ctx, event) => askAll(ctx, await photos.addUnsorted(ctx.turn, event), meanings),
      }),
    },
    taps: {
      notThisMeal: (ctx, { photo }) => ofNoSuchMeal(ctx, photo, meanings),
      sortPhoto: (ctx, action) => sort(ctx, action, meanings),
      askPhoto: async (ctx, { photo }) => {
        await askAll(ctx, photo, meanings)
        answered(ctx)
      },
      leavePhoto: async (ctx, { photo }) => {
        await photos.readUnsorted(ctx.turn, photo)
        answered(ctx)
        ctx.toast(ctx.t('photos:left'))
      },
      removePhoto: async (ctx, { photo }) => {
        await photos.removeUnsorted(ctx.turn, photo)
        answered(ctx)
        ctx.toast(ctx.t('photos:removed'))
      },
    },
    anywhere: async (ctx, input) => {
      if (input.kind !== 'media') return false
      if (ctx.turn.actor.role === 'client')
        await awaitMedia(ctx, input, { name: unsorted, about: {} }, ['picture', 'clip'])
      else ctx.notice(isCoach(ctx.turn) ? ctx.t('photos:notOfCoaches') : ctx.t('photos:notYet'))
      return true
    },
  })
}
