import { daysBetween } from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import type { TrendChart } from '../../domain/pictures.ts'
import { grouped } from '../../domain/progress/thin.ts'
import { type DayWeight, isSteady } from '../../domain/weight/trend.ts'
import type { Extra } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { type Whose, captioned, dayTicks, directionOf, drawn, plain, spanText, subtitleOf } from './words.ts'

export interface WeightData extends Whose {
  /** All that was weighed, kg, and the smoothed weight of the same days. */
  days: readonly DayWeight[]
  trend: readonly DayWeight[]
  perWeek: number | undefined
  target: number | null
  /** The first local day to show; null for all. */
  from: string | null
}

/** A phone shows no more, and the description is kept until it is drawn. */
const mostPoints = 120

const meanOf = (days: readonly DayWeight[]): number => days.reduce((sum, { kg }) => sum + kg, 0) / days.length

/** Pairs of place and value, neighbours taken together where there are many. */
function placed(
  reader: Reader,
  days: readonly DayWeight[],
  from: string,
  valueOf: (of: readonly DayWeight[]) => number,
): [number, number][] {
  return grouped(days, mostPoints).flatMap((of) => {
    const middle = of[of.length >> 1]
    return middle ? [[daysBetween(from, middle.date), drawn(reader, valueOf(of))] as [number, number]] : []
  })
}

function leadLabel({ t, units }: Reader, perWeek: number | undefined): string {
  if (perWeek === undefined) return t('progress:trendWord')
  if (isSteady(perWeek)) return t('progress:trendSteady')
  const amount = formatBodyWeight(Math.abs(perWeek), units, t.language)
  return perWeek > 0 ? t('progress:trendUp', { amount }) : t('progress:trendDown', { amount })
}

function trendLine({ t, units }: Reader, first: number, last: number): string {
  const weight = formatBodyWeight(last, units, t.language)
  const change = last - first
  const amount = formatBodyWeight(Math.abs(change), units, t.language)
  if (Math.abs(change) < 0.05) return t('progress:weightTrend', { weight })
  return change > 0
    ? t('progress:weightRose', { weight, amount })
    : t('progress:weightFell', { weight, amount })
}

/** The weight with its trend and target; undefined without weigh-ins in that time. */
export function weightPicture(reader: Reader, data: WeightData): Extra | undefined {
  const { t, units } = reader
  const isShown = ({ date }: DayWeight) => data.from === null || date >= data.from
  const [days, trend] = [data.days.filter(isShown), data.trend.filter(isShown)]
  const [first, last] = [days[0], days.at(-1)]
  const [trendFirst, trendLast] = [trend[0], trend.at(-1)]
  if (!first || !last || !trendFirst || !trendLast) return undefined
  const inWords = (kg: number) => formatBodyWeight(kg, units, t.language)
  const length = daysBetween(first.date, last.date)
  const span = spanText(t, first.date, last.date)
  const weights = days.map(({ kg }) => kg)
  const targetWords =
    data.target === null ? undefined : t('progress:targetWord', { weight: inWords(data.target) })
  const chart: TrendChart = {
    kind: 'trend',
    direction: directionOf(t),
    title: plain(t('progress:weightTitle')),
    subtitle: subtitleOf(t, data, span),
    lead: { value: inWords(trendLast.kg), label: plain(leadLabel(reader, data.perWeek)) },
    days: length,
    points: placed(reader, days, first.date, meanOf),
    trend: placed(reader, trend, first.date, (of) => of.at(-1)?.kg ?? 0),
    ...(data.target !== null &&
      targetWords !== undefined && {
        target: { value: drawn(reader, data.target), label: plain(targetWords) },
      }),
    ticks: dayTicks(t, first.date, length),
    words: { points: plain(t('progress:weighInsWord')), trend: plain(t('progress:trendLegend')) },
  }
  const [lowest, highest] = [inWords(Math.min(...weights)), inWords(Math.max(...weights))]
  return {
    ...captioned(t, data, { title: t('progress:weightTitle'), span }, [
      trendLine(reader, trendFirst.kg, trendLast.kg),
      lowest === highest
        ? t('progress:weightOnce', { weight: lowest })
        : t('progress:weightRange', { lowest, highest }),
      ...(data.target === null ? [] : [t('progress:weightTarget', { weight: inWords(data.target) })]),
    ]),
    picture: { kind: 'chart', chart },
  }
}
