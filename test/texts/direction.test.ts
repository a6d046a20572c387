import { expect, test } from 'vitest'
import { formatBodyWeight } from '../../src/domain/people/measures.ts'
import { formatLoad, formatPercent } from '../../src/domain/units.ts'
import { unknownSum } from '../../src/domain/meals/macros.ts'
import { directed, isolate, signed, textsIn } from '../../src/texts/texts.ts'
import { eatenLines } from '../../src/views/meals/words.ts'
import { ownText, weighInText } from '../../src/views/weight/scale.ts'

test('every line of a Hebrew text runs right to left, what is to be copied stays as it is', () => {
  const html = '<b>\u2068דדליפט\u2069</b>\n\n💡 \u2068Elbows in\u2069\n<pre>Mon Upper\nSquat 5x5</pre>\nסוף'
  expect(directed(html, 'he')).toBe(
    '\u200f<b>\u2068דדליפט\u2069</b>\n\n\u200f💡 \u2068Elbows in\u2069\n\u200f<pre>Mon Upper\nSquat 5x5</pre>\n\u200fסוף',
  )
  expect(directed(html, 'en')).toBe(
    '\u200e<b>\u2068דדליפט\u2069</b>\n\n💡 \u2068Elbows in\u2069\n<pre>Mon Upper\nSquat 5x5</pre>\n\u200eסוף',
  )
})

const he = textsIn('he')
const reader = { t: he, units: 'kg' } as const
const typed = { kg: 82.1, typed: { number: '181', unit: 'lb' } } as const

test('a number is isolated in one piece with its unit, and runs as the unit does', () => {
  expect(he('weight:trend', { weight: formatBodyWeight(82.4, 'kg', 'he') })).toBe(
    'מגמה: <b>\u206882.4 ק״ג\u2069</b>',
  )
  expect(he('weight:trend', { weight: formatBodyWeight(82.1, 'lb', 'he') })).toBe(
    'מגמה: <b>\u2068181 lb\u2069</b>',
  )
  expect(formatLoad(80, 'lb', 'he')).toBe('176.4 lb')
  expect(he('progress:macrosEnergy', { energy: he('progress:energyValue', { kcal: '2,073' }) })).toBe(
    'אנרגיה: \u2068\u20682,073\u2069 קק״ל\u2069 ליום',
  )
  expect(he('checkin:percent', { value: formatPercent(18.5) })).toBe('\u206818.5%\u2069')
})

test('what is put together of isolated pieces runs as the sentence does', () => {
  expect(ownText(reader, typed)).toBe('\u2068181 lb\u2069 (\u206882.1 ק״ג\u2069)')
  const weighed = weighInText(reader, { ...typed, bodyFat: 18, date: '2026-11-23' }, '2026-11-23')
  expect(weighed).toBe(
    '\u2067\u2068181 lb\u2069 (\u206882.1 ק״ג\u2069)\u2069, \u206818%\u2069 שומן · \u2068יום ב׳, 23 בנוב׳\u2069',
  )
  expect(isolate('\u20681\u2069 / \u20682\u2069', 'en')).toBe('\u2066\u20681\u2069 / \u20682\u2069\u2069')
  expect(isolate('8')).toBe('\u20688\u2069')
})

test('the sign of a change stands before its number, in both directions', () => {
  expect(he('checkin:by', { amount: signed('2 ק״ג', -2) })).toBe('\u2068\u2066−2\u2069 ק״ג\u2069')
  expect(he('checkin:by', { amount: signed('1.3 lb', 1.3) })).toBe('\u2068\u2066+1.3\u2069 lb\u2069')
  expect(signed('1,234.5 kg', 1)).toBe('\u2066+1,234.5\u2069 kg')
})

test('what is to be typed in Hebrew runs as its first letter does, whichever way code is made to run', () => {
  expect(directed('<code>2 משולשי פיצה</code> <code>82.4</code>', 'he')).toBe(
    '\u200f<code>\u20682 משולשי פיצה\u2069</code> <code>82.4</code>',
  )
})

const targets = { calories: 2100, protein: 240, carbs: 200, fat: 70 }

test('a figure runs left to right in Hebrew; what nobody knows is said in words', () => {
  const known = { calories: 443, protein: 45, carbs: null, fat: 10 }
  const sum = { ...known, unknown: { calories: 1, protein: 1, carbs: 1, fat: 0 } }
  expect(eatenLines(he, sum, targets)[1]).toBe(
    'ח׳ \u2066≥45/240\u2069 · פ׳ לא ידוע מתוך \u2068200\u2069 · ש׳ \u206610/70\u2069 ג׳',
  )
  expect(eatenLines(textsIn('en'), unknownSum(1), targets)).toEqual([
    'Eaten: <b>kcal unknown</b>',
    'Protein, carbs and fat: unknown',
  ])
  expect(eatenLines(he, unknownSum(1), targets)[1]).toBe('חלבון, פחמימות ושומן: לא ידוע')
})
