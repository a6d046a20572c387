const finals: Readonly<Record<string, string>> = { ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }

/** Letters that Unicode does not take apart. */
const plain: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' }

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
    .replaceAll(/['’‘ʻʼ`´׳"“”״]/g, '')
    .replaceAll(/[łøđıßæœ]/g, (letter) => plain[letter] ?? letter)
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

/** One row of the table of distances, from the two above it. */
function nextRow(one: string, other: string, row: number, above: number[], before: number[]): number[] {
  const here = [row]
  for (let column = 1; column <= other.length; column++) {
    const same = one[row - 1] === other[column - 1]
    let least = Math.min(above[column]! + 1, here[column - 1]! + 1, above[column - 1]! + (same ? 0 : 1))
    const swapped = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
    if (swapped) least = Math.min(least, before[column - 2]! + 1)
    here.push(least)
  }
  return here
}

/**
 * Letters inserted, left out, replaced or swapped with their neighbour between two words; `most + 1` when there
 * are more than `most`.
 */
export function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let above = Array.from({ length: other.length + 1 }, (_, column) => column)
  for (let row = 1; row <= one.length; row++) {
    const here = nextRow(one, other, row, above, before)
    if (Math.min(...here) > most) return most + 1
    before = above
    above = here
  }
  return Math.min(above[other.length]!, most + 1)
}
