import type { PlanChange } from '../../domain/plan/comparePlans.ts'
import type { ExerciseDraft } from '../../domain/plan/types.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Reader } from '../workout/words.ts'
import type { Line } from './paged.ts'
import { spanText } from './preview.ts'
import { type Asked, askedText, dayText } from './words.ts'

/** An exercise as a change shows it: `html` is its name. */
export type ShownExercise = Asked & Pick<ExerciseDraft, 'superset' | 'note'> & { html: string }
type Change = PlanChange<ShownExercise>

/** What an exercise asks for, its note and superset too, since those may be all that changed. */
function whole(reader: Reader, exercise: ShownExercise, other: ShownExercise): string {
  const { t } = reader
  const { note, superset } = exercise
  return [
    askedText(reader, exercise),
    ...(superset === null || superset === other.superset
      ? []
      : [t('plans:inSuperset', { letter: superset })]),
    ...(note === null || note === other.note ? [] : [t('plans:noteOf', { note })]),
  ].join(' · ')
}

/** The day a change is in; undefined for what concerns the plan. */
function headingOf(t: Texts, change: Change): string | undefined {
  if (!('day' in change) || 'exercises' in change) return undefined
  return dayText(t, change.day)
}

function exerciseChange(reader: Reader, change: Extract<Change, { exercise: unknown }>): string {
  const { t } = reader
  const { html: name } = change.exercise
  return change.kind === 'added'
    ? t('plans:changeAdded', { name, asks: askedText(reader, change.exercise) })
    : t('plans:changeRemoved', { name })
}

function dayChange(reader: Reader, change: Extract<Change, { exercises: unknown }>): string[] {
  const { t } = reader
  const day = dayText(t, change.day)
  if (change.kind === 'day-removed') return [t('plans:changeDayRemoved', { day })]
  return [
    t('plans:changeDayAdded', { day }),
    ...change.exercises.map((one) =>
      t('plans:exerciseLine', { label: '', name: one.html, asks: askedText(reader, one) }),
    ),
  ]
}

function planChange({ t }: Reader, change: Change, today: string): string {
  if (change.kind === 'day-changed')
    return t('plans:changeDay', { before: dayText(t, change.before), after: dayText(t, change.after) })
  if (change.kind === 'renamed') return t('plans:changeRenamed', { after: change.after })
  if (change.kind === 'dates') return t('plans:changeDates', { when: spanText(t, change, today) })
  return change.kind === 'reordered' ? t('plans:changeReordered') : t('plans:changeDaysReordered')
}

function changeTexts(reader: Reader, change: Change, today: string): string[] {
  const { t } = reader
  if ('exercise' in change) return [exerciseChange(reader, change)]
  if ('exercises' in change) return dayChange(reader, change)
  if (change.kind !== 'changed') return [planChange(reader, change, today)]
  const { before, after } = change
  const values = { before: whole(reader, before, after), after: whole(reader, after, before) }
  return [t('plans:changeChanged', { name: after.html, ...values })]
}

/** What changes, under the day it is in. */
export function changeLines(reader: Reader, changes: readonly Change[], today: string): Line[] {
  let heading: string | undefined
  return changes.flatMap((change): Line[] => {
    const before = heading
    heading = headingOf(reader.t, change)
    const [first = '', ...more] = changeTexts(reader, change, today)
    if (heading === undefined) return [first, ...more].map((html) => ({ html }))
    return heading === before ? [{ html: first, under: heading }] : [{ html: `${heading}\n${first}` }]
  })
}
