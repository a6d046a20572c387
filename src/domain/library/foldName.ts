import { glued, hebrewForms, irregular, phrases, silent, spelledOut } from './foldTables.ts'
import { foldLetters } from './letters.ts'

function singular(word: string): string {
  if (word.length < 3 || !word.endsWith('s') || /(?:ss|us|is)$/.test(word)) return word
  if (/(?:ch|sh|ss|x)es$/.test(word)) return word.slice(0, -2)
  if (word.length > 4 && word.endsWith('ies')) return `${word.slice(0, -3)}y`
  return word.slice(0, -1)
}

const foldWord = (word: string): string => {
  const one = singular(irregular.get(word) ?? word)
  return irregular.get(one) ?? hebrewForms.get(one) ?? one
}

/** Two words that people also write as one become one; a Hebrew prefix cut off by a hyphen is joined again. */
function glue(words: readonly string[]): string[] {
  const joined: string[] = []
  for (const word of words) {
    const before = joined.at(-1)
    if (before !== undefined && (/^[בהלמ]$/.test(before) || glued.has(`${before} ${word}`)))
      joined[joined.length - 1] = foldWord(before + word)
    else joined.push(word)
  }
  return joined
}

const spellOut = (words: readonly string[]): string[] =>
  words.flatMap((word) => spelledOut.get(word)?.split(' ') ?? [word])

function rephrase(text: string): string {
  let padded = ` ${text} `
  for (const [said, meant] of phrases) padded = padded.replaceAll(` ${said} `, ` ${meant} `)
  return padded.trim().replaceAll(/ +/g, ' ')
}

/**
 * A name as search compares it: without case, accents, niqqud, final letters, punctuation, plural s and filler
 * words, with the gym's abbreviations spelled out (DB, BB, KB, RDL …). Word order stays. Empty when the text
 * has neither letters nor digits.
 */
export function foldName(text: string): string {
  const letters = foldLetters(text)
  if (letters === '') return ''
  const words = letters.split(' ').map(foldWord)
  const said = words.filter((word) => !silent.has(word))
  return rephrase(spellOut(glue(said.length > 0 ? said : words)).join(' '))
}
