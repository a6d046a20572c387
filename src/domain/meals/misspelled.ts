import { distance, foldLetters } from '../library/letters.ts'

/** Wrong or swapped letters that a word of the meal language may have; short ones are too near to others. */
const mostWrong = (length: number): number => (length < 4 ? 0 : length < 7 ? 1 : 2)

/** The word of these that a typed one was meant to be; undefined where it is one of them, or like none. */
export function meantWord(typed: string, words: readonly string[]): string | undefined {
  const folded = foldLetters(typed)
  if (words.includes(folded)) return undefined
  return words.find((word) => {
    const most = mostWrong(Math.min(folded.length, word.length))
    return most > 0 && folded[0] === word[0] && distance(folded, word, most) <= most
  })
}
