import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatMealPlan } from '../../../src/domain/meals/formatMealPlan.ts'
import { parseMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import type { MealPlan, MealPlanText } from '../../../src/domain/meals/types.ts'
import { today } from './digest.ts'
import { typedHeadings, typedLines, typedTexts } from './typedMeals.ts'

const read = (text: string) => parseMealPlan(text, { today })
const planOf = ({ title, targets, when, note, meals }: MealPlanText): MealPlan => ({
  title,
  targets,
  when,
  note,
  meals,
})

const languages = ['en', 'he'] as const

const texts = [
  ...typedTexts.map(([text]) => text),
  ...typedLines.map(([line]) => `Breakfast\n${line}`),
  ...typedHeadings.map(([heading]) => `${heading}\n\nBreakfast\n3 eggs`),
]

test.each(texts)('%s comes back as it was read', (text) => {
  const plan = planOf(read(text))
  if (plan.meals.length === 0) return
  for (const language of languages) {
    const written = formatMealPlan(plan, language)
    const again = read(written)
    expect(again.problems).toEqual([])
    expect(planOf(again)).toEqual(plan)
    expect(formatMealPlan(planOf(again), language)).toBe(written)
  }
})

test('written out, in both languages', () => {
  const plan = read(typedTexts[0]?.[0] ?? '')
  expect(formatMealPlan(plan, 'en'))
    .toBe(`Cutting, every day from 2026-11-30 until 2026-12-27, 2100 kcal P160 C200 F70

Breakfast 08:00
protein: 3 eggs 210 kcal P18 F15
carb: 60g oats 230 kcal P8 C40 F4 | 2 slices rye bread 180 kcal P6 C34 F2
fruit?: 1 apple 80 kcal C20

Lunch 13:00 "salad first"
protein: 150g chicken breast`)
  expect(formatMealPlan(plan, 'he'))
    .toBe(`Cutting, כל יום מתאריך 2026-11-30 עד 2026-12-27, 2100 קל׳ ח׳160 פ׳200 ש׳70

Breakfast 08:00
חלבון: 3 eggs 210 קל׳ ח׳18 ש׳15
פחמימה: 60g oats 230 קל׳ ח׳8 פ׳40 ש׳4 | 2 slices rye bread 180 קל׳ ח׳6 פ׳34 ש׳2
פרי?: 1 apple 80 קל׳ פ׳20

Lunch 13:00 "salad first"
חלבון: 150g chicken breast`)
})

const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const words = (most: number) =>
  fc
    .stringMatching(new RegExp(`^[A-Za-zא-ת][A-Za-zא-ת0-9 /,.()'"|:?&+-]{0,${most}}[a-zא-ת]$`))
    .map((text) => text.replaceAll(/\s+/g, ' '))
const name = fc.oneof(
  fc.constantFrom(
    'Breakfast',
    'Lunch',
    'Refuel',
    '08:00',
    '3 eggs',
    'protein',
    'Monday',
    'Note: x',
    'ארוחת ערב',
    'Total',
    'every day',
    'or',
    'P18',
  ),
  words(20),
)
const description = fc
  .oneof(
    fc.constantFrom(
      '3 eggs',
      '150g chicken breast',
      '3 eggs, 60g oats',
      'rice or pasta',
      'a | b',
      'lasagna 200 kcal',
      'protein: x',
      'חצי אבוקדו',
      'a/b',
      '(210)',
      'Lunch 13:00',
      'note: y',
      'Tuesday',
      '500',
      'כוס אורז (יבש)',
    ),
    words(30),
  )
  .filter((text) => /[\p{L}\p{N}]/u.test(text))
const grams = fc.integer({ min: 0, max: 4000 }).map((tenths) => tenths / 10)
const kcal = fc.integer({ min: 0, max: 4000 })
const macros = { calories: orNull(kcal), protein: orNull(grams), carbs: orNull(grams), fat: orNull(grams) }
const option = fc.record({ description, ...macros, filledFrom: fc.constant(null) })
const choice = fc.record({
  type: fc.constantFrom('protein', 'carb', 'fat', 'vegetable', 'fruit', 'other'),
  optional: fc.boolean(),
  options: fc.array(option, { minLength: 1, maxLength: 3 }),
})
const note = orNull(
  fc.oneof(fc.constantFrom('salad first', 'two\nlines', 'he said "no"', 'note: P18'), words(20)),
)
const meal = fc.record({
  name,
  timeOfDay: orNull(fc.constantFrom('08:00', '13:30', '00:00')),
  note,
  choices: fc.array(choice, { minLength: 1, maxLength: 3 }),
})
const stretch = fc.constantFrom(
  { start: today, isStartNamed: false, end: null },
  { start: today, isStartNamed: false, end: '2026-12-22' },
  { start: today, isStartNamed: false, end: '2026-12-24' },
  { start: '2026-12-01', isStartNamed: true, end: null },
  { start: '2026-12-01', isStartNamed: true, end: '2027-01-05' },
)
const when = fc.oneof(
  fc.constant(null),
  fc
    .uniqueArray(fc.constantFrom('2026-11-26', '2026-12-01', '2027-01-03'), { minLength: 1 })
    .map((dates) => ({
      kind: 'days' as const,
      dates: dates.sort(),
    })),
  stretch.map((days) => ({ kind: 'range' as const, ...days })),
  fc.tuple(fc.subarray([0, 1, 2, 3, 4, 5, 6], { minLength: 1 }), stretch).map(([weekdays, days]) => ({
    kind: 'weekdays' as const,
    weekdays,
    ...days,
  })),
)
const plan: fc.Arbitrary<MealPlan> = fc.record({
  title: fc.oneof(
    fc.constantFrom('', 'Cutting', 'Breakfast plan', 'Mon menu', '2100 kcal', 'Diet, phase 2', 'תפריט'),
    words(20),
  ),
  targets: fc.record(macros),
  when,
  note,
  meals: fc.array(meal, { minLength: 1, maxLength: 3 }),
})

test.each(languages)('whatever a plan holds, it comes back from its text: %s', (language) => {
  fc.assert(
    fc.property(plan, (made) => {
      const written = formatMealPlan(made, language)
      const again = read(written)
      expect(again.problems).toEqual([])
      expect(planOf(again)).toEqual(made)
      expect(formatMealPlan(planOf(again), language)).toBe(written)
    }),
    { numRuns: 40 },
  )
})
