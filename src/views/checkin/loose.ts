import type { Pose } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, Extra } from '../view.ts'

/** A photo that a check-in has no more, and what may become of it. */
export function looseView(t: Texts, { id: photo, pose }: { id: number; pose: Pose }): Extra {
  return {
    html: t('checkin:loose', { pose: t(`checkin:${pose}`) }),
    buttons: [
      [
        { label: t('photos:remove'), action: { name: 'removePhoto', photo } },
        { label: t('photos:else'), action: { name: 'askPhoto', photo } },
      ],
    ],
  }
}

interface Taken {
  photo: number
  /** The meaning that its buttons go to. */
  as: string
  pose: Pose
  /** The check-in's local day; `sentOn`: the one on which the photo was sent, where that is another. */
  date: string
  sentOn: string | null
  today: string
}

/** The trainer was sent such a photo of that day: whether this one takes its place. */
export function askTaken(t: Texts, { photo, as, pose, date, sentOn, today }: Taken): Extra {
  const answer = (label: string, value: string): Button => ({
    label,
    action: { name: 'sortPhoto', photo, as, value: `${pose}${value}` },
  })
  const of = (day: string) => formatDate(day, t.language, today)
  return {
    html: t('checkin:taken', { pose: t(`checkin:${pose}`), date: of(date) }),
    buttons: [
      [answer(t('checkin:replace'), 'Anew'), answer(t('checkin:keepBoth'), 'Beside')],
      sentOn === null ? [] : [answer(t('checkin:itIsOf', { date: of(sentOn) }), 'Today')],
    ],
  }
}
