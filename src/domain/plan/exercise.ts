import { climb } from './ladder.ts'
import { type Found, kgOf } from './line.ts'
import { joinLoads } from './loads.ts'
import type { ExerciseDraft, ProblemCode } from './types.ts'

/** Where an exercise stands in a superset. */
export type SupersetPlace = Pick<ExerciseDraft, 'superset' | 'supersetOrder'>

/** What a line (`own`) and the heading above it (`handed`) say as an exercise, or why they do not. */
export function exerciseOf(
  own: Found,
  handed: Partial<Found>,
  { line, block, place }: { line: number; block: string | undefined; place: () => SupersetPlace },
): ExerciseDraft | ProblemCode {
  const found: Found = { ...handed, ...own }
  if (own.problem) return own.problem
  if (found.name === '') return 'no-name'
  if (found.reps === undefined) return found.sets === undefined ? 'no-sets' : 'no-reps'
  const listed = own.reps?.includes(',') ? own.reps.split(',').length : undefined
  const setsText = own.sets === undefined ? found.setsText : own.setsText
  const notes = [block, setsText, found.note].filter((text) => text !== undefined)
  return {
    line,
    name: found.name,
    ...place(),
    sets: own.sets ?? listed ?? found.sets ?? 1,
    reps: found.reps,
    weightKg: kgOf(found.load),
    typedLoad: found.load ?? null,
    loadText: found.loadText ?? null,
    rpe: found.rpe ?? null,
    restSeconds: found.restSeconds ?? null,
    note: notes.length > 0 ? notes.join('; ') : null,
  }
}

/** A list of loads is for every set. */
export function loadsProblem(
  own: Partial<Found>,
  handed: Partial<Found>,
  { sets }: ExerciseDraft,
): ProblemCode | undefined {
  const { loads } = own.loadText === undefined ? handed : own
  return loads === undefined || loads === sets ? undefined : 'loads-length'
}

/** An exercise with what a line below it adds; what it says itself stays, and a second load is a note. */
export function withDetail(
  exercise: ExerciseDraft,
  { note, load, loadText, ...found }: Partial<Found>,
): ExerciseDraft {
  const second = load && exercise.typedLoad ? (loadText ?? `${load.value}${load.unit}`) : undefined
  const notes = [exercise.note, second, note].filter((text) => typeof text === 'string')
  return {
    ...exercise,
    restSeconds: exercise.restSeconds ?? found.restSeconds ?? null,
    rpe: exercise.rpe ?? found.rpe ?? null,
    ...(loadText !== undefined && !second && { loadText: joinLoads(exercise.loadText, loadText) }),
    ...(load && !second && { typedLoad: load, weightKg: kgOf(load) }),
    note: notes.length > 0 ? notes.join('; ') : null,
  }
}

/** `Set 1: …`, `Set 2: …` under a name, as one. */
export function fromSetLines(sets: readonly Found[]): Omit<Found, 'name'> {
  return climb(
    sets.map(({ sets: count = 1, reps = '', load = null, loadText = null }) => ({
      sets: count,
      reps,
      load,
      loadText,
    })),
  )
}
