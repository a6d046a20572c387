import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/localTime.ts'
import { kgPerPound } from '../../../src/domain/units.ts'
import { parseWeighIn } from '../../../src/domain/weight/parse.ts'
import { daysOf, isSurprising, outlookOf, trendOf, weeklyChange } from '../../../src/domain/weight/trend.ts'

const today = '2026-11-23'
const read = { kind: 'read', bodyFat: null, note: null, date: null }

test.each([
  ['82.4', { ...read, kg: 82.4 }],
  ['82,4 kg', { ...read, kg: 82.4 }],
  ['82.40', { ...read, kg: 82.4, typed: { number: '82.40', unit: 'kg' } }],
  ['82.4kg.', { ...read, kg: 82.4 }],
  ['181,5 lb', { ...read, kg: 181.5 * kgPerPound, typed: { number: '181.5', unit: 'lb' } }],
  ['181 lb', { ...read, kg: 181 * kgPerPound }],
  ['181lbs', { ...read, kg: 181 * kgPerPound }],
  ['82.4 ק"ג', { ...read, kg: 82.4 }],
  ['82.4 18%', { ...read, kg: 82.4, bodyFat: 18 }],
  ['82.4, fat 18,5 %', { ...read, kg: 82.4, bodyFat: 18.5 }],
  ['82.4 18% after the Holiday', { ...read, kg: 82.4, bodyFat: 18, note: 'after the Holiday' }],
  ['82.4 – "in clothes"', { ...read, kg: 82.4, note: 'in clothes' }],
  ['yesterday 82.4', { ...read, kg: 82.4, date: '2026-11-22' }],
  ['82.4 yesterday, tired', { ...read, kg: 82.4, date: '2026-11-22', note: 'tired' }],
  ['אתמול 82.4', { ...read, kg: 82.4, date: '2026-11-22' }],
  ['the day before yesterday: 82.4', { ...read, kg: 82.4, date: '2026-11-21' }],
  ['3 days ago 82.4', { ...read, kg: 82.4, date: '2026-11-20' }],
  ['2026-11-02 82.4 kg', { ...read, kg: 82.4, date: '2026-11-02' }],
  ['monday 82.4', { ...read, kg: 82.4, date: '2026-11-23' }],
  ['last monday: 82.4', { ...read, kg: 82.4, date: '2026-11-16' }],
  ['last Friday 82.4 kg', { ...read, kg: 82.4, date: '2026-11-20' }],
  ['on sat, 82.4 18%', { ...read, kg: 82.4, bodyFat: 18, date: '2026-11-21' }],
  ['82.4 tue', { ...read, kg: 82.4, date: '2026-11-17' }],
  ['82.4 tue, tired', { ...read, kg: 82.4, note: 'tired', date: '2026-11-17' }],
  ['82.4 sat on the sofa', { ...read, kg: 82.4, note: 'sat on the sofa' }],
  ['82.4 wedding yesterday', { ...read, kg: 82.4, note: 'wedding yesterday' }],
  ['ב׳ 82.4', { ...read, kg: 82.4, date: '2026-11-23' }],
  ["ו' 82.4", { ...read, kg: 82.4, date: '2026-11-20' }],
  ['יום שישי 82.4', { ...read, kg: 82.4, date: '2026-11-20' }],
  ['בשבת 82.4', { ...read, kg: 82.4, date: '2026-11-21' }],
  ['ביום שני שעבר 82.4', { ...read, kg: 82.4, date: '2026-11-16' }],
  ['82.4 ביום ראשון', { ...read, kg: 82.4, date: '2026-11-22' }],
  ['2026-11-24 82.4', { kind: 'dayOutOfRange' }],
  ['2026-02-30 82.4', { kind: 'dayOutOfRange' }],
  ['900 days ago 82.4', { kind: 'dayOutOfRange' }],
  ['19', { kind: 'weightOutOfRange' }],
  ['501 kg', { kind: 'weightOutOfRange' }],
  ['40 lb', { kind: 'weightOutOfRange' }],
  ['82.4 90%', { kind: 'fatOutOfRange' }],
  ['82.4 1%', { kind: 'fatOutOfRange' }],
  ['8x60', { kind: 'unread' }],
  ['82 x 5', { kind: 'unread' }],
  ['82-84', { kind: 'unread' }],
  ['18%', { kind: 'unread' }],
  ['-82', { kind: 'unread' }],
  ['hello', { kind: 'unread' }],
  ['', { kind: 'unread' }],
] as const)('%j', (text, expected) => {
  expect(parseWeighIn(text, 'kg', today)).toMatchObject(expected)
})

