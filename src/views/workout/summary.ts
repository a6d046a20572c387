import { formatDate } from '../../domain/localTime.ts'
import type { Beaten } from '../../domain/strength.ts'
import { formatVolume } from '../../domain/units.ts'
import type { WorkoutState } from '../../domain/enums.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import { mostWords } from './pastExercise.ts'
import { ratings } from './tending.ts'
import { type Reader, loadText, shortened, timeText } from './words.ts'

/** What a workout came to. Volumes and loads in kg. */
export interface SummaryData {
  /** Null for sets another tool logged outside any workout. */
  workoutId: number | null
  /** Null for a workout without a plan. */
  name: string | null
  date: string
  state: WorkoutState | null
  spentMs: number | null
  difficulty: number | null
  notes: string | null
  sets: number
  volume: number
  done: number
  leftOut: readonly (string | null)[]
  records: readonly { name: string | null; beaten: readonly Beaten[] }[]
  before: { date: string; volume: number } | null
}

const mostNames = 5
const mostRecords = 8

/** `52 min`, `1 h 5 min`; at least a minute. */
export function spentText(t: Texts, ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  if (minutes < 60) return t('history:lasted', { count: minutes })
  return t('history:lastedHours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
}

/** `12 sets, 4,200 kg`; sets alone where nothing was lifted. */
export function factsText({ t, units }: Reader, { sets, volume }: { sets: number; volume: number }): string {
  const count = t('history:sets', { count: sets })
  if (volume === 0) return count
  return t('history:facts', { sets: count, volume: formatVolume(volume, units, t.language) })
}

/** The end of a workout: what it came to, the records it beat, and the last time beside it. */
export function summaryView(reader: Reader, summary: SummaryData): View {
  const { t } = reader
  const pick = (value: string) => ({ name: 'pick', at: 'workout.summary', value }) as const
  return {
    html: [...headLines(reader, summary), ...recordLines(reader, summary), ...ownLines(t, summary)].join(
      '\n',
    ),
    buttons: [
      ratings.map((value) => ({ label: `${value}`, action: pick(`r${value}`) })),
      ...reopenRow(t, summary),
      [
        { label: t('workout:writeNote'), action: pick('note') },
        { label: t('workout:done'), action: pick('done'), style: 'success' },
      ],
    ],
  }
}

function reopenRow(t: Texts, { workoutId }: SummaryData): Button[][] {
  if (workoutId === null) return []
  return [[{ label: t('workout:reopen'), action: { name: 'reopen', workout: workoutId } }]]
}

function headLines(reader: Reader, summary: SummaryData): string[] {
  const { t } = reader
  const { state, date, spentMs } = summary
  const name = summary.name ?? t('history:free')
  const facts = [...(spentMs === null ? [] : [spentText(t, spentMs)]), factsText(reader, summary)]
  return [
    state === 'left' ? t('history:endedEarly', { name }) : t('history:finished', { name }),
    t('history:when', { date: formatDate(date, t.language), facts: facts.join(' · ') }),
    exercisesLine(t, summary),
    ...againstLine(reader, summary),
  ]
}

function exercisesLine(t: Texts, { done, leftOut }: SummaryData): string {
  const exercises = t('history:exercises', { count: done })
  if (leftOut.length === 0) return exercises
  const names = leftOut.slice(0, mostNames).map((name) => isolate(escapeHtml(name ?? t('history:unnamed'))))
  const more = leftOut.length > mostNames ? [t('history:andMore')] : []
  return t('history:exercisesLeftOut', { exercises, names: [...names, ...more].join(', ') })
}

/** The same volume beside a record would read as if nothing had changed: the record tells more. */
function againstLine({ t, units }: Reader, { volume, before, records }: SummaryData): string[] {
  if (!before || before.volume === 0 || volume === 0) return []
  const difference = formatVolume(Math.abs(volume - before.volume), units, t.language)
  const values = { difference, date: formatDate(before.date, t.language) }
  if (Math.abs(volume - before.volume) < 0.5) return records.length > 0 ? [] : [t('history:same', values)]
  return [volume > before.volume ? t('history:more', values) : t('history:less', values)]
}

function recordLines(reader: Reader, { records }: SummaryData): string[] {
  const { t } = reader
  if (records.length === 0) return []
  const lines = records.slice(0, mostRecords).map(({ name, beaten }) =>
    t('history:record', {
      name: name ?? t('history:unnamed'),
      records: telling(beaten)
        .map((one) => recordText(reader, one))
        .join(' · '),
    }),
  )
  const more = records.length - lines.length
  return [
    '',
    t('history:records'),
    ...lines,
    ...(more > 0 ? [t('history:recordsMore', { count: more })] : []),
  ]
}

/** Of more repetitions at several loads, those at the heaviest tell most. */
function telling(beaten: readonly Beaten[]): Beaten[] {
  const repsAt = beaten.flatMap((one) => (one.kind === 'repsAt' ? [one] : []))
  const heaviest = repsAt.toSorted((a, b) => b.weight - a.weight)[0]
  return beaten.filter((one) => one.kind !== 'repsAt' || one === heaviest)
}

function recordText(reader: Reader, beaten: Beaten): string {
  const { t, units } = reader
  const { value, before } = beaten
  if (beaten.kind === 'repsAt')
    return t('history:repsAt', { reps: value, before, load: loadText(reader, beaten.weight) })
  if (beaten.kind === 'reps') return t('history:mostReps', { reps: value, before })
  if (beaten.kind === 'seconds')
    return t('history:longest', { time: timeText(t, value), before: timeText(t, before) })
  if (beaten.kind === 'volume') {
    const volume = (kg: number) => formatVolume(kg, units, t.language)
    return t('history:volume', { load: volume(value), before: volume(before) })
  }
  const loads = { load: loadText(reader, value), before: loadText(reader, before) }
  return beaten.kind === 'heaviest' ? t('history:heaviest', loads) : t('history:oneRepMax', loads)
}

function ownLines(t: Texts, { difficulty, notes }: SummaryData): string[] {
  return [
    '',
    difficulty === null ? t('workout:workoutHard') : t('workout:ratedNow', { rating: difficulty }),
    ...(notes === null ? [] : [t('workout:note', { note: shortened(notes, mostWords) })]),
  ]
}
