import { createHash } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/sqlite'
import { type LibraryExercise } from '../../domain/library/exercises/exercise.ts'
import { libraryExercises } from '../../domain/library/exercises/index.ts'
import { foldName } from '../../domain/library/search.ts'
import { formatTimestamp } from '../../entities/types.ts'
import { type Sql, inUnit } from '../unit.ts'

const languages = ['en', 'he'] as const

/** Every name with its key: a change of how names are folded counts as a change of the library. */
function namesOf(exercise: LibraryExercise) {
  const rows = languages.flatMap((language) => {
    const { name, aliases } = exercise[language]
    return [name, ...aliases].map((one, index) => ({
      language,
      name: one,
      name_key: foldName(one),
      is_primary: index === 0 ? 1 : 0,
    }))
  })
  const keyOf = ({ language, name_key: key }: (typeof rows)[number]) => `${language} ${key}`
  return rows.filter((row, index) => rows.findIndex((other) => keyOf(other) === keyOf(row)) === index)
}

function fingerprint(): string {
  const hash = createHash('sha256')
  for (const exercise of libraryExercises) hash.update(JSON.stringify([exercise, namesOf(exercise)]))
  return hash.digest('hex')
}

async function put(sql: Sql, exercise: LibraryExercise, at: string): Promise<void> {
  const values = {
    name: exercise.en.name,
    muscle_group: exercise.muscleGroup,
    equipment_needed: exercise.equipment,
    instructions: exercise.en.cue,
    step_kg: exercise.stepKg,
  }
  const { id } = await sql
    .insertInto('exercises')
    .values({ ...values, slug: exercise.slug, created_at: at })
    .onConflict((conflict) => conflict.column('slug').doUpdateSet(values))
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql.deleteFrom('exercise_names').where('exercise_id', '=', id).execute()
  await sql
    .insertInto('exercise_names')
    .values(namesOf(exercise).map((name) => ({ exercise_id: id, ...name })))
    .execute()
}

/** Brings the library the bot comes with into the file, once for each version of it. Plans and logs keep pointing at its rows. */
export async function seedExercises(orm: MikroORM, now: Date): Promise<void> {
  const print = fingerprint()
  await inUnit(orm, 'exercises.seed', async ({ sql }) => {
    const known = await sql
      .selectFrom('installation')
      .select('value')
      .where('key', '=', 'library')
      .executeTakeFirst()
    if (known?.value === print) return
    for (const exercise of libraryExercises) await put(sql, exercise, formatTimestamp(now))
    await sql
      .insertInto('installation')
      .values({ key: 'library', value: print })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value: print }))
      .execute()
  })
}
