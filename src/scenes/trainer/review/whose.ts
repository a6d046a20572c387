import type { SpotterContext } from '../../../bot/context.ts'
import { type Verdict, step } from '../../../bot/scene.ts'
import { wasJustJudged } from '../../../domain/justJudged.ts'
import { commentOn } from '../../../services/reviews/judge.ts'
import { lastLine } from '../../../views/review/last.ts'
import { askWhose } from '../../../views/review/queue.ts'
import { picked, typed } from '../../people/answers.ts'
import { type Looking, Pending, type Walkthrough, toStep } from './state.ts'
import { lastOf, presentOf, say } from './walking.ts'

/** Words right after a verdict may be for the one judged last, as long as neither of the two has any. */
export async function maybeForLast(
  ctx: SpotterContext,
  looking: Looking,
  text: string,
): Promise<Pending | undefined> {
  const { last, review } = looking
  if (last === null) return undefined
  const [judged, present] = [await presentOf(ctx, last), await presentOf(ctx, review)]
  const isOpen = judged?.review.state === 'done' && judged.review.comment === null
  const isFirst = present?.review.comment === null
  return isOpen && isFirst && wasJustJudged(judged.review.reviewedAt, ctx.turn.now)
    ? { ...looking, last, text }
    : undefined
}

const said = (message: Pending['message'], review: number): Pick<Walkthrough, 'by'> =>
  message ? { by: { message, review } } : {}

async function sayOfLast(ctx: SpotterContext, { text, message, ...looking }: Pending): Promise<void> {
  const { last } = looking
  toStep(ctx, 'queue', looking)
  if (!(await lastOf(ctx, last))) return ctx.toast(ctx.t('review:notLast'))
  await commentOn(ctx.turn, last, text)
  const walk = { ...looking, ...said(message, last), typed: true }
  toStep(ctx, 'queue', walk)
  const judged = await lastOf(ctx, last, await presentOf(ctx, looking.review))
  return judged ? say(ctx, lastLine(ctx.t, judged), walk) : undefined
}

/** Whose words are that came right after a verdict, with the next picture before the coach's eyes. */
export const whose = step({
  state: Pending,
  show: async (ctx, { review, last, text }) => {
    const present = await presentOf(ctx, review)
    return askWhose(ctx.t, {
      text,
      last: await lastOf(ctx, last, present),
      present: present ? { client: present.review.client, subject: present.shown } : null,
    })
  },
  on: async (ctx, input, pending): Promise<Verdict> => {
    const { text, message, ...looking } = pending
    const value = picked(input)
    if (value === 'last') return sayOfLast(ctx, pending)
    if (value === 'this') await commentOn(ctx.turn, looking.review, text)
    if (value === 'this') return toStep(ctx, 'queue', { ...looking, ...said(message, looking.review) })
    if (value === 'back') return toStep(ctx, 'queue', looking)
    const more = typed(input)
    if (more === undefined || more === '') return 'pass'
    return toStep(ctx, 'whose', { ...pending, text: `${text}\n${more}`, message: null })
  },
})
