import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LiftedSet, bestsOf, oneRepMax, recordsBeaten } from '../../src/domain/strength.ts'

const lifted = (reps: number, weight: number | null): LiftedSet => ({ reps, seconds: null, weight })
const held = (seconds: number, weight: number | null = null): LiftedSet => ({ reps: null, seconds, weight })
const kinds = (now: LiftedSet[], ...before: LiftedSet[][]) =>
  recordsBeaten(now, bestsOf(before)).map(({ kind }) => kind)

test('Epley', () => {
  expect(oneRepMax(100, 1)).toBe(100)
  expect(oneRepMax(90, 10)).toBeCloseTo(120)
  expect(oneRepMax(100, 0)).toBe(0)
})

describe('records', () => {
  test('are told only where there is something to beat', () => {
    const sets = [lifted(8, 60)]
    expect(kinds(sets)).toEqual([])
    expect(kinds(sets, sets)).toEqual([])
    expect(kinds([lifted(9, 60)], sets)).toEqual(['oneRepMax', 'volume', 'repsAt'])
  })

  test('of lifts without load are most repetitions and the longest time', () => {
    expect(recordsBeaten([lifted(12, null), lifted(9, 0)], bestsOf([[lifted(10, null)]]))).toEqual([
      { kind: 'reps', value: 12, before: 10 },
    ])
    expect(recordsBeaten([held(75)], bestsOf([[held(45), held(60)]]))).toEqual([
      { kind: 'seconds', value: 75, before: 60 },
    ])
    expect(kinds([lifted(20, null)], [lifted(5, 20)])).toEqual([])
    expect(kinds([lifted(5, 20)], [lifted(10, null)])).toEqual([])
  })

  test('of a timed lift with load are the load alone', () => {
    expect(kinds([held(30, 40)], [held(60, 32)])).toEqual(['heaviest'])
  })

  test('see through how the same load was stored', () => {
    expect(kinds([lifted(5, 81.646627)], [lifted(5, 81.6466)])).toEqual([])
    expect(kinds([lifted(6, 81.646627)], [lifted(5, 81.6466)])).toContain('repsAt')
  })

  test('never fall to the sets they were made from', () => {
    const set = fc.oneof(
      fc.record({
        reps: fc.integer({ min: 0, max: 50 }),
        seconds: fc.constant(null),
        weight: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
      }),
      fc.record({
        reps: fc.constant(null),
        seconds: fc.integer({ min: 0, max: 600 }),
        weight: fc.option(fc.double({ min: 0, max: 300, noNaN: true })),
      }),
    )
    fc.assert(
      fc.property(fc.array(fc.array(set, { maxLength: 5 }), { minLength: 1, maxLength: 5 }), (workouts) => {
        const bests = bestsOf(workouts)
        for (const sets of workouts) expect(recordsBeaten(sets, bests)).toEqual([])
      }),
    )
  })
})
