import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { PauseReason, ReminderKind } from '../../../src/domain/enums.ts'
import type { Facts } from '../../../src/domain/attention/facts.ts'
import { allReasons } from '../../../src/domain/attention/rules.ts'
import { anyFacts } from './anyFacts.ts'
import { calm, daysLike } from './facts.ts'

const found = (facts: Partial<Facts>) => allReasons({ ...calm, ...facts })
const at = new Date('2026-11-26T08:00:00Z')

test('who has nothing waiting needs nothing', () => {
  expect(allReasons(calm)).toEqual([])
})

test('what waits for the coach is a reason, since when it waits', () => {
  expect(found({ photos: { count: 3, at } })).toEqual([{ kind: 'photos', count: 3, at }])
  expect(found({ letter: { id: 7, at } })).toEqual([{ kind: 'letter', letter: 7, at }])
  expect(found({ checkIn: { entry: 9, at } })).toEqual([{ kind: 'checkIn', entry: 9, at }])
})

test.each([
  ['mm', 2],
  ['mrm', 2],
  ['mrmrmt', 3],
  ['dmrm', 2],
  ['pmm', 2],
  ['m', undefined],
  ['mdm', undefined],
  ['mmd', undefined],
  ['mmrp', undefined],
  ['mrt', undefined],
])('days like %s: %s missed in a row', (letters, count) => {
  const days = daysLike(letters)
  const last = days.findLast(({ mark }) => mark === 'missed')?.date
  expect(found({ days })).toEqual(count === undefined ? [] : [{ kind: 'missed', count, last, at: null }])
})

test('a weight far from the one before is a reason for a week', () => {
  const weighed = [
    { date: '2026-11-20', kg: 80 },
    { date: '2026-11-22', kg: 83.5 },
  ]
  expect(found({ weighed })).toEqual([{ kind: 'jumped', change: 3.5, days: 2, at: null }])
  expect(found({ weighed: [weighed[0]!, { date: '2026-11-22', kg: 82 }] })).toEqual([])
  expect(found({ weighed, today: '2026-11-30' })).toEqual([])
  expect(found({ weighed: weighed.slice(1) })).toEqual([])
})

test('a trend that goes too fast is one', () => {
  const weighed = [0, 7, 14, 21].map((back) => ({
    date: `2026-11-${String(26 - back).padStart(2, '0')}`,
    kg: 80 + back / 7,
  }))
  const [reason] = found({ weighed: weighed.toReversed() })
  expect(reason).toMatchObject({ kind: 'fast' })
  expect(reason?.kind === 'fast' && reason.perWeek).toBeCloseTo(-1)
})

test.each<[string, Partial<Facts>, string | undefined]>([
  ['ends in six days', { running: ['2026-12-02'] }, '2026-12-02'],
  ['ends today', { running: ['2026-11-26'] }, '2026-11-26'],
  ['ends in seven days', { running: ['2026-12-03'] }, undefined],
  ['two end, the later one counts', { running: ['2026-11-27', '2026-11-30'] }, '2026-11-30'],
  ['one goes on', { running: ['2026-11-27', null] }, undefined],
  ['one follows', { running: ['2026-11-27'], isMoreComing: true }, undefined],
])('a plan that %s', (_, facts, date) => {
  expect(found(facts)).toEqual(date === undefined ? [] : [{ kind: 'planEnds', date, at: null }])
})

test('neither plan nor meals is a reason; one to come is none', () => {
  expect(found({ running: [] })).toEqual([{ kind: 'noPlan', at: null }])
  expect(found({ running: [], isMoreComing: true })).toEqual([])
  expect(found({ running: [], hasMeals: true })).toEqual([])
})

test('who joined three days ago and never trained by their plan, once a day of it has passed', () => {
  const joinedAt = new Date('2026-11-23T12:00:00Z')
  const newcomer = (facts: Partial<Facts>) => found({ joinedAt, trainedOn: null, ...facts })
  const never = [{ kind: 'neverTrained', at: joinedAt }]
  const days = daysLike('mr')
  expect(newcomer({ days })).toEqual(never)
  expect(newcomer({ days, joinedAt: new Date('2026-11-23T12:00:01Z') })).toEqual([])
  expect(newcomer({ days, trainedOn: '2026-11-25' })).toEqual([])
  // Their first workout is today's, or was before they came.
  expect(newcomer({ days: daysLike('rrt') })).toEqual([])
  expect(newcomer({ days: daysLike('mrrrt') })).toEqual([])
  expect(newcomer({ days: daysLike('mrrr') })).toEqual(never)
  // Taken in turn: three days of it before today.
  expect(newcomer({ idleDays: 3 })).toEqual([])
  expect(newcomer({ idleDays: 4 })).toEqual(never)
  // What is missed in a row says it.
  expect(newcomer({ days: daysLike('mm') }).map(({ kind }) => kind)).toEqual(['missed'])
})

