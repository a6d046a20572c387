import {
  type CheckIn,
  type Feeling,
  type Question,
  type Rating,
  isAnswered,
  questions,
  ratings,
  saidNumber,
} from '../../domain/checkIn/checkIn.ts'
import { type Pose, poses } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import { inReadingOrder } from '../turning.ts'
import { type Button, type Extra, type View, rows } from '../view.ts'
import { type ScaleWeight, typedText } from '../weight/scale.ts'
import { type DatedWeight, sureText } from '../weight/asking.ts'
import type { WeighedData } from '../weight/weighIn.ts'
import type { Reader } from '../workout/words.ts'
import { answersOf, askFeeling, ratingText } from './words.ts'

type At = 'weight' | 'fat' | 'feel' | 'photo' | 'notes' | 'sure'
const pick = (at: At, value: string) => ({ name: 'pick', at: `checkin.${at}`, value }) as const

/** Where somebody stands in their check-in. */
export interface Asked {
  question: Question
  /** The check-in's local day, and the day it is, `YYYY-MM-DD`. */
  date: string
  today: string
  /** They came from the summary to change this one answer. */
  isChange: boolean
  checkIn: CheckIn | undefined
}

function head(reader: Reader, { question, date, today, checkIn }: Asked, ask: string): string {
  const { t } = reader
  const answers = checkIn && answersOf(reader, checkIn, undefined, true)
  const isPose = question === 'front' || question === 'side' || question === 'back'
  const said = isPose ? (checkIn?.poses.includes(question) ? '✅' : null) : (answers?.[question] ?? null)
  return [
    t('checkin:title', {
      date: formatDate(date, t.language, today),
      number: questions.indexOf(question) + 1,
      all: questions.length,
    }),
    ask,
    ...(said === null ? [] : [t('checkin:now', { answer: said })]),
  ].join('\n')
}

/** Every button names its question: one step asks several, and a second press must not answer the next. */
function foot(t: Texts, at: At, { question, isChange, checkIn }: Asked): Button[] {
  const hasAnswer = checkIn !== undefined && isAnswered(checkIn, question)
  const back: Button = { label: t('back'), action: pick(at, `back.${question}`) }
  const on: Button = {
    label: hasAnswer ? t('checkin:goOn') : t('skip'),
    action: pick(at, `skip.${question}`),
  }
  const leaveOut: Button = { label: t('checkin:leaveOut'), action: pick(at, `clear.${question}`) }
  // A photo may have come into the check-in from outside: it can be taken out in passing too.
  const isLoose = hasAnswer && (isChange || at === 'photo')
  return [...(isChange ? [] : [on]), ...(isLoose ? [leaveOut] : []), back]
}

/** The weight: today's weigh-in where there is one, or typed. */
export function askWeight(
  reader: Reader,
  asked: Asked,
  { weighIn, hasPast }: { weighIn: (ScaleWeight & { id: number }) | undefined; hasPast: boolean },
): View {
  const { t } = reader
  const isNew = weighIn && weighIn.id !== asked.checkIn?.weighInId
  const take: Button[] = isNew
    ? [
        {
          label: t('checkin:take', { weight: typedText(reader, weighIn) }),
          action: pick('weight', `w${weighIn.id}`),
          style: 'success',
        },
      ]
    : []
  const past: Button[] =
    hasPast && !asked.isChange ? [{ label: t('checkin:past'), action: pick('weight', 'past') }] : []
  return {
    html: head(reader, asked, t('checkin:askWeight')),
    buttons: [take, foot(t, 'weight', asked), past],
  }
}

/** A weight that asks for a second look before it is taken. */
export function askSureWeight(reader: Reader, typed: DatedWeight, near: WeighedData, today: string): View {
  const { t } = reader
  return {
    html: sureText(reader, typed, near, today),
    buttons: [
      [
        { label: t('weight:sureYes'), action: pick('sure', 'yes') },
        { label: t('weight:sureNo'), action: pick('sure', 'no') },
      ],
    ],
  }
}

export function askFat(reader: Reader, asked: Asked): View {
  const { t } = reader
  return {
    html: head(reader, asked, t('checkin:askFat')),
    buttons: [foot(t, 'fat', asked)],
  }
}

/** Five words, from the least of it to the most. */
export function askRating(reader: Reader, asked: Asked, feeling: Feeling): View {
  const { t } = reader
  const words = (number: Rating) => ratingText(t, feeling, saidNumber(feeling, number))
  const choices = ratings.map((number): Button => ({
    label: words(number),
    action: pick('feel', `r${saidNumber(feeling, number)}.${feeling}`),
  }))
  const hint = t('checkin:ends', { least: words(1), most: words(5) })
  return {
    html: head(reader, asked, `${askFeeling(t, feeling)}\n${hint}`),
    buttons: [...rows(choices, 3).map((row) => inReadingOrder(t, row)), foot(t, 'feel', asked)],
  }
}

const asks = { front: 'checkin:askFront', side: 'checkin:askSide', back: 'checkin:askBack' } as const

export function askPhoto(reader: Reader, asked: Asked, pose: Pose): View {
  const { t } = reader
  return {
    html: head(reader, asked, t(asks[pose])),
    buttons: [foot(t, 'photo', asked)],
  }
}

export function askNotes(reader: Reader, asked: Asked): View {
  const { t } = reader
  return {
    html: head(reader, asked, t('checkin:askNotes')),
    buttons: [foot(t, 'notes', asked)],
  }
}

/** Which pose a photo shows that came without a word; `as` is the meaning that its buttons go to. */
export function askPose(t: Texts, photo: number, as: string): Extra {
  return {
    html: t('checkin:askPose'),
    buttons: [
      poses.map((pose) => ({
        label: t(`checkin:${pose}`),
        action: { name: 'sortPhoto', photo, as, value: pose },
      })),
      [{ label: t('photos:else'), action: { name: 'askPhoto', photo } }],
    ],
  }
}

/** What became of photos that were sorted as those of a day; `isOfThen`: of the day on which they were sent. */
export function sortedText(
  t: Texts,
  { isInCheckIn, date, isOfThen }: { isInCheckIn: boolean; date: string; isOfThen: boolean },
  today: string,
): string {
  const words = { date: formatDate(date, t.language, today) }
  if (isInCheckIn) return t('checkin:progressInCheckIn', words)
  return isOfThen ? t('checkin:progressKept') : t('checkin:progressKeptOn', words)
}

/** The poses that were kept, and the day they are of where that is another than the check-in's. */
export function keptText(t: Texts, added: readonly Pose[], shownOn: string | null, today: string): string {
  const names = added.map((one) => t(`checkin:${one}`)).join(', ')
  return shownOn === null
    ? t('checkin:photoKept', { poses: names })
    : t('checkin:photoKeptOn', { poses: names, date: formatDate(shownOn, t.language, today) })
}
