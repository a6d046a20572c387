import { likeness } from './typos.ts'

export interface Shares {
  /** What the typed word tells; a misspelt one tells what the word meant does. */
  weight: number
  /** How much of that the names have, by their positions. */
  shares: Map<number, number>
}

/** The words of many names. */
export interface Vocabulary {
  has(word: string): boolean
  share(typed: string): Shares
  /** What all words of the name at this position tell. */
  weightOf(at: number): number
  /** Typed words as the names divide them: a word like none may be two run together, or half of one. */
  divide(typed: readonly string[]): string[]
}

/** What is less alike is no reason to leave a word in one piece, nor to take one apart. */
const alikeEnough = 0.7
const shortestPart = 3

function buildPlaces(names: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, name] of names.entries())
    for (const word of new Set(name.split(' '))) {
      const found = places.get(word)
      if (found) found.push(at)
      else places.set(word, [at])
    }
  return places
}

interface Alike {
  word: string
  like: number
}

/** The words that are like a typed one, best first. */
function alikeOf(typed: string, words: readonly string[]): Alike[] {
  const found: Alike[] = []
  for (const word of words) {
    const like = likeness(typed, word)
    if (like > 0) found.push({ word, like })
  }
  return found.sort((a, b) => b.like - a.like)
}

/** What is typed comes again; a thousand words are remembered, then forgotten together. */
function remember(compute: (typed: string) => Alike[]): (typed: string) => Alike[] {
  const known = new Map<string, Alike[]>()
  return (typed) => {
    const before = known.get(typed)
    if (before) return before
    if (known.size >= 1000) known.clear()
    const found = compute(typed)
    known.set(typed, found)
    return found
  }
}

/** The vocabulary of folded names. */
export function buildVocabulary(names: readonly string[]): Vocabulary {
  const places = buildPlaces(names)
  const words = [...places.keys()]
  const has = (word: string): boolean => places.has(word)
  const weigh = (word: string): number => Math.log(2 + names.length / (places.get(word)?.length ?? 0.5))
  const weights = names.map((name) => name.split(' ').reduce((sum, word) => sum + weigh(word), 0))
  const alike = remember((typed) => alikeOf(typed, words))
  const closeness = (typed: string): number => alike(typed)[0]?.like ?? 0

  function share(typed: string): Shares {
    const found = alike(typed)
    const weight = weigh(found[0]?.word ?? typed)
    const shares = new Map<number, number>()
    for (const { word, like } of found)
      for (const at of places.get(word) ?? [])
        if (!shares.has(at)) shares.set(at, like * Math.min(weight, weigh(word)))
    return { weight, shares }
  }

  function cut(typed: string): string[] {
    if (typed.length < 2 * shortestPart || has(typed) || closeness(typed) >= alikeEnough) return [typed]
    for (let at = shortestPart; at <= typed.length - shortestPart; at++) {
      const [left, right] = [typed.slice(0, at), typed.slice(at)]
      if (has(left) && closeness(right) >= alikeEnough) return [left, right]
      if (has(right) && closeness(left) >= alikeEnough) return [left, right]
    }
    return [typed]
  }
  /** Two words become one when a name has them as one. */
  function join(typed: readonly string[]): string[] {
    const joined: string[] = []
    for (const word of typed) {
      const before = joined.at(-1)
      const strange = before !== undefined && !(has(before) && has(word))
      if (strange && closeness(before + word) > alikeEnough) joined[joined.length - 1] = before + word
      else joined.push(word)
    }
    return joined
  }

  const divide = (typed: readonly string[]): string[] => join(typed).flatMap(cut)
  return { has, share, weightOf: (at) => weights[at] ?? 0, divide }
}
