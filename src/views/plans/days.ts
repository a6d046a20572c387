import type { DayName } from '../../domain/plan/comparePlans.ts'
import type { MeantDay } from '../../domain/plan/meaning.ts'
import type { ExerciseDraft } from '../../domain/plan/types.ts'
import type { Reader } from '../workout/words.ts'
import type { Line } from './paged.ts'
import { type Asked, askedText, dayText, labelsOf, meantText, nameHtml } from './words.ts'

/** A day of a plan as it is shown. */
export interface ShownDay extends DayName {
  notes: string | null
  exercises: readonly (Asked & Pick<ExerciseDraft, 'superset' | 'note'> & { html: string })[]
}

/** Days as they were understood, for showing. */
export function understoodDays({ t }: Reader, days: readonly MeantDay[]): ShownDay[] {
  return days.map((day) => ({
    ...day,
    exercises: day.exercises.map((exercise) => ({ ...exercise, html: meantText(t, exercise) })),
  }))
}

/** Days as they are stored, for showing. */
export function storedDays(
  days: readonly (DayName & {
    notes: string | null
    exercises: readonly (Asked & Pick<ExerciseDraft, 'superset' | 'note'> & { name: string })[]
  })[],
): ShownDay[] {
  return days.map((day) => ({
    ...day,
    exercises: day.exercises.map((exercise) => ({ ...exercise, html: nameHtml(exercise.name) })),
  }))
}

/** Others may have written novels; a page has to hold a line. */
const noteUnits = 500

function noteText({ t }: Reader, note: string): string {
  const cut = note.length > noteUnits ? `${note.slice(0, noteUnits).replace(/[\uD800-\uDBFF]$/, '')}…` : note
  return t('plans:note', { note: cut })
}

function exerciseLines(reader: Reader, day: ShownDay): string[] {
  const { t } = reader
  const labels = labelsOf(day.exercises)
  return day.exercises.map((exercise, index) => {
    const label = labels[index] ?? ''
    const line = t('plans:exerciseLine', {
      label: label === '' ? '' : t('plans:exerciseLabel', { label }),
      name: exercise.html,
      asks: askedText(reader, exercise),
    })
    return exercise.note === null ? line : `${line}\n${noteText(reader, exercise.note)}`
  })
}

function dayLines(reader: Reader, day: ShownDay): Line[] {
  const { t } = reader
  const heading = day.name === '' ? undefined : dayText(t, day)
  const [first = t('plans:emptyDay'), ...more] = [
    ...(day.notes === null ? [] : [noteText(reader, day.notes)]),
    ...exerciseLines(reader, day),
  ]
  const under = heading === undefined ? {} : { under: t('plans:goesOn', { day: heading }) }
  // A heading never stands alone at the foot of a page.
  return [
    { html: heading === undefined ? first : `${heading}\n${first}` },
    ...more.map((html) => ({ html, ...under })),
  ]
}

/** The lines of a plan, day by day, with a blank one between. A lone day without a name has no heading. */
export function planLines(reader: Reader, days: readonly ShownDay[]): Line[] {
  return days.flatMap((day, index) => [...(index === 0 ? [] : [{ html: '' }]), ...dayLines(reader, day)])
}
