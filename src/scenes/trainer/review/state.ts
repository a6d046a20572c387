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
})
export type Walkthrough = z.output<typeof Walkthrough>

/** Before the coach's eyes. */
export const Looking = Walkthrough.extend({ review: z.int() })
/** A verdict was given, and words beside it are asked for; `picture` is the message that shows it. */
export const Commenting = Looking.extend({ picture: z.int().nullable() })
export type Commenting = z.output<typeof Commenting>

/** Where the coach is in the queue; undefined anywhere else. */
export function walkthroughOf({ place }: SpotterContext): Walkthrough | undefined {
  if (place?.scene !== 'review') return undefined
  const read = Walkthrough.safeParse(place.data)
  return read.success ? read.data : undefined
}

/** The review before the coach's eyes. */
export function lookedAt({ place }: SpotterContext): number | null {
  const read = place?.scene === 'review' && place.step === 'queue' ? Looking.safeParse(place.data) : undefined
  return read?.success ? read.data.review : null
}

export const toStep = (
  ctx: SpotterContext,
  step: 'queue' | 'comment' | 'done' | 'phrases',
  data: unknown,
): void => goTo(ctx, 'review', step, data)
