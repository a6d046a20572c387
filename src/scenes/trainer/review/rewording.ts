import type { SpotterContext } from '../../../bot/context.ts'
import type { Input } from '../../../bot/input.ts'
import { commentOn } from '../../../services/reviews/judge.ts'
import { type Walkthrough, walkthroughOf } from './state.ts'
import { namesOf, presentOf } from './walking.ts'

/** Which message the words on a review are from. */
export const saidBy = (input: Input, review: number): Pick<Walkthrough, 'by'> =>
  input.kind === 'text' ? { by: { message: input.messageId, review } } : {}

export const messageOf = (input: Input): number | null => (input.kind === 'text' ? input.messageId : null)

/** Says words on a review anew, to the client too. False where the message said none, or they were taken back. */
async function reword(ctx: SpotterContext, message: number, words: string): Promise<boolean> {
  const by = walkthroughOf(ctx)?.by
  const present = by?.message === message ? await presentOf(ctx, by.review) : undefined
  if (words === '' || !present || present.review.comment === null) return false
  await commentOn(ctx.turn, present.review.id, words)
  ctx.notice(ctx.t('review:reworded', { ...namesOf(ctx, present), comment: words }))
  return true
}

/** A message that a coach changes while they look through the queue: it counts, or is said not to. */
export async function takeReworded(ctx: SpotterContext, input: Input): Promise<boolean> {
  if (input.kind !== 'text' || !input.edited || !walkthroughOf(ctx)) return false
  if (!(await reword(ctx, input.messageId, input.text.trim()))) ctx.notice(ctx.t('editUnheard'))
  return true
}
