import { foldLetters } from '../library/letters.ts'
import { mealNameAt } from '../meals/words.ts'
import { dayAt } from '../plan/span.ts'

/** Somebody who may be named. */
export interface Nameable {
  name: string
  username: string
}

/** A folded word as it is, without the `s` of `Anna's`, without the letter of `לאנה`. */
const readings = (word: string): string[] => [word, word.replace(/s$/, ''), word.replace(/^[לבש]/u, '')]

/** Whether a word says something else in a plan: `May`, `Sun`, `Noon`. */
const isOther = (word: string): boolean =>
  word.length < 2 ||
  dayAt(word, '2026-01-01') !== undefined ||
  dayAt(`1 ${word}`, '2026-01-01') !== undefined ||
  mealNameAt(word) !== undefined

/**
 * Those whom a line names, by any word of their names; where somebody is named by more words than others, these alone.
 * `word` is one that names them, as it is spelled in their names.
 */
export function namedIn<P extends Nameable>(
  line: string,
  people: readonly P[],
): { people: P[]; word: string } | undefined {
  const said = new Set(foldLetters(line).split(' ').flatMap(readings))
  const found = people.map((person) => {
    const words = new Set(foldLetters(`${person.name} ${person.username}`).split(' '))
    return { person, words: [...words].filter((word) => said.has(word) && !isOther(word)) }
  })
  const most = Math.max(0, ...found.map(({ words }) => words.length))
  const best = most === 0 ? [] : found.filter(({ words }) => words.length === most)
  const word = best[0]?.words[0]
  return word === undefined ? undefined : { people: best.map(({ person }) => person), word }
}
