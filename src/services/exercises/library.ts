import type { Language, MuscleGroup } from '../../domain/enums.ts'
import { languageOfName } from '../../domain/library/nameLanguage.ts'
import { type ExerciseIndex, buildExerciseIndex } from '../../domain/library/search.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** An exercise somebody may use: the library's, or their trainer's own. */
export interface KnownExercise {
  id: number
  /** Null for a trainer's own. */
  slug: string | null
  /** In the actor's language, else as it was made. */
  name: string
  names: readonly { language: Language; name: string }[]
  muscleGroup: MuscleGroup
  equipment: string | null
  videoUrl: string | null
  instructions: string | null
  /** Added by the trainer. */
  own: boolean
}

export interface Library {
  all: readonly KnownExercise[]
  byId: ReadonlyMap<number, KnownExercise>
  /** Finds by name, forgiving typos. */
  match: ExerciseIndex<KnownExercise>['match']
}

interface Row {
  id: number
  slug: string | null
  name: string
  muscle_group: MuscleGroup
  equipment_needed: string | null
  video_url: string | null
  instructions: string | null
  own: number
  names: string
}

// Rows of other programs have no names beside their own.
const libraryText = `select e.id, e.slug, e.name, e.muscle_group, e.equipment_needed, e.video_url, e.instructions,
  e.created_by is not null as own,
  (select json_group_array(json_array(n.language, n.name, n.is_primary) order by n.is_primary desc, n.id)
    from exercise_names n where n.exercise_id = e.id) as names
  from exercises e where e.created_by is null or e.created_by = ? order by e.id`

function known(row: Row, language: Language): KnownExercise {
  const names = JSON.parse(row.names) as [Language, string, number][]
  const primary = names.find(([of, , isPrimary]) => of === language && isPrimary === 1)
  const listed = names.map(([of, name]) => ({ language: of, name }))
  return {
    id: row.id,
    slug: row.slug,
    name: primary?.[1] ?? row.name,
    names: listed.some(({ name }) => name === row.name)
      ? listed
      : [{ language: languageOfName(row.name), name: row.name }, ...listed],
    muscleGroup: row.muscle_group,
    equipment: row.equipment_needed,
    videoUrl: row.video_url,
    instructions: row.instructions,
    own: row.own === 1,
  }
}

/** Building an index costs some 30 ms, reading the rows 2: the index is kept as long as the rows are the same. */
const kept = new Map<string, { print: string; library: Library }>()
const mostKept = 50

/** What the coach with this id (null: nobody) and their clients may use, named in the actor's language. */
export async function libraryOf({ sql, actor }: Turn, coachId: number | null): Promise<Library> {
  const rows = await query<Row>(sql, libraryText, [coachId])
  const key = `${coachId ?? 0} ${actor.language}`
  const print = JSON.stringify(rows)
  const before = kept.get(key)
  if (before?.print === print) return before.library
  const all = rows.map((row) => known(row, actor.language))
  const index = buildExerciseIndex(all)
  const library: Library = {
    all,
    byId: new Map(all.map((exercise) => [exercise.id, exercise])),
    match: index.match.bind(index),
  }
  kept.delete(key)
  kept.set(key, { print, library })
  for (const oldest of kept.keys()) if (kept.size > mostKept) kept.delete(oldest)
  return library
}

/** What the actor may use: a coach their own and the library, a client their trainer's and the library. */
export function ownLibrary(turn: Turn): Promise<Library> {
  const { role, userId, trainerId } = turn.actor
  return libraryOf(turn, role === 'client' ? trainerId : userId)
}
