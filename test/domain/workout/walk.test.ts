import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { timeSpent } from '../../../src/domain/workout/duration.ts'
import { loadOfSet } from '../../../src/domain/workout/loads.ts'
import { proposal, proposals, stepLoad, stepReps } from '../../../src/domain/workout/proposal.ts'
import { loadStep } from '../../../src/domain/workout/step.ts'
import { sumOf } from '../../../src/domain/workout/sums.ts'
import { readTarget } from '../../../src/domain/workout/target.ts'
import { isClosed, nextItem, nextNumber, openSets, restAfter } from '../../../src/domain/workout/walk.ts'
import { loadIn, loadToKg } from '../../../src/domain/units.ts'
import { done, item, walkOf } from './items.ts'

test.each([
  ['6-8', { kind: 'reps', low: 6, high: 8 }],
  ['8', { kind: 'reps', low: 8, high: 8 }],
  ['10/side', { kind: 'reps', low: 10, high: 10 }],
  ['45s', { kind: 'seconds', low: 45, high: 45 }],
  ['30-60s', { kind: 'seconds', low: 30, high: 60 }],
  ['2min', { kind: 'seconds', low: 120, high: 120 }],
  ['AMRAP', { kind: 'open' }],
  ['12,10,8', { kind: 'reps', low: 12, high: 12 }],
  ['400 metres', { kind: 'reps', low: 1, high: 1 }],
  ['5 km', { kind: 'reps', low: 1, high: 1 }],
])('%s asks for %o', (reps, target) => {
  expect(readTarget(reps)).toEqual(target)
})

test('one tap logs the upper end of a range with the planned load; a list set by set', () => {
  expect(proposal(item(0), [])).toEqual({ reps: 8, seconds: null, weight: 80 })
  const list = item(0, { reps: '12,10,8' })
  expect(proposal(list, [])).toMatchObject({ reps: 12 })
  expect(proposal({ ...list, done: [done(1, { reps: 12 })] }, [])).toMatchObject({ reps: 10 })
  expect(proposal({ ...list, done: [done(1), done(2)] }, [])).toMatchObject({ reps: 8 })
})

test('the load lifted last goes on; without a planned load last time’s does; bodyweight has none', () => {
  expect(proposal(item(0, { done: [done(1, { weight: 85 })] }), [])).toMatchObject({ weight: 85 })
  const open = item(0, { weight: null })
  expect(proposal(open, [done(1, { weight: 70 })])).toMatchObject({ weight: 70 })
  expect(proposal({ ...open, loadText: '75%' }, [done(1, { weight: 70 })])).toMatchObject({ weight: 70 })
  expect(proposal({ ...open, loadText: 'bodyweight' }, [done(1, { weight: 70 })])).toMatchObject({
    weight: null,
  })
  expect(proposal(item(0, { reps: 'AMRAP' }), [done(1, { reps: 11 })])).toMatchObject({ reps: 11 })
  expect(proposal(item(0, { reps: 'AMRAP' }), [])).toMatchObject({ reps: null, seconds: null })
})

test('loads that a plan lists go set by set, as the repetitions do', () => {
  const listed = item(0, { weight: null, reps: '10,8,5+', loadText: '60/65/70kg RIR 2' })
  const then = [done(1, { weight: 50 })]
  expect(proposals(listed, then, 3).map(({ reps, weight }) => [reps, weight])).toEqual([
    [10, 60],
    [8, 65],
    [5, 70],
  ])
  expect(proposal({ ...listed, done: [done(1, { weight: 55 })] }, then)).toMatchObject({ weight: 65 })
  expect(proposal({ ...listed, nextWeight: 62.5 }, then)).toMatchObject({ weight: 62.5 })
  expect(loadOfSet(listed, 1)).toEqual({ weight: 65, loadText: 'RIR 2' })
  // Two people's, not two of three sets'.
  const forTwo = { ...listed, loadText: '60/40kg' }
  expect(proposal(forTwo, then)).toMatchObject({ weight: 50 })
  expect(loadOfSet(forTwo, 1)).toEqual({ weight: null, loadText: '60/40kg' })
})

