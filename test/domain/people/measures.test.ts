import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  formatBodyWeight,
  formatHeight,
  parseBodyWeight,
  parseHeight,
} from '../../../src/domain/people/measures.ts'

test.each([
  ['172', 172],
  ['172 cm', 172],
  ['172cm', 172],
  ['1.72', 172],
  ['1,72 m', 172],
  ['1m72', 172],
  ['168.5', 168.5],
  [`5'8"`, 172.7],
  ['5’8”', 172.7],
  ['5 ft 8 in', 172.7],
  ['5ft8', 172.7],
  [`6'`, 182.9],
  ['68 in', 172.7],
  ['172 ס״מ', 172],
])('the height %j is %d cm', (text, cm) => {
  expect(parseHeight(text, 'kg')).toBe(cm)
})

test.each(['', 'tall', '12', '999', `5'13"`, '-172', '172 kg', '1e2', '5.8', '0x50'])(
  '%j is no height',
  (text) => {
    expect(parseHeight(text, 'kg')).toBeUndefined()
  },
)

test('a small bare number is inches to who counts in pounds', () => {
  expect(parseHeight('68', 'lb')).toBe(172.7)
  expect(parseHeight('172', 'lb')).toBe(172)
})

test.each([
  ['68.5', 'kg', 68.5],
  ['68,5 kg', 'lb', 68.5],
  ['150', 'lb', 68.0388555],
  ['150 lbs', 'kg', 68.0388555],
  ['70 ק״ג', 'kg', 70],
] as const)('the weight %j of somebody who counts in %s is %d kg', (text, units, kg) => {
  expect(parseBodyWeight(text, units)).toBeCloseTo(kg, 9)
})

test.each(['', 'heavy', '5', '1000', '-70', '70 cm', '70 80'])('%j is no weight', (text) => {
  expect(parseBodyWeight(text, 'kg')).toBeUndefined()
})

test('what is shown is read back as the same', () => {
  const units = fc.constantFrom('kg' as const, 'lb' as const)
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 270 }), units, (cm, unit) => {
      const again = parseHeight(formatHeight(cm, unit, 'en').replace('″', '"'), unit) ?? 0
      expect(Math.abs(again - cm)).toBeLessThanOrEqual(1.4)
    }),
  )
  fc.assert(
    fc.property(fc.integer({ min: 300, max: 3000 }), units, (tenths, unit) => {
      const again = parseBodyWeight(formatBodyWeight(tenths / 10, unit, 'en'), 'kg') ?? 0
      expect(Math.abs(again - tenths / 10)).toBeLessThanOrEqual(0.06)
    }),
  )
})

test('no text throws, and whatever is read is a possible body', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const cm = parseHeight(text, 'kg') ?? 100
      const kg = parseBodyWeight(text, 'lb') ?? 50
      expect(cm >= 90 && cm <= 280 && kg >= 20 && kg <= 500).toBe(true)
    }),
  )
})
