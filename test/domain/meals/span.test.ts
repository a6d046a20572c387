import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, weekdayOf } from '../../../src/domain/localTime.ts'
import { mostDays, spanOf } from '../../../src/domain/meals/span.ts'
import type { MealDays } from '../../../src/domain/meals/types.ts'

const today = '2026-11-25'
const context = { today, choice: 'today' } as const

test('four weeks are 28 days, over the change of clocks too', () => {
  const when: MealDays = { kind: 'range', start: '2027-03-15', isStartNamed: true, end: '2027-04-11' }
  const { dates, cut } = spanOf(when, context)
  expect([dates.length, new Set(dates).size, dates[0], dates.at(-1), cut]).toEqual([
    28,
    28,
    '2027-03-15',
    '2027-04-11',
    null,
  ])
})

test('days that are over are not given', () => {
  const range: MealDays = { kind: 'range', start: '2026-11-20', isStartNamed: true, end: '2026-11-27' }
  expect(spanOf(range, context).dates).toEqual(['2026-11-25', '2026-11-26', '2026-11-27'])
  expect(spanOf({ kind: 'days', dates: ['2026-11-24', '2026-12-01'] }, context)).toMatchObject({
    dates: ['2026-12-01'],
    start: '2026-12-01',
    end: '2026-12-01',
  })
  expect(spanOf({ kind: 'days', dates: ['2026-11-24'] }, context).dates).toEqual([])
})

test('an open end reaches eight weeks, or as far as what it is edited from', () => {
  const open: MealDays = { kind: 'weekdays', weekdays: [0, 2], start: today, isStartNamed: false, end: null }
  expect(spanOf(open, context)).toMatchObject({ end: '2027-01-19', cut: 'open' })
  expect(spanOf(open, { ...context, openEnd: '2026-12-02' })).toMatchObject({
    dates: ['2026-11-25', '2026-11-30', '2026-12-02'],
    cut: null,
  })
})

test('where the text names none they are chosen', () => {
  expect(spanOf(null, context)).toMatchObject({ dates: [today], isNamed: false })
  expect(spanOf(null, { today, choice: 'tomorrow' }).dates).toEqual(['2026-11-26'])
  expect(spanOf(null, { today, choice: 'weeks' }).dates).toHaveLength(28)
})

test('whatever is named: days in order, of those weekdays, none over, never too many', () => {
  const day = fc.integer({ min: -100, max: 1000 }).map((days) => addDays(today, days))
  const weekdays = fc.option(fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1 }), { nil: null })
  fc.assert(
    fc.property(day, day, weekdays, (start, end, only) => {
      const stretch = { start, isStartNamed: true, end }
      const when: MealDays =
        only === null ? { kind: 'range', ...stretch } : { kind: 'weekdays', weekdays: only, ...stretch }
      const { dates, cut } = spanOf(when, context)
      expect(dates.length).toBeLessThanOrEqual(mostDays)
      expect(dates).toEqual([...new Set(dates)].toSorted())
      for (const date of dates) {
        expect(date >= today && date >= start && date <= end).toBe(true)
        expect(only === null || only.includes(weekdayOf(date))).toBe(true)
      }
      expect(cut !== 'long' || dates.length === mostDays).toBe(true)
    }),
  )
})
