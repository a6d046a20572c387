import type { Pose } from '../../domain/enums.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Extra } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { type Whose, captioned, directionOf, plain, spanText } from './words.ts'

interface SideData {
  /** A file that is kept. */
  fileId: number
  date: string
  /** What was weighed about then, kg. */
  kg: number | undefined
}

export interface PairData extends Whose {
  pose: Pose | null
  before: SideData
  after: SideData
}

const poseKeys = {
  front: 'progress:poseFront',
  side: 'progress:poseSide',
  back: 'progress:poseBack',
} as const

export const poseText = (t: Texts, pose: Pose | null): string =>
  pose === null ? t('progress:poseOther') : t(poseKeys[pose])

/** The first and the last photo of a side, with day and weight. */
export function pairPicture({ t, units }: Reader, data: PairData): Extra {
  const pose = poseText(t, data.pose)
  const what = ({ kg }: SideData) =>
    kg === undefined
      ? pose
      : t('progress:pairWeighed', { pose, weight: formatBodyWeight(kg, units, t.language) })
  const side = (one: SideData) => ({
    fileId: one.fileId,
    label: spanText(t, one.date, one.date),
    caption: plain(what(one)),
  })
  const span = spanText(t, data.before.date, data.after.date)
  const line = (one: SideData) =>
    t('progress:pairSide', { date: spanText(t, one.date, one.date), what: what(one) })
  return {
    ...captioned(t, data, { title: t('progress:pairTitle'), span }, [line(data.before), line(data.after)]),
    picture: {
      kind: 'pair',
      pair: {
        direction: directionOf(t),
        title: plain(t('progress:pairTitle')),
        sides: [side(data.before), side(data.after)],
      },
    },
  }
}
