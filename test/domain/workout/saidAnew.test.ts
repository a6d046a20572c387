import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadSet } from '../../../src/domain/setInput.ts'
import { type SaidAnew, naming, restating } from '../../../src/domain/workout/saidAnew.ts'
import type { DoneSet, WalkItem } from '../../../src/domain/workout/walk.ts'

const done = (count: number): DoneSet[] =>
  Array.from({ length: count }, (_, index) => ({
    id: 100 + index,
    number: index + 1,
    reps: 8,
    seconds: null,
    weight: 60,
    typedWeight: null,
    typedUnit: null,
    rpe: null,
    notes: null,
  }))

const number = fc.option(fc.integer({ min: 1, max: 8 }), { nil: undefined })
const whole = fc
  .integer({ min: 1, max: 20 })
  .map((reps): ReadSet => ({ reps, typed: null, ambiguous: false }))
const about = fc.integer({ min: 6, max: 10 }).map((rpe): ReadSet => ({ rpe, typed: null, ambiguous: false }))
const numbered = (set: fc.Arbitrary<ReadSet>): fc.Arbitrary<ReadSet> =>
  fc.tuple(set, number).map(([read, setNumber]) => (setNumber === undefined ? read : { ...read, setNumber }))
const message = (set: fc.Arbitrary<ReadSet>) => fc.array(set, { minLength: 1, maxLength: 5 })

/** An exercise of six sets at most, some in a row of which came in one message. */
const logged = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.nat(5), fc.integer({ min: 1, max: 6 }))
  .map(([count, from, length]) => {
    const sets = done(count)
    const own = sets.slice(Math.min(from, count - 1)).slice(0, length)
    return { item: { done: sets } as WalkItem, own }
  })

const isSaid = (said: ReturnType<typeof naming>): said is SaidAnew =>
  said !== 'too many' && 'corrections' in said

test('naming takes nothing away, adds nothing, and leaves out nothing that was said', () => {
  fc.assert(
    fc.property(logged, message(numbered(fc.oneof(whole, about))), ({ item, own }, reads) => {
      const said = naming(item, own, reads)
      if (!isSaid(said)) return
      expect(said).toMatchObject({ gone: [], more: [] })
      expect(said.corrections.map(({ read }) => read)).toEqual(reads)
      for (const { set, read } of said.corrections)
        expect(read.setNumber === undefined ? own.includes(set) : set.number === read.setNumber).toBe(true)
    }),
  )
})

test('sets restated in order: each is said anew or gone, and what is beyond them is more', () => {
  fc.assert(
    fc.property(logged, message(whole), ({ item, own }, reads) => {
      const said = restating(item, own, reads)
      if (!isSaid(said)) throw new Error('sets in order are always understood')
      expect([...said.corrections.map(({ set }) => set), ...said.gone]).toEqual(own)
      expect([...said.corrections.map(({ read }) => read), ...said.more]).toEqual(reads)
    }),
  )
})

test('what only tells something about sets is about the last of the message, and takes nothing away', () => {
  fc.assert(
    fc.property(logged, message(about), ({ item, own }, reads) => {
      const said = restating(item, own, reads)
      expect(said).toEqual(naming(item, own, reads))
      expect(isSaid(said)).toBe(reads.length <= own.length)
      const sets = isSaid(said) ? said.corrections.map(({ set }) => set) : own.slice(-reads.length)
      expect(sets).toEqual(own.slice(-reads.length))
    }),
  )
})

test('a message that names only some of its sets by number takes none away', () => {
  fc.assert(
    fc.property(logged, whole, fc.nat(5), ({ item, own }, read, at) => {
      const set = own[at % own.length]
      if (!set || own.length === 1) return
      const said = restating(item, own, [{ ...read, setNumber: set.number }])
      expect(said).toMatchObject({ corrections: [{ set }], gone: [], more: [] })
    }),
  )
})
