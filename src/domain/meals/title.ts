import { foldLetters } from '../library/letters.ts'
import { tidyTitle } from '../plan/headings.ts'
import { masked } from './rows.ts'

/** What is left over where days, targets and names stood. */
const scraps = new Set(
  'about|around|approx|roughly|a|an|and|the|for|from|of|on|only|to|with|at|in|is|are|kcal|ל|של|עם|כ|ב|מ|רק|בערך|עבור|בשביל|סביב|ליום|ביום'
    .split('|')
    .map(foldLetters),
)
/** What any plan is called: part of a title, and none alone. */
const usual = new Set(
  'day|days|week|weeks|ימים|שבועות|meal|meals|plan|plans|menu|diet plan|food|תפריט|תוכנית|תכנית|ארוחות|תזונה|אוכל'
    .split('|')
    .map(foldLetters),
)

/** Whether a folded word is one of these names, `Anna's` and `לאנה` too. */
function isName(word: string, names: ReadonlySet<string>): boolean {
  return names.has(word) || names.has(word.replace(/s$/, '')) || names.has(word.replace(/^[לבש]/u, ''))
}

/**
 * The title in what is left of a line once days and targets are out of it; `names` are those whom it is for. Empty where
 * no word is left: three letters or more, two in Hebrew, and none that any plan has.
 */
export function titleIn(rest: string, names: readonly string[] = []): string {
  const title = tidyTitle(rest.replace(/^[\s#]+/, ''))
  if (title.includes(masked)) return title
  const called = new Set(names.flatMap((name) => foldLetters(name).split(' ')).filter(Boolean))
  const words = title.split(' ')
  const folded = words.map(foldLetters)
  const isScrap = (at: number): boolean => {
    const word = folded[at] ?? ''
    const isApart = /[,;:–—-]$/u.test(words[at] ?? '') || /[,;:–—-]$/u.test(words[at - 1] ?? '')
    return word === '' || scraps.has(word) || isName(word, called) || (usual.has(word) && isApart)
  }
  let [from, to] = [0, words.length]
  while (from < to && isScrap(from)) from++
  while (to > from && isScrap(to - 1)) to--
  const isTitle = folded
    .slice(from, to)
    .some(
      (word, at) => /\p{Script=Hebrew}{2,}|\p{L}{3,}/u.test(word) && !usual.has(word) && !isScrap(from + at),
    )
  return isTitle ? tidyTitle(words.slice(from, to).join(' ')) : ''
}
