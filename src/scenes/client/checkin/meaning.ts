import { poses } from '../../../domain/enums.ts'
import { dayOfCaption } from '../../../domain/progress/captionDay.ts'
import { sortAsPoses } from '../../../services/checkIns/photos.ts'
import { askPose, sortedText } from '../../../views/checkin/questions.ts'
import type { PhotoMeaning } from '../photos.ts'
import { todayOf } from './going.ts'

const name = 'progress'
const ask = 'ask'

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
    const pose = poses.find((one) => one === value)
    const [first] = found
    if (!first) return ctx.toast(ctx.t('stale'))
    if (!pose) return value === ask ? ctx.say(askPose(ctx.t, first.id, name)) : ctx.toast(ctx.t('stale'))
    const ids = found.map(({ id }) => id)
    const date = dayOfCaption(first.caption, first.date)
    const isInCheckIn = await sortAsPoses(ctx.turn, ids, date, pose)
    const isOfThen = date === first.date
    return ctx.toast(sortedText(ctx.t, { isInCheckIn, date, isOfThen }, todayOf(ctx)))
  },
}
