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
export function loadsProblem({ loads }: Partial<Found>, { sets }: ExerciseDraft): ProblemCode | undefined {
  return loads === undefined || loads === sets ? undefined : 'loads-length'
}

/** An exercise with what a line below it adds; what it says itself stays. */
export function withDetail(exercise: ExerciseDraft, { note, ...found }: Partial<Found>): ExerciseDraft {
  const notes = [exercise.note, note].filter((text) => typeof text === 'string')
  return {
    ...exercise,
    restSeconds: exercise.restSeconds ?? found.restSeconds ?? null,
    rpe: exercise.rpe ?? found.rpe ?? null,
    loadText: found.loadText === undefined ? exercise.loadText : joinLoads(exercise.loadText, found.loadText),
    ...(exercise.typedLoad === null && { typedLoad: found.load ?? null, weightKg: kgOf(found.load) }),
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
