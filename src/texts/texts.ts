import { type i18n, type TFunction, createInstance } from 'i18next'
import { en } from './en/index.ts'
import { he } from './he/index.ts'

export const languages = ['en', 'he'] as const
export type Language = (typeof languages)[number]
type Areas = { [A in keyof typeof en]: Record<keyof (typeof he)[A] | keyof (typeof en)[A], string> }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'common'
    resources: typeof en
    returnNull: false
    jsonFormat: 'v4'
  }
}

const areas = Object.keys(en) as (keyof Areas)[]

/** All words people read. Keys and parameters are checked by the compiler; values come out as Telegram HTML. */
export type Texts = TFunction<typeof areas> & { readonly language: Language }

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What a person wrote, made safe inside Telegram HTML. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign)
}

const signs: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The same words where Telegram takes no HTML: button labels, toasts, command descriptions. */
export function plainText(html: string): string {
  return html.replace(/<[^<>]*>/g, '').replace(/&(?:amp|lt|gt|quot);/g, (entity) => signs[entity] ?? entity)
}

const firstStrong = '\u2068'
const endIsolate = '\u2069'
const isolateOf: Record<Language, string> = { en: '\u2066', he: '\u2067' }
const isolated = /[\u2066-\u2068][^\u2066-\u2069]*\u2069/g

/** Whether it has isolated pieces and, outside them, no letter that would tell which way it runs. */
function isOfPiecesOnly(text: string): boolean {
  let rest = text
  for (let shorter = rest.replace(isolated, ''); shorter !== rest; shorter = rest.replace(isolated, ''))
    rest = shorter
  return rest !== text && !/\p{L}/u.test(rest.replace(/<[^<>]*>|&\w+;/g, ''))
}

/**
 * Keeps a name or number of the other writing direction from disturbing the sentence around it: it runs as its first
 * letter does, so that a number runs with its unit. Put together of such pieces alone it runs as the language does.
 */
export function isolate(text: string, language?: Language): string {
  const begin = language && isOfPiecesOnly(text) ? isolateOf[language] : firstStrong
  return `${begin}${text}${endIsolate}`
}

/** A figure such as `≥45/160` that runs from left to right in any language. Ready HTML or plain words. */
export const leftToRight = (figure: string): string => `${isolateOf.en}${figure}${endIsolate}`

/** An amount as a change of that sign: the sign stays before its number, whichever way the unit runs. Plain words. */
export function signed(amount: string, sign: number): string {
  const number = `${sign < 0 ? '−' : '+'}${/^[\d.,]+/.exec(amount)?.[0] ?? ''}`
  return `${leftToRight(number)}${amount.slice(number.length - 1)}`
}

const marks: Record<Language, string> = { en: '\u200e', he: '\u200f' }
const hasRightToLeft = /[\u0590-\u08ff]/

const code = /<code>([^<]*)<\/code>/g

/** Apps may force code from left to right: what is to be typed in Hebrew runs as its first letter does all the same. */
const withCodeIsolated = (html: string): string =>
  html.replace(code, (whole, inner: string) =>
    hasRightToLeft.test(inner) ? `<code>${isolate(inner)}</code>` : whole,
  )

/**
 * Telegram HTML whose every line runs the way of its language: apps go by a line's first letter, which may be that of
 * a name. English needs it only where there is Hebrew. What is preformatted is to be copied, and stays as it is.
 */
export function directed(html: string, language: Language): string {
  const needsMark = (line: string) => line !== '' && (language === 'he' || hasRightToLeft.test(line))
  let isPreformatted = false
  return withCodeIsolated(html)
    .split('\n')
    .map((line) => {
      const marked = isPreformatted || !needsMark(line) ? line : marks[language] + line
      const [opened, closed] = [line.lastIndexOf('<pre'), line.lastIndexOf('</pre>')]
      if (opened >= 0 || closed >= 0) isPreformatted = opened > closed
      return marked
    })
    .join('\n')
}

function catalogue(language: Language): i18n {
  const instance = createInstance()
  void instance.init({
    initAsync: false,
    lng: language,
    fallbackLng: false,
    ns: areas,
    defaultNS: 'common',
    resources: { en, he },
    interpolation: {
      escape: (value: unknown) => isolate(escapeHtml(String(value)), language),
      escapeValue: true,
    },
  })
  return instance
}

const made = new Map<Language, Texts>()

/** The catalogue of one language. Interpolated values are escaped and isolated; `{{- x}}` inserts ready HTML. */
export function textsIn(language: Language): Texts {
  const known = made.get(language)
  if (known) return known
  const fixed = catalogue(language).getFixedT(language, areas) as unknown as Texts
  const texts = Object.assign(fixed, { language })
  made.set(language, texts)
  return texts
}
