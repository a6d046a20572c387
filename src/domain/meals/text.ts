import { masked } from './rows.ts'

const brackets = /\[([^\][]*)\]/g

/**
 * A text from which bracketed parts were hidden, with what stood in `original`. A text that was bracketed as a whole
 * comes without its brackets.
 */
export function unmask(text: string, original: string): string {
  if (!text.includes(masked)) return text
  const held = Array.from(original.matchAll(brackets), ([, inner = '']) => inner)
  if (/^\uE000+$/u.test(text) && held.length === 1) return held[0] ?? ''
  let next = 0
  return text.replaceAll(/\uE000+/gu, () => `[${held[next++] ?? ''}]`)
}

const ends = /^[\s,;:=|/•·–—-]+|[\s,;:=|/•·–—~-]+$/gu

/** A text without what stood around the things that were taken out of it. */
export function tidy(text: string): string {
  return text
    .replaceAll(/\([\s,;:/|~•·–—-]*\)/gu, ' ')
    .replaceAll(/\(\s+/g, '(')
    .replaceAll(/[\s,;/]+\)/g, ')')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([,;])(?: ?[,;])*/g, '$1')
    .replaceAll(/(?: [–—=-])+(?= [–—=-](?: |$))/gu, '')
    .replaceAll(ends, '')
}

const quoted = /(?<=^|[\s:,(–—-])["“”״«„]([^"“”„»«]+?)["”“״»](?=$|[\s,.:)])/u

/** What stands in quotes, and where; not the marks of `ק"ג`. */
export function quoteIn(text: string): { quote: string; from: number; to: number } | undefined {
  const found = quoted.exec(text)
  if (!found) return undefined
  return { quote: (found[1] ?? '').trim(), from: found.index, to: found.index + found[0].length }
}
