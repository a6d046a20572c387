import type { Language, MuscleGroup } from '../../domain/enums.ts'
import { languageOfName } from '../../domain/library/nameLanguage.ts'
import { foldName } from '../../domain/library/search.ts'
import { readLink } from '../../domain/links.ts'
import { requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import { answerLimit, cleanName, lengthOf } from '../people/names.ts'
import type { Turn } from '../turn.ts'
import { findOwnByKey, readExerciseName } from './own.ts'
import { isUsed } from './uses.ts'

const mostAliases = 20

interface OwnRow {
  id: number
  name: string
}

/** One of the acting coach's own. The library's, somebody else's and none at all answer alike: Refusal `notThere`. */
async function requireOwn(turn: Turn, exerciseId: number): Promise<OwnRow> {
  const coach = requireTrainer(turn)
  const row = await turn.sql
    .selectFrom('exercises')
    .select(['id', 'name'])
    .where('id', '=', exerciseId)
    .where('created_by', '=', coach.userId)
    .executeTakeFirst()
  if (!row) throw new Refusal('notThere')
  return row
}

/** A readable name that no other exercise of the coach's goes by. Refusals `exerciseNameUnclear`, `exerciseNameTaken`. */
async function requireFreeName(
  turn: Turn,
  own: OwnRow,
  text: string,
): Promise<{ name: string; key: string }> {
  const read = readExerciseName(text)
  const holder = await findOwnByKey(turn, read.key, own.id)
  if (holder) throw new Refusal('exerciseNameTaken', { name: holder.name })
  return read
}

const namesOf = ({ sql }: Turn, { id }: OwnRow) =>
  sql
    .selectFrom('exercise_names')
    .select(['id', 'language', 'name', 'name_key', 'is_primary'])
    .where('exercise_id', '=', id)
    .execute()

/** What it is called in a language: its name there, else the one it was made with, where that is of this language. */
function shownIn(own: OwnRow, names: Awaited<ReturnType<typeof namesOf>>, language: Language): string | null {
  const primary = names.find((one) => one.language === language && one.is_primary === 1)
  if (primary) return primary.name
  const isNamed = names.some(({ name }) => name === own.name)
  return !isNamed && languageOfName(own.name) === language ? own.name : null
}

/**
 * Gives one of the coach's own exercises another name in a language. The name that other programs read follows where
 * it was the same. Refusals: `notThere`, `exerciseNameUnclear`, `exerciseNameTaken`.
 */
export async function renameExercise(
  turn: Turn,
  exerciseId: number,
  language: Language,
  text: string,
): Promise<void> {
  const own = await requireOwn(turn, exerciseId)
  const { name, key } = await requireFreeName(turn, own, text)
  const names = await namesOf(turn, own)
  const replaced = names.filter(
    (one) => one.language === language && (one.is_primary === 1 || one.name_key === key),
  )
  if (shownIn(own, names, language) === own.name)
    await turn.sql.updateTable('exercises').set({ name }).where('id', '=', own.id).execute()
  if (replaced.length > 0)
    await turn.sql
      .deleteFrom('exercise_names')
      .where(
        'id',
        'in',
        replaced.map(({ id }) => id),
      )
      .execute()
  await turn.sql
    .insertInto('exercise_names')
    .values({ exercise_id: own.id, language, name, name_key: key, is_primary: 1 })
    .execute()
}

/** What a message lists: one a line, or with commas between. */
const listed = (text: string): string[] =>
  text
    .split(/[\n,،;]+/)
    .map(cleanName)
    .filter(Boolean)

/**
 * Gives one of the coach's own exercises these other names in place of those it has: one a line or with commas
 * between, each in the language of its letters; none for an empty text. Refusals: `notThere`,
 * `exerciseNameUnclear`, `exerciseNameTaken`, `tooManyNames`.
 */
export async function setAliases(turn: Turn, exerciseId: number, text: string): Promise<void> {
  const own = await requireOwn(turn, exerciseId)
  const wanted = listed(text)
  if (wanted.length > mostAliases) throw new Refusal('tooManyNames', { most: mostAliases })
  const primary = (await namesOf(turn, own)).filter((one) => one.is_primary === 1)
  const taken = new Set([foldName(own.name), ...primary.map(({ name_key: key }) => key)])
  await turn.sql
    .deleteFrom('exercise_names')
    .where('exercise_id', '=', own.id)
    .where('is_primary', '=', 0)
    .execute()
  for (const alias of wanted) {
    const { name, key } = await requireFreeName(turn, own, alias)
    if (taken.has(key)) continue
    taken.add(key)
    await turn.sql
      .insertInto('exercise_names')
      .values({ exercise_id: own.id, language: languageOfName(name), name, name_key: key, is_primary: 0 })
      .execute()
  }
}

/** What else can be said of an exercise; null takes it away. */
export interface ExerciseDetails {
  muscleGroup?: MuscleGroup
  equipment?: string | null
  /** http or https. */
  videoUrl?: string | null
  cue?: string | null
}

const equipmentLimit = 100

function readWords(text: string | null, most: number): string | null {
  const words = text?.trim() ?? ''
  if (lengthOf(words) > most) throw new Refusal('answerTooLong', { most })
  return words === '' ? null : words
}

function checkedLink(text: string | null): string | null {
  if (text === null) return null
  const link = readLink(text)
  if (link === undefined) throw new Refusal('linkUnclear')
  return link
}

/** Changes one of the coach's own exercises. Refusals: `notThere`, `linkUnclear`, `answerTooLong`. */
export async function changeExercise(
  turn: Turn,
  exerciseId: number,
  details: ExerciseDetails,
): Promise<void> {
  const own = await requireOwn(turn, exerciseId)
  const { muscleGroup, equipment, videoUrl, cue } = details
  await turn.sql
    .updateTable('exercises')
    .set({
      ...(muscleGroup !== undefined && { muscle_group: muscleGroup }),
      ...(equipment !== undefined && { equipment_needed: readWords(equipment, equipmentLimit) }),
      ...(videoUrl !== undefined && { video_url: checkedLink(videoUrl) }),
      ...(cue !== undefined && { instructions: readWords(cue, answerLimit) }),
    })
    .where('id', '=', own.id)
    .execute()
}

/** Deletes one of the coach's own exercises that nothing uses. Refusals: `notThere`, `exerciseInUse`. */
export async function deleteExercise(turn: Turn, exerciseId: number): Promise<{ name: string }> {
  const own = await requireOwn(turn, exerciseId)
  if (await isUsed(turn, own.id)) throw new Refusal('exerciseInUse')
  await turn.sql.deleteFrom('exercises').where('id', '=', own.id).execute()
  return own
}
