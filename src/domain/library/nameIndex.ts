import { buildFinder, type Named } from './nameFinder.ts'
import { misspelling } from './typos.ts'
import { buildVocabulary, type Vocabulary } from './vocabulary.ts'

export interface Ranked<T> {
  item: T
  /** 0–1, 1 for the name itself. */
  score: number
  /** Wrong letters, when nothing else is wrong with what was typed. */
  misspelt: number | null
}

export interface NameIndex<T> {
  /** The item with this name, its words in any order and divided in any way. */
  find(folded: string): T | null
  /** Every item whose names are like it, best first. */
  rank(folded: string): Ranked<T>[]
  /** The best of a ranking can be nothing else but misspelt. */
  isSure(ranked: readonly Ranked<T>[]): boolean
}

/** What is rated below this is not worth showing. */
const leastScore = 0.28
/** Only so many of the best names are compared letter by letter. */
const closest = 40
/** Names have no more words; what comes after them is not looked at. */
const mostWords = 8

/** Rates names, by position: how much of the words typed and of the name is the other, weighed by what they tell. */
function rate(typed: readonly string[], vocabulary: Vocabulary): [at: number, score: number][] {
  const shared = new Map<number, number>()
  let all = 0
  for (const word of typed) {
    const { weight, shares } = vocabulary.share(word)
    all += weight
    for (const [at, share] of shares) shared.set(at, (shared.get(at) ?? 0) + share)
  }
  return [...shared]
    .map(([at, sum]): [number, number] => [at, Math.min(1, (2 * sum) / (all + vocabulary.weightOf(at)))])
    .filter(([, score]) => score >= leastScore)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
}

const wrong = ({ misspelt }: Ranked<unknown>): number => misspelt ?? Infinity

/** An index of folded names. The order of `named` decides between equals. */
export function buildNameIndex<T>(named: readonly Named<T>[]): NameIndex<T> {
  const vocabulary = buildVocabulary(named.map(({ folded }) => folded))

  function rank(folded: string): Ranked<T>[] {
    if (folded === '') return []
    const typed = vocabulary.divide(folded.split(' ', mostWords))
    const divided = typed.join(' ')
    const found = new Map<T, Ranked<T>>()
    for (const [position, [at, score]] of rate(typed, vocabulary).entries()) {
      const { item, folded: name } = named[at]!
      const near = position < closest
      const misspelt = near
        ? (misspelling(folded, name, vocabulary.has) ?? misspelling(divided, name, vocabulary.has))
        : null
      const before = found.get(item)
      if (!before) found.set(item, { item, score, misspelt })
      else if (misspelt !== null) before.misspelt = Math.min(misspelt, wrong(before))
    }
    return [...found.values()].sort((a, b) =>
      wrong(a) === wrong(b) ? b.score - a.score : wrong(a) - wrong(b),
    )
  }

  return {
    find: buildFinder(named),
    rank,
    isSure: ([first, second]) =>
      first !== undefined &&
      first.misspelt !== null &&
      (second === undefined || wrong(second) > first.misspelt),
  }
}
