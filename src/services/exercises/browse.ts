import type { MuscleGroup } from '../../domain/enums.ts'
import { libraryBySlug } from '../../domain/library/exercises/index.ts'
import { requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { type KnownExercise, ownLibrary } from './library.ts'
import { findOwnByKey, readExerciseName } from './own.ts'
import { isUsed, plansWith } from './uses.ts'

/** What a list of exercises is made of. */
export type Source = { by: 'group'; group: MuscleGroup } | { by: 'own' } | { by: 'name'; typed: string }

export interface ExercisePage {
  exercises: KnownExercise[]
  page: number
  pages: number
}

const perPage = 8
const mostFound = 24
/** What is less than half as like as the best was not meant. */
const leastShare = 0.5

/** Own ones first, then by name as the reader's language sorts. */
function inOrder(exercises: KnownExercise[], language: string): KnownExercise[] {
  const { compare } = new Intl.Collator(language)
  return exercises.toSorted((a, b) => Number(b.own) - Number(a.own) || compare(a.name, b.name))
}

async function allOf(turn: Turn, source: Source): Promise<KnownExercise[]> {
  const library = await ownLibrary(turn)
  if (source.by === 'name') {
    const { candidates } = library.match(source.typed, { limit: mostFound })
    const least = leastShare * Math.max(0, ...candidates.map(({ score }) => score))
    return candidates.filter(({ score }) => score >= least).map(({ entry }) => entry)
  }
  const wanted = library.all.filter((one) =>
    source.by === 'own' ? one.own : one.muscleGroup === source.group,
  )
  return inOrder(wanted, turn.actor.language)
}

/** One page of the exercises a coach and their clients may use; a page past the end is the last. Refusal `notAllowed`. */
export async function browseExercises(turn: Turn, source: Source, wanted: number): Promise<ExercisePage> {
  requireTrainer(turn)
  const all = await allOf(turn, source)
  const pages = Math.max(1, Math.ceil(all.length / perPage))
  const page = Math.min(Math.max(1, wanted), pages)
  return { exercises: all.slice((page - 1) * perPage, page * perPage), page, pages }
}

/** How many the acting coach has added. */
export async function countOwn(turn: Turn): Promise<number> {
  requireTrainer(turn)
  return (await ownLibrary(turn)).all.filter(({ own }) => own).length
}

/** The exercise that was meant beyond doubt; undefined where there is any. */
export async function meantExercise(turn: Turn, typed: string): Promise<number | undefined> {
  requireTrainer(turn)
  const { sure, candidates } = (await ownLibrary(turn)).match(typed, { limit: 2 })
  return sure ? candidates[0]?.entry.id : undefined
}

/** Who has a name already: an exercise of the coach's own, or the library's. Refusal `exerciseNameUnclear`. */
export async function whoIsCalled(
  turn: Turn,
  typed: string,
): Promise<{ ownId: number | null; inLibrary: string | null }> {
  const own = await findOwnByKey(turn, readExerciseName(typed).key)
  const { exact } = (await ownLibrary(turn)).match(typed, { limit: 1 })
  return { ownId: own?.id ?? null, inLibrary: exact && !exact.own ? exact.name : null }
}

/** Everything a coach reads about an exercise. */
export interface ExerciseCard extends KnownExercise {
  /** What to think of, in the reader's language where the library has it. */
  cue: string | null
  /** What another program says about it. */
  description: string | null
  /** In how many plans of anybody's it stands; 0 for the library's, which are not counted. */
  plans: number
  /** The coach's own that nothing uses. */
  mayBeDeleted: boolean
}

/** An exercise of the library or of the acting coach. Others and none at all answer alike: Refusal `notThere`. */
export async function readExercise(turn: Turn, exerciseId: number): Promise<ExerciseCard> {
  requireTrainer(turn)
  const exercise = (await ownLibrary(turn)).byId.get(exerciseId)
  if (!exercise) throw new Refusal('notThere')
  const row = await turn.sql
    .selectFrom('exercises')
    .select('description')
    .where('id', '=', exerciseId)
    .executeTakeFirst()
  const { slug, own } = exercise
  const known = slug === null ? undefined : libraryBySlug.get(slug)
  return {
    ...exercise,
    cue: known?.[turn.actor.language].cue ?? exercise.instructions,
    description: row?.description ?? null,
    plans: own ? await plansWith(turn, exerciseId) : 0,
    mayBeDeleted: own && !(await isUsed(turn, exerciseId)),
  }
}
