import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { PauseReason } from '../../../src/domain/enums.ts'
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

test('who joined three days ago and never trained by their plan', () => {
  const joinedAt = new Date('2026-11-23T12:00:00Z')
  expect(found({ joinedAt, hasTrained: false })).toEqual([{ kind: 'neverTrained', at: joinedAt }])
  expect(found({ joinedAt: new Date('2026-11-23T12:00:01Z'), hasTrained: false })).toEqual([])
  expect(found({ joinedAt, hasTrained: true })).toEqual([])
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
    { why: 'busy', until: '2026-11-20' },
    { why: 'ill', until: '2026-11-26' },
  ] as const
  expect(found({ ...facts, pauses })).toEqual([{ kind: 'paused', why: 'ill', until: '2026-11-26', at: null }])
  expect(found({ ...facts, pauses, today: '2026-11-27' }).map(({ kind }) => kind)).toEqual([
    'missed',
    'silent',
  ])
  expect(found({ pauses: [{ why: 'fine', until: '2026-12-26' }] })).toEqual([])
})

test('reminders without an answer are one for two weeks from when their coach was told, but of who is ill or away', () => {
  const daysAgo = (days: number) => new Date(calm.now.getTime() - days * 86_400_000)
  const [old, older] = [daysAgo(13.9), daysAgo(14)]
  expect(found({ unanswered: [daysAgo(1), old, older] })).toEqual([{ kind: 'unanswered', at: old }])
  expect(found({ unanswered: [older] })).toEqual([])
  const kindsWith = (why: PauseReason, until: string) =>
    found({ unanswered: [old], pauses: [{ why, until }] }).map(({ kind }) => kind)
  expect(kindsWith('busy', '2026-11-26')).toEqual(['unanswered', 'paused'])
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
      const isMissed = kinds.some((one) => one === 'silent' || one === 'missed')
      expect(kinds.includes('paused') && isMissed).toBe(false)
    }),
  )
})
