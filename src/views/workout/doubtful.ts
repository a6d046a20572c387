import type { Proposal } from '../../domain/workout/proposal.ts'
import type { WalkItem } from '../../domain/workout/walk.ts'
import type { View } from '../view.ts'
import { type Reader, setText } from './words.ts'

const pick = (value: string) => ({ name: 'pick', at: 'workout.doubtful', value }) as const

/** Asks whether words tell of `count` sets or of one. */
export function askHowMany(
  reader: Reader,
  data: { item: WalkItem; text: string; count: number; each: Proposal; one: Proposal },
): View {
  const { t } = reader
  const { item, text, count, each, one } = data
  const words = (set: Proposal): string => setText(reader, set, { planned: item.reps })
  return {
    html: t('workout:howMany', { name: item.name, text }),
    buttons: [
      [{ label: t('workout:severalSets', { count, set: words(each) }), action: pick('several') }],
      [{ label: t('workout:oneSet', { set: words(one) }), action: pick('one') }],
      [{ label: t('workout:backToCard'), action: pick('back') }],
    ],
  }
}
