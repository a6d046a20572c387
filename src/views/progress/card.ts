import type { Pose } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import { unknownSum } from '../../domain/meals/macros.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import { type Period, periods } from '../../domain/progress/period.ts'
import { isSteady } from '../../domain/weight/trend.ts'
import { escapeHtml } from '../../texts/texts.ts'
import { kcalText } from '../meals/words.ts'
import { inReadingOrder, turning } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { poseText } from './pair.ts'
import type { Whose } from './words.ts'

export interface LiftLineData {
  exerciseId: number
  name: string
  lastDate: string
}

export interface OverviewData extends Whose {
  /** kg */
  weight: { trend: number; perWeek: number | undefined } | undefined
  checkIn: string | null
  adherence: { planned: number; kept: number; trained: number } | undefined
  lifts: number
  lastLift: LiftLineData | undefined
  /** kcal a day */
  energy: { average: number; isAtLeast: boolean } | undefined
  period: Period
}

const pickAt = (step: string) => (value: string) => ({ name: 'pick', at: `progress.${step}`, value }) as const

function weightLine({ t, units }: Reader, weight: OverviewData['weight']): string {
  if (!weight) return t('progress:weightNone')
  const trend = formatBodyWeight(weight.trend, units, t.language)
  if (weight.perWeek === undefined) return t('progress:weightLineShort', { trend })
  const amount = formatBodyWeight(Math.abs(weight.perWeek), units, t.language)
  if (isSteady(weight.perWeek)) return t('progress:weightLine', { trend, pace: t('progress:paceSteady') })
  const pace = weight.perWeek > 0 ? t('progress:paceUp', { amount }) : t('progress:paceDown', { amount })
  return t('progress:weightLine', { trend, pace })
}

function adherenceLine({ t }: Reader, adherence: OverviewData['adherence']): string {
  if (!adherence) return t('progress:adherenceNone')
  const { planned, kept, trained } = adherence
  return planned > 0
    ? t('progress:adherenceLine', { kept, planned })
    : t('progress:adherenceFree', { count: trained })
}

function linesOf(reader: Reader, data: OverviewData): string[] {
  const { t } = reader
  const { checkIn, lifts, lastLift, energy, today } = data
  const date = (day: string) => formatDate(day, t.language, today)
  return [
    weightLine(reader, data.weight),
    checkIn === null ? t('progress:checkInNone') : t('progress:checkInLine', { date: date(checkIn) }),
    adherenceLine(reader, data.adherence),
    lastLift
      ? t('progress:liftsLine', { count: lifts, name: lastLift.name, date: date(lastLift.lastDate) })
      : t('progress:liftsNone'),
    energy === undefined
      ? t('progress:energyNone')
      : t('progress:energyLine', {
          energy: kcalText(t, { ...unknownSum(energy.isAtLeast ? 1 : 0), calories: energy.average }),
        }),
  ]
}

const periodKeys = { month: 'progress:month', quarter: 'progress:quarter', all: 'progress:all' } as const

/** What there is to see, and what to draw of it. */
export function progressCard(reader: Reader, data: OverviewData): View {
  const { t } = reader
  const pick = pickAt('card')
  const period = (one: Period): Button => ({
    label: one === data.period ? t('progress:chosen', { period: t(periodKeys[one]) }) : t(periodKeys[one]),
    action: pick(one),
  })
  return {
    html: [
      data.name === null ? t('progress:title') : t('progress:titleOf', { name: data.name }),
      '',
      ...linesOf(reader, data),
      '',
      t('progress:ask'),
    ].join('\n'),
    buttons: [
      [
        { label: t('progress:weightButton'), action: pick('weight') },
        { label: t('progress:liftsButton'), action: pick('lifts') },
      ],
      [
        { label: t('progress:calendarButton'), action: pick('calendar') },
        { label: t('progress:macrosButton'), action: pick('macros') },
      ],
      [{ label: t('progress:pairButton'), action: pick('pair') }],
      inReadingOrder(t, periods.map(period)),
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

const liftsPerPage = 10

/** The lifts that were done, the most recent first, a button each. */
export function liftList(
  { t }: Reader,
  { name, lifts, page: wanted }: Pick<Whose, 'name'> & { lifts: readonly LiftLineData[]; page: number },
): View {
  const pick = pickAt('lifts')
  const pages = Math.max(1, Math.ceil(lifts.length / liftsPerPage))
  const page = Math.min(wanted, pages)
  const shown = lifts.slice((page - 1) * liftsPerPage, page * liftsPerPage)
  return {
    html: name === null ? t('progress:liftsTitle') : t('progress:liftsTitleOf', { name }),
    buttons: [
      ...rows(
        shown.map((lift): Button => ({ label: escapeHtml(lift.name), action: pick(`l${lift.exerciseId}`) })),
        1,
      ),
      turning(t, { page, pages }, pick),
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** From which side, where photos of several can be laid side by side. */
export function askPose({ t }: Reader, poses: readonly (Pose | null)[]): View {
  const pick = pickAt('poses')
  return {
    html: t('progress:pairAsk'),
    buttons: [
      ...rows(
        poses.map((pose): Button => ({ label: poseText(t, pose), action: pick(pose ?? 'other') })),
        2,
      ),
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}