test('for whom nothing was ever planned no plan is the reason, and not silence', () => {
  const facts = { actedAt: new Date('2026-11-10T00:00:00Z'), running: [], trainedOn: null }
  expect(found({ ...facts, wasPlanned: false }).map(({ kind }) => kind)).toEqual(['noPlan'])
  expect(found(facts).map(({ kind }) => kind)).toEqual(['noPlan', 'silent'])
})

test('five days without a sign are silence; writing, tapping and logging are signs', () => {
  // Their day in Tokyo ends at 15:00 UTC.
  const [five, four] = [new Date('2026-11-21T14:59:59Z'), new Date('2026-11-21T15:00:00Z')]
  expect(found({ actedAt: five })).toEqual([{ kind: 'silent', days: 5, at: five }])
  expect(found({ actedAt: four })).toEqual([])
  expect(found({ actedAt: five, loggedAt: four })).toEqual([])
  expect(found({ actedAt: null, loggedAt: five })).toEqual([{ kind: 'silent', days: 5, at: five }])
  expect(found({ actedAt: null, joinedAt: four })).toEqual([])
})

test('who said that they are ill is to be known of, and neither silent nor missing anything, until the day after', () => {
  const facts = { actedAt: new Date('2026-11-10T00:00:00Z'), days: daysLike('mm') }
  const pauses = [
    { kind: 'workout', why: 'busy', until: '2026-11-20' },
    { kind: 'weighIn', why: 'ill', until: '2026-11-26' },
  ] as const
  expect(found({ ...facts, pauses })).toEqual([{ kind: 'paused', why: 'ill', until: '2026-11-26', at: null }])
  expect(found({ ...facts, pauses, today: '2026-11-27' }).map(({ kind }) => kind)).toEqual([
    'missed',
    'silent',
  ])
  expect(found({ pauses: [{ kind: 'workout', why: 'fine', until: '2026-12-26' }] })).toEqual([])
})

test('who is busy is spared what they are busy with, and nothing else; being ill says more, for as long as it lasts', () => {
  const days = daysLike('mm')
  const busy = (kind: ReminderKind, until = '2026-11-27') => ({ kind, why: 'busy' as const, until })
  const kinds = (facts: Partial<Facts>) => found(facts).map(({ kind }) => kind)
  for (const kind of ['workout', 'missed'] as const)
    expect(kinds({ days, pauses: [busy(kind)] })).toEqual(['busy'])
  expect(kinds({ days, pauses: [busy('meal')] })).toEqual(['missed', 'busy'])
  expect(kinds({ days, pauses: [busy('workout', '2026-11-25')] })).toEqual(['missed'])
  const pauses = [
    busy('workout', '2026-11-26'),
    busy('meal'),
    { kind: 'weighIn', why: 'ill', until: '2026-11-26' },
  ] as const
  expect(found({ days, pauses })).toEqual([
    { kind: 'paused', why: 'ill', until: '2026-11-26', at: null },
    { kind: 'busy', with: [{ of: 'meal', until: '2026-11-27' }], at: null },
  ])
  expect(found({ pauses: [busy('workout'), busy('meal')] })).toEqual([
    {
      kind: 'busy',
      with: [
        { of: 'workout', until: '2026-11-27' },
        { of: 'meal', until: '2026-11-27' },
      ],
      at: null,
    },
  ])
})

test('five days with days to take in turn and nothing trained are a reason, in days since the last workout', () => {
  const untrained = { kind: 'untrained', days: 10, last: '2026-11-16', at: null }
  expect(found({ idleDays: 5, trainedOn: '2026-11-16' })).toEqual([untrained])
  expect(found({ idleDays: 4, trainedOn: '2026-11-16' })).toEqual([])
  expect(found({ idleDays: 5, trainedOn: null })).toEqual([{ kind: 'neverTrained', at: calm.joinedAt }])
  expect(
    found({ idleDays: 5, trainedOn: '2026-11-16', days: daysLike('mm') }).map(({ kind }) => kind),
  ).toEqual(['missed'])
  const pauses = [{ kind: 'missed', why: 'busy', until: '2026-11-26' }] as const
  expect(found({ idleDays: 5, trainedOn: '2026-11-16', pauses }).map(({ kind }) => kind)).toEqual(['busy'])
})

