import { readAmount } from '../food/amount.ts'
import { findFood } from '../food/findFood.ts'
import { isPreparation } from '../food/states.ts'
import { mask, masked } from './rows.ts'
import { typeByWords } from './words.ts'

/** A stretch of a text. */
export interface Part {
  from: number
  to: number
}

const bar = /\|/g
const either = /\s(?:or|או)\s|(?<!\d\s?)(?<!(?:^|\s)w)\/|(?<=\d\s?)\/(?=\s*\p{L})/giu
const also =
  /(?<!\d),|,(?!\d)|\s[+&]\s|\s\+|(?<=[\p{L}\p{N})%])\s+(?:and|plus)\s+|\s+ו(?=-?\s?\d)-?|\s+ועוד\s+|;/giu
const alsoHebrew = /\s+ו(?=\p{Script=Hebrew}{2,})/gu

/** What is in brackets is of one food: `salad (lettuce, tomato)`. */
const hide = (found: string): string => masked.repeat(found.length)

function cut(text: string, within: Part, at: RegExp): Part[] {
  const parts: Part[] = []
  let { from } = within
  const seen = mask(text.slice(within.from, within.to)).replaceAll(/\([^()]*\)/g, hide)
  for (const found of seen.matchAll(at)) {
    parts.push({ from, to: within.from + found.index })
    from = within.from + found.index + found[0].length
  }
  return [...parts, { from, to: within.to }]
}

const textOf = (text: string, { from, to }: Part): string => text.slice(from, to).trim()
const isStaple = (text: string): boolean => findFood(text, { forgiving: false }) !== null
const isSaid = (text: string): boolean => readAmount(text) !== null

/** The alternatives that bars divide. */
export const alternatives = (text: string, within: Part): Part[] => cut(text, within, bar)

/** The alternatives that `or` and a slash divide; not `1/2`, nor a food that is called so. */
export function eitherOf(text: string, within: Part): Part[] {
  const parts = cut(text, within, either)
  return parts.length > 1 && parts.every((part) => textOf(text, part) !== '') ? parts : [within]
}

/** Parts without the empty ones, which the part before takes in: macros stood there. */
function foldEmpty(text: string, parts: readonly Part[]): Part[] {
  const folded: Part[] = []
  for (const part of parts) {
    const before = folded.at(-1)
    if (/[\p{L}\p{N}\uE000]/u.test(textOf(text, part))) folded.push({ ...part })
    else if (before) before.to = part.to
  }
  return folded
}

/**
 * The foods in a stretch of text. Strictly, each must have an amount; loosely, it may be a staple without one as well.
 * Where that is not so, it is one.
 */
export function foodsIn(text: string, within: Part, how: 'strict' | 'loose'): Part[] {
  if (isStaple(textOf(text, within))) return [within]
  const stands = (part: Part): boolean => {
    const typed = textOf(text, part).replaceAll(/\s+/g, ' ')
    return isSaid(typed) || (how === 'loose' && (isStaple(typed) || typeByWords(typed) !== 'other'))
  }
  // One of `chicken / tuna can` is enough for both.
  const passes = (part: Part): boolean => stands(part) || eitherOf(text, part).some(stands)
  const parts = foldEmpty(text, cut(text, within, also))
  const more = parts.flatMap((part) => {
    if (how === 'loose' && isStaple(textOf(text, part))) return [part]
    const both = cut(text, part, alsoHebrew)
    return both.length > 1 && both.every(passes) ? both : [part]
  })
  if (more.length < 2) return [within]
  if (more.every(passes)) return more
  const isList = how === 'loose' && more.filter((part) => isSaid(textOf(text, part))).length >= 2
  return isList && !more.some((part) => isPreparation(textOf(text, part))) ? more : [within]
}

const listed = /(?<!\d),|,(?!\d)|;|\s\+|(?<=[\p{L})%])\+/gu
const manner = /^(?:with|without|no|not|in|on|from|but|very|עם|בלי|ללא|לא|בתוך|על|מאוד)(?![\p{L}'’])/iu

/** What only says more of the food before: `chicken, grilled`, `pizza, with cheese`. */
const isManner = (text: string): boolean => !isSaid(text) && (isPreparation(text) || manner.test(text))

/**
 * The foods in what somebody says they ate: what commas, semicolons and plus signs divide are several whatever they are;
 * what `and` divides, where each is a food for sure.
 */
export function foodsEaten(text: string, within: Part): Part[] {
  if (isStaple(textOf(text, within))) return [within]
  const parts: Part[] = []
  for (const part of foldEmpty(text, cut(text, within, listed))) {
    const before = parts.at(-1)
    if (before && isManner(textOf(text, part))) before.to = part.to
    else parts.push({ ...part })
  }
  return parts.flatMap((part) => foodsIn(text, part, 'loose'))
}

/** What semicolons divide, macros apart from their food folded into it; `plain` is the text without macros. */
export const segments = (plain: string): Part[] =>
  foldEmpty(plain, cut(plain, { from: 0, to: plain.length }, /;/g))

/** The foods in a text, as texts. */
export function splitFoods(text: string, how: 'strict' | 'loose'): string[] {
  return foodsIn(text, { from: 0, to: text.length }, how).map((part) => textOf(text, part))
}
