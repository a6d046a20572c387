import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type WeekFacts, isWorthTelling, weekOf } from '../../../src/domain/attention/week.ts'
import type { Away } from '../../../src/domain/attention/away.ts'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { addDays } from '../../../src/domain/localTime.ts'

const monday = '2026-11-16'
const empty: WeekFacts = {
  joinedOn: '2026-01-01',
  versions: [],
  trained: [],
  weighed: [],
  target: null,
  missedMeals: 0,
  away: [],
}
const plan = {
  id: 1,
  previousId: null,
  start: '2026-11-02',
  end: null,
  days: [
    { sessionId: 1, name: 'Push', weekday: 0 },
    { sessionId: 2, name: 'Pull', weekday: 6 },
  ],
}
const did = (date: string, sessionId: number) => ({ date, sessionId, name: null, isWhole: true })

test('the week holds its Monday and its Sunday, and nothing beside them', () => {
  const trained = [did('2026-11-15', 2), did('2026-11-16', 1), did('2026-11-23', 1)]
  expect(weekOf({ ...empty, versions: [plan], trained }, monday)).toMatchObject({
    planned: 2,
    missed: 1,
    trained: 1,
  })
})

test.each([
  // before, in the week, target, change, reached
  [[82], [80], 81, true],
  [[82], [], 81, false],
  [[], [80], 80, false],
  [[80], [80], 80, false],
  [[82], [81.9], 70, false],
  [[60], [63], 60.8, true],
])('before %s, in the week %s, aiming at %s: reached %s', (before, after, target, isGoalReached) => {
  const weighed = [
    ...before.map((kg) => ({ date: '2026-11-08', kg })),
    ...after.map((kg) => ({ date: '2026-11-18', kg })),
    { date: '2026-11-23', kg: 20 },
  ]
  const week = weekOf({ ...empty, weighed, target }, monday)
  expect(week.isGoalReached).toBe(isGoalReached)
  expect(week.change === null).toBe(before.length === 0 || after.length === 0)
})

test.each([
  ['2026-11-09', null],
  ['2026-11-15', null],
  // Nothing in the week before either: what changed since is not of a week.
  ['2026-11-08', '2026-11-08'],
  ['2026-10-30', '2026-10-30'],
])('a change that goes back to a weigh-in of %s says so: %s', (before, changeSince) => {
  const weighed = [before, '2026-11-17', '2026-11-20'].map((date, at) => ({ date, kg: 84 - at }))
  expect(weekOf({ ...empty, weighed }, monday)).toMatchObject({ changeSince })
  expect(weekOf({ ...empty, weighed: weighed.slice(0, 1) }, monday)).toMatchObject({
    change: null,
    changeSince: null,
  })
})

test('what was broken off is no workout that was done, nor one that was missed', () => {
  const trained = [did('2026-11-16', 1), { ...did('2026-11-22', 2), isWhole: false }]
  const week = weekOf({ ...empty, versions: [plan], trained }, monday)
  expect(week).toMatchObject({ planned: 2, missed: 0, trained: 1, left: 1 })
  const begunAlone = weekOf({ ...empty, trained: trained.slice(1) }, monday)
  expect(begunAlone).toMatchObject({ planned: 0, trained: 0, left: 1 })
  expect(isWorthTelling(begunAlone)).toBe(true)
})

test('of whom nothing is planned, done or weighed there is nothing to tell', () => {
  expect(isWorthTelling(weekOf(empty, monday))).toBe(false)
  expect(isWorthTelling(weekOf({ ...empty, missedMeals: 1 }, monday))).toBe(true)
})

test('what was planned for days of a pause was not due; what was done on them counts', () => {
  const ill: Away = { of: null, why: 'ill', from: '2026-11-14', until: '2026-11-17' }
  const week = (away: Away[], trained = [did('2026-11-22', 2)]) =>
    weekOf({ ...empty, versions: [plan], trained, away }, monday)
  expect(week([ill])).toMatchObject({ planned: 1, missed: 0, away: [ill] })
  expect(week([ill], [did('2026-11-16', 1)])).toMatchObject({ planned: 2, missed: 1 })
  const busy = (of: ReminderKind): Away => ({ ...ill, of, why: 'busy' })
  for (const of of ['workout', 'missed'] as const)
    expect(week([busy(of)])).toMatchObject({ planned: 1, missed: 0 })
  expect(week([busy('meal')])).toMatchObject({ planned: 2, missed: 1 })
  expect(week([{ ...ill, until: '2026-11-15' }]).away).toEqual([])
  expect(week([{ ...ill, until: '2026-11-16' }, ill]).away).toEqual([ill])
})

test('a week of days taken in turn with nothing trained says so, where it had five of them', () => {
  const inTurn = { ...plan, days: [{ sessionId: 1, name: 'Push', weekday: null }] }
  const week = (start: string, facts: Partial<WeekFacts> = {}) =>
    weekOf({ ...empty, versions: [{ ...inTurn, start }], ...facts }, monday)
  expect(week('2026-11-18').isIdle).toBe(true)
  expect(isWorthTelling(week('2026-11-18'))).toBe(true)
  expect(week('2026-11-19').isIdle).toBe(false)
  expect(week('2026-11-18', { trained: [did('2026-11-20', 9)] }).isIdle).toBe(false)
  expect(week('2026-11-02', { joinedOn: '2026-11-18' }).isIdle).toBe(true)
  expect(week('2026-11-02', { joinedOn: '2026-11-19' }).isIdle).toBe(false)
  const away: Away[] = [{ of: null, why: 'travelling', from: '2026-11-22', until: '2026-11-28' }]
  expect(week('2026-11-18', { away }).isIdle).toBe(false)
  expect(weekOf({ ...empty, versions: [plan] }, monday).isIdle).toBe(false)
})

test('never more missed than planned, and what is done is not missed', () => {
  const days = fc.array(
    fc.record({ at: fc.integer({ min: -7, max: 13 }), sessionId: fc.constantFrom(1, 2, 9) }),
    {
      maxLength: 10,
    },
  )
  fc.assert(
    fc.property(days, (some) => {
      const trained = some.map(({ at, sessionId }) => did(addDays(monday, at), sessionId))
      const week = weekOf({ ...empty, versions: [plan], trained }, monday)
      const inWeek = some.filter(({ at }) => at >= 0 && at < 7)
      expect(week.planned).toBe(2)
      expect(week.trained).toBe(inWeek.length)
      expect(week.missed).toBeGreaterThanOrEqual(Math.max(0, 2 - inWeek.length))
      const done = new Set(inWeek.map(({ sessionId }) => sessionId).filter((id) => id !== 9))
      expect(week.missed).toBeLessThanOrEqual(2 - done.size)
    }),
  )
})
