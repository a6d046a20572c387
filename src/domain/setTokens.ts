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
}

const number = String.raw`\d{1,4}(?:[.,]\d{1,3})?`
const end = String.raw`(?![\p{L}\p{N}.,%:])`
const measures: readonly (readonly [RegExp, (digits: string, more: string) => Token])[] = [
  [
    new RegExp(String.raw`(\d{1,3}):([0-5]\d)${end}`, 'uy'),
    (m, s) => ({ kind: 'seconds', value: Number(m) * 60 + Number(s) }),
  ],
  [unit(String.raw`kgs?|kilos?|ק"ג|קג|ק'ג|קילו|кг`), (n) => ({ kind: 'load', value: num(n), unit: 'kg' })],
  [unit(String.raw`lbs?|pounds?|#|ליברות|פאונד`), (n) => ({ kind: 'load', value: num(n), unit: 'lb' })],
  [whole(String.raw`s|secs?|seconds?|"|שניות|שנ'|сек`), (n) => ({ kind: 'seconds', value: num(n) })],
  [whole(String.raw`min|mins|minutes?|'|דקות|דק'|мин`), (n) => ({ kind: 'seconds', value: num(n) * 60 })],
  [whole(String.raw`reps?|r|חזרות|חז'|повт`), (n) => ({ kind: 'reps', value: num(n) })],
  [/(?:bw|bodyweight|body weight|משקל גוף)(?!\p{L})/uy, () => ({ kind: 'bodyweight' })],
  [
    new RegExp(String.raw`(\d{1,4}[.,]\d{1,3})(?=[x*@]|${end})`, 'uy'),
    (n) => ({ kind: 'load', value: num(n), unit: null }),
  ],
  [
    new RegExp(String.raw`(\d{1,4})(?=[x*@])|(\d{1,4})${end}`, 'uy'),
    (n, m) => ({ kind: 'bare', value: num(n || m) }),
  ],
]
const separator = /\s*(?:[x*@]|של|,\s)\s*|\s+/uy

function unit(names: string): RegExp {
  return new RegExp(String.raw`(${number})\s*(?:${names})(?=[x*@]|${end})`, 'uy')
}

function whole(names: string): RegExp {
  return new RegExp(String.raw`(\d{1,4})\s*(?:${names})(?=[x*@]|${end})`, 'uy')
}

function num(digits: string): number {
  return Number(digits.replace(',', '.'))
}

/** Full-width and other forms of digits, marks of direction, Cyrillic and typographic x become plain. */
function tidy(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Cf}\0]/gu, '')
    .toLowerCase()
    .replace(/[×х✕]/g, 'x')
    .replace(/[’‘׳`]/g, "'")
    .replace(/[“”״]/g, '"')
    .replace(/\s+/g, ' ')
    .trim()
}

function take(text: string): Token[] | undefined {
  const tokens: Token[] = []
  let at = 0
  while (at < text.length) {
    const token = measureAt(text, at)
    if (!token) return undefined
    tokens.push(token.token)
    at = token.end
    if (at === text.length) break
    separator.lastIndex = at
    const between = separator.exec(text)
    if (!between || separator.lastIndex === text.length) return undefined
    at = separator.lastIndex
  }
  return tokens
}

function measureAt(text: string, at: number): { token: Token; end: number } | undefined {
  for (const [pattern, make] of measures) {
    pattern.lastIndex = at
    const found = pattern.exec(text)
    if (found) return { token: make(found[1] ?? '', found[2] ?? ''), end: pattern.lastIndex }
  }
  return undefined
}

const rated = /^(.*?)\s*(?:@\s*rpe|rpe|@)\s*:?\s*(10|[1-9](?:[.,]5)?)$/u
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
  const tokens = take(found ? (found[1] ?? '') : text)
  if (!tokens || tokens.length > 3) return undefined
  return found ? { rpe: num(found[2] ?? ''), tokens } : { tokens }
}
