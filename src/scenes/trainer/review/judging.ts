import type { SpotterContext } from '../../../bot/context.ts'
import { verdicts } from '../../../domain/enums.ts'
import { leave } from '../../../bot/scene.ts'
import { requireTrainer } from '../../../services/access.ts'
import { judge, putOff, takeBack } from '../../../services/reviews/judge.ts'
import { keepPhrase } from '../../../services/reviews/phrases.ts'
import { photosOf } from '../../../services/reviews/shown.ts'
import type { ActionNamed } from '../../../views/callbackData.ts'
import { saidCard } from '../../../views/review/queue.ts'
import { markOf } from '../../../views/review/words.ts'
import { Commenting, type Walkthrough, lookedAt, toStep, walkthroughOf } from './state.ts'
import { clear, freshWalk, namesOf, onward, presentOf, say, showPicture, tappedPicture } from './walking.ts'

const walkOf = (ctx: SpotterContext): Walkthrough => walkthroughOf(ctx) ?? freshWalk(ctx, null)

/** Another picture is before the coach's eyes than the one that was tapped. */
function isElsewhere(ctx: SpotterContext, review: number): boolean {
  const now = lookedAt(ctx)
  return now !== null && now !== review
}

/** The picture that the comment step keeps in sight. */
function keptPicture({ place }: SpotterContext): number | null {
  const read =
    place?.scene === 'review' && place.step === 'comment' ? Commenting.safeParse(place.data) : undefined
  return read?.success ? read.data.picture : null
}

/** One tap: ✅ leads to the next at once, ⚠️ and ❌ ask for a word that may be left out. */
export async function takeVerdict(
  ctx: SpotterContext,
  { review: id, verdict: word }: ActionNamed<'judge'>,
): Promise<void> {
  const verdict = verdicts.find((one) => one === word)
  if (!verdict) return ctx.toast(ctx.t('stale'))
  const { outcome } = await judge(ctx.turn, id, verdict)
  const present = await presentOf(ctx, id)
  const picture = tappedPicture(ctx)
  if (outcome === 'before' || !present) {
    if (lookedAt(ctx) !== id && keptPicture(ctx) !== picture) clear(ctx, picture)
    ctx.toast(ctx.t('review:judgedBefore'))
    return walkthroughOf(ctx) && picture !== null ? ctx.quiet() : undefined
  }
  const names = { mark: markOf(ctx.t, verdict), ...namesOf(ctx, present) }
  const words = outcome === 'changed' ? ctx.t('review:changed', names) : ctx.t('review:judged', names)
  const elsewhere = isElsewhere(ctx, id)
  const walk = { ...walkOf(ctx), last: id, typed: false }
  if (verdict !== 'good') {
    ctx.toast(words)
    return toStep(ctx, 'comment', { ...walk, review: id, picture: picture ?? keptPicture(ctx) })
  }
  clear(ctx, picture ?? keptPicture(ctx))
  if (!elsewhere) return onward(ctx, walk, words)
  toStep(ctx, 'queue', { ...walk, review: lookedAt(ctx) })
  return say(ctx, words, walk)
}

/** *Later*, under a picture or on the card. */
export async function takeLater(ctx: SpotterContext, { review }: ActionNamed<'reviewLater'>): Promise<void> {
  const waited = await putOff(ctx.turn, review)
  clear(ctx, tappedPicture(ctx))
  const words = waited ? ctx.t('review:putOff') : ctx.t('review:goneAlready')
  return isElsewhere(ctx, review) ? say(ctx, words, walkOf(ctx)) : onward(ctx, walkOf(ctx), words)
}

/** Turns the photos of an album. */
export async function turnPhoto(
  ctx: SpotterContext,
  { review, photo }: ActionNamed<'reviewPhoto'>,
): Promise<void> {
  const present = await presentOf(ctx, review)
  if (!present || present.review.state !== 'waiting') {
    clear(ctx, tappedPicture(ctx))
    return onward(ctx, walkOf(ctx), ctx.t('review:goneAlready'))
  }
  const photos = await photosOf(ctx.turn, present.review)
  if (!photos.some(({ id }) => id === photo)) return ctx.toast(ctx.t('stale'))
  clear(ctx, tappedPicture(ctx))
  await showPicture(ctx, walkOf(ctx), present, photo)
  return ctx.quiet()
}

/** The last verdict, taken back: its picture is before the coach's eyes again. */
export async function undoVerdict(
  ctx: SpotterContext,
  { review }: ActionNamed<'undoVerdict'>,
): Promise<void> {
  requireTrainer(ctx.turn)
  const before = await presentOf(ctx, review)
  if (!(await takeBack(ctx.turn, review)) || !before) return ctx.toast(ctx.t('review:notLast'))
  clear(ctx, tappedPicture(ctx) ?? keptPicture(ctx))
  const walk = { ...walkOf(ctx), last: null, typed: false }
  const present = await presentOf(ctx, review)
  if (present) await showPicture(ctx, walk, present)
  return say(ctx, ctx.t('review:undone', namesOf(ctx, before)), walk)
}

/** Enough for now. */
export function stopReview(ctx: SpotterContext): void {
  requireTrainer(ctx.turn)
  clear(ctx, tappedPicture(ctx))
  leave(ctx)
}

/** What was typed beside a verdict is at hand from now on. */
export async function keepTyped(ctx: SpotterContext, { review }: ActionNamed<'keepPhrase'>): Promise<void> {
  const comment = (await presentOf(ctx, review))?.review.comment ?? null
  if (comment === null) return ctx.toast(ctx.t('stale'))
  await keepPhrase(ctx.turn, comment)
  ctx.toast(ctx.t('review:phraseKept'))
  if (lookedAt(ctx) !== null) ctx.show(saidCard(ctx.t, ctx.t('review:phraseKept'), null, null))
  return undefined
}
