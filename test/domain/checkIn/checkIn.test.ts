import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CheckIn,
  canGoOn,
  checkInBefore,
  goesOnAt,
  isAnswered,
  isDraft,
  questionAfter,
  questions,
  ratings,
  saidNumber,
} from '../../../src/domain/checkIn/checkIn.ts'
import { poses } from '../../../src/domain/enums.ts'

const nothing: CheckIn = {
  id: 1,
  date: '2026-11-23',
  kg: null,
  typed: null,
  weighInId: null,
  bodyFat: null,
  sleep: null,
  energy: null,
  hunger: null,
  stress: null,
  notes: null,
  poses: [],
  finishedAt: null,
  begunHere: false,
}
const rating = fc.constantFrom(null, 1, 2, 3, 4, 5)
const some = fc
  .record({
    id: fc.integer({ min: 1, max: 9 }),
    date: fc.constantFrom('2026-11-09', '2026-11-16', '2026-11-23'),
    kg: fc.constantFrom(null, 82.4),
    weighInId: fc.constantFrom(null, 7),
    bodyFat: fc.constantFrom(null, 18),
    notes: fc.constantFrom(null, 'fine'),
    poses: fc.subarray([...poses]),
    finishedAt: fc.constantFrom(null, new Date(0)),
    sleep: rating,
    energy: rating,
    hunger: rating,
    stress: rating,
  })
  .map((one): CheckIn => ({ ...nothing, ...one }))

test('what was left goes on after its last answer, and at the beginning without any', () => {
  expect(goesOnAt(undefined)).toBe('weight')
  expect(goesOnAt(nothing)).toBe('weight')
  expect(goesOnAt({ ...nothing, kg: 82.4, bodyFat: 18 })).toBe('sleep')
  expect(questionAfter('weight', { ...nothing, bodyFat: 18 })).toBe('sleep')
  fc.assert(
    fc.property(some, (checkIn) => {
      const at = goesOnAt(checkIn)
      const from = at === undefined ? questions.length : questions.indexOf(at)
      expect(questions.slice(from).filter((question) => isAnswered(checkIn, question))).toEqual([])
      const before = questions[from - 1]
      const isKnown = before === undefined || before === 'fat' || isAnswered(checkIn, before)
      expect(isKnown).toBe(true)
    }),
  )
})

test('a row of others stands for itself; a draft can be gone on with', () => {
  const others = { ...nothing, kg: 83, bodyFat: 19 }
  expect([canGoOn(others), isDraft(others, '2026-11-23')]).toEqual([false, false])
  const early = { ...nothing, bodyFat: 18 }
  expect([isDraft(early, '2026-11-23'), isDraft(early, '2026-11-24')]).toEqual([true, false])
  fc.assert(
    fc.property(some, fc.constantFrom('2026-11-16', '2026-11-23'), (checkIn, today) => {
      const draft = isDraft(checkIn, today)
      expect(!draft || canGoOn(checkIn)).toBe(true)
      expect(draft && checkIn.finishedAt !== null).toBe(false)
    }),
  )
})

test('the one before is the newest of an earlier day or an earlier row', () => {
  fc.assert(
    fc.property(fc.uniqueArray(some, { selector: ({ id }) => id }), some, (all, one) => {
      const key = ({ date, id }: CheckIn) => `${date} ${id}`
      const sorted = all.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))
      const before = checkInBefore(sorted, one)
      const earlier = sorted.filter((other) => key(other) < key(one))
      expect(before).toEqual(earlier.at(-1))
    }),
  )
})

test('to people 5 is most of it; of hunger and stress that is the lowest rating', () => {
  expect(ratings.map((rating) => saidNumber('sleep', rating))).toEqual([1, 2, 3, 4, 5])
  expect(ratings.map((rating) => saidNumber('energy', rating))).toEqual([1, 2, 3, 4, 5])
  expect(ratings.map((rating) => saidNumber('hunger', rating))).toEqual([5, 4, 3, 2, 1])
  expect(ratings.map((rating) => saidNumber('stress', rating))).toEqual([5, 4, 3, 2, 1])
})
