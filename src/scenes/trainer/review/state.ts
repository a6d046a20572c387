import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { goTo } from '../../../bot/scene.ts'

export const Walkthrough = z.object({
  /** Of one client alone. */
  client: z.int().nullable(),
  /** When it began, as stored: what was put off since does not come again. */
  since: z.string(),
  /** The review that was judged last. */
  last: z.int().nullable(),
  /** What was typed beside that, and may be kept at hand. */
  typed: z.boolean(),
  /** The message that said the last words, whose editing corrects them. */
  by: z.object({ message: z.int(), review: z.int() }).optional(),
})
export type Walkthrough = z.output<typeof Walkthrough>

/** Before the coach's eyes; in the step `comment` its verdict was given, and words beside it are asked for. */
export const Looking = Walkthrough.extend({ review: z.int() })
export type Looking = z.output<typeof Looking>
/** Words of which nobody knows yet whether they are for what is before the coach's eyes, or for the one judged last. */
export const Pending = Looking.extend({
  last: z.int(),
  text: z.string(),
  /** The one message that said them; null where several did: an edit of one is not all of the words. */
  message: z.int().nullable().optional(),
})
export type Pending = z.output<typeof Pending>

/** Where the coach is in the queue; undefined anywhere else. */
export function walkthroughOf({ place }: SpotterContext): Walkthrough | undefined {
  if (place?.scene !== 'review') return undefined
  const read = Walkthrough.safeParse(place.data)
  return read.success ? read.data : undefined
}

function reviewIn({ place }: SpotterContext, step: 'queue' | 'comment' | 'whose'): number | null {
  const isThere = place?.scene === 'review' && place.step === step
  const read = isThere ? Looking.safeParse(place.data) : undefined
  return read?.success ? read.data.review : null
}

/** The review before the coach's eyes. */
export const lookedAt = (ctx: SpotterContext): number | null =>
  reviewIn(ctx, 'queue') ?? reviewIn(ctx, 'whose')

/** Words wait to be told whose they are. */
export const hasPending = (ctx: SpotterContext): boolean => reviewIn(ctx, 'whose') !== null

/** The review for which words are asked. */
export const commentedOn = (ctx: SpotterContext): number | null => reviewIn(ctx, 'comment')

export const toStep = (
  ctx: SpotterContext,
  step: 'queue' | 'comment' | 'whose' | 'done' | 'phrases',
  data: unknown,
): void => goTo(ctx, 'review', step, data)
