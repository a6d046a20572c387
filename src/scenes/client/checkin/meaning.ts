import { poses } from '../../../domain/enums.ts'
import { dayOfCaption } from '../../../domain/progress/captionDay.ts'
import { type Beside, sortAsPoses } from '../../../services/checkIns/photos.ts'
import { askPose, sortedText } from '../../../views/checkin/questions.ts'
import { askTaken } from '../../../views/checkin/loose.ts'
import type { PhotoMeaning } from '../photos.ts'
import { sayLoose, todayOf } from './going.ts'

const name = 'progress'
const ask = 'ask'

const answers: Readonly<Record<string, Beside>> = { Anew: 'replace', Beside: 'beside' }

/** `front`; with what was answered where a check-in that was sent has one already: `frontAnew`, `frontBeside`, `frontToday`. */
function poseIn(value: string) {
  const [, said, answer = ''] = /^([a-z]+)(Anew|Beside|Today)?$/.exec(value) ?? []
  const pose = poses.find((one) => one === said)
  return pose && { pose, others: answers[answer] ?? 'ask', isToday: answer === 'Today' }
}

/** A photo that came without a word may be one of progress: its pose is asked then; an album begins at the front. */
export const progressMeaning: PhotoMeaning = {
  name,
  scene: 'checkin',
  offers: (ctx, found) => {
    const arePictures = found.every(({ isPicture }) => isPicture)
    const value = found.length > 1 ? poses[0] : ask
    return Promise.resolve(arePictures ? [{ label: ctx.t('checkin:progress'), value }] : [])
  },
  take: async (ctx, found, value) => {
    const said = poseIn(value)
    const [first] = found
    if (!first) return ctx.toast(ctx.t('stale'))
    if (!said) return value === ask ? ctx.say(askPose(ctx.t, first.id, name)) : ctx.toast(ctx.t('stale'))
    const { pose, others, isToday } = said
    const ids = found.map(({ id }) => id)
    const date = isToday ? first.date : dayOfCaption(first.caption, first.date)
    const isOfThen = date === first.date
    const sorted = await sortAsPoses(ctx.turn, ids, date, pose, others)
    const today = todayOf(ctx)
    if (sorted.kind === 'taken') {
      const sentOn = isOfThen ? null : first.date
      return ctx.say(askTaken(ctx.t, { photo: first.id, as: name, pose, date, sentOn, today }))
    }
    sayLoose(ctx, sorted.loose)
    return ctx.toast(sortedText(ctx.t, { isInCheckIn: sorted.isInCheckIn, date, isOfThen }, today))
  },
}
