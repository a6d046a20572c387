import { verdicts } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'
import { inReadingOrder } from '../turning.ts'
import type { Button, View } from '../view.ts'
import { type Reader, shortened } from '../workout/words.ts'
import { type LastData, lastLine, lastRow } from './last.ts'
import { type ShownData, shownLines, titleLine } from './shown.ts'
import { markOf } from './words.ts'

export interface PictureData {
  review: number
  client: string
  /** IANA name, of the client. */
  timeZone: string
  shown: ShownData
  photos: readonly { id: number; caption: string | null }[]
  /** The photo that is shown. */
  photo: number
  /** What the coach said of it before a verdict. */
  comment: string | null
  /** How many wait besides. */
  more: number
  last: LastData | null
}

const verdictRow = (t: Texts, review: number): Button[] =>
  inReadingOrder(
    t,
    verdicts.map((verdict) => ({
      label: markOf(t, verdict),
      action: { name: 'judge', review, verdict },
    })),
  )

/** The photos of an album, one at a time. */
function turnRow(t: Texts, { review, photos, photo }: PictureData): Button[] {
  if (photos.length < 2) return []
  const at = photos.findIndex(({ id }) => id === photo)
  const to = (label: string, index: number): Button => ({
    label,
    action: {
      name: 'reviewPhoto',
      review,
      photo: photos[(index + photos.length) % photos.length]?.id ?? photo,
    },
  })
  return inReadingOrder(t, [
    to(t('previous'), at - 1),
    to(t('review:of', { number: at + 1, all: photos.length }), at + 1),
    to(t('next'), at + 1),
  ])
}

/** The buttons under what waits for a verdict. */
export function pictureButtons(t: Texts, data: PictureData): Button[][] {
  const { review, last } = data
  return [
    verdictRow(t, review),
    turnRow(t, data),
    [
      { label: t('review:later'), action: { name: 'reviewLater', review } },
      { label: t('review:stop'), action: { name: 'stopReview' } },
    ],
    lastRow(t, last),
  ]
}

/** What stands under a picture: who and what, what was planned and done, what was said before. */
export function pictureView(reader: Reader, data: PictureData): View {
  const { t } = reader
  const caption = data.photos.find(({ id }) => id === data.photo)?.caption ?? null
  return {
    html: [
      titleLine(t, data.client, data.shown),
      ...(caption === null ? [] : [t('review:caption', { text: shortened(caption, 200) })]),
      ...shownLines(reader, data.timeZone, data.shown),
      ...(data.comment === null ? [] : [t('review:comment', { text: shortened(data.comment, 200) })]),
      ...(data.more === 0 && data.last === null ? [] : ['']),
      ...(data.more === 0 ? [] : [t('review:more', { count: data.more })]),
      ...(data.last === null ? [] : [lastLine(t, data.last)]),
    ].join('\n'),
    buttons: pictureButtons(t, data),
  }
}
