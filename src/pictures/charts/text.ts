import { openSync } from 'fontkit'
import { family, fontFiles } from './fonts.ts'

type Weight = keyof typeof fontFiles

const opened = new Map<Weight, ReturnType<typeof openSync>>()

function fontOf(weight: Weight) {
  const known = opened.get(weight)
  if (known) return known
  const font = openSync(fontFiles[weight])
  opened.set(weight, font)
  return font
}

/** A font as CSS has it: `700 48px Rubik`. */
export const font = (size: number, weight: Weight = 400): string => `${weight} ${size}px ${family}`

// Direction marks take no room, and the font has no glyphs for them.
const invisible = /[\u200e\u200f\u061c\u2066-\u2069]/g

/** Pixels that a text takes in a font as CSS has it. */
export function widthOf(text: string, css: string): number {
  const size = Number(/([\d.]+)px/.exec(css)?.[1] ?? 12)
  const weight = Number(/\b(\d00)\b/.exec(css)?.[1] ?? (css.includes('bold') ? 700 : 400))
  const drawn = fontOf(weight >= 600 ? 700 : weight >= 500 ? 500 : 400)
  const { advanceWidth } = drawn.layout(text.replace(invisible, ''))
  return (advanceWidth / drawn.unitsPerEm) * size
}

/** The text, or as much of its beginning as fits, with an ellipsis. */
export function fitted(text: string, css: string, most: number): string {
  if (widthOf(text, css) <= most) return text
  const letters = Array.from(text)
  let [low, high] = [0, letters.length]
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (widthOf(`${letters.slice(0, middle).join('')}…`, css) <= most) low = middle
    else high = middle - 1
  }
  return balanced(`${letters.slice(0, low).join('').trimEnd()}…`)
}

/** Isolates that were cut open are closed again. */
function balanced(text: string): string {
  const open = (text.match(/[\u2066-\u2068]/g) ?? []).length - (text.match(/\u2069/g) ?? []).length
  return text + '\u2069'.repeat(Math.max(0, open))
}

// What no font of ours can draw would come out as a box: pictographs and signs of other writings.
const drawable = (letter: string): boolean =>
  /\s/.test(letter) ||
  letter.replace(invisible, '') === '' ||
  fontOf(400).hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)

/** Words as they are drawn: without what the font does not have, running the way of their language. */
export function directed(text: string, direction: 'ltr' | 'rtl'): string {
  const clean = Array.from(text).filter(drawable).join('').replace(/\s+/g, ' ').trim()
  return clean === '' ? '' : `${direction === 'rtl' ? '\u2067' : '\u2066'}${clean}\u2069`
}

/** A bare number, whose sign stays before it in every direction. */
export const numeral = (value: number, decimals: number): string =>
  `\u2066${new Intl.NumberFormat('en', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)}\u2069`
