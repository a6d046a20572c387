import type { DayDraft, ExerciseDraft, PlanDraft } from './types.ts'

export type Difference =
  | { kind: 'day-added' | 'day-removed'; day: string }
  | { kind: 'added' | 'removed'; day: string; exercise: ExerciseDraft }
  | { kind: 'changed'; day: string; before: ExerciseDraft; after: ExerciseDraft }

const same = (one: ExerciseDraft, other: ExerciseDraft): boolean =>
  JSON.stringify({ ...one, line: 0 }) === JSON.stringify({ ...other, line: 0 })

/** Takes the first that fits out of those left, so that two of one name are compared one by one. */
function takeFirst<T>(left: T[], fits: (one: T) => boolean): T | undefined {
  const index = left.findIndex(fits)
  return index < 0 ? undefined : left.splice(index, 1)[0]
}

function inDay(before: DayDraft, after: DayDraft): Difference[] {
  const left = [...before.exercises]
  const differences: Difference[] = []
  for (const exercise of after.exercises) {
    const name = exercise.name.toLowerCase()
    const old = takeFirst(left, (one) => one.name.toLowerCase() === name)
    if (!old) differences.push({ kind: 'added', day: after.name, exercise })
    else if (!same(old, exercise))
      differences.push({ kind: 'changed', day: after.name, before: old, after: exercise })
  }
  return [
    ...differences,
    ...left.map((exercise) => ({ kind: 'removed' as const, day: after.name, exercise })),
  ]
}

/** What an edit of a plan's text changes, day by day; days are the same by weekday and name. */
export function comparePlans(before: PlanDraft, after: PlanDraft): Difference[] {
  const left = [...before.days]
  const differences: Difference[] = []
  for (const day of after.days) {
    const old = takeFirst(left, ({ name, dayOfWeek }) => name === day.name && dayOfWeek === day.dayOfWeek)
    if (old) differences.push(...inDay(old, day))
    else differences.push({ kind: 'day-added', day: day.name })
  }
  return [...differences, ...left.map(({ name }) => ({ kind: 'day-removed' as const, day: name }))]
}
