const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

/**
 * Lower case without accents, niqqud, final letters, doubled vav or yod, apostrophes and punctuation; words are
 * divided by one space.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/(?<=^|\s)w\//g, 'with ')
    .replaceAll(/['’‘`´׳"“”״]/g, '')
    .replaceAll(/[ךםןףץ]/g, (letter) => finals[letter] ?? letter)
    .replaceAll(/ו{2,}/g, 'ו')
    .replaceAll(/י{2,}/g, 'י')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same for any order of the words. */
export const orderless = (folded: string): string => folded.split(' ').sort().join(' ')

/** The same however the words are divided. */
export const undivided = (folded: string): string => folded.replaceAll(' ', '')

const sounds: Readonly<Record<string, string>> = { ה: 'א', ע: 'א', ט: 'ת', ק: 'כ', ח: 'כ', ש: 'ס' }

/** The same for Hebrew words that are written differently and sound alike. */
export const sound = (word: string): string =>
  word.replaceAll(/[העטקחש]/g, (letter) => sounds[letter] ?? letter)

/**
 * Letters inserted, left out, replaced or swapped with their neighbour between two words; `most + 1` when there
 * are more than `most`.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const here = [row]
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      here[column] = Math.min(
        (above[column] ?? 0) + 1,
        (here[column - 1] ?? 0) + 1,
        (above[column - 1] ?? 0) + (same ? 0 : 1),
        row > 1 && column > 1 && swapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      )
    }
    before = above
    above = here
  }
  return Math.min(above[other.length] ?? 0, most + 1)
}
