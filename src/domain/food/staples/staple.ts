import type { ComponentType } from '../../enums.ts'

/** Household measures that a portion may be counted in. */
export const portionUnits = [
  'piece',
  'small',
  'large',
  'slice',
  'cup',
  'tbsp',
  'tsp',
  'handful',
  'scoop',
  'can',
  'container',
  'serving',
] as const
export type PortionUnit = (typeof portionUnits)[number]

/** How a food was weighed; null where it makes no difference, or the food is eaten in one way only. */
export type FoodState = 'raw' | 'dry' | 'cooked' | null

/** A food as it was weighed. Energy in kcal and macros in grams, of 100 g. */
export interface StapleForm {
  state: FoodState
  /** The entry of USDA's SR28 that the values are of. */
  usda: string
  /** USDA has no such food, and this entry is the nearest to it. */
  isClosest?: true
  calories: number
  protein: number
  carbs: number
  fat: number
  /** Grams of one. */
  portions: Partial<Record<PortionUnit, number>>
}

/** A food that everybody knows. The first name of a language is the one to show; the others are read as well. */
export interface Staple {
  id: string
  type: ComponentType
  en: readonly string[]
  he: readonly string[]
  /** The first is meant where the text does not say. */
  forms: readonly [StapleForm, ...StapleForm[]]
}
