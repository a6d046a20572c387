import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, mondayOf } from '../../../src/domain/localTime.ts'
import { type PlanVersion, type Trained, adherenceOf } from '../../../src/domain/progress/adherence.ts'
import { liftCourse } from '../../../src/domain/progress/lift.ts'
import { periodStart } from '../../../src/domain/progress/period.ts'
import { grouped } from '../../../src/domain/progress/thin.ts'
import { daysOf, trendLine, trendOf } from '../../../src/domain/weight/trend.ts'

const monday = '2026-11-02'
const plan: PlanVersion = {
  id: 1,
  previousId: null,
  start: monday,
  end: null,
  days: [
    { sessionId: 10, name: 'Push', weekday: 0 },
    { sessionId: 11, name: 'Pull', weekday: 3 },
  ],
}
const done = (date: string, sessionId: number | null, isWhole = true): Trained => ({
  date,
  sessionId,
  name: null,
  isWhole,
})
const marks = (versions: PlanVersion[], trained: Trained[], today = '2026-11-08') => {
  const { days, ...sums } = adherenceOf(versions, trained, { from: monday, until: '2026-11-08', today })
  return { marks: days.map(({ mark }) => mark?.[0] ?? '.').join(''), ...sums }
}

test('a week of a plan: done, in part, missed, another day, and what is to come', () => {
  expect(marks([plan], [])).toEqual({ marks: 'mrrmrrr', planned: 2, kept: 0, trained: 0, whole: 0 })
  expect(marks([plan], [done(monday, 10)])).toMatchObject({ marks: 'drrmrrr', planned: 2, kept: 1 })
  expect(marks([plan], [done(monday, 10, false)])).toMatchObject({ marks: 'prrmrrr', kept: 1 })
  // Monday's workout on Wednesday is not missed.
  expect(marks([plan], [done('2026-11-04', 10)])).toMatchObject({ marks: 'rrdmrrr', kept: 1 })
  // Something else on the day counts for it.
  expect(marks([plan], [done(monday, null)])).toMatchObject({ marks: 'drrmrrr', kept: 1 })
  // In the middle of the week, what is to come is planned, and today is not missed yet.
  expect(marks([plan], [], '2026-11-05')).toEqual({
    marks: 'mrro...',
    planned: 1,
    kept: 0,
    trained: 0,
    whole: 0,
  })
  expect(marks([plan], [done('2026-11-05', 11)], '2026-11-05')).toMatchObject({
    marks: 'mrrd...',
    planned: 2,
  })
})

test('days in turn are never missed; a version counts while it is in force', () => {
  const inTurn = { ...plan, days: [{ sessionId: 10, name: 'A', weekday: null }] }
  expect(marks([inTurn], [done('2026-11-03', 10)])).toEqual({
    marks: 'rdrrrrr',
    planned: 0,
    kept: 0,
    trained: 1,
    whole: 1,
  })
  const newer: PlanVersion = {
    id: 2,
    previousId: 1,
    start: '2026-11-04',
    end: null,
    days: [{ sessionId: 20, name: 'Push', weekday: 4 }],
  }
  expect(marks([plan, newer], [])).toMatchObject({ marks: 'mrrrmrr', planned: 2 })
  // A day of that name was done, in whichever version.
  const named = { ...done('2026-11-06', 99), name: 'Push' }
  expect(marks([plan, newer], [named])).toMatchObject({ marks: 'mrrrdrr', kept: 1 })
  expect(marks([{ ...plan, end: '2026-11-03' }], [])).toMatchObject({ marks: 'mrrrrrr', planned: 1 })
})

const trainedDays = fc.array(
  fc.record({
    date: fc.integer({ min: 0, max: 40 }).map((days) => addDays(monday, days)),
    sessionId: fc.constantFrom(10, 11, null),
    name: fc.constantFrom('Push', null),
    isWhole: fc.boolean(),
  }),
  { maxLength: 30 },
)

test('whatever was trained: a mark for every day, and no more kept than planned or trained', () => {
  fc.assert(
    fc.property(trainedDays, fc.integer({ min: 0, max: 60 }), (trained, after) => {
      const today = addDays(monday, after)
      const until = addDays(mondayOf(today), 6)
      const { days, planned, kept } = adherenceOf([plan], trained, { from: monday, until, today })
      expect(days.map(({ date }) => date)).toEqual(days.map((_, at) => addDays(monday, at)))
      expect(days.at(-1)?.date).toBe(until)
      expect(kept).toBeLessThanOrEqual(planned)
      expect(kept).toBeLessThanOrEqual(trained.length)
      const onDay = new Set(trained.map(({ date }) => date))
      for (const { date, mark } of days) {
        expect(['done', 'partly'].includes(mark ?? '')).toBe(onDay.has(date))
        const allowed =
          date < today ? ['missed', 'rest'] : date > today ? ['planned', null] : ['open', 'rest']
        expect([...allowed, 'done', 'partly']).toContain(mark)
      }
    }),
  )
})

test('a lift is measured by load, else repetitions, else time', () => {
  const set = (reps: number | null, weight: number | null, seconds: number | null = null) => ({
    reps,
    weight,
    seconds,
  })
  const on = (...sets: ReturnType<typeof set>[]) => ({ date: monday, sets })
  expect(liftCourse([on(set(10, 60), set(1, 80)), on(set(12, null))])).toEqual({
    measure: 'load',
    points: [
      { date: monday, total: 680, best: 80 },
      { date: monday, total: 0, best: null },
    ],
  })
  expect(liftCourse([on(set(10, null), set(8, 0)), on()])).toEqual({
    measure: 'reps',
    points: [{ date: monday, total: 18, best: 10 }],
  })
  expect(liftCourse([on(set(null, null, 45), set(null, null, 60))])).toMatchObject({
    measure: 'seconds',
    points: [{ total: 105, best: 60 }],
  })
})

test('the trend of a day does not know what comes after it', () => {
  const weighed = fc.array(
    fc.record({
      date: fc.integer({ min: 0, max: 400 }).map((days) => addDays(monday, days)),
      kg: fc.double({ min: 40, max: 150, noNaN: true }),
    }),
    { minLength: 1, maxLength: 60 },
  )
  fc.assert(
    fc.property(weighed, (all) => {
      const days = daysOf(all)
      const line = trendLine(days)
      expect(line.map(({ date }) => date)).toEqual(days.map(({ date }) => date))
      expect(line.map(({ kg }) => kg)).toEqual(days.map((_, at) => trendOf(days.slice(0, at + 1))))
    }),
  )
})

test('neighbours are taken together, none lost, no more than asked for', () => {
  fc.assert(
    fc.property(fc.array(fc.integer()), fc.integer({ min: 1, max: 50 }), (items, most) => {
      const groups = grouped(items, most)
      expect(groups.flat()).toEqual(items)
      expect(groups.length).toBeLessThanOrEqual(most)
    }),
  )
})

test('periods end today', () => {
  expect(periodStart('2026-11-23', 'month')).toBe('2026-10-25')
  expect(periodStart('2026-11-23', 'quarter')).toBe('2026-08-25')
  expect(periodStart('2026-11-23', 'all')).toBeNull()
})
