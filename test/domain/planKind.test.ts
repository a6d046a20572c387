import { expect, test } from 'vitest'
import { planKindOf } from '../../src/domain/planKind.ts'
import { typedLines, typedTexts } from './meals/typedMeals.ts'
import { typedPlans } from './plan/typedPlans.ts'

test.each(typedPlans)('training: $text', ({ text }) => {
  expect(planKindOf(text, 'kg')).toBe('training')
})

test.each(typedLines)('meals: %s', (line) => {
  expect(planKindOf(`Lunch\n${line}\nDinner\n200g salmon`, 'kg')).toBe('meals')
})

test.each(typedTexts)('meals: %s', (text) => {
  expect(planKindOf(text, 'kg')).toBe(text === 'hello there' ? 'neither' : 'meals')
})

test('what is both is asked about, what is neither is not taken', () => {
  expect(planKindOf('Breakfast\n3 eggs\nBench press 3x8 @60\nRow 3x10', 'kg')).toBe('unclear')
  expect(planKindOf('Hello\nHow are you?', 'kg')).toBe('neither')
  expect(planKindOf('', 'kg')).toBe('neither')
})
