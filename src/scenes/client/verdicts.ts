import { z } from 'zod'
import type { SpotterContext } from '../../bot/context.ts'
import { type RenderPush, type Scene, scene } from '../../bot/scene.ts'
import { requireClient } from '../../services/access.ts'
import { Refusal } from '../../services/errors.ts'
import { spokenFor, verdictsFor } from '../../services/reviews/told.ts'
import { spokenCaption, verdictsNews } from '../../views/review/news.ts'

const Verdicts = z.object({ reviews: z.array(z.object({ id: z.int(), again: z.boolean() })) })
const Spoken = z.object({ review: z.int(), file: z.int() })

/** Worded from what stands when it is sent: what was taken back meanwhile is not told. */
const verdicts: RenderPush = async ({ unit, actor, t, payload }) => {
  const told = await verdictsFor(unit, actor, Verdicts.parse(payload).reviews)
  return told.length === 0 ? undefined : verdictsNews(t, told)
}

const spokenVerdict: RenderPush = async ({ unit, actor, t, payload }) => {
  const { review, file } = Spoken.parse(payload)
  const spoken = await spokenFor(unit, actor, review)
  if (spoken?.fileId !== file) return undefined
  return { html: spokenCaption(t, spoken.told), buttons: [], picture: { kind: 'kept', file } }
}

async function hear(ctx: SpotterContext, review: number): Promise<void> {
  requireClient(ctx.turn)
  const spoken = await spokenFor(ctx.turn, ctx.turn.actor, review)
  if (!spoken) throw new Refusal('notThere')
  ctx.say({ html: spokenCaption(ctx.t, spoken.told), picture: { kind: 'kept', file: spoken.fileId } })
  ctx.quiet()
}

/** What a client hears of what they showed. */
export const verdictsScene: Scene = scene('verdicts', {
  steps: {},
  taps: { hearVerdict: (ctx, { review }) => hear(ctx, review) },
  pushes: { verdicts, spokenVerdict },
})