test('whatever is typed, it is read or not, and what is read lies within bounds', () => {
  const piece = fc.constantFrom(
    '82.4',
    '181',
    ' ',
    'kg',
    'lb',
    '%',
    'yesterday',
    'last ',
    'sun',
    'ב׳',
    '2026-99-99',
    ',',
    '-',
    'א',
    '\n',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((pieces) => pieces.join('')),
  )
  fc.assert(
    fc.property(text, fc.constantFrom('kg', 'lb'), (typed, units) => {
      const found = parseWeighIn(typed, units, today)
      if (found.kind !== 'read') return
      expect(found.kg).toBeGreaterThanOrEqual(20)
      expect(found.kg).toBeLessThanOrEqual(500)
      expect((found.date ?? today) <= today).toBe(true)
    }),
  )
})

const daily = (kg: (day: number) => number, count: number) =>
  Array.from({ length: count }, (_, day) => ({ date: addDays('2026-01-01', day), kg: kg(day) }))

test('of several weigh-ins on a day the last counts', () => {
  const weighed = fc.array(
    fc.record({ day: fc.integer({ min: 0, max: 5 }), kg: fc.double({ min: 20, max: 500, noNaN: true }) }),
  )
  fc.assert(
    fc.property(weighed, (all) => {
      const dated = all.map(({ day, kg }) => ({ date: addDays('2026-01-01', day), kg }))
      for (const { date, kg } of daysOf(dated))
        expect(kg).toBe(dated.findLast((one) => one.date === date)?.kg)
    }),
  )
})

test('daily weigh-ins are smoothed by a tenth; a gap counts as the days it lasts', () => {
  expect(trendOf([])).toBeUndefined()
  expect(
    trendOf([
      { date: '2026-01-01', kg: 80 },
      { date: '2026-01-02', kg: 90 },
    ]),
  ).toBeCloseTo(81, 10)
  expect(
    trendOf([
      { date: '2026-01-01', kg: 80 },
      { date: '2026-01-11', kg: 90 },
    ]),
  ).toBeCloseTo(90 - 10 * 0.9 ** 10, 10)
})

test('the trend stays among the weights, and the same weight over a gap is the same as every day', () => {
  const weights = fc.array(
    fc.record({ gap: fc.integer({ min: 0, max: 40 }), kg: fc.double({ min: 20, max: 500, noNaN: true }) }),
    {
      minLength: 1,
      maxLength: 30,
    },
  )
  fc.assert(
    fc.property(weights, (all) => {
      let date = '2026-01-01'
      const days = daysOf(all.map(({ gap, kg }) => ({ date: (date = addDays(date, gap)), kg })))
      const trend = trendOf(days) ?? 0
      expect(trend).toBeGreaterThanOrEqual(Math.min(...all.map(({ kg }) => kg)) - 1e-9)
      expect(trend).toBeLessThanOrEqual(Math.max(...all.map(({ kg }) => kg)) + 1e-9)
    }),
  )
  const [first, ...others] = daily((day) => (day === 0 ? 80 : 70), 15)
  const last = others.slice(-1)
  expect(trendOf(first ? [first, ...last] : [])).toBeCloseTo(trendOf(first ? [first, ...others] : []) ?? 0, 9)
})

test('the change per week is that of the line, and is not told from too little', () => {
  const steadyLoss = daily((day) => 90 - day * 0.05, 40)
  expect(weeklyChange(steadyLoss, '2026-02-09')).toBeCloseTo(-0.35, 9)
  expect(weeklyChange(steadyLoss, '2026-04-01')).toBeUndefined()
  expect(weeklyChange(steadyLoss.slice(0, 7), '2026-01-07')).toBeUndefined()
  expect(weeklyChange([...steadyLoss.slice(0, 1), ...steadyLoss.slice(20, 21)], '2026-01-21')).toBeUndefined()
})

test('an estimate is given only where there is one', () => {
  expect(outlookOf(80, -0.5, 75)).toEqual({ kind: 'weeks', weeks: 10 })
  expect(outlookOf(80, 0.5, 75)).toEqual({ kind: 'away' })
  expect(outlookOf(80, -1.2, 75)).toEqual({ kind: 'fast' })
  expect(outlookOf(80, -0.01, 75)).toEqual({ kind: 'steady' })
  expect(outlookOf(180, -0.06, 75)).toEqual({ kind: 'far' })
  expect(outlookOf(80, undefined, 75)).toEqual({ kind: 'tooShort' })
  expect(outlookOf(75.1, undefined, 75)).toEqual({ kind: 'there' })
})

test('more is a surprise within a day than within a month', () => {
  expect(isSurprising(82, 84, 0)).toBe(false)
  expect(isSurprising(82, 85, 0)).toBe(true)
  expect(isSurprising(82, 85, 30)).toBe(false)
  expect(isSurprising(82, 181, 3650)).toBe(true)
})
