import type { Language, MuscleGroup } from '../../domain/enums.ts'
import { foldName } from '../../domain/library/search.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import { cleanName, lengthOf } from '../people/names.ts'
import type { Turn } from '../turn.ts'

/** Longest name of an exercise, in characters. */
const nameLimit = 100

/** A name that search can find: one line with a letter or a digit in it. Refusal `exerciseNameUnclear`. */
export function readExerciseName(text: string): { name: string; key: string } {
  const name = cleanName(text)
  const key = foldName(name)
  if (key === '' || lengthOf(name) > nameLimit) throw new Refusal('exerciseNameUnclear', { most: nameLimit })
  return { name, key }
}

/**
 * An exercise of the acting coach's own that goes by this folded name, in any language, other than `butFor`; rows
 * without names of ours count.
 */
export async function findOwnByKey(
  turn: Turn,
  key: string,
  butFor?: number,
): Promise<{ id: number; name: string } | undefined> {
  const coach = requireTrainer(turn)
  const rows = await turn.sql
    .selectFrom('exercises as e')
    .leftJoin('exercise_names as n', 'n.exercise_id', 'e.id')
    .select(['e.id', 'e.name', 'n.name as alias'])
    .where('e.created_by', '=', coach.userId)
    .orderBy('e.id')
    .execute()
  const isCalled = (name: string | null) => name !== null && foldName(name) === key
  return rows.find(({ id, name, alias }) => id !== butFor && (isCalled(name) || isCalled(alias)))
}

/**
 * Adds an exercise for the acting coach and their clients, named in `language` (the actor's unless said). One of
 * theirs that goes by this name already is answered instead of a second one. Answers its id.
 * Refusals: `notAllowed`, `exerciseNameUnclear`.
 */
export async function addOwnExercise(
  turn: Turn,
  exercise: { name: string; muscleGroup: MuscleGroup; equipment?: string | null; language?: Language },
): Promise<number> {
  const coach = requireTrainer(turn)
  const { name, key } = readExerciseName(exercise.name)
  const before = await findOwnByKey(turn, key)
  if (before) return before.id
  const { id } = await turn.sql
    .insertInto('exercises')
    .values({
      name,
      muscle_group: exercise.muscleGroup,
      equipment_needed: exercise.equipment ?? null,
      created_by: coach.userId,
      created_at: formatTimestamp(turn.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const language = exercise.language ?? turn.actor.language
  await turn.sql
    .insertInto('exercise_names')
    .values({ exercise_id: id, language, name, name_key: key, is_primary: 1 })
    .execute()
  return id
}
