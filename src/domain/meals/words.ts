import type { ComponentType } from '../enums.ts'
import { findFood } from '../food/findFood.ts'
import { foldLetters } from '../library/letters.ts'
import { meantWord } from './misspelled.ts'

/** The words for the types of components; the first of a language is the one that is written out. */
export const typeWords: Record<ComponentType, { en: string; he: string; spellings: string }> = {
  protein: { en: 'protein', he: 'חלבון', spellings: 'p|proteins?|חלבונים|חלבון|מנת חלבון' },
  carb: {
    en: 'carb',
    he: 'פחמימה',
    spellings: 'c|carb(?:s|ohydrates?)?|starch(?:es)?|grains?|פחמימות|פחמימה|מנת פחמימה',
  },
  fat: { en: 'fat', he: 'שומן', spellings: 'f|fats?|healthy fats?|שומנים|שומן|מנת שומן' },
  vegetable: {
    en: 'vegetable',
    he: 'ירק',
    spellings: 'vegetables?|veg|veggies?|greens|ירקות|ירק',
  },
  fruit: { en: 'fruit', he: 'פרי', spellings: 'fruits?|פירות|פרי' },
  other: {
    en: 'other',
    he: 'אחר',
    spellings: 'others?|extras?|drinks?|misc|אחר|אחרים|תוספות|תוספת|שתייה|שתיה|שונות',
  },
}

