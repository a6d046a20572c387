/** Longest name somebody can go by, in characters. */
export const nameLimit = 80

/** Longest answer kept in somebody's own words, in characters. */
export const answerLimit = 500

const unseen = /[\p{Cc}\p{Cs}\p{Co}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]+/gu

/** One line, no control or direction characters, no doubled blanks; empty when nothing visible is left. */
export function cleanName(text: string): string {
  const line = text
    .normalize('NFC')
    .replace(/[\s\u2028\u2029]+/gu, ' ')
    .replace(unseen, '')
    .replace(/ {2,}/g, ' ')
    .trim()
  return /[^\p{Cf}\p{M}\s]/u.test(line) ? line : ''
}

/** Counts what people see as characters' code points, not UTF-16 units. */
export function lengthOf(text: string): number {
  return Array.from(text).length
}

/** The first `most` characters, never half of one. */
export function cut(text: string, most: number): string {
  return Array.from(text).slice(0, most).join('').trim()
}

/** What a username is made of when Telegram knows none: `Anna Cohen` → `anna_cohen`; never empty. */
export function usernameBase(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '')
  return cut(plain, 32).replace(/_+$/, '') || 'user'
}

/** The names of an invitation, one a line. `tooLong` holds the lines that cannot be a name. */
export function readNames(text: string): { names: string[]; tooLong: string[] } {
  const lines = text.split(/\r?\n/).map(cleanName).filter(Boolean)
  return {
    names: lines.filter((line) => lengthOf(line) <= nameLimit),
    tooLong: lines.filter((line) => lengthOf(line) > nameLimit),
  }
}
