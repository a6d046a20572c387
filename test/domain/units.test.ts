import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatLoad, loadIn, loadToKg } from '../../src/domain/units.ts'

test('a load typed in pounds is shown in pounds as typed', () => {
  expect(formatLoad(loadToKg({ value: 180, unit: 'lb' }), 'lb', 'en')).toBe('180 lb')
  expect(formatLoad(80, 'lb', 'en')).toBe('176.4 lb')
  expect(formatLoad(82.5, 'kg', 'de')).toBe('82,5 kg')
  expect(formatLoad(60.33, 'kg', 'en', { value: 60.33, unit: 'kg' })).toBe('60.33 kg')
})

test('every half pound and quarter kilogram comes back unchanged', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2600 }), (steps) => {
      expect(loadIn(loadToKg({ value: steps / 2, unit: 'lb' }), 'lb')).toBe(steps / 2)
      expect(loadIn(loadToKg({ value: steps / 4, unit: 'kg' }), 'kg')).toBe(steps / 4)
    }),
  )
})
