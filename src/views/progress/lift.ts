import type { Panel, SessionsChart } from '../../domain/pictures.ts'
import type { LiftMeasure, LiftPoint } from '../../domain/progress/lift.ts'
import { formatLoad, formatVolume, loadIn, round, unitWord } from '../../domain/units.ts'
import type { Extra } from '../view.ts'
import { type Reader, timeText } from '../workout/words.ts'
import {
  type Whose,
  captioned,
  directionOf,
  drawn,
  orderTicks,
  plain,
  spanText,
  subtitleOf,
} from './words.ts'

export interface LiftData extends Whose {
  lift: string
  measure: LiftMeasure
  points: readonly LiftPoint[]
  /** The first local day to show; null for all. */
  from: string | null
}

/** Bars stay wide enough to be told apart. */
const mostSessions = 60

interface Words {
  total(value: number): string
  best(value: number): string
}

/** How sums and bests of a measure are said. */
function wordsOf({ t, units }: Reader, measure: LiftMeasure): Words {
  if (measure === 'load')
    return {
      total: (kg) => formatVolume(kg, units, t.language),
      best: (kg) => formatLoad(kg, units, t.language, { value: round(loadIn(kg, units), 1), unit: units }),
    }
  const count = (value: number) =>
    measure === 'reps' ? plain(t('workout:reps', { count: value })) : plain(timeText(t, value))
  return { total: count, best: count }
}

const panelTitles = {
  reps: ['progress:repsPanel', 'progress:bestRepsPanel'],
  seconds: ['progress:secondsPanel', 'progress:bestSecondsPanel'],
} as const
const leadWords = {
  load: 'progress:oneRepMaxWord',
  reps: 'progress:repsWord',
  seconds: 'progress:secondsWord',
} as const

function titlesOf({ t, units }: Reader, measure: LiftMeasure): [string, string] {
  if (measure !== 'load') {
    const [total, best] = panelTitles[measure]
    return [t(total), t(best)]
  }
  const values = { unit: unitWord(units, t.language) }
  return [t('progress:volumePanel', values), t('progress:oneRepMaxPanel', values)]
}

function panelsOf(reader: Reader, { measure }: LiftData, points: readonly LiftPoint[]): Panel[] {
  const [totalTitle, bestTitle] = titlesOf(reader, measure)
  const value = (amount: number) => (measure === 'load' ? drawn(reader, amount) : amount)
  return [
    {
      title: plain(totalTitle),
      style: 'bars',
      values: points.map(({ total }) => round(value(total), 0)),
    },
    {
      title: plain(bestTitle),
      style: 'line',
      values: points.map(({ best }) => (best === null ? null : round(value(best), 1))),
    },
  ]
}

const courseKeys = {
  load: {
    course: 'progress:liftOneRepMax',
    once: 'progress:liftOneRepMaxOnce',
    total: 'progress:liftVolume',
  },
  reps: { course: 'progress:liftBest', once: 'progress:liftBestOnce', total: 'progress:liftTotal' },
  seconds: { course: 'progress:liftLongest', once: 'progress:liftLongestOnce', total: 'progress:liftTotal' },
} as const

function captionLines(
  { t }: Reader,
  { measure }: LiftData,
  points: readonly LiftPoint[],
  words: Words,
): string[] {
  const bests = points.flatMap(({ best }) => best ?? [])
  const [first = 0, last = 0] = [bests[0], bests.at(-1)]
  const best = words.best(Math.max(0, ...bests))
  const most = words.total(Math.max(...points.map(({ total }) => total)))
  const keys = courseKeys[measure]
  const course = { first: words.best(first), last: words.best(last), best }
  return [
    t('progress:liftWorkouts', { count: points.length }),
    ...(bests.length > 1 ? [t(keys.course, course)] : bests.length === 1 ? [t(keys.once, { best })] : []),
    t(keys.total, { last: words.total(points.at(-1)?.total ?? 0), most }),
  ]
}

/** Volume and estimated one-rep maximum of a lift, workout by workout; undefined where it was not done in that time. */
export function liftPicture(reader: Reader, data: LiftData): Extra | undefined {
  const { t } = reader
  const inTime = data.points.filter(({ date }) => data.from === null || date >= data.from)
  const points = inTime.slice(-mostSessions)
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last) return undefined
  const words = wordsOf(reader, data.measure)
  const span = spanText(t, first.date, last.date)
  const bests = points.flatMap(({ best }) => best ?? [])
  const chart: SessionsChart = {
    kind: 'sessions',
    direction: directionOf(t),
    title: data.lift,
    subtitle: subtitleOf(t, data, span),
    ...(bests.length > 0 && {
      lead: { value: words.best(Math.max(...bests)), label: plain(t(leadWords[data.measure])) },
    }),
    ticks: orderTicks(
      t,
      points.map(({ date }) => date),
    ),
    panels: panelsOf(reader, data, points).filter(({ values }) => values.some((value) => value !== null)),
  }
  const title = t('progress:liftName', { lift: data.lift })
  return {
    ...captioned(t, data, { title, span }, [
      ...captionLines(reader, data, points, words),
      ...(points.length < inTime.length ? [t('progress:liftNewest', { count: points.length })] : []),
    ]),
    picture: { kind: 'chart', chart },
  }
}
