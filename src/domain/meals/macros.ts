import { countedCalories } from './macroText.ts'
import { type MacroName, type Macros, macroNames, unknownMacros } from './types.ts'

/** A food in words, and what is known of it. */
export interface Food extends Macros {
  description: string
}

/** What is known of several foods. Null where nothing is. */
export interface Sum extends Macros {
  /** How many of them do not tell it: the sum is at least that. */
  unknown: Record<MacroName, number>
}

const none = (count: number): Record<MacroName, number> => ({
  calories: count,
  protein: count,
  carbs: count,
  fat: count,
})

/** A sum of foods of which nothing at all is known. */
export const unknownSum = (foods: number): Sum => ({ ...unknownMacros, unknown: none(foods) })

const add = (one: number | null, other: number | null): number | null =>
  one === null && other === null ? null : (one ?? 0) + (other ?? 0)

/** Several sums in one. */
export function addUp(sums: readonly Sum[]): Sum {
  const all: Sum = { ...unknownMacros, unknown: none(0) }
  for (const sum of sums)
    for (const name of macroNames) {
      all[name] = add(all[name], sum[name])
      all.unknown[name] += sum.unknown[name]
    }
  return all
}

/** Calories that a label rounds away. */
const slack = 15

/**
 * A macro that is not said is none where the calories are said and those that are said account for them: an apple of
 * `80 kcal C20` has no fat to speak of. Else it stays unknown.
 */
export function settled(macros: Macros): Macros {
  const { calories } = macros
  if (calories === null) return macros
  const all = { ...macros, protein: macros.protein ?? 0, carbs: macros.carbs ?? 0, fat: macros.fat ?? 0 }
  const isAnySaid = macros.protein !== null || macros.carbs !== null || macros.fat !== null
  const apart = calories - (countedCalories(all) ?? 0)
  return (isAnySaid || calories === 0) && apart <= Math.max(slack, calories / 20) ? all : macros
}

/** What foods come to. What a food does not tell is none where its energy is accounted for, else unknown. */
export function sumOf(foods: readonly Macros[]): Sum {
  return addUp(
    foods.map(settled).map(({ calories, protein, carbs, fat }) => ({
      calories,
      protein,
      carbs,
      fat,
      unknown: {
        calories: Number(calories === null),
        protein: Number(protein === null),
        carbs: Number(carbs === null),
        fat: Number(fat === null),
      },
    })),
  )
}

/** What a meal was noted with: its foods tell what is known of it; without any, its sum was said, or nothing is known. */
export function notedSum(
  { unknown_parts, ...said }: Macros & { unknown_parts: number },
  foods: readonly Macros[],
): Sum {
  if (foods.length > 0) return sumOf(foods)
  const { calories, protein, carbs, fat } = said
  return { ...unknownSum(unknown_parts), calories, protein, carbs, fat }
}
