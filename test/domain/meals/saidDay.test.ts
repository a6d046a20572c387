import fc from 'fast-check'
import { expect, test } from 'vitest'
import { foodOfDay } from '../../../src/domain/meals/saidDay.ts'

// A Thursday.
const today = '2026-11-26'

test.each([
  ['yesterday pizza 600 kcal', '2026-11-25', 'pizza 600 kcal'],
  ['Yesterday I had pizza 600 kcal', '2026-11-25', 'I had pizza 600 kcal'],
  ['I had yesterday: pizza', '2026-11-25', 'pizza'],
  ['I ate pizza 600 kcal yesterday.', '2026-11-25', 'I ate pizza 600 kcal'],
  ['monday pizza', '2026-11-23', 'pizza'],
  ['last thursday pizza', '2026-11-19', 'pizza'],
  ['sat: pizza', '2026-11-21', 'pizza'],
  ['Sunday brunch 700 kcal', '2026-11-22', 'brunch 700 kcal'],
  ['pizza 600 kcal on tuesday', '2026-11-24', 'pizza 600 kcal'],
  ['3 days ago rice', '2026-11-23', 'rice'],
  ['2026-11-22 rice', '2026-11-22', 'rice'],
  ['22 Nov pizza', '2026-11-22', 'pizza'],
  ['22.11: pizza', '2026-11-22', 'pizza'],
  ['2026-12-22 rice', null, 'rice'],
  ['today 2 eggs', today, '2 eggs'],
  ['yesterday', '2026-11-25', ''],
  ['אתמול פיצה 600 קל', '2026-11-25', 'פיצה 600 קל'],
  ['אכלתי אתמול פיצה 600 קל', '2026-11-25', 'פיצה 600 קל'],
  ['אתמול אכלתי פיצה', '2026-11-25', 'אכלתי פיצה'],
  ['פיצה 600 קל אתמול', '2026-11-25', 'פיצה 600 קל'],
  ['שלשום פיצה', '2026-11-24', 'פיצה'],
  ['יום שני פיצה', '2026-11-23', 'פיצה'],
  ['בשני פיצה', '2026-11-23', 'פיצה'],
  ['שבת פיצה', '2026-11-21', 'פיצה'],
  ['פיצה ביום ראשון', '2026-11-22', 'פיצה'],
])('%s', (words, date, text) => {
  expect(foodOfDay(words, today)).toEqual({ date, text })
})

test.each([
  'pizza 600 kcal',
  'I ate 2 eggs',
  'שני תפוחים',
  'sun-dried tomatoes',
  'Sunday roast 800 kcal',
  'fish friday',
  '2.5 eggs',
  '1/2 pizza',
  '',
])('%s says no day', (words) => {
  expect(foodOfDay(words, today)).toBeUndefined()
})

test('never throws, nor makes words up', () => {
  fc.assert(
    fc.property(fc.string(), (words) => {
      const found = foodOfDay(words, today)
      expect(words).toContain(found?.text ?? '')
    }),
  )
})
