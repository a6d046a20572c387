import { z } from 'zod'
import type { SpotterContext } from '../../../bot/context.ts'
import { awaitMedia } from '../../../bot/media.ts'
import { type Verdict, onKept, step } from '../../../bot/scene.ts'
import { type Pose, poses } from '../../../domain/enums.ts'
import { wantedAs } from '../../../domain/media.ts'
import { addPoses } from '../../../services/checkIns/photos.ts'
import * as views from '../../../views/checkin/questions.ts'
import { typed } from '../../people/answers.ts'
import { readerOf } from '../showing.ts'
import { At, askedOf, foot, goOn, sayLoose, todayOf } from './going.ts'

const OfPose = At.extend({ pose: z.enum(poses) })
/** The check-in's local day, and the pose that was asked for. */
const About = z.object({ date: z.string(), pose: z.enum(poses) })

/** The purpose of what is sent for a pose. */
export const posePurpose = 'pose'

export const photo = step({
  state: OfPose,
  awaits: 'words',
  show: async (ctx, { pose, ...at }) => views.askPhoto(readerOf(ctx), await askedOf(ctx, pose, at), pose),
  on: async (ctx, input, { pose, ...at }): Promise<Verdict> => {
    if (await foot(ctx, input, pose, at)) return undefined
    if (input.kind === 'media') {
      if (wantedAs(input.media) === 'clip') return ctx.notice(ctx.t('checkin:clipUnread'))
      await awaitMedia(ctx, input, { name: posePurpose, about: { date: at.date, pose } })
      return undefined
    }
    if (typed(input) === undefined) return 'pass'
    ctx.notice(ctx.t('checkin:photoUnread'))
    return 'unclear'
  },
})

/** Where the client still stands before a pose that has come, they go on after the last of those. */
async function goOnFrom(ctx: SpotterContext, date: string, added: readonly Pose[]): Promise<void> {
  const { place } = ctx
  if (place?.scene !== 'checkin' || place.step !== 'photo') return
  const found = OfPose.safeParse(place.data)
  const last = added.at(-1)
  if (!found.success || !last || found.data.date !== date || !added.includes(found.data.pose)) return
  const { isChange } = found.data
  await goOn(ctx, last, { date, isChange })
}

export const keptPose = onKept({
  about: About,
  kept: async (ctx, event, { date, pose }) => {
    const { added, loose, shownOn } = await addPoses(ctx.turn, date, pose, event)
    ctx.notice(views.keptText(ctx.t, added, shownOn === date ? null : shownOn, todayOf(ctx)))
    sayLoose(ctx, loose)
    await goOnFrom(ctx, date, added)
  },
})
