import type { WeightUnit } from '../enums.ts'
import { kgPerPound } from '../units.ts'
import type { WalkItem } from './walk.ts'

/** Steps in pounds for those in kg: what the plates and racks of a pound gym have. */
const poundsFor: readonly (readonly [kg: number, pounds: number])[] = [
  [1.25, 2.5],
  [3, 5],
  [6, 10],
]

/** What ± moves the load by, kg: the exercise's own step, else the usual one, as the person's unit has it. */
export function loadStep(
  { stepKg, equipment }: Pick<WalkItem, 'stepKg' | 'equipment'>,
  unit: WeightUnit,
): number {
  const kg = stepKg ?? (/dumbbell|kettlebell/i.test(equipment ?? '') ? 2 : 2.5)
  if (unit === 'kg') return kg
  const pounds = poundsFor.find(([most]) => kg <= most)?.[1] ?? Math.round((kg * 2) / 5) * 5
  return pounds * kgPerPound
}
