import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import { settled } from '../../../src/domain/meals/macros.ts'
import { compareWithTargets, sumMacros, sumMeals } from '../../../src/domain/meals/sums.ts'
import { today } from './digest.ts'
import { typedTexts } from './typedMeals.ts'

test('the first option counts, the optional stands apart, the unknown is counted and not summed', () => {
  const { meals } = parseMealPlan(`${typedTexts[0]?.[0] ?? ''}\nvegetable: salad`, { today })
  expect(sumMeals(meals)).toEqual({
    known: { calories: 688, protein: 73, carbs: 40, fat: 24.4 },
    unknown: { calories: 1, protein: 1, carbs: 1, fat: 1 },
    parts: 4,
    optional: {
      known: { calories: 80, protein: 0, carbs: 20, fat: 0 },
      unknown: { calories: 0, protein: 0, carbs: 0, fat: 0 },
      parts: 1,
    },
  })
})

test('a macro that is not said is none only where the calories leave no room for it', () => {
  const macros = { calories: 210, protein: 18, carbs: null, fat: 15 }
  expect(settled(macros)).toEqual({ ...macros, carbs: 0 })
  expect(settled({ ...macros, calories: 300 }).carbs).toBeNull()
  expect(settled({ ...macros, calories: null }).carbs).toBeNull()
  expect(settled({ calories: 210, protein: null, carbs: null, fat: null }).protein).toBeNull()
})

test('against the targets', () => {
  const sums = sumMacros([
    { calories: 2000, protein: 100, carbs: 200, fat: 60 },
    { calories: 50, protein: null, carbs: null, fat: null },
  ])
  expect(compareWithTargets(sums, { calories: 2100, protein: 160, carbs: null, fat: null })).toEqual({
    calories: { target: 2100, known: 2050, difference: -50, isComplete: true, isMet: true },
    protein: { target: 160, known: 100, difference: -60, isComplete: false, isMet: false },
  })
})

test('known and unknown make up all foods', () => {
  const value = fc.option(fc.integer({ min: 0, max: 500 }), { nil: null })
  const food = fc.record({ calories: value, protein: value, carbs: value, fat: value })
  fc.assert(
    fc.property(fc.array(food), (foods) => {
      const { known, unknown, parts } = sumMacros(foods)
      expect(parts).toBe(foods.length)
      expect(known.calories).toBe(foods.reduce((sum, { calories }) => sum + (calories ?? 0), 0))
      expect(unknown.calories).toBe(foods.filter(({ calories }) => calories === null).length)
      expect(unknown.fat).toBeLessThanOrEqual(foods.filter(({ fat }) => fat === null).length)
    }),
  )
})
