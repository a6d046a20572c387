import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseHtml } from '../../src/simulator/html/parse.ts'
import { en } from '../../src/texts/en/index.ts'
import { he } from '../../src/texts/he/index.ts'
import { type Language, languages, plainText, textsIn } from '../../src/texts/texts.ts'

type Words = Record<string, Record<string, string>>
const catalogues: Record<Language, Words> = { en, he }
const category = /_(?:zero|one|two|few|many|other)$/
const counts = [0, 1, 2, 3, 10, 11, 20, 21, 100, 1000]

/** A name as hostile as a name can be: markup, entities, quotes, the other direction, marks, an emoji of several. */
const nasty = `<b>&"'</i>&lt;\u202eאנה\u200f 👩‍👧`
const ready = '<i>x &amp; y</i>'

/** What stands in `{{…}}` of a text: by name, and whether it takes ready HTML. */
function placeholders(text: string): Map<string, boolean> {
  return new Map(
    [...text.matchAll(/\{\{(-?)\s*(\w+)[^}]*\}\}/g)].map(([, raw, name = '']) => [name, raw === '-']),
  )
}

interface Line {
  language: Language
  /** `area:key`, for a family without its category. */
  key: string
  texts: string[]
}

/** Every line of every catalogue; a family of plurals is one. */
function lines(language: Language): Line[] {
  const found = new Map<string, Line>()
  for (const [area, words] of Object.entries(catalogues[language]))
    for (const [name, text] of Object.entries(words)) {
      const base = name.replace(category, '')
      const key = `${area}:${`${base}_other` in words ? base : name}`
      const line = found.get(key) ?? { language, key, texts: [] }
      line.texts.push(text)
      found.set(key, line)
    }
  return [...found.values()]
}

/** Numbers a line may be told of; where English has no words for one, it never is one. */
function countsOf({ key }: Line): number[] {
  const [area = '', name = ''] = key.split(':')
  const english = catalogues.en[area] ?? {}
  if (!(`${name}_other` in english)) return [3]
  return `${name}_one` in english ? counts : counts.filter((count) => count > 1)
}

type Values = Record<string, string | number>

function render({ language, key }: Line, values: Values): string {
  const t = textsIn(language) as unknown as (key: string, values: Values) => string
  return t(key, values)
}

/** The values a line takes, everything a person may have written being `written`. */
function valuesOf({ texts }: Line, written: string): Values {
  const values: Values = {}
  for (const text of texts)
    for (const [name, raw] of placeholders(text)) {
      const link = text.includes(`href="{{- ${name}`)
      values[name] = link ? 'https://example.org/?a=1&amp;b=2' : raw ? ready : written
    }
  return values
}

test.each(languages)('every line in "%s" is Telegram HTML with whatever people are called', (language) => {
  const wrong: string[] = []
  for (const line of lines(language)) {
    const values = valuesOf(line, nasty)
    for (const count of countsOf(line)) {
      const html = render(line, { ...values, count })
      try {
        const { text } = parseHtml(html)
        if (/\{\{|\}\}|undefined|NaN/.test(text) || html === line.key) wrong.push(`${line.key}: ${text}`)
        if (text.trim() === '') wrong.push(`${line.key}: empty`)
        if (text.length > 3500) wrong.push(`${line.key}: ${text.length} characters`)
      } catch (error) {
        wrong.push(`${line.key}: ${String(error)}`)
      }
    }
  }
  expect(wrong).toEqual([])
})

test.each(languages)(
  'what a person wrote stands in "%s" as they wrote it, kept apart from the sentence',
  (language) => {
    const wrong: string[] = []
    for (const line of lines(language)) {
      const values = valuesOf(line, nasty)
      const { text } = parseHtml(render(line, { ...values, count: 3 }))
      const used = line.texts.filter((words) =>
        [...placeholders(words)].some(([name, raw]) => !raw && name !== 'count'),
      )
      if (used.length === line.texts.length && used.length > 0 && !text.includes(`\u2068${nasty}\u2069`))
        wrong.push(line.key)
    }
    expect(wrong).toEqual([])
  },
)

test('Hebrew says the same: every line there is, with the same in its placeholders', () => {
  const english = new Map(lines('en').map((line) => [line.key, line]))
  const hebrew = new Map(lines('he').map((line) => [line.key, line]))
  expect([...hebrew.keys()].toSorted()).toEqual([...english.keys()].toSorted())
  const wrong: string[] = []
  for (const [key, line] of english) {
    const names = (texts: string[]) => {
      const all = new Map(texts.flatMap((text) => [...placeholders(text)]))
      return [...all]
        .map(([name, raw]) => `${raw ? '-' : ''}${name}`)
        .toSorted()
        .join(' ')
    }
    const [ours, theirs] = [names(line.texts), names(hebrew.get(key)?.texts ?? [])]
    if (ours !== theirs) wrong.push(`${key}: {${ours}} and {${theirs}}`)
  }
  expect(wrong).toEqual([])
})

test('Hebrew lines are in Hebrew', () => {
  // What is the same everywhere: the scale of effort, the name of a file, words that people may type.
  const universal = /RPE|^(?:plans|mealPlans):fileName$|^people:lang/
  const latin = lines('he').filter(({ texts }) =>
    texts.some((text) => {
      const words = plainText(text).replace(/\{\{[^}]*\}\}/g, '')
      return /[a-z]{3}/i.test(words) && !/[א-ת]/.test(words)
    }),
  )
  expect(
    latin
      .map(({ key, texts }) => ({ key, texts }))
      .filter(({ key, texts }) => !universal.test(key) && !universal.test(texts.join())),
  ).toEqual([])
})

const sources = ['views', 'scenes'].flatMap((room) => {
  const folder = new URL(`../../src/${room}/`, import.meta.url)
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, folder), 'utf8'))
})

/** The lines whose key stands in the source behind these words. */
function linesUsed(language: Language, before: RegExp): Line[] {
  const keys = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(new RegExp(`${before.source}\\s*(?:ctx\\.)?t\\(\\s*'([\\w:]+)'`, 'g'))].map(
        ([, key = '']) => (key.includes(':') ? key : `common:${key}`),
      ),
    ),
  )
  return lines(language).filter(({ key }) => keys.has(key))
}

test.each(languages)('buttons in "%s" are short enough for a phone, and toasts for Telegram', (language) => {
  const buttons = linesUsed(language, /label:/)
  const toasts = linesUsed(language, /toast\(/)
  expect(buttons.length).toBeGreaterThan(30)
  expect(toasts.length).toBeGreaterThan(10)
  const label = (line: Line) => plainText(render(line, { ...valuesOf(line, 'Anna'), count: 12 }))
  expect(buttons.map(label).filter((words) => words.length > 36 || words.trim() === '')).toEqual([])
  const long = 'Anna-Maria von und zu Hohenstein-Wolkenkuckucksheim der Jüngere!'
  const toast = (line: Line) => plainText(render(line, { ...valuesOf(line, long), count: 12 }))
  expect(toasts.map(toast).filter((words) => words.length > 200 || words.trim() === '')).toEqual([])
})
