import type { Language, MuscleGroup } from '../enums.ts'
import { foldName } from './foldName.ts'
import { buildNameIndex } from './nameIndex.ts'

export { foldName } from './foldName.ts'
export { similarExercises, type Swappable } from './similar.ts'

export interface ExerciseEntry {
  id: number | string
  muscleGroup: MuscleGroup
  equipment: string | null
  /** Primary names and aliases of every language. */
  names: readonly { language: Language; name: string }[]
  /** Added by the trainer who searches: goes before the library where both have the name. */
  own?: boolean
}

export interface ExerciseCandidate<E extends ExerciseEntry> {
  entry: E
  /** 0–1, best first; 1 for the name itself. */
  score: number
}

export interface ExerciseMatch<E extends ExerciseEntry> {
  /** What has this name, in any language. */
  exact: E | null
  /** The first candidate can be taken without asking: the name itself, or misspelt beyond doubt. */
  sure: boolean
  candidates: ExerciseCandidate<E>[]
}

export interface ExerciseIndex<E extends ExerciseEntry> {
  /** Finds what was typed, forgiving typos. Never throws; `limit` is 5 unless said, and 1 is quickest. */
  match(typed: string, options?: { limit?: number }): ExerciseMatch<E>
}

/** Longer than any name; what is longer is not compared letter by letter. */
const longest = 100

/** An index over the names of exercises: some 30 ms to build for a library, so keep it; 1–3 ms to ask. */
export function buildExerciseIndex<E extends ExerciseEntry>(entries: readonly E[]): ExerciseIndex<E> {
  const ownFirst = [...entries.filter(({ own }) => own), ...entries.filter(({ own }) => !own)]
  const named = ownFirst.flatMap((entry) =>
    entry.names
      .map(({ name }) => ({ item: entry, folded: foldName(name) }))
      .filter(({ folded }) => folded !== ''),
  )
  const index = buildNameIndex(named)
  return {
    match(typed, { limit = 5 } = {}) {
      const exact = index.find(foldName(typed))
      const known = exact === null ? [] : [{ entry: exact, score: 1 }]
      if (exact !== null && limit <= 1) return { exact, sure: true, candidates: known.slice(0, limit) }
      const ranked = index.rank(foldName(typed.slice(0, longest)))
      const others = ranked.filter(({ item }) => item !== exact)
      const candidates = [...known, ...others.map(({ item, score }) => ({ entry: item, score }))]
      return { exact, sure: exact !== null || index.isSure(ranked), candidates: candidates.slice(0, limit) }
    },
  }
}
