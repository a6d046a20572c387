import type { MacroName } from './types.ts'

/** Longest text of a plan, in UTF-16 units. */
export const mealTextLimit = 65_536

/** No line that people write is longer. */
export const lineLimit = 500

/** As many as one day can hold. */
export const most = { meals: 12, choices: 20, options: 10, optionsInAll: 300 }

const ofFood: Record<MacroName, number> = { calories: 5000, protein: 500, carbs: 700, fat: 500 }
const ofDay: Record<MacroName, number> = { calories: 15_000, protein: 1000, carbs: 2000, fat: 1000 }

/** Whether a number is more than anybody eats at once, or in a day. */
export function isTooMuch(name: MacroName, value: number, of: 'food' | 'day'): boolean {
  return value > (of === 'day' ? ofDay : ofFood)[name]
}
