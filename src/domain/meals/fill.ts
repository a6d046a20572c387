import { findFood, type FoodId } from '../food/findFood.ts'
import { type FoodReading, readFood } from '../food/readFood.ts'
import { readAmount } from '../food/amount.ts'
import { splitFoods } from './split.ts'
import { type Macros, unknownMacros } from './types.ts'

export interface Filled {
  macros: Macros
  filledFrom: FoodId | null
  /** The foods that were recognised, weighed or not. */
  readings: FoodReading[]
}

function add(one: Macros, other: Macros): Macros {
  const sum = (a: number | null, b: number | null) =>
    a === null || b === null ? null : Math.round((a + b) * 10) / 10
  return {
    calories: sum(one.calories, other.calories),
    protein: sum(one.protein, other.protein),
    carbs: sum(one.carbs, other.carbs),
    fat: sum(one.fat, other.fat),
  }
}

/**
 * Macros of what a description names (`150g chicken breast`, `3 eggs, 60g oats`), if every food in it is a staple
 * with an amount; else they are unknown.
 */
export function fill(description: string): Filled {
  const whole = readFood(description)
  const parts = whole ? [description] : splitFoods(description, 'loose')
  const readings = whole ? [whole] : parts.map((part) => readFood(part))
  const known = readings.filter((reading) => reading !== null)
  const ids = known.map(({ foodId }) => foodId)
  const [first, ...more] = known.map(({ macros }) => macros)
  if (
    known.length < parts.length ||
    !first ||
    ids.some((id) => id === null) ||
    more.some((one) => one === null)
  )
    return { macros: unknownMacros, filledFrom: null, readings: known }
  const macros = more.reduce<Macros>((sum, one) => (one ? add(sum, one) : sum), first)
  return { macros, filledFrom: ids.join('+'), readings: known }
}

/** Whether a text is a food without doubt: a staple, or anything that is weighed or measured. */
export function isFood(text: string): boolean {
  const amount = readAmount(text.trim())
  if (amount && (amount.unit !== 'piece' || findFood(amount.name, { forgiving: false }) !== null)) return true
  return findFood(text, { forgiving: false }) !== null
}
