import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { type RenderPush, type Scene, onKept, scene } from '../../../bot/scene.ts'
import type { MediaEvent } from '../../../services/files/events.ts'
import { dropKept } from '../../../services/files/kept.ts'
import { authorizeClient, requireTrainer } from '../../../services/access.ts'
import { waitingFor } from '../../../services/reviews/nudge.ts'
import { speakOn } from '../../../services/reviews/judge.ts'
import { saidCard, waitingNews } from '../../../views/review/queue.ts'
import { welcomeAdmin } from '../../people/front.ts'
import { addWords, keepTyped, stopReview, takeLater, takeVerdict, turnPhoto, undoVerdict } from './judging.ts'
import { takeReworded } from './rewording.ts'
import { lookedAt, walkthroughOf } from './state.ts'
import { reviewSteps, spokenPurpose } from './steps.ts'
import { begin, namesOf, pictureKey, presentOf } from './walking.ts'

async function open(ctx: SpotterContext): Promise<void> {
  await welcomeAdmin(ctx)
  requireTrainer(ctx.turn)
  return begin(ctx, null)
}

/** What was said in voice is kept: it goes along with the verdict, or after it. */
async function spoken(ctx: SpotterContext, event: MediaEvent, review: number): Promise<void> {
  const [first, ...others] = event.files
  if (!first) return
  await speakOn(ctx.turn, review, first.fileId)
  await dropKept(ctx.turn, { files: others })
  if (lookedAt(ctx) === review) return
  const present = await presentOf(ctx, review)
  if (!present) return
  const words = ctx.t('review:spoken', namesOf(ctx, present))
  if (lookedAt(ctx) !== null && walkthroughOf(ctx)) ctx.show(saidCard(ctx.t, words, null, null))
  else ctx.notice(words)
}

const waiting: RenderPush = async ({ unit, actor, t }) => {
  const count = await waitingFor(unit, actor)
  return count === 0 ? undefined : waitingNews(t, count)
}

/** `/review`: what clients showed, one after another. */
export const review: Scene = scene('review', {
  steps: reviewSteps,
  beside: pictureKey,
  commands: { review: { audience: ['trainer', 'admin'], listed: true, run: open } },
  taps: {
    openReview: open,
    reviewOf: async (ctx, { client }) => {
      await authorizeClient(ctx.turn, client)
      return begin(ctx, client)
    },
    judge: takeVerdict,
    reviewLater: takeLater,
    reviewPhoto: turnPhoto,
    undoVerdict,
    addWords,
    stopReview,
    keepPhrase: keepTyped,
  },
  pushes: { waiting },
  anywhere: takeReworded,
  kept: {
    [spokenPurpose]: onKept({
      about: z.object({ review: z.int() }),
      kept: (ctx, event, { review: id }) => spoken(ctx, event, id),
    }),
  },
})
