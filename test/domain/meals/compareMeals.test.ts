import { expect, test } from 'vitest'
import { compareMeals, substanceOf } from '../../../src/domain/meals/compareMeals.ts'
import { parseMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'

const read = (text: string) => parseMealPlan(text, { today: '2026-11-25' })
const kinds = (before: string, after: string) =>
  compareMeals(read(before), read(after)).map((change) =>
    'meal' in change ? `${change.kind} ${change.meal.name}` : change.kind,
  )
const base = 'Base, 2000 kcal\nBreakfast\n3 eggs\nLunch\n200g salmon'

test('the same is the same, in whichever words macros come', () => {
  expect(kinds(base, base)).toEqual([])
  const said = base.replace('200g salmon', '200g salmon 412 kcal P44 C0 F25')
  expect(substanceOf(read(said))).toBe(substanceOf(read(base)))
})

test('what a meal has no more is named, each as often as it is missing', () => {
  const before =
    'Breakfast\nnote: slowly\n3 eggs\n60g oats or 2 slices rye bread\n1 apple\n1 apple\nLunch\nsoup'
  const [changed, removed] = compareMeals(read(before), read('Breakfast\n3 eggs\n60g oats\n1 apple'))
  expect(changed).toMatchObject({
    kind: 'changed',
    gone: { foods: ['2 slices rye bread', '1 apple'], note: 'slowly' },
  })
  expect(removed).toMatchObject({ kind: 'removed', name: 'Lunch', gone: { foods: ['soup'], note: null } })
})

test('what is new, changed, gone, moved', () => {
  expect(kinds(base, base.replace('2000', '1900').replace('Base', 'Less'))).toEqual(['title', 'targets'])
  expect(kinds(base, base.replace('3 eggs', '4 eggs'))).toEqual(['changed Breakfast'])
  expect(kinds(base, `${base}\nDinner\nsoup`)).toEqual(['added Dinner'])
  expect(kinds(base, 'Base, 2000 kcal\nBreakfast\n3 eggs')).toEqual(['removed'])
  expect(kinds(base, 'Base, 2000 kcal\nLunch\n200g salmon\nBreakfast\n3 eggs')).toEqual(['reordered'])
  expect(kinds(base, `${base}\nLunch\nsoup`)).toEqual(['added Lunch'])
  expect(kinds(base, base.replace('kcal\n', 'kcal\nnote: drink water\n'))).toEqual(['note'])
})
