import { expect, test } from 'vitest'
import { weightNear } from '../../../src/services/progress/photos.ts'

const day = (date: string, kg: number) => ({ date, kg })

test('beside a photo stands the weight nearest to its day, of three days before or after at most', () => {
  const days = [day('2026-11-10', 84), day('2026-11-13', 83), day('2026-11-19', 82)]
  expect(weightNear(days, '2026-11-13')).toBe(83)
  expect(weightNear(days, '2026-11-11')).toBe(84)
  expect(weightNear(days, '2026-11-12')).toBe(83)
  expect(weightNear(days, '2026-11-16')).toBe(83)
  expect(weightNear(days, '2026-11-22')).toBe(82)
  expect(weightNear(days, '2026-11-23')).toBeUndefined()
  expect(weightNear(days, '2026-11-06')).toBeUndefined()
  expect(weightNear([], '2026-11-06')).toBeUndefined()
})
