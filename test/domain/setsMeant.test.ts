import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSets } from '../../src/domain/setInput.ts'

const bench = { units: 'kg', sets: 3, target: { reps: '10', weightKg: 60 } } as const
const read = (text: string, context: Parameters<typeof readSets>[1] = bench) => {
  const reading = readSets(text, context)
  return reading.ok ? reading.sets.map(({ setsOf }) => setsOf) : []
}

test.each([
  ['3x10', 3],
  ['2 x 10', 2],
  ['1x10', 1],
  ['3*10 rpe 8', 3],
  ['3 10 felt heavy', 3],
  ['4x10', 4],
  ['10x3', 3],
])('%s of 3 × 10 × 60 kg may be that many sets of 10', (text, count) => {
  expect(read(text)).toEqual([{ count, reps: 10 }])
})

test.each(['10x60', '8x60', '3x10kg', '10 reps x 3', '3x21', '12x10', '0x10', '3x10,5', '10', '60'])(
  '%s is one set',
  (text) => {
    expect(read(text).filter((meant) => meant)).toEqual([])
  },
)

test('a load near the plan is no number of sets, unless that many are planned', () => {
  const light = { ...bench, target: { reps: '8-10', weightKg: 5 } }
  expect(read('5x10', light)).toEqual([undefined])
  expect(read('10x5', light)).toEqual([undefined])
  expect(read('3x9', light)).toEqual([{ count: 3, reps: 9 }])
})

test('of what is timed it is seconds; of an open plan what was done before', () => {
  expect(read('3x45', { units: 'kg', sets: 3, target: { reps: '45s', weightKg: null } })).toEqual([
    { count: 3, seconds: 45 },
  ])
  const open = { units: 'kg', sets: 3, target: { reps: 'AMRAP', weightKg: 60 } } as const
  expect(read('3x25', open)).toEqual([undefined])
  expect(read('3x10', { ...open, last: { reps: 10, weightKg: 60 } })).toEqual([{ count: 3, reps: 10 }])
})

test('whatever is planned: the planned sets of the planned repetitions are never read in silence', () => {
  const plan = fc.record({
    sets: fc.integer({ min: 1, max: 10 }),
    reps: fc.integer({ min: 1, max: 30 }),
    weightKg: fc.option(fc.integer({ min: 0, max: 300 })),
    said: fc.integer({ min: 1, max: 10 }),
  })
  fc.assert(
    fc.property(plan, ({ sets, reps, weightKg, said }) => {
      const target = { reps: String(reps), weightKg }
      const [meant] = read(`${Math.min(said, sets)}x${reps}`, { units: 'kg', sets, target })
      expect(meant).toEqual({ count: Math.min(said, sets), reps })
    }),
  )
})

test('whatever is planned: a load of less than a third of it beside as many sets at most is never read in silence', () => {
  const typed = fc
    .record({
      sets: fc.integer({ min: 1, max: 10 }),
      kg: fc.integer({ min: 10, max: 300 }),
      low: fc.integer({ min: 1, max: 30 }),
    })
    .chain(({ sets, kg, low }) =>
      fc.record({
        sets: fc.constant(sets),
        kg: fc.constant(kg),
        low: fc.constant(low),
        first: fc.integer({ min: 1, max: sets }),
        second: fc.integer({ min: 1, max: Math.min(100, Math.ceil(kg / 3) - 1) }),
      }),
    )
  fc.assert(
    fc.property(typed, ({ sets, kg, low, first, second }) => {
      // The other way round it would be near the plan.
      fc.pre(first * 3 < kg)
      const context = { units: 'kg', sets, target: { reps: `${low}-${low + 2}`, weightKg: kg } } as const
      expect(read(`${first}x${second}`, context)[0]?.count).toBeGreaterThanOrEqual(1)
      expect(read(`${first}x${second}kg`, context)).toEqual([undefined])
    }),
  )
})
