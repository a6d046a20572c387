import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foodCandidates } from '../../../src/domain/food/findFood.ts'
import { mostGrams, readFood } from '../../../src/domain/food/readFood.ts'

const read = (text: string): string => {
  const found = readFood(text)
  if (!found) return '–'
  const { foodId, grams, macros, isStateAssumed } = found
  const amount = macros
    ? `${grams} g ${macros.calories} kcal P${macros.protein} C${macros.carbs} F${macros.fat}`
    : '?'
  return `${foodId ?? found.food.id} ${amount}${isStateAssumed ? ' (assumed)' : ''}`
}

test.each([
  ['150g chicken breast', 'chicken-breast:cooked 150 g 248 kcal P47 C0 F5.4 (assumed)'],
  ['150 גרם חזה עוף', 'chicken-breast:cooked 150 g 248 kcal P47 C0 F5.4 (assumed)'],
  ['150g raw chicken breast', 'chicken-breast:raw 150 g 180 kcal P34 C0 F3.9'],
  ['grilled chicken breast 150 g', 'chicken-breast:cooked 150 g 248 kcal P47 C0 F5.4'],
  ['150g chiken brest', 'chicken-breast:cooked 150 g 248 kcal P47 C0 F5.4 (assumed)'],
  ['chicken breast (150 g)', 'chicken-breast:cooked 150 g 248 kcal P47 C0 F5.4 (assumed)'],
  ['3 eggs', 'egg 150 g 215 kcal P19 C1.1 F14'],
  ['3x eggs', 'egg 150 g 215 kcal P19 C1.1 F14'],
  ['eggs x3', 'egg 150 g 215 kcal P19 C1.1 F14'],
  ['3 ביצים', 'egg 150 g 215 kcal P19 C1.1 F14'],
  ['שתי ביצים', 'egg 100 g 143 kcal P13 C0.7 F9.5'],
  ['ביצה אחת', 'egg 50 g 72 kcal P6.3 C0.4 F4.8'],
  ['ביצה', 'egg 50 g 72 kcal P6.3 C0.4 F4.8'],
  ['egg', 'egg ?'],
  ['an apple', 'apple 182 g 95 kcal P0.5 C25 F0.3'],
  ['1 small apple', 'apple 149 g 77 kcal P0.4 C21 F0.3'],
  ['2 slices rye bread', 'bread-rye 64 g 166 kcal P5.4 C31 F2.1'],
  ['2 slices of rye bread', 'bread-rye 64 g 166 kcal P5.4 C31 F2.1'],
  ['2 פרוסות לחם שיפון', 'bread-rye 64 g 166 kcal P5.4 C31 F2.1'],
  ['1 tbsp olive oil', 'olive-oil 14 g 119 kcal P0 C0 F14'],
  ['כף שמן זית', 'olive-oil 14 g 119 kcal P0 C0 F14'],
  ['כף וחצי טחינה', 'tahini 23 g 134 kcal P3.8 C4.8 F12'],
  ['חצי אבוקדו', 'avocado 101 g 161 kcal P2 C8.6 F15'],
  ['half an avocado', 'avocado 101 g 161 kcal P2 C8.6 F15'],
  ['½ avocado', 'avocado 101 g 161 kcal P2 C8.6 F15'],
  ['1/2 cup rice', 'rice:cooked 79 g 103 kcal P2.1 C22 F0.2 (assumed)'],
  ['1 cup cooked rice', 'rice:cooked 158 g 205 kcal P4.3 C45 F0.4'],
  ['1½ cups cooked quinoa', 'quinoa:cooked 278 g 333 kcal P12 C59 F5.3'],
  ['100g rice, dry', 'rice:dry 100 g 365 kcal P7.1 C80 F0.7'],
  ['100 גרם אורז יבש', 'rice:dry 100 g 365 kcal P7.1 C80 F0.7'],
  ['50 גרם פסטה לפני בישול', 'pasta:dry 50 g 186 kcal P6.5 C37 F0.8'],
  ['60g oats', 'oats:dry 60 g 223 kcal P8.2 C41 F4.1 (assumed)'],
  ['200 ml milk', 'milk-3 206 g 126 kcal P6.5 C9.9 F6.7'],
  ['1,5 dl milk', 'milk-3 155 g 94 kcal P4.9 C7.4 F5'],
  ['200 מ"ל חלב 1%', 'milk-1 206 g 87 kcal P7 C10 F2'],
  ["גביע קוטג' 5%", 'cottage-5 250 g 245 kcal P28 C8.5 F11'],
  ['a handful of almonds', 'almonds 28 g 162 kcal P5.9 C6 F14'],
  ['חופן אגוזי מלך', 'walnuts 28 g 183 kcal P4.3 C3.8 F18'],
  ['1 can tuna (100g)', 'tuna-water 100 g 86 kcal P19 C0 F1'],
  ['1 scoop whey', 'whey 32 g 113 kcal P25 C2 F0.5'],
  ['100-150g chicken', 'chicken-breast:cooked ? (assumed)'],
  ['raw shrimp 100g', 'shrimp ?'],
  ['pizza', 'pizza ?'],
  ['1 scoop olive oil', 'olive-oil ?'],
  ['99999 kg rice', 'rice:cooked ? (assumed)'],
  ['manna from heaven', '–'],
  ['chicken breast in a sauce of my own', '–'],
  ['20 g protein', '–'],
  ['', '–'],
])('%s', (text, expected) => {
  expect(read(text)).toBe(expected)
})

test('what is not certain has candidates', () => {
  expect(foodCandidates('chicken', 12).map(({ id }) => id)).toContain('chicken-thigh')
  expect(foodCandidates('לחם').length).toBe(5)
  expect(foodCandidates('rye', 2)[0]?.id).toBe('bread-rye')
})

test('whatever is typed, a weight is one that can be eaten', () => {
  fc.assert(
    fc.property(
      fc.string({ maxLength: 200 }),
      fc.constantFrom('eggs', 'rice', 'חלב', 'g oats'),
      (noise, food) => {
        for (const text of [noise, `${noise} ${food}`, `${food} ${noise}`]) {
          const { grams = null, macros = null } = readFood(text) ?? {}
          expect(grams ?? 0).toBeLessThanOrEqual(mostGrams)
          expect(Math.min(...Object.values(macros ?? {}), 0)).toBe(0)
        }
      },
    ),
    { numRuns: 100 },
  )
})
