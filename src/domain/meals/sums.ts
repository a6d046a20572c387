import { sumOf } from './macros.ts'
import { type Macros, type MacroName, macroNames, type MealText, type Targets } from './types.ts'

/** What is known of several foods, and of how many it is not known. */
export interface MacroSums {
  /** Sums of what is known; 0 where nothing is. */
  known: Record<MacroName, number>
  /** How many foods do not say it. */
  unknown: Record<MacroName, number>
  /** How many foods there are. */
  parts: number
}

export interface MealSums extends MacroSums {
  /** What is optional, on top. */
  optional: MacroSums
}

const round = (value: number | null): number => Math.round((value ?? 0) * 10) / 10

/** Sums of foods; what is not known counts as unknown, never as none. */
export function sumMacros(foods: readonly Macros[]): MacroSums {
  const { calories, protein, carbs, fat, unknown } = sumOf(foods)
  const known = { calories: round(calories), protein: round(protein), carbs: round(carbs), fat: round(fat) }
  return { known, unknown, parts: foods.length }
}

/** Sums of meals, the first option of each choice counted, what is optional apart. */
export function sumMeals(meals: readonly Pick<MealText, 'choices'>[]): MealSums {
  const choices = meals.flatMap((meal) => meal.choices)
  const first = (isOptional: boolean) =>
    choices.filter(({ optional }) => optional === isOptional).flatMap(({ options }) => options.slice(0, 1))
  return { ...sumMacros(first(false)), optional: sumMacros(first(true)) }
}

/** How a sum stands to a target. */
export interface Against {
  target: number
  known: number
  /** Known less target: above 0 is too much. */
  difference: number
  /** Something that is not known may come on top. */
  isComplete: boolean
  /** Within a twentieth of the target, nothing being unknown. */
  isMet: boolean
}

/** Sums against the targets that there are. */
export function compareWithTargets(
  { known, unknown }: MacroSums,
  targets: Targets,
): Partial<Record<MacroName, Against>> {
  const compared: Partial<Record<MacroName, Against>> = {}
  for (const name of macroNames) {
    const target = targets[name]
    if (target === null) continue
    const difference = Math.round((known[name] - target) * 10) / 10
    const isComplete = unknown[name] === 0
    compared[name] = {
      target,
      known: known[name],
      difference,
      isComplete,
      isMet: isComplete && Math.abs(difference) <= target / 20,
    }
  }
  return compared
}