test.each([
  ['60-65kg', null, 60],
  ['60-65kg', 62.5, 62.5],
  ['60-65kg', 80, 60],
  ['bodyweight+10kg', null, 10],
  ['+10kg', 5, 10],
  ['bodyweight', 5, null],
  ['bodyweight-20kg', null, null],
  ['75%', 70, 70],
])('%s with %s kg last time is proposed as %s kg', (loadText, before, weight) => {
  const then = before === null ? [] : [done(1, { weight: before })]
  expect(proposal(item(0, { weight: null, loadText }), then)).toMatchObject({ weight })
})

test('partners of a superset take turns, and the rest comes after the round', () => {
  const [a1, a2, after] = [item(0, { superset: 'A' }), item(1, { superset: 'A', rest: null }), item(2)]
  const walk = walkOf(a1, a2, after)
  a1.done = [done(1)]
  expect(nextItem(walk, a1)).toBe(a2)
  expect(restAfter(walk, a1)).toBe(0)
  a2.done = [done(1)]
  expect(nextItem(walk, a2)).toBe(a1)
  expect(restAfter(walk, a2)).toBe(90)
})

test('after the last set comes the next open item, from the end back to the start', () => {
  const [first, skipped, last] = [item(0), item(1, { status: 'skipped' }), item(2)]
  const walk = walkOf(first, skipped, last)
  last.done = [done(1), done(2), done(3)]
  expect(nextItem(walk, last)).toBe(first)
  first.done = [done(1), done(2), done(3)]
  expect(nextItem(walk, first)).toBeUndefined()
})

const anyItem = (position: number) =>
  fc
    .record({
      sets: fc.integer({ min: 1, max: 4 }),
      superset: fc.constantFrom(null, null, 'A', 'B'),
      status: fc.constantFrom('open', 'open', 'open', 'skipped'),
    } as const)
    .map((more) => item(position, more))

test('whoever logs what is at hand ends every workout, and no set is asked for twice', () => {
  const items = fc
    .integer({ min: 1, max: 6 })
    .chain((count) => fc.tuple(...Array.from({ length: count }, (_, position) => anyItem(position))))
  fc.assert(
    fc.property(items, (all) => {
      const walk = walkOf(...all)
      const wanted = openSets(walk)
      let at = all.find((one) => !isClosed(one))
      for (let logged = 0; at; logged++) {
        expect(isClosed(at)).toBe(false)
        at.done.push(done(nextNumber(at)))
        expect(openSets(walk)).toBe(wanted - logged - 1)
        at = nextItem(walk, at)
      }
      expect(openSets(walk)).toBe(0)
    }),
  )
})

test('± lands on the steps that plates have, in the reader’s unit', () => {
  expect(stepLoad(80, 2.5, 1)).toBe(82.5)
  expect(stepLoad(81, 2.5, 1)).toBe(82.5)
  expect(stepLoad(81, 2.5, -1)).toBe(80)
  expect(stepLoad(null, 2.5, 1)).toBe(2.5)
  expect(stepLoad(1, 2.5, -1)).toBe(0)
  const pounds = loadStep({ stepKg: 2.5, equipment: 'barbell' }, 'lb')
  expect(loadIn(stepLoad(100 * 0.45359237, pounds, 1), 'lb')).toBe(105)
  const typed = loadToKg({ value: 180, unit: 'lb' })
  expect(loadIn(stepLoad(typed, pounds, 1), 'lb')).toBe(185)
  expect(loadIn(stepLoad(typed, pounds, -1), 'lb')).toBe(175)
  expect(stepReps({ reps: 8, seconds: null, weight: null }, -1)).toBe('7')
  expect(stepReps({ reps: 1, seconds: null, weight: null }, -1)).toBe('1')
  expect(stepReps({ reps: null, seconds: 45, weight: null }, 1)).toBe('50s')
})

test('the sum tells set by set, and the heaviest load', () => {
  const sets = [
    done(1),
    done(2, { reps: 7, weight: 82.5 }),
    done(3, { reps: null, seconds: 40, weight: null }),
  ]
  expect(sumOf(sets)).toEqual({ sets: 3, reps: '8,7,40s', heaviest: 82.5 })
  expect(sumOf([done(1, { weight: null })]).heaviest).toBeNull()
})

test('a night between two sets is no training time', () => {
  const at = (text: string) => new Date(`2026-11-${text}:00Z`)
  expect(timeSpent([at('23T18:00'), at('23T18:20'), at('24T07:00'), at('24T07:10')])).toBe(30 * 60_000)
  expect(timeSpent([])).toBe(0)
})
