import { formatDate } from '../../domain/localTime.ts'
import type { WorkoutState } from '../../domain/enums.ts'
import { type PastWorkout, setsOfPast, volumeOfPast } from '../../domain/workout/past.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { pagesOf, turning } from '../turning.ts'
import type { Button, View } from '../view.ts'
import { mostWords, pastExercises } from './pastExercise.ts'
import { factsText, spentText } from './summary.ts'
import { type Reader, shortened } from './words.ts'

export interface PastLineData {
  /** Null for rows of other programs, which go by their day. */
  workoutId: number | null
  date: string
  names: readonly string[]
  state: WorkoutState | null
  sets: number
  /** kg */
  volume: number
}

/** Whose history it is: null for the reader's own. */
interface Whose {
  name: string | null
  /** The reader's local day, `YYYY-MM-DD`. */
  today: string
}

const inList = (value: string) => ({ name: 'pick', at: 'history.list', value }) as const
const inOne = (value: string) => ({ name: 'pick', at: 'history.one', value }) as const

const mostNames = 2

/** What the plan calls it, as HTML. */
function nameText(t: Texts, names: readonly string[]): string {
  if (names.length === 0) return t('history:free')
  const shown = names.slice(0, mostNames).map((name) => isolate(escapeHtml(name)))
  return [...shown, ...(names.length > mostNames ? [t('history:andMore')] : [])].join(' + ')
}

function markOf(t: Texts, state: WorkoutState | null): string {
  if (state === 'running') return t('history:markRunning')
  return state === 'left' ? t('history:markLeft') : ''
}

/** One page of past workouts, newest first, a button each. */
export function historyList(
  reader: Reader,
  data: Whose & { lines: readonly PastLineData[]; page: number; pages: number },
): View {
  const { t } = reader
  const { name, today, lines, page, pages } = data
  const dateOf = ({ date }: PastLineData) => formatDate(date, t.language, today)
  const title = name === null ? t('history:title') : t('history:titleOf', { name })
  const words = lines.map((line) =>
    t('history:line', {
      mark: markOf(t, line.state),
      date: dateOf(line),
      name: nameText(t, line.names),
      facts: factsText(reader, line),
    }),
  )
  const entries = lines.map((line): Button[] => [
    {
      label: t('history:button', { date: dateOf(line), name: nameText(t, line.names) }),
      action: inList(line.workoutId === null ? `d${line.date}` : `w${line.workoutId}`),
    },
  ])
  return {
    html: [
      pages === 1 ? title : t('history:titlePage', { title, page, pages }),
      ...(lines.length === 0 ? [t('history:nothing')] : ['', ...words]),
    ].join('\n'),
    buttons: [
      ...entries,
      turning(t, { page, pages }, inList),
      [{ label: t('back'), action: inList('back') }],
    ],
  }
}

/** One past workout, exercise by exercise, set by set. `part` counts from 1; one past the end is the last. */
export function historyOne(
  reader: Reader,
  data: Whose & { past: PastWorkout; part: number; reopens: number | null },
): View {
  const { t } = reader
  const parts = pagesOf(pastExercises(reader, data.past))
  const part = Math.min(Math.max(1, data.part), Math.max(1, parts.length))
  const head = headLines(reader, data)
  return {
    html: [
      ...head,
      ...(parts.length > 1 ? [t('page', { page: part, pages: parts.length })] : []),
      '',
      parts[part - 1] ?? t('history:nothing'),
    ].join('\n'),
    buttons: [
      turning(t, { page: part, pages: parts.length }, inOne),
      data.reopens === null
        ? []
        : [{ label: t('workout:reopen'), action: { name: 'reopen', workout: data.reopens } }],
      [{ label: t('back'), action: inOne('back') }],
    ],
  }
}

function headLines(reader: Reader, { past, name: client, today }: Whose & { past: PastWorkout }): string[] {
  const { t } = reader
  const { state, spentMs, difficulty, notes } = past
  const name = nameText(t, past.names)
  const facts = [
    ...(spentMs === null ? [] : [spentText(t, spentMs)]),
    factsText(reader, { sets: setsOfPast(past), volume: volumeOfPast(past) }),
  ]
  return [
    client === null ? t('history:head', { name }) : t('history:headOf', { name, client }),
    t('history:when', { date: formatDate(past.date, t.language, today), facts: facts.join(' · ') }),
    ...(state === 'running' ? [t('history:running')] : state === 'left' ? [t('history:left')] : []),
    ...(difficulty === null ? [] : [t('workout:ratedNow', { rating: difficulty })]),
    ...(notes === null ? [] : [t('workout:note', { note: shortened(notes, mostWords) })]),
  ]
}