test.each([
  ['2026-10-28', undefined],
  ['2026-10-29', 'mealsEnded'],
  ['2026-11-25', 'mealsEnded'],
  ['2026-11-26', 'mealsEnd'],
  ['2026-12-02', 'mealsEnd'],
  ['2026-12-03', undefined],
])('meals that end %s', (mealsEnd, kind) => {
  expect(found({ mealsEnd })).toEqual(kind === undefined ? [] : [{ kind, date: mealsEnd, at: null }])
})

describe('a check-in that was asked for and is late', () => {
  /** Asked on Sundays; on Thursday 26 November the last one, the 22nd, lies four days back. */
  const kinds = (last: string | null, facts: Partial<Facts> = {}, wish?: Facts['checkIns']['wish']) =>
    found({ checkIns: { wish, last }, ...facts })
  const due = [{ kind: 'checkInDue', date: '2026-11-22', at: null }]

  test('is a reason on the fourth day after it, until there is one', () => {
    expect(kinds('2026-11-15')).toEqual(due)
    expect(kinds(null)).toEqual(due)
    expect(kinds('2026-11-19')).toEqual([])
    expect(kinds('2026-11-23')).toEqual([])
    expect(kinds('2026-11-11', { today: '2026-11-25' })).toEqual([{ ...due[0], date: '2026-11-15' }])
  })

  test('goes by the days they chose, and not where they want none', () => {
    expect(kinds(null, {}, { isOn: true, time: null, weekdays: [0] })).toEqual([
      { ...due[0], date: '2026-11-16' },
    ])
    expect(kinds(null, {}, { isOn: false, time: null, weekdays: null })).toEqual([])
  })

  test('not of who has nothing planned, had not joined, is busy with it or was away that day', () => {
    expect(kinds(null, { running: [] }).map(({ kind }) => kind)).toEqual(['noPlan'])
    expect(kinds(null, { joinedAt: new Date('2026-11-22T08:00:00Z') })).toEqual([])
    const pauses = [{ kind: 'checkIn', why: 'busy', until: '2026-11-26' }] as const
    expect(kinds(null, { pauses }).map(({ kind }) => kind)).toEqual(['busy'])
    const ill = { of: null, why: 'ill', from: '2026-11-20', until: '2026-11-22' } as const
    expect(kinds(null, { away: [ill] })).toEqual([])
    expect(kinds(null, { away: [{ ...ill, of: 'meal' }] })).toEqual(due)
  })
})

test('reminders without an answer are one for two weeks from when their coach was told, but of who is ill or away', () => {
  const daysAgo = (days: number) => new Date(calm.now.getTime() - days * 86_400_000)
  const [old, older] = [daysAgo(13.9), daysAgo(14)]
  expect(found({ unanswered: [daysAgo(1), old, older] })).toEqual([{ kind: 'unanswered', at: old }])
  expect(found({ unanswered: [older] })).toEqual([])
  const kindsWith = (why: PauseReason, until: string) =>
    found({ unanswered: [old], pauses: [{ kind: 'meal', why, until }] }).map(({ kind }) => kind)
  expect(kindsWith('busy', '2026-11-26')).toEqual(['unanswered', 'busy'])
  for (const why of ['ill', 'travelling'] as const) {
    expect(kindsWith(why, '2026-11-26')).toEqual(['paused'])
    expect(kindsWith(why, '2026-11-25')).toEqual(['unanswered'])
  }
})

test('whatever is known: each kind once, none for whoever is off or has not joined, and never both plan reasons', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const kinds = allReasons(facts).map(({ kind }) => kind)
      expect(new Set(kinds).size).toBe(kinds.length)
      const isPresent = facts.isActive && facts.joinedAt !== null
      expect(isPresent || kinds.length === 0).toBe(true)
      expect(kinds.includes('noPlan') && kinds.includes('planEnds')).toBe(false)
      const isMissed = kinds.some((one) => ['silent', 'missed', 'untrained', 'checkInDue'].includes(one))
      expect(kinds.includes('paused') && isMissed).toBe(false)
    }),
  )
})
