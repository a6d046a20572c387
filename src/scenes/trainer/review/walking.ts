import type { SpotterContext } from '../../../bot/context.ts'
import {
  type Authorized,
  type ShownToCoach,
  authorizeClient,
  authorizeReview,
} from '../../../services/access.ts'
import { Refusal } from '../../../services/errors.ts'
import { longestPhrase, ownPhrases } from '../../../services/reviews/phrases.ts'
import { countWaiting, nextWaiting, startOfWalk } from '../../../services/reviews/queue.ts'
import { type ShownLift, type ShownMeal, photosOf, readShown } from '../../../services/reviews/shown.ts'
import { type LastData, lastLine } from '../../../views/review/last.ts'
import { pictureView } from '../../../views/review/picture.ts'
import { saidCard, starterPhrases } from '../../../views/review/queue.ts'
import { exactName, subjectName } from '../../../views/review/words.ts'
import { readerOf } from '../../client/showing.ts'
import { type Walkthrough, toStep } from './state.ts'

export interface Present {
  review: Authorized<ShownToCoach>
  shown: ShownMeal | ShownLift
}

/** What goes by this id; undefined when it is gone, or not the coach's to see. */
export async function presentOf(ctx: SpotterContext, id: number): Promise<Present | undefined> {
  try {
    const review = await authorizeReview(ctx.turn, id)
    const shown = await readShown(ctx.turn, review)
    return shown && { review, shown }
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}

/** Whose it is and what it is, for the texts. */
export const namesOf = (ctx: SpotterContext, { review, shown }: Present) => ({
  client: review.client,
  name: subjectName(ctx.t, shown),
})

function goBySameName({ t }: SpotterContext, one: Present, other: Present | undefined): boolean {
  if (one.shown.kind === 'meal' && one.shown.name === null && one.shown.type === null) return true
  return (
    one.review.clientId === other?.review.clientId && exactName(t, one.shown) === exactName(t, other.shown)
  )
}

/** The verdict that was given last, told apart from what is `beside` it; null where it was taken back meanwhile. */
export async function lastOf(
  ctx: SpotterContext,
  id: number | null,
  beside?: Present,
): Promise<LastData | null> {
  const present = id === null ? undefined : await presentOf(ctx, id)
  if (!present || present.review.state !== 'done' || present.review.verdict === null) return null
  const { id: review, client, clientId, verdict, comment, shownAt: at } = present.review
  const when = goBySameName(ctx, present, beside)
    ? { at, timeZone: (await authorizeClient(ctx.turn, clientId)).timeZone }
    : null
  return { review, client, verdict, comment, subject: present.shown, when }
}

/** What was typed beside the last verdict, where it is none of the phrases yet. */
export async function newPhrase(ctx: SpotterContext, { last, typed }: Walkthrough): Promise<string | null> {
  const before = last === null || !typed ? undefined : await presentOf(ctx, last)
  const comment = before?.review.comment ?? null
  if (!before || comment === null || Array.from(comment).length > longestPhrase) return null
  const known = [
    ...(await ownPhrases(ctx.turn)).map(({ text }) => text),
    ...starterPhrases(ctx.t, before.shown),
  ]
  return known.includes(comment) ? null : comment
}

const isCard = ({ input, conversation }: SpotterContext): boolean =>
  input.kind === 'tap' && input.messageId === conversation.presence.cardMessageId

/** The message that was tapped, where it is no card but a picture. */
export const tappedPicture = (ctx: SpotterContext): number | null =>
  ctx.input.kind === 'tap' && !isCard(ctx) ? ctx.input.messageId : null

/** Pictures are said under this key, so that they do not pile up: each takes the place of the one before. */
export const pictureKey = 'review'

/** Says what was done: on top of the screen under a picture, else in place of the card. */
export async function say(ctx: SpotterContext, html: string, walk: Walkthrough): Promise<void> {
  if (ctx.input.kind === 'tap') ctx.toast(html)
  if (tappedPicture(ctx) === null) ctx.show(saidCard(ctx.t, html, walk.last, await newPhrase(ctx, walk)))
  else ctx.quiet()
}

/** The picture as a message of its own, with everything that can be done about it. */
export async function showPicture(
  ctx: SpotterContext,
  walk: Walkthrough,
  { review, shown }: Present,
  photo?: number,
): Promise<void> {
  const photos = await photosOf(ctx.turn, review)
  const one = photos.find(({ id }) => id === photo) ?? photos[0]
  const { timeZone } = await authorizeClient(ctx.turn, review.clientId)
  const view = pictureView(readerOf(ctx), {
    review: review.id,
    client: review.client,
    timeZone,
    shown,
    photos,
    photo: one?.id ?? 0,
    comment: review.comment,
    more: (await countWaiting(ctx.turn, walk.client)) - 1,
    last: await lastOf(ctx, walk.last, { review, shown }),
  })
  ctx.say({ ...view, key: pictureKey, ...(one && { picture: { kind: 'kept', file: one.fileId } }) })
  toStep(ctx, 'queue', { ...walk, review: review.id })
}

/** Whatever comes next in the queue, after `words` on what was just done. */
export async function onward(ctx: SpotterContext, walk: Walkthrough, words?: string): Promise<void> {
  const { client: clientId, since } = walk
  const next = await nextWaiting(ctx.turn, { clientId, since })
  const present = next === undefined ? undefined : await presentOf(ctx, next)
  if (present) {
    await showPicture(ctx, walk, present)
    return words === undefined ? ctx.quiet() : say(ctx, words, walk)
  }
  ctx.takeAway(pictureKey)
  toStep(ctx, 'done', walk)
  if (words === undefined) return undefined
  if (ctx.input.kind === 'tap') return ctx.toast(words)
  const last = await lastOf(ctx, walk.last)
  // The card says that itself.
  return last && words === lastLine(ctx.t, last) ? undefined : ctx.notice(words)
}

export const freshWalk = (ctx: SpotterContext, client: number | null): Walkthrough => ({
  client,
  since: startOfWalk(ctx.turn),
  last: null,
  typed: false,
})

/** Begins at the front of the queue, of one client's alone where `client` names one. */
export const begin = (ctx: SpotterContext, client: number | null): Promise<void> =>
  onward(ctx, freshWalk(ctx, client))
