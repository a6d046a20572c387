import { round } from '../units.ts'
import { readAmount, type SaidAmount } from './amount.ts'
import { type FoodId, findFood, foodIdOf, type FoundFood } from './findFood.ts'
import type { Staple, StapleForm } from './staples/staple.ts'
import { gramsOfAmount } from './units.ts'

/** Energy in kcal, macros in grams. */
export interface WholeMacros {
  calories: number
  protein: number
  carbs: number
  fat: number
}

/** What a text such as `150g chicken breast` was understood as. */
export interface FoodReading {
  food: Staple
  form: StapleForm | null
  /** Null with `form`. */
  foodId: FoodId | null
  /** Null where no amount is said, or one that cannot be weighed. */
  grams: number | null
  /** Null with `grams`. */
  macros: WholeMacros | null
  /** The text leaves open whether it is weighed raw, dry or cooked; `form` was taken. */
  isStateAssumed: boolean
}

/** More of one food than anybody eats at once. */
export const mostGrams = 5000

/** Whole grams from ten on, tenths below: more than that nobody can weigh. */
const sensible = (grams: number): number => round(grams, grams < 10 ? 1 : 0)

/** Energy and macros of some grams of a food. */
export function macrosOf({ calories, protein, carbs, fat }: StapleForm, grams: number): WholeMacros {
  const part = grams / 100
  return {
    calories: round(calories * part, 0),
    protein: sensible(protein * part),
    carbs: sensible(carbs * part),
    fat: sensible(fat * part),
  }
}

function weigh({ food, form, isStateAssumed }: FoundFood, amount: SaidAmount | null): FoodReading {
  const count = amount?.count ?? null
  const exact = form && amount && count !== null ? gramsOfAmount(count, amount.unit, form) : null
  const grams = exact !== null && exact > 0 && exact <= mostGrams ? exact : null
  return {
    food,
    form,
    foodId: form && foodIdOf(food, form),
    grams: grams === null ? null : sensible(grams),
    macros: form && grams !== null ? macrosOf(form, grams) : null,
    isStateAssumed,
  }
}

/** Hebrew has no article: a thing named in the singular is one of it. */
function bareOne(text: string, { food, form }: FoundFood): SaidAmount | null {
  const name = text.trim()
  const isCounted =
    form?.portions.piece !== undefined && ['fruit', 'protein', 'vegetable', 'carb'].includes(food.type)
  const [singular] = food.he
  return isCounted && name === singular && !/(?:ים|ות)$/u.test(name)
    ? { count: 1, unit: 'piece', name }
    : null
}

/**
 * One food with its amount, as people type it: `150g chicken breast`, `3 eggs`, `1/2 cup rice`, `חצי אבוקדו`. Null
 * when it is no staple, or not certainly one. `forgiving` reads misspelt names as well.
 */
export function readFood(text: string, options: { forgiving?: boolean } = {}): FoodReading | null {
  const whole = /^(?:an?|\d)\s/i.test(text) ? null : findFood(text, { forgiving: false })
  if (whole) return weigh(whole, bareOne(text, whole))
  const amount = readAmount(text)
  const found = findFood(amount?.name ?? text, options)
  return found && weigh(found, amount)
}

/** The name of a food to show. */
export function foodName({ en, he }: Staple, language: 'en' | 'he'): string {
  return (language === 'he' ? he : en)[0] ?? ''
}
