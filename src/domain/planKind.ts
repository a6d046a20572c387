import { parseMealPlan } from './meals/parseMealPlan.ts'
import { parsePlan } from './plan/parsePlan.ts'
import type { WeightUnit } from './enums.ts'

/** What a trainer's text is about. `unclear`: it may be either; `neither`: nothing of it could be read. */
export type PlanKind = 'training' | 'meals' | 'unclear' | 'neither'

/** As many times as strong, one side of a text that has both drowns the other. */
const drowned = 4

const someDay = '2026-01-01'

/** Foods of which macros are typed or filled in, and all that were read as foods, those outside of meals too. */
function foodsIn(text: string): { sure: number; all: number } {
  const { meals, problems } = parseMealPlan(text, { today: someDay })
  const options = meals.flatMap(({ choices }) => choices.flatMap((choice) => choice.options))
  const loose = problems.filter(({ kind }) => kind === 'no-meal')
  const sure = options.filter(({ calories, protein }) => calories !== null || protein !== null)
  return { sure: sure.length, all: options.length + loose.length }
}

/** Says energy as no exercise does: those count `cal`. */
const ofEnergy = /kcal|קק[״"]ל/i

/** Exercises of several sets, and all that were read as exercises: `3 eggs` looks like one set of three. */
function exercisesIn(text: string, units: WeightUnit): { sure: number; all: number } {
  const lines = text.split('\n').filter((line) => !ofEnergy.test(line))
  const { plan } = parsePlan(lines.join('\n'), { today: someDay, units })
  const exercises = plan?.days.flatMap((day) => day.exercises) ?? []
  return { sure: exercises.filter(({ sets }) => sets > 1).length, all: exercises.length }
}

/** Tells training from meals by what can be read of the text either way. */
export function planKindOf(text: string, units: WeightUnit): PlanKind {
  const foods = foodsIn(text)
  const exercises = exercisesIn(text, units)
  if (foods.all === 0) return exercises.all === 0 ? 'neither' : 'training'
  if (exercises.all === 0) return 'meals'
  if (foods.sure === 0 && exercises.sure === 0) return 'unclear'
  if (foods.sure >= exercises.sure * drowned) return 'meals'
  return exercises.sure >= foods.sure * drowned ? 'training' : 'unclear'
}
