import type { ExerciseDraft } from './types.ts'

/** Which day of a plan. */
export interface DayName {
  name: string
  /** 0–6, Monday first; null for a day taken in turn. */
  dayOfWeek: number | null
}

interface Day<E> extends DayName {
  exercises: readonly E[]
}

interface Plan<E> {
  name: string
  days: readonly Day<E>[]
}

/** What an edit changed, one thing at a time, in the order of the new text. */
export type Difference<E> =
  | { kind: 'renamed'; before: string; after: string }
  | { kind: 'day-added' | 'day-removed'; day: DayName; exercises: readonly E[] }
  | { kind: 'day-changed'; before: DayName; after: DayName }
  | { kind: 'added' | 'removed'; day: DayName; exercise: E }
  | { kind: 'changed'; day: DayName; before: E; after: E }
  /** The same exercises in another order. */
  | { kind: 'reordered'; day: DayName }
  /** The days that are taken in turn, in another order. */
  | { kind: 'days-reordered' }

/** As `Difference`, with what an edit does to the days a plan goes; `start` is its first day from now on. */
export type PlanChange<E> = Difference<E> | { kind: 'dates'; start: string; end: string | null }

/** The same change with its exercises made into something else. */
export function mapChange<E, F>(change: PlanChange<E>, map: (exercise: E) => F): PlanChange<F> {
  if ('exercise' in change) return { ...change, exercise: map(change.exercise) }
  if ('exercises' in change) return { ...change, exercises: change.exercises.map(map) }
  return change.kind === 'changed'
    ? { ...change, before: map(change.before), after: map(change.after) }
    : change
}

type Compared = Pick<
  ExerciseDraft,
  'sets' | 'reps' | 'weightKg' | 'loadText' | 'rpe' | 'restSeconds' | 'note' | 'superset'
>

const dayName = ({ name, dayOfWeek }: DayName): DayName => ({ name, dayOfWeek })

/** Whether two ask for the same; loads a few grams apart are one. */
export function asksTheSame(one: Compared, other: Compared): boolean {
  const fields = ['sets', 'reps', 'loadText', 'rpe', 'restSeconds', 'note', 'superset'] as const
  const sameLoad =
    one.weightKg === null || other.weightKg === null
      ? one.weightKg === other.weightKg
      : Math.abs(one.weightKg - other.weightKg) < 0.005
  return sameLoad && fields.every((field) => one[field] === other[field])
}

/** Takes the first that fits out of those left, so that two of one name are compared one by one. */
function takeFirst<T>(left: T[], fits: (one: T) => boolean): T | undefined {
  const index = left.findIndex(fits)
  return index < 0 ? undefined : left.splice(index, 1)[0]
}

function rises(numbers: readonly number[]): boolean {
  return numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? number))
}

type KeyOf<E> = (exercise: E) => string | number

function inDay<E extends Compared>(before: Day<E>, after: Day<E>, keyOf: KeyOf<E>): Difference<E>[] {
  const day = dayName(after)
  const left = [...before.exercises]
  const places: number[] = []
  const differences: Difference<E>[] = []
  for (const exercise of after.exercises) {
    const old =
      takeFirst(left, (one) => keyOf(one) === keyOf(exercise) && asksTheSame(one, exercise)) ??
      takeFirst(left, (one) => keyOf(one) === keyOf(exercise))
    if (!old) differences.push({ kind: 'added', day, exercise })
    else if (!asksTheSame(old, exercise))
      differences.push({ kind: 'changed', day, before: old, after: exercise })
    if (old) places.push(before.exercises.indexOf(old))
  }
  const removed = left.map((exercise): Difference<E> => ({ kind: 'removed', day, exercise }))
  return [...differences, ...removed, ...(rises(places) ? [] : [{ kind: 'reordered', day } as const])]
}

/** Pairs the days of two plans: those of one name and weekday, then of one name, one weekday, or the same exercises. */
function pairDays<E>(before: readonly Day<E>[], after: readonly Day<E>[], keyOf: KeyOf<E>) {
  const left = [...before]
  const pairs = new Map<Day<E>, Day<E>>()
  const content = (day: Day<E>) => day.exercises.map(keyOf).join('\n')
  const rules: ((one: Day<E>, other: Day<E>) => boolean)[] = [
    (one, other) => one.name === other.name && one.dayOfWeek === other.dayOfWeek,
    (one, other) => one.name === other.name,
    (one, other) => one.dayOfWeek !== null && one.dayOfWeek === other.dayOfWeek,
    (one, other) => content(one) === content(other),
  ]
  for (const rule of rules)
    for (const day of after) {
      if (pairs.has(day)) continue
      const old = takeFirst(left, (one) => rule(one, day))
      if (old) pairs.set(day, old)
    }
  return { pairs, removed: left }
}

/** What an edit of a plan's text changes. `keyOf` tells which exercise it is; nothing is said of the plan's dates. */
export function comparePlans<E extends Compared>(
  before: Plan<E>,
  after: Plan<E>,
  keyOf: KeyOf<E>,
): Difference<E>[] {
  const { pairs, removed } = pairDays(before.days, after.days, keyOf)
  const differences: Difference<E>[] =
    before.name === after.name ? [] : [{ kind: 'renamed', before: before.name, after: after.name }]
  for (const day of after.days) {
    const old = pairs.get(day)
    if (!old) {
      differences.push({ kind: 'day-added', day: dayName(day), exercises: day.exercises })
      continue
    }
    if (old.name !== day.name || old.dayOfWeek !== day.dayOfWeek)
      differences.push({ kind: 'day-changed', before: dayName(old), after: dayName(day) })
    differences.push(...inDay(old, day, keyOf))
  }
  for (const day of removed)
    differences.push({ kind: 'day-removed', day: dayName(day), exercises: day.exercises })
  const turns = after.days.flatMap((day) => {
    const old = pairs.get(day)
    return old && day.dayOfWeek === null ? [before.days.indexOf(old)] : []
  })
  return rises(turns) ? differences : [...differences, { kind: 'days-reordered' }]
}
