import { formatBodyWeight } from '../../domain/people/measures.ts'
import { type Outlook, isSteady } from '../../domain/weight/trend.ts'
import type { Button, View } from '../view.ts'
import { type Reader, shortened } from '../workout/words.ts'
import { type ScaleWeight, typedText, weighInText } from './scale.ts'

/** A weight of a day; those that other programs wrote have no id. */
export interface WeighedData extends ScaleWeight {
  bodyFat: number | null
  note: string | null
  date: string
}

export interface WeighInData extends WeighedData {
  id: number
}

export interface StandingData {
  newest: WeighedData | undefined
  entered: WeighInData | undefined
  trend: number | undefined
  perWeek: number | undefined
  isFast: boolean
  target: number | null
  outlook: Outlook | undefined
  /** The client's local day, `YYYY-MM-DD`. */
  today: string
  /** What the diary says of today. */
  dayNote: string | null
  /** What was just written down, or corrected: it is said as long as the card stands. `ofDay`: how many its day has. */
  said: { weighed: WeighInData; isCorrection: boolean; ofDay: number } | undefined
}

const pick = (value: string) => ({ name: 'pick', at: 'weighin.card', value }) as const

function saidLines(reader: Reader, { said, today }: StandingData): string[] {
  if (!said) return []
  const weighed = weighInText(reader, said.weighed, today)
  const nth = said.ofDay
  if (said.isCorrection) return [reader.t('weight:corrected', { weighed })]
  const again = nth > 1 ? [reader.t('weight:again', { nth })] : []
  return [[reader.t('weight:saved', { weighed }), ...again].join('\n')]
}

function changeButtons(reader: Reader, { entered }: StandingData): Button[][] {
  const { t } = reader
  if (!entered) return []
  const weight = typedText(reader, entered)
  return [
    [
      { label: t('weight:correct', { weight }), action: pick(`f${entered.id}`) },
      { label: t('weight:note'), action: pick(`n${entered.id}`) },
    ],
    [{ label: t('weight:remove', { weight }), action: pick(`r${entered.id}`) }],
  ]
}

/** The last weigh-in, the trend, and how far the target is. */
export function weighInCard(reader: Reader, data: StandingData): View {
  const { t } = reader
  const { newest } = data
  const lines = newest ? standingLines(reader, data, newest) : [t('weight:none')]
  return {
    html: [
      ...saidLines(reader, data),
      t('weight:title'),
      lines.join('\n'),
      ...dayLines(reader, data),
      t('weight:ask'),
    ].join('\n\n'),
    buttons: [
      ...changeButtons(reader, data),
      [
        { label: t('weight:dayNote'), action: { name: 'openDayNote' } },
        { label: t('checkin:button'), action: { name: 'openCheckIn' } },
      ],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** The day's note, unless it is the weigh-in's own. */
function dayLines({ t }: Reader, { dayNote, newest, today }: StandingData): string[] {
  const isSaid = newest?.date === today && newest.note?.trim() === dayNote
  return dayNote === null || isSaid ? [] : [t('weight:dayNoteNow', { note: shortened(dayNote, 300) })]
}

function standingLines(reader: Reader, data: StandingData, newest: WeighedData): string[] {
  const { t, units } = reader
  const { trend = newest.kg, perWeek, today } = data
  return [
    t('weight:last', { weighed: weighInText(reader, newest, today) }),
    ...(newest.note === null ? [] : [t('weight:noted', { note: shortened(newest.note, 200) })]),
    t('weight:trend', { weight: formatBodyWeight(trend, units, t.language) }),
    weekLine(reader, perWeek),
    ...(data.isFast ? [t('weight:fast')] : []),
    ...targetLines(reader, data, trend),
  ]
}

function weekLine({ t, units }: Reader, perWeek: number | undefined): string {
  if (perWeek === undefined) return t('weight:weekUnknown')
  if (isSteady(perWeek)) return t('weight:weekSteady')
  const amount = formatBodyWeight(Math.abs(perWeek), units, t.language)
  return perWeek > 0 ? t('weight:weekUp', { amount }) : t('weight:weekDown', { amount })
}

const estimates = {
  tooShort: 'weight:estimateTooShort',
  steady: 'weight:estimateSteady',
  away: 'weight:estimateAway',
  far: 'weight:estimateFar',
  fast: 'weight:estimateFast',
} as const

function targetLines({ t, units }: Reader, { target, outlook }: StandingData, trend: number): string[] {
  if (target === null || !outlook) return []
  const words = formatBodyWeight(target, units, t.language)
  if (outlook.kind === 'there') return [t('weight:targetThere', { target: words })]
  const distance = formatBodyWeight(Math.abs(target - trend), units, t.language)
  const estimate =
    outlook.kind === 'weeks' ? t('weight:inWeeks', { count: outlook.weeks }) : t(estimates[outlook.kind])
  return [t('weight:target', { target: words, distance }), estimate]
}
