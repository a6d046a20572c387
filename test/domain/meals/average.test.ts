import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { averageOf, averagedDays } from '../../../src/domain/meals/average.ts'
import { unknownMacros } from '../../../src/domain/meals/types.ts'

const today = '2026-11-25'
const day = (date: string, calories: number | null) => ({ date, eaten: { ...unknownMacros, calories } })

test('a day counts once it is over; today stands for itself where nothing else is known', () => {
  const before = [day('2026-11-23', 2000), day('2026-11-24', null)]
  expect(averageOf([...before, day(today, 300)], 'calories', today)).toBe(2000)
  expect(averageOf([day('2026-11-24', null), day(today, 300)], 'calories', today)).toBe(300)
  expect(averageOf(before, 'protein', today)).toBeUndefined()
  expect(averageOf([], 'calories', today)).toBeUndefined()
})

test('the average lies among the days it is over, and today changes nothing while others are known', () => {
  const days = fc.array(fc.option(fc.integer({ min: 0, max: 5000 })), { maxLength: 6 })
  fc.assert(
    fc.property(days, fc.option(fc.integer({ min: 0, max: 5000 })), (past, now) => {
      const over = past.map((calories, at) => day(`2026-11-${at + 10}`, calories))
      const all = [...over, day(today, now)]
      const average = averageOf(all, 'calories', today)
      const known = averagedDays(all, 'calories', today).map(({ eaten }) => eaten.calories ?? 0)
      expect(average === undefined).toBe(known.length === 0)
      const within = average ?? known[0] ?? Number.NaN
      expect(within < Math.min(...known) || within > Math.max(...known)).toBe(false)
      expect(averageOf(over, 'calories', today) ?? average).toBe(average)
    }),
  )
})
