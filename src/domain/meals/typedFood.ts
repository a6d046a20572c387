import { saysAte, withoutAte } from './ateWords.ts'
import { readEaten } from './eaten.ts'
import type { Food } from './macros.ts'
import type { MealProblemKind } from './types.ts'

/** A food as typed; filled from the staples where nothing was said of it. */
export interface TypedFood extends Food {
  isFilled: boolean
}

/** What typed words say of a meal. */
export type ReadFood =
  /** `text` is what was typed without the name. */
  | { kind: 'read'; name: string | null; text: string; foods: readonly TypedFood[] }
  /** No word in it, or far too much. */
  | { kind: 'unread' | 'outOfRange' | 'tooLong' }

/** `Snack: an ice cream`: what the meal is called, and the rest. */
function named(text: string): { name: string | null; rest: string } {
  const found = /^([\p{L}][\p{L}\p{M}'’ -]{0,39}):\s*(?=\S)/u.exec(text)
  return found
    ? { name: (found[1] ?? '').trim(), rest: text.slice(found[0].length) }
    : { name: null, rest: text }
}

const refused: Partial<Record<MealProblemKind, 'outOfRange' | 'tooLong'>> = {
  'too-long': 'tooLong',
  'line-too-long': 'tooLong',
  'too-much': 'tooLong',
  'out-of-range': 'outOfRange',
}

let newest: { text: string; read: ReadFood } | undefined

/** Reads what somebody says they ate (`I ate 2 eggs`, `2 eggs`), with a name before it or without. What was said of all foods together makes them one. */
export function readTypedFood(text: string): ReadFood {
  // A turn asks several things of the same words, and long ones take their time.
  if (newest?.text !== text.trim()) newest = { text: text.trim(), read: readAnew(text.trim()) }
  return newest.read
}

function readAnew(text: string): ReadFood {
  const { name, rest } = named(withoutAte(text))
  if (!/\p{L}/u.test(rest)) return { kind: 'unread' }
  const { description, foods, total, isTotalTyped, problems } = readEaten(rest)
  for (const { kind } of problems) {
    const why = refused[kind]
    if (why) return { kind: why }
  }
  const [only, ...others] = foods
  const isOne = isTotalTyped && (only === undefined || others.length > 0)
  const one = { description: description === '' ? rest.trim() : description, ...total, isFilled: false }
  const each = foods.map(({ filledFrom, ...food }) => ({ ...food, isFilled: filledFrom !== null }))
  const read = isOne ? [one] : each
  return read.length === 0 ? { kind: 'unread' } : { kind: 'read', name, text: rest.trim(), foods: read }
}

/** How people begin who want to say something else. */
const otherwise =
  /^(?:i(?!\s+(?:ate|had|just ate|just had))|i['’]m|my|we|can|could|should|what|why|when|how|please|hi|hello|thanks|thank|sorry|אני|שלום|היי|תודה|סליחה|אפשר|מה|למה|מתי|איך|האם|יש לי|בבקשה)(?![\p{L}'’])/iu

/** Whether words that could be read as food may well be something else: a question, a set, a letter. */
export function isDoubtfulFood(text: string): boolean {
  return (
    text.includes('?') || text.length > 400 || /\d\s*[x×х]\s*\d/i.test(text) || otherwise.test(text.trim())
  )
}

/** Whether words tell of food with its energy: enough to be taken for nothing else. */
export function tellsEnergy(text: string): boolean {
  const read = readTypedFood(text)
  return read.kind === 'read' && read.foods.some(({ calories, isFilled }) => calories !== null && !isFilled)
}

/** Whether words are likely to tell of food: they say so, give its energy, or an amount of a staple. */
export function tellsOfFood(text: string): boolean {
  if (!mayBeFood(text)) return false
  if (saysAte(text) || tellsEnergy(text)) return true
  const read = readTypedFood(text)
  return read.kind === 'read' && read.foods.some(({ isFilled }) => isFilled)
}

/** Whether words tell of food and of nothing else: of every food in them its energy is known, and none may be anything else. */
export function isNothingButFood(text: string): boolean {
  const read = readTypedFood(text)
  return (
    read.kind === 'read' && !isDoubtfulFood(text) && read.foods.every(({ calories }) => calories !== null)
  )
}

const ofSets = /\b(?:kgs?|lbs?|rpe|reps?|sets?|sec|min|s)\b|[x×х]|ק["״]?ג|חזרות|סטים|סט/giu

/** Whether there are words in it at all, beside those of weights and sets: `82.4 kg` and `8x60` are no food. */
export const mayBeFood = (text: string): boolean =>
  /\p{L}/u.test(text.replaceAll(/(?<=\d)(?=\p{L})|(?<=\p{L})(?=\d)/gu, ' ').replaceAll(ofSets, ' '))
