import type { Language } from './enums.ts'

/** The shipped language nearest to a Telegram `language_code` such as `he`, `iw` or `en-GB`. */
export function languageOf(code: string | undefined): Language {
  const base = (code ?? '').toLowerCase().split('-')[0]
  return base === 'he' || base === 'iw' ? 'he' : 'en'
}

/** Fewer letters say nothing. */
const fewest = 12
/** What is mixed is of neither: the one must be this many times the other. */
const clearly = 3

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0

/** The language that a text is clearly written in, by its letters; null where it is short, mixed or of another. */
export function writtenIn(text: string): Language | null {
  const [hebrew, latin] = [count(text, /[\u05d0-\u05ea]/g), count(text, /[a-z]/gi)]
  if (Math.max(hebrew, latin) < fewest) return null
  if (hebrew >= clearly * latin) return 'he'
  return latin >= clearly * hebrew ? 'en' : null
}
