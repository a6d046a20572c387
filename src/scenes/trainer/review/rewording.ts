import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { commentOn } from '../../../services/reviews/judge.ts'
import { type Walkthrough, walkthroughOf } from './state.ts'
import { namesOf, presentOf } from './walking.ts'

/** Which message the words on a review are from. */
export const saidBy = (input: Input, review: number): Pick<Walkthrough, 'by'> =>
  input.kind === 'text' ? { by: { message: input.messageId, review } } : {}

/** A changed message says its words on a review anew, to the client too. False where it said none, or they were taken back. */
export async function takeReworded(ctx: SpotterContext, input: Input): Promise<boolean> {
  const by = walkthroughOf(ctx)?.by
  if (input.kind !== 'text' || !input.edited || by?.message !== input.messageId) return false
  const words = input.text.trim()
  const present = await presentOf(ctx, by.review)
  if (words === '' || !present || present.review.comment === null) return false
  await commentOn(ctx.turn, by.review, words)
  ctx.notice(ctx.t('review:reworded', { ...namesOf(ctx, present), comment: words }))
  return true
}
