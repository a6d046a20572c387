import { foldName } from '../library/foldName.ts'

const englishEnds: readonly (readonly [RegExp, string])[] = [
  [/oe$/, 'o'],
  [/ie$/, 'y'],
]

/** Plural, construct and feminine endings, in folded letters, longest first. */
const hebrewEnd = /(?:יות|ימ|ות|י|ה|ת)$/u

function stem(word: string): string {
  if (/^[א-ת]{4,}$/u.test(word)) {
    const root = word.replace(hebrewEnd, '')
    return root.length >= 3 ? root : word
  }
  for (const [end, other] of englishEnds)
    if (word.length > 4 && end.test(word)) return word.replace(end, other)
  return word
}

/** A food's name as it is compared: folded as names are, and with one form for singular, plural and construct. */
export function foldFood(text: string): string {
  return foldName(text).split(' ').map(stem).join(' ')
}
