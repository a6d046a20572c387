import type { Language } from '../enums.ts'

/** The language of a name that does not say: by its letters. */
export function languageOfName(name: string): Language {
  return /\p{Script=Hebrew}/u.test(name) ? 'he' : 'en'
}
