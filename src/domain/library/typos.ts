import { distance, sound, undivided } from './letters.ts'

/** How many wrong letters a word of this length may have to be listed as a candidate. */
const forgiven = (length: number): number => (length < 3 ? 0 : length < 6 ? 1 : length < 9 ? 2 : 3)

/** How many it may have to be taken without asking. Short words are too near to one another. */
const trusted = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2)

/** How alike two words are, 0–1; 0 when they are not. A beginning of a word counts, the more of it the more. */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1
  if (typed.length >= 3 && word.startsWith(typed)) return 0.6 + (0.3 * typed.length) / word.length
  const most = /\d/.test(typed) ? 0 : forgiven(typed.length)
  if (most === 0) return 0
  const wrong = distance(typed, word, most)
  return wrong > most ? 0 : 1 - wrong / Math.max(typed.length, word.length)
}

function wrongLetters(typed: string, word: string): number | null {
  if (typed === word) return 0
  if (typed.length > 2 && sound(typed) === sound(word)) return 1
  if (typed[0] !== word[0] || /\d/.test(typed)) return null
  const most = trusted(Math.min(typed.length, word.length))
  const wrong = distance(typed, word, most)
  return wrong > most ? null : wrong
}

function otherwiseDivided(words: readonly string[], name: string): number | null {
  const tooShort = words.length > 1 && words.some((word) => word.length < 4)
  const wrong = tooShort ? null : wrongLetters(words.join(''), name)
  return wrong !== null && wrong <= (name.length < 9 ? 1 : 2) ? wrong : null
}

/**
 * Wrong letters in a typed name if every word of it stands for one of the name's, else null. Words that are
 * `known` are no misspelling of another.
 */
export function misspelling(typed: string, name: string, known: (word: string) => boolean): number | null {
  const left = name.split(' ')
  const words = typed.split(' ')
  if (words.length !== left.length) return otherwiseDivided(words, undivided(name))
  let wrong = 0
  for (const word of words) {
    const costs = left.map((other) => (word !== other && known(word) ? null : wrongLetters(word, other)))
    const least = Math.min(...costs.map((cost) => cost ?? Infinity))
    if (least === Infinity) return null
    left.splice(costs.indexOf(least), 1)
    wrong += least
  }
  return wrong
}
