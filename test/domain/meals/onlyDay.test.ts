import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../src/domain/localTime.ts'
import { onlyDay } from '../../../src/domain/meals/onlyDay.ts'

const day = fc.integer({ min: 0, max: 800 }).map((days) => addDays('2026-01-01', days))
const weekday = fc.option(fc.integer({ min: 0, max: 6 }))

test('the one day of a plan that has the meal; none where there are several, or no end', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 20 }), weekday, (start, length, on) => {
      const end = addDays(start, length)
      const fitting = Array.from({ length: length + 1 }, (_, index) => addDays(start, index)).filter(
        (date) => on === null || weekdayOf(date) === on,
      )
      expect(onlyDay({ start, end, weekday: on })).toBe(fitting.length === 1 ? fitting[0] : null)
      expect(onlyDay({ start: null, end, weekday: on })).toBeNull()
      expect(onlyDay({ start, end: null, weekday: on })).toBeNull()
    }),
  )
})
