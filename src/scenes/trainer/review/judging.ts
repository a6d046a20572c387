import type { SpotterContext } from '../../../bot/context.ts'
import { verdicts } from '../../../domain/enums.ts'
import { leave } from '../../../bot/scene.ts'
import { requireTrainer } from '../../../services/access.ts'
import { askedForWords, judge, putOff, takeBack } from '../../../services/reviews/judge.ts'
import { keepPhrase } from '../../../services/reviews/phrases.ts'
import { photosOf } from '../../../services/reviews/shown.ts'
import type { ActionNamed } from '../../../views/callbackData.ts'
import { saidCard } from '../../../views/review/queue.ts'
import { markOf } from '../../../views/review/words.ts'
import { type Walkthrough, commentedOn, hasPending, lookedAt, toStep, walkthroughOf } from './state.ts'
import { freshWalk, namesOf, onward, presentOf, say, showPicture, tappedPicture } from './walking.ts'

const walkOf = (ctx: SpotterContext): Walkthrough => walkthroughOf(ctx) ?? freshWalk(ctx, null)

/** Another picture is before the coach's eyes than the one that was tapped. */
function isElsewhere(ctx: SpotterContext, review: number): boolean {
  const now = lookedAt(ctx)
  return now !== null && now !== review
}

/** The words that were written would be lost. */
function waitsForWhose(ctx: SpotterContext): boolean {
  if (!hasPending(ctx)) return false
  ctx.toast(ctx.t('review:whoseFirst'))
  if (tappedPicture(ctx) !== null) ctx.quiet()
  return true
}

/** A picture of earlier that is still in the chat has done its work. */
function clearOld(ctx: SpotterContext): void {
  const picture = tappedPicture(ctx)
  if (picture !== null) ctx.takeAway(picture)
}

/** One tap: ✅ leads to the next at once, ⚠️ and ❌ ask for a word that may be left out. */
export async function takeVerdict(
  ctx: SpotterContext,
  { review: id, verdict: word }: ActionNamed<'judge'>,
): Promise<void> {
  const verdict = verdicts.find((one) => one === word)
  if (!verdict) return ctx.toast(ctx.t('stale'))
  if (waitsForWhose(ctx)) return undefined
  const { outcome } = await judge(ctx.turn, id, verdict)
  const present = await presentOf(ctx, id)
  if (outcome === 'before' || !present) {
    if (commentedOn(ctx) !== id) clearOld(ctx)
    ctx.toast(ctx.t('review:judgedBefore'))
    return walkthroughOf(ctx) && tappedPicture(ctx) !== null ? ctx.quiet() : undefined
  }
  const names = { mark: markOf(ctx.t, verdict), ...namesOf(ctx, present) }
  const words = outcome === 'changed' ? ctx.t('review:changed', names) : ctx.t('review:judged', names)
  const elsewhere = isElsewhere(ctx, id)
  const walk = { ...walkOf(ctx), last: id, typed: false }
  if (verdict !== 'good') {
    await askedForWords(ctx.turn, id, true)
    ctx.toast(words)
    return toStep(ctx, 'comment', { ...walk, review: id })
  }
  if (!elsewhere) return onward(ctx, walk, words)
  clearOld(ctx)
  toStep(ctx, 'queue', { ...walk, review: lookedAt(ctx) })
  return say(ctx, words, walk)
}

/** *Later*, under a picture or on the card. */
export async function takeLater(ctx: SpotterContext, { review }: ActionNamed<'reviewLater'>): Promise<void> {
  if (waitsForWhose(ctx)) return undefined
  const waited = await putOff(ctx.turn, review)
  const words = waited ? ctx.t('review:putOff') : ctx.t('review:goneAlready')
  if (!isElsewhere(ctx, review)) return onward(ctx, walkOf(ctx), words)
  clearOld(ctx)
  return say(ctx, words, walkOf(ctx))
}

/** Turns the photos of an album. */
export async function turnPhoto(
  ctx: SpotterContext,
  { review, photo }: ActionNamed<'reviewPhoto'>,
): Promise<void> {
  const present = await presentOf(ctx, review)
  if (!present || present.review.state !== 'waiting') {
    clearOld(ctx)
    return onward(ctx, walkOf(ctx), ctx.t('review:goneAlready'))
  }
  const photos = await photosOf(ctx.turn, present.review)
  if (!photos.some(({ id }) => id === photo)) return ctx.toast(ctx.t('stale'))
  await showPicture(ctx, walkOf(ctx), present, photo)
  return ctx.quiet()
}

/** The last verdict, taken back: its picture is before the coach's eyes again. */
export async function undoVerdict(
  ctx: SpotterContext,
  { review }: ActionNamed<'undoVerdict'>,
): Promise<void> {
  requireTrainer(ctx.turn)
  if (waitsForWhose(ctx)) return undefined
  const before = await presentOf(ctx, review)
  if (!(await takeBack(ctx.turn, review)) || !before) return ctx.toast(ctx.t('review:notLast'))
  const walk = { ...walkOf(ctx), last: null, typed: false }
  const present = await presentOf(ctx, review)
  if (present) await showPicture(ctx, walk, present)
  return say(ctx, ctx.t('review:undone', namesOf(ctx, before)), walk)
}

/** Words for a verdict that was given a moment ago; the queue goes on after them. */
export async function addWords(ctx: SpotterContext, { review }: ActionNamed<'addWords'>): Promise<void> {
  if (waitsForWhose(ctx)) return undefined
  const present = await presentOf(ctx, review)
  if (present?.review.state !== 'done') return ctx.toast(ctx.t('review:notLast'))
  return toStep(ctx, 'comment', { ...walkOf(ctx), last: review, typed: false, review })
}

/** Enough for now. */
export function stopReview(ctx: SpotterContext): void {
  requireTrainer(ctx.turn)
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
