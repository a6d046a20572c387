import { foldName } from '../library/search.ts'
import type { DayDraft, ExerciseDraft, PlanDraft } from './types.ts'

/** An exercise somebody may use, by the name they know it by. */
export interface NamedExercise {
  id: number
  name: string
}

/** Which exercise a typed name stands for; `open`: that is to be asked; `left out`: none, and the line is not wanted. */
export type Meaning = NamedExercise | 'open' | 'left out'

/** An exercise of a plan with what its name stands for. */
export interface MeantExercise extends ExerciseDraft {
  meaning: Meaning
}

export interface MeantDay extends Omit<DayDraft, 'exercises'> {
  exercises: MeantExercise[]
}

/** A name that stands for nothing known; `times` it occurs. */
export interface OpenName {
  key: string
  typed: string
  times: number
}

/** What names are the same by: their folded form, else the letters as they stand. */
export function nameKey(name: string): string {
  return foldName(name) || name.trim().toLowerCase()
}

/** Longest name of a plan or a day, in UTF-16 units. */
const nameLimit = 120

/** At most `nameLimit`, never half of a character. */
export function cutName(name: string): string {
  return name.length <= nameLimit ? name : `${name.slice(0, nameLimit - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/** The days of a plan with what each name means; one name means one thing throughout. */
export function meantDays(plan: PlanDraft, meaningOf: (name: string) => Meaning): MeantDay[] {
  const known = new Map<string, Meaning>()
  const mean = (name: string): Meaning => {
    const key = nameKey(name)
    const meaning = known.get(key) ?? meaningOf(name)
    known.set(key, meaning)
    return meaning
  }
  return plan.days.map((day) => ({
    ...day,
    name: cutName(day.name),
    exercises: day.exercises.map((exercise) => ({ ...exercise, meaning: mean(exercise.name) })),
  }))
}

/** The names to be asked about, each once, in the order of the text. */
export function openNames(days: readonly MeantDay[]): OpenName[] {
  const open = new Map<string, OpenName>()
  for (const { name, meaning } of days.flatMap(({ exercises }) => exercises)) {
    if (meaning !== 'open') continue
    const key = nameKey(name)
    const known = open.get(key)
    if (known) known.times++
    else open.set(key, { key, typed: name, times: 1 })
  }
  return [...open.values()]
}
