import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Needing, ranked, reasonsOf } from '../../../src/domain/attention/ranking.ts'
import { type Reason, weightOf } from '../../../src/domain/attention/reasons.ts'
import { anyFacts } from './anyFacts.ts'

const letter = (at: string): Reason => ({ kind: 'letter', letter: 1, at: new Date(at) })
const photos = (at: string): Reason => ({ kind: 'photos', count: 1, at: new Date(at) })
const noPlan: Reason = { kind: 'noPlan', at: null }
const early = '2026-11-20T00:00:00Z'
const late = '2026-11-24T00:00:00Z'

test('heaviest reason, then all of them, then the longest wait, then the name; who needs nothing comes last', () => {
  const clients: Needing[] = [
    { userId: 1, name: 'Zoe', reasons: [] },
    { userId: 2, name: 'Ben', reasons: [] },
    { userId: 3, name: 'Cy', reasons: [photos(early), noPlan] },
    { userId: 4, name: 'Dov', reasons: [letter(late)] },
    { userId: 5, name: 'Eli', reasons: [letter(early)] },
    { userId: 6, name: 'Fay', reasons: [letter(late), noPlan] },
    { userId: 7, name: 'Anna', reasons: [letter(late)] },
  ]
  expect(ranked(clients, 'en').map(({ name }) => name)).toEqual([
    'Fay',
    'Eli',
    'Anna',
    'Dov',
    'Cy',
    'Ben',
    'Zoe',
  ])
})

test('a silence weighs more with every day: a week of it is more than no plan, and two weeks than workouts missed', () => {
  const silent = (days: number) => weightOf({ kind: 'silent', days, at: new Date(early) })
  const missed = weightOf({ kind: 'missed', count: 3, last: '2026-11-20', at: null })
  expect(silent(5)).toBeLessThan(weightOf(noPlan))
  expect(silent(7)).toBeGreaterThan(weightOf(noPlan))
  expect(silent(11)).toBeLessThan(missed)
  expect(silent(15)).toBeGreaterThan(missed)
  expect(silent(400)).toBeLessThan(weightOf(photos(early)))
  const untrained = (days: number) => weightOf({ kind: 'untrained', days, last: '2026-11-01', at: null })
  expect(untrained(7)).toBeGreaterThan(weightOf(noPlan))
  expect(untrained(400)).toBeLessThan(missed)
})

const clients = fc
  .array(fc.record({ name: fc.constantFrom('Anna', 'anna', 'Ben', 'אנה', ''), facts: anyFacts }), {
    maxLength: 8,
  })
  .map((some) => some.map(({ name, facts }, userId) => ({ userId, name, reasons: reasonsOf(facts) })))

test('the order does not depend on the order they come in, and nobody is lost', () => {
  fc.assert(
    fc.property(
      clients.chain((some) =>
        fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length })),
      ),
      ([some, shuffled]) => {
        const ids = (those: readonly Needing[]) => ranked(those, 'en').map(({ userId }) => userId)
        expect(ids(shuffled)).toEqual(ids(some))
        expect(new Set(ids(some))).toEqual(new Set(some.map(({ userId }) => userId)))
        expect(ids(some)).toHaveLength(some.length)
      },
    ),
  )
})

test('reasons come heaviest first, and nobody stands above somebody with a heavier one', () => {
  fc.assert(
    fc.property(clients, (some) => {
      const first = ranked(some, 'en').map(({ reasons }) => (reasons[0] ? weightOf(reasons[0]) : 0))
      expect(first).toEqual(first.toSorted((a, b) => b - a))
      for (const { reasons } of some)
        expect(reasons.map(weightOf)).toEqual(reasons.map(weightOf).toSorted((a, b) => b - a))
    }),
  )
})
