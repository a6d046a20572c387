import type { Language, MuscleGroup } from '../../domain/enums.ts'
import { foldName } from '../../domain/library/search.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type Authorized, type Coach, requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import { cleanName, lengthOf } from '../people/names.ts'
import type { Turn } from '../turn.ts'

/** Longest name of an exercise, in characters. */
export const exerciseNameLimit = 100

/** A name that search can find: one line with a letter or a digit in it. Refusal `nameUnclear`. */
function readName(text: string): { name: string; key: string } {
  const name = cleanName(text)
  const key = foldName(name)
  if (key === '' || lengthOf(name) > exerciseNameLimit)
    throw new Refusal('nameUnclear', { most: exerciseNameLimit })
  return { name, key }
}

/** The coach's own exercise of this folded name or alias, in any language; rows without names of ours count. */
async function findOwn({ sql }: Turn, coach: Authorized<Coach>, key: string): Promise<number | undefined> {
  const rows = await sql
    .selectFrom('exercises as e')
    .leftJoin('exercise_names as n', 'n.exercise_id', 'e.id')
    .select(['e.id', 'e.name', 'n.name as alias'])
    .where('e.created_by', '=', coach.userId)
    .orderBy('e.id')
    .execute()
  return rows.find(({ name, alias }) => foldName(name) === key || (alias !== null && foldName(alias) === key))
    ?.id
}

/**
 * Adds an exercise for the acting coach and their clients, named in `language` (the actor's unless said). One of
 * theirs that goes by this name already is answered instead of a second one. Answers its id.
 * Refusals: `notAllowed`, `nameUnclear`.
 */
export async function addOwnExercise(
  turn: Turn,
  exercise: { name: string; muscleGroup: MuscleGroup; equipment?: string | null; language?: Language },
): Promise<number> {
  const coach = requireTrainer(turn)
  const { name, key } = readName(exercise.name)
  const before = await findOwn(turn, coach, key)
  if (before !== undefined) return before
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
