import { foldFood } from './foldFood.ts'

/** How the text says that a food was weighed. */
export type SaidState = 'uncooked' | 'cooked' | null

const folded = (phrases: readonly string[]): string[] =>
  phrases.map(foldFood).sort((a, b) => b.length - a.length)

const uncooked = folded([
  'raw',
  'uncooked',
  'not cooked',
  'dry',
  'dry weight',
  'raw weight',
  'before cooking',
  'נא',
  'נאה',
  'נאים',
  'לא מבושל',
  'לא מבושלת',
  'לפני בישול',
  'לפני הבישול',
  'יבש',
  'יבשה',
  'יבשים',
  'משקל יבש',
])
const cooked = folded([
  'cooked',
  'cooked weight',
  'boiled',
  'grilled',
  'roasted',
  'roast',
  'baked',
  'oven baked',
  'steamed',
  'broiled',
  'after cooking',
  'מבושל',
  'מבושלת',
  'מבושלים',
  'מבושלות',
  'אחרי בישול',
  'לאחר בישול',
  'צלוי',
  'צלויה',
  'קלוי',
  'אפוי',
  'אפויה',
  'מאודה',
  'מאודים',
  'גריל',
  'בגריל',
  'על הגריל',
  'בתנור',
])
const idle = folded([
  'fresh',
  'organic',
  'large',
  'medium',
  'small',
  'big',
  'chopped',
  'sliced',
  'diced',
  'cut',
  'skinless',
  'boneless',
  'homemade',
  'approx',
  'about',
  'טרי',
  'טרייה',
  'טריים',
  'גדול',
  'גדולה',
  'גדולים',
  'גדולות',
  'בינוני',
  'בינונית',
  'קטן',
  'קטנה',
  'קטנים',
  'קטנות',
  'קצוץ',
  'חתוך',
  'חתוכה',
  'פרוס',
  'ללא עור',
  'בלי עור',
])

function without(text: string, phrases: readonly string[]): string {
  let padded = ` ${text} `
  for (const phrase of phrases) padded = padded.replaceAll(` ${phrase} `, ' ')
  return padded.trim().replaceAll(/ +/g, ' ')
}

/** Whether a text says only how something is prepared: `grilled`, `chopped`. */
export function isPreparation(text: string): boolean {
  return without(without(without(foldFood(text), idle), cooked), uncooked) === ''
}

/** A folded name without words that tell no food from another. */
export const withoutIdle = (name: string): string => without(name, idle)

/** A folded name without the words that say how it was weighed, and what they say. */
export function takeState(name: string): { name: string; said: SaidState } {
  const bare = without(name, uncooked)
  if (bare !== name && bare !== '') return { name: bare, said: 'uncooked' }
  const plain = without(name, cooked)
  return plain !== name && plain !== '' ? { name: plain, said: 'cooked' } : { name, said: null }
}