const types = Object.keys(typeWords) as ComponentType[]
const optionalWord = String.raw`optional|if hungry|אופציונלי|אופציה|רשות|לא חובה`
const anyType = types.map((type) => typeWords[type].spellings).join('|')
const prefix = new RegExp(
  String.raw`^\s*(?:(${anyType})\s*(?:#?\d{1,2}\s*)?(\?|\s*\(\s*(?:${optionalWord})\s*\))?|(${optionalWord}))\s*(?::|(?:-|–|—)\s)\s*`,
  'iu',
)
const eachType = types.map((type) => [type, new RegExp(`^(?:${typeWords[type].spellings})$`, 'iu')] as const)
const isOptionalMark = new RegExp(String.raw`\(\s*(?:${optionalWord})\s*\)`, 'iu')
const macroOnly = /^~?\d[\d.,]*\s*(?:g|gr|grams?|גרם|ג['׳])?\s*(?:$|[,;|•·]|\/(?!\d))/iu

export interface TypePrefix {
  /** Null for `optional:`. */
  type: ComponentType | null
  optional: boolean
  length: number
}

const spelledTypes = ['protein', 'proteins', 'carbs', 'vegetable', 'vegetables', 'fruit', 'fruits'].concat(
  ['חלבון', 'פחמימה', 'פחמימות', 'ירקות', 'פירות'].map(foldLetters),
)
const anyLabel = /^(\s*)(\p{L}{4,14})(?=\s*(?:\?|\([^)]*\))?\s*:)/u

/** A misspelled type as it is spelled, so that the rest reads as always; its own length is said beside. */
function respelled(text: string): { text: string; longer: number } | undefined {
  const [whole, gap = '', label = ''] = anyLabel.exec(text) ?? []
  if (whole === undefined || findFood(label, { forgiving: false })) return undefined
  const meant = meantWord(label, spelledTypes)
  if (meant === undefined) return undefined
  return { text: gap + meant + text.slice(whole.length), longer: label.length - meant.length }
}

/** `protein:`, `fruit?:`, `fat (optional):`, `optional:` at the start of a line, `protien:` too; not `protein: 18g`. */
export function typeAt(text: string): TypePrefix | undefined {
  const exact = spelledTypeAt(text)
  const anew = exact ? undefined : respelled(text)
  const meant = anew && spelledTypeAt(anew.text)
  return exact ?? (meant && { ...meant, length: meant.length + anew.longer })
}

function spelledTypeAt(text: string): TypePrefix | undefined {
  const found = prefix.exec(text)
  if (!found || macroOnly.test(text.slice(found[0].length))) return undefined
  const [whole, word, mark, optional] = found
  const type = word === undefined ? null : (eachType.find(([, pattern]) => pattern.test(word))?.[0] ?? null)
  return { type, optional: mark !== undefined || optional !== undefined, length: whole.length }
}

/** Where a text says that it may be left out: `(optional)`. */
export function optionalIn(text: string): { from: number; to: number } | undefined {
  const found = isOptionalMark.exec(text)
  return found ? { from: found.index, to: found.index + found[0].length } : undefined
}

const groups: readonly (readonly [ComponentType, RegExp])[] = [
  ['vegetable', /(?<!\p{L})(?:salads?|vegetables?|veggies|greens|סלט|סלטים|ירקות)(?!\p{L})/iu],
  ['fruit', /(?<!\p{L})(?:fruits?|berries|פרי|פירות)(?!\p{L})/iu],
]

/** The type of what is no staple, by the words in it. */
export function typeByWords(text: string): ComponentType {
  return groups.find(([, pattern]) => pattern.test(text))?.[0] ?? 'other'
}

const ordinal = 'first|second|third|fourth|fifth|sixth|last|1st|2nd|3rd|4th|5th|6th'
const mealName = new RegExp(
  String.raw`^(?:(?:(?:${ordinal}|early|late|light|big|mid[ -]?morning|morning|afternoon|evening|night|bedtime|midnight|sunday|friday|pre[ -]?workout|post[ -]?workout)\s+)*(?:breakfast|brunch|lunch|dinner|supper|snacks?|meals?(?!\s+(?:plan|prep|menu|schedule|program))|tea time)(?:\s*#?\s*(?:\d{1,2}|one|two|three|four|five|six|[A-F]))?|(?:mid[ -]?)?morning|noon|midday|afternoon|evening|bedtime|before bed|before sleep|(?:pre|post|before|after|intra)[ -]?(?:the\s+)?(?:workout|training|gym|exercise)(?:\s+(?:meal|snack|shake))?|` +
    String.raw`ארוח(?:ת|ה)\s+(?:בוקר|צהריים|צהרים|ערב|ביניים|ארבע|עשר|לילה|קלה|מפנקת|לפני אימון|אחרי אימון|ראשונה|שנייה|שניה|שלישית|רביעית|חמישית|שישית|אחרונה|\d{1,2}|[א-ו]['׳]?)(?:\s*#?\d{1,2})?|ארוחות ביניים|ארוחה|בוקר|צהריים|צהרים|ערב|לילה|ביניים|נשנוש(?:ים)?(?:\s+(?:בוקר|ערב|לילה|\d))?|(?:לפני|אחרי)\s+ה?(?:אימון|שינה))(?![\p{L}\p{N}'׳"])`,
  'iu',
)

/** The usual name of a meal that a text begins with; its length. */
export function mealNameAt(text: string): number | undefined {
  const found = mealName.exec(text)
  return found ? found[0].trimEnd().length : misspelledMealAt(text)
}

const spelledMeals = ['breakfast', 'brunch', 'lunch', 'dinner', 'supper', 'snack', 'snacks']
/** Those that no food is spelled like (`super greens`, `bunch of grapes`), so that foods may follow in the line. */
const clearMeals = ['breakfast', 'lunch', 'dinner', 'snack', 'snacks']
/** A word alone in its line, or with a time or a quoted note. */
const aloneInLine = /^(\p{L}{4,12})(?=\s*(?:[\s\d:.,()–-]|[ap]m\b|["“”״][^"“”״]*["“”״])*$)/iu
const firstInLine = /^(\p{L}{4,12})(?=\s*[:–-]|\s+[\p{L}\p{N}])/iu
const hebrewMeal = /^(\p{L}{4,6})\s+(\p{L}{3,8})(?![\p{L}'׳"])/u
const hebrewMeals = ['בוקר', 'צהריים', 'ערב', 'ביניים'].map(foldLetters)
const hebrewWord = foldLetters('ארוחת')

/** The meal that a misspelled word was meant to be. */
function meantIn(text: string): { word: string; meant: string } | undefined {
  const alone = aloneInLine.exec(text)?.[1]
  const word = alone ?? firstInLine.exec(text)?.[1]
  const meant = word === undefined ? undefined : meantWord(word, alone ? spelledMeals : clearMeals)
  if (word === undefined || meant === undefined || findFood(word, { forgiving: false })) return undefined
  return { word, meant }
}

/** `ארוחת צוהריים`, `ארחת בוקר`, `ארוחת בקר`. */
function hebrewMealAt(text: string): number | undefined {
  const [whole, first = '', second = ''] = hebrewMeal.exec(text) ?? []
  if (whole === undefined) return undefined
  const isMeal = /^ארוח[תה]$/u.test(first)
  if (!isMeal && meantWord(first, [hebrewWord]) === undefined) return undefined
  const isKnown = hebrewMeals.includes(foldLetters(second))
  const isMeant = isKnown || second === 'בקר' || meantWord(second, hebrewMeals) !== undefined
  return isMeant ? whole.length : undefined
}

function misspelledMealAt(text: string): number | undefined {
  return meantIn(text)?.word.length ?? hebrewMealAt(text)
}

/** The name of a meal as it is spelled. */
export const meantMeal = (name: string): string => meantIn(name)?.meant ?? name

/** `Note: …` */
export const noteMark = /^\s*(?:notes?|tips?|nb|הערות|הערה|טיפ|דגש|שימו לב)\s*:\s*|^\s*\/\/\s*/iu

/** `Total: 2100 kcal`, `Daily targets`. */
const totalMark =
  /^[\s*]*(?:(?:daily|day|total|totals|sum|overall|target|targets|goal|goals|macros|calories|per day|סה["״]?כ|סך הכל|יעד|יעדים|יומי|יומית|ליום|מטרה|ערכים|תזונתיים|מאקרו|צריכה)[\s:–—=()|/,-]*)+$/iu

const approximation =
  /(?<![\p{L}"״'׳])(?:about|around|approx\.?|roughly|ca\.?|in all|בערך|סביב|כ-?)(?!\p{L})/giu

/** Whether nothing but `about` stands beside macros. */
export const isApproximate = (rest: string): boolean =>
  !/[\p{L}\p{N}\uE000]/u.test(rest.replaceAll(approximation, ' '))

/** Whether macros are said to be those of the day. */
export const isTotal = (rest: string): boolean =>
  totalMark.test(
    rest
      .replaceAll(approximation, ' ')
      .replace(/(?<!\p{L})an?(?=\s+day)/iu, ' ')
      .replace(/^[\s,;:/|–-]+/u, ''),
  )
