import type { WeightUnit } from './enums.ts'

/** One measure of a typed set. */
export type Token =
  | { kind: 'bare' | 'reps' | 'seconds'; value: number }
  | { kind: 'load'; value: number; unit: WeightUnit | null }
  | { kind: 'bodyweight' }

export interface SetTokens {
  setNumber?: number
  rpe?: number
  tokens: Token[]
  /** Words after the measures. */
  note?: string
}

const number = String.raw`\d{1,4}(?:[.,]\d{1,3})?`
const end = String.raw`(?![\p{L}\p{N}.%:]|,(?!\s\p{L}))`
const measures: readonly (readonly [RegExp, (digits: string, more: string) => Token])[] = [
  [
    new RegExp(String.raw`(\d{1,3}):([0-5]\d)${end}`, 'iuy'),
    (m, s) => ({ kind: 'seconds', value: Number(m) * 60 + Number(s) }),
  ],
  [unit(String.raw`kgs?|kilos?|ק"ג|קג|ק'ג|קילו|кг`), (n) => ({ kind: 'load', value: num(n), unit: 'kg' })],
  [unit(String.raw`lbs?|pounds?|#|ליברות|פאונד`), (n) => ({ kind: 'load', value: num(n), unit: 'lb' })],
  [whole(String.raw`s|secs?|seconds?|"|שניות|שנ'|сек`), (n) => ({ kind: 'seconds', value: num(n) })],
  [whole(String.raw`min|mins|minutes?|'|דקות|דק'|мин`), (n) => ({ kind: 'seconds', value: num(n) * 60 })],
  [whole(String.raw`reps?|r|חזרות|חז'|повт`), (n) => ({ kind: 'reps', value: num(n) })],
  [/(?:bw|bodyweight|body weight|משקל גוף)(?!\p{L})/iuy, () => ({ kind: 'bodyweight' })],
  [
    new RegExp(String.raw`(\d{1,4}[.,]\d{1,3})(?=[x*@]|${end})`, 'iuy'),
    (n) => ({ kind: 'load', value: num(n), unit: null }),
  ],
  [
    new RegExp(String.raw`(\d{1,4})(?=[x*@])|(\d{1,4})${end}`, 'iuy'),
    (n, m) => ({ kind: 'bare', value: num(n || m) }),
  ],
]
const separator = /\s*(?:[x*@]|של|,\s)\s*|\s+/iuy

function unit(names: string): RegExp {
  return new RegExp(String.raw`(${number})\s*(?:${names})(?=[x*@]|${end})`, 'iuy')
}

function whole(names: string): RegExp {
  return new RegExp(String.raw`(\d{1,4})\s*(?:${names})(?=[x*@]|${end})`, 'iuy')
}

function num(digits: string): number {
  return Number(digits.replace(',', '.'))
}

/** Full-width and other forms of digits, marks of direction, Cyrillic and typographic x become plain. */
export function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\0]/gu, '')
    .replace(/[×хХ✕]/g, 'x')
    .replace(/[’‘׳`]/g, "'")
    .replace(/[“”״]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

/** Repetitions and load may be followed by words of no numbers: `10x20 felt heavy`. A question says nothing. */
const words = /^[-–—(]?\s*(\p{L}[^\p{N}?]{2,199})$/u

function noteIn(tokens: readonly Token[], rest: string): { tokens: Token[]; note: string } | undefined {
  const [, note] = words.exec(rest) ?? []
  return note === undefined || tokens.length < 2
    ? undefined
    : { tokens: [...tokens], note: note.replace(/\)$/, '') }
}

function take(text: string): { tokens: Token[]; note?: string } | undefined {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = measureAt(text, at)
    if (!token) return noteIn(tokens, text.slice(at))
    tokens.push(token.token)
    at = token.end
    if (at === text.length) break
    separator.lastIndex = at
    const between = separator.exec(text)
    if (!between || separator.lastIndex === text.length) return undefined
    at = separator.lastIndex
  }
  return { tokens }
}

function measureAt(text: string, at: number): { token: Token; end: number } | undefined {
  for (const [pattern, make] of measures) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { token: make(found[1] ?? '', found[2] ?? ''), end: pattern.lastIndex }
  }
  return undefined
}

const rated = /^(.*?)\s*(?:@\s*rpe|rpe|@)\s*:?\s*(10|[1-9](?:[.,]5)?)$/iu
const numbered = /^#?(\d{1,2})(?::|\)) ?(.+)$/u

/** The measures of one typed set, in order; undefined when anything is left over. */
export function tokensOf(text: string): SetTokens | undefined {
  const tidied = tidy(text)
  const plain = withRpe(tidied)
  if (plain && !/^\d{1,2}: /.test(tidied)) return plain
  const found = numbered.exec(tidied)
  const rest = found ? withRpe(found[2] ?? '') : undefined
  return rest ? { setNumber: Number(found?.[1]), ...rest } : undefined
}

function withRpe(text: string): SetTokens | undefined {
  const found = rated.exec(text)
  const taken = take(found ? (found[1] ?? '') : text)
  if (!taken || taken.tokens.length > 3) return undefined
  return found ? { rpe: num(found[2] ?? ''), ...taken } : taken
}
