/** Energy in kcal, the rest in grams; null is unknown, never nothing. */
export interface Macros {
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
}

/** A food in words, and what is known of it. */
export interface Food extends Macros {
  description: string
}

/** What is known of several foods. Null where nothing is. */
export interface Sum extends Macros {
  /** How many of them have no known energy: the sum is at least that. */
  unknown: number
  /** How many say nothing of protein, carbohydrates and fat. */
  unknownMacros: number
}

export const macroNames = ['calories', 'protein', 'carbs', 'fat'] as const

export const nothingKnown: Macros = { calories: null, protein: null, carbs: null, fat: null }
export const nothing: Sum = { ...nothingKnown, unknown: 0, unknownMacros: 0 }

const add = (one: number | null, other: number | null): number | null =>
  one === null && other === null ? null : (one ?? 0) + (other ?? 0)

/** Several sums in one. */
export function addUp(sums: readonly Sum[]): Sum {
  return sums.reduce(
    (one, other) => ({
      calories: add(one.calories, other.calories),
      protein: add(one.protein, other.protein),
      carbs: add(one.carbs, other.carbs),
      fat: add(one.fat, other.fat),
      unknown: one.unknown + other.unknown,
      unknownMacros: one.unknownMacros + other.unknownMacros,
    }),
    nothing,
  )
}

/** What foods come to. A food that tells its carbohydrates alone has no protein worth telling; one that tells nothing is unknown. */
export function sumOf(foods: readonly Macros[]): Sum {
  return addUp(
    foods.map(({ calories, protein, carbs, fat }) => ({
      calories,
      protein,
      carbs,
      fat,
      unknown: calories === null ? 1 : 0,
      unknownMacros: protein === null && carbs === null && fat === null ? 1 : 0,
    })),
  )
}

/** Whether anything at all is said. */
export const tellsAnything = (macros: Macros): boolean => macroNames.some((name) => macros[name] !== null)
