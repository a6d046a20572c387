import Fuse from 'fuse.js'
import { orderless, undivided } from './letters.ts'
import { likeness, misspelling } from './typos.ts'

/** One name of an item, folded. */
export interface Named<T> {
  item: T
  folded: string
}

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
}

/** What is rated below this is not worth showing. */
const leastScore = 0.28
/** Above this nobody looks for words written as one. */
const goodScore = 0.75
/** Only so many of the best names are compared letter by letter. */
const closest = 40

function add<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/** Items by name; where several share one, the first of `named` has it, unless only a loose key is shared. */
function buildFinder<T>(named: readonly Named<T>[]): (folded: string) => T | null {
  const exact = new Map<string, T>()
  const loose = new Map<string, T[]>()
  for (const { item, folded } of named) {
    if (!exact.has(folded)) exact.set(folded, item)
    for (const key of new Set([orderless(folded), undivided(folded)])) add(loose, key, item)
  }
  const only = (key: string): T | null => {
    const items = new Set(loose.get(key))
    return items.size === 1 ? ([...items][0] ?? null) : null
  }
  return (folded) => exact.get(folded) ?? only(orderless(folded)) ?? only(undivided(folded))
}

/** What each word tells: rare words more than common ones. */
function buildWeights(positions: ReadonlyMap<string, readonly number[]>, names: readonly string[]) {
  const weigh = (word: string): number => Math.log(2 + names.length / (positions.get(word)?.length ?? 0.5))
  const weights = names.map((name) => name.split(' ').reduce((sum, word) => sum + weigh(word), 0))
  return { weigh, weightOfName: (at: number): number => weights[at] ?? 0 }
}

/** Rates names, by position, by the words they share with what was typed. */
function buildRating(names: readonly string[]): (folded: string) => Map<number, number> {
  const positions = new Map<string, number[]>()
  for (const [at, name] of names.entries())
    for (const word of new Set(name.split(' '))) add(positions, word, at)
  const { weigh, weightOfName } = buildWeights(positions, names)

  /** The typed word's weight (a misspelt word has that of the word meant) and how far each name has it. */
  function shares(typed: string): { weight: number; found: Map<number, number> } {
    const alike = [...positions.keys()]
      .map((word) => ({ word, like: likeness(typed, word) }))
      .filter(({ like }) => like > 0)
      .sort((a, b) => b.like - a.like)
    const weight = weigh(alike[0]?.word ?? typed)
    const found = new Map<number, number>()
    for (const { word, like } of alike)
      for (const at of positions.get(word) ?? [])
        if (!found.has(at)) found.set(at, like * Math.min(weight, weigh(word)))
    return { weight, found }
  }
  return (folded) => {
    const scores = new Map<number, number>()
    let all = 0
    for (const typed of folded.split(' ')) {
      const { weight, found } = shares(typed)
      all += weight
      for (const [at, share] of found) scores.set(at, (scores.get(at) ?? 0) + share)
    }
    for (const [at, sum] of scores) scores.set(at, Math.min(1, (2 * sum) / (all + weightOfName(at))))
    return scores
  }
}

/** Rates names by letters alone, for words run together. */
function buildRun(names: readonly string[]): (folded: string) => Map<number, number> {
  const fuse = new Fuse(names.map(undivided), { includeScore: true, threshold: 0.3, minMatchCharLength: 3 })
  return (folded) =>
    new Map(
      fuse
        .search(undivided(folded), { limit: closest })
        .map(({ refIndex, score }) => [refIndex, goodScore * (1 - (score ?? 1))]),
    )
}

/** An index of folded names. The order of `named` decides between equals. */
export function buildNameIndex<T>(named: readonly Named<T>[]): NameIndex<T> {
  const names = named.map(({ folded }) => folded)
  const words = new Set(names.flatMap((name) => name.split(' ')))
  const rate = buildRating(names)
  const rateRun = buildRun(names)

  function rated(folded: string): [at: number, score: number][] {
    const scores = rate(folded)
    if (![...scores.values()].some((score) => score >= goodScore))
      for (const [at, score] of rateRun(folded)) scores.set(at, Math.max(score, scores.get(at) ?? 0))
    return [...scores].filter(([, score]) => score >= leastScore).sort((a, b) => b[1] - a[1] || a[0] - b[0])
  }

  function rank(folded: string): Ranked<T>[] {
    if (folded === '') return []
    const found = new Map<T, Ranked<T>>()
    for (const [position, [at, score]] of rated(folded).entries()) {
      const { item, folded: name } = named[at]!
      const misspelt = position < closest ? misspelling(folded, name, (word) => words.has(word)) : null
      const before = found.get(item)
      if (!before) found.set(item, { item, score, misspelt })
      else if (misspelt !== null) before.misspelt = Math.min(misspelt, before.misspelt ?? Infinity)
    }
    const wrong = ({ misspelt }: Ranked<T>): number => misspelt ?? Infinity
    return [...found.values()].sort((a, b) =>
      wrong(a) === wrong(b) ? b.score - a.score : wrong(a) - wrong(b),
    )
  }
  return { find: buildFinder(named), rank }
}
