import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { freshFor, heardAs, toldBy } from '../../../src/domain/reminders/standing.ts'

const minute = 60_000
const moment = fc.integer({ min: 0, max: 120 }).map((count) => new Date(count * minute))

test('what was touched since the asking keeps its words; what was not never logs by itself', () => {
  fc.assert(
    fc.property(
      moment,
      fc.option(moment, { nil: null }),
      fc.option(moment, { nil: undefined }),
      fc.boolean(),
      (askedAt, touchedAt, trainedAt, awaitsNumber) => {
        const heard = heardAs({ askedAt, touchedAt, awaitsNumber, trainedAt })
        const since = awaitsNumber ? askedAt.getTime() - freshFor : askedAt.getTime()
        const isThere = touchedAt !== null && touchedAt.getTime() > since
        const isSince = isThere || (trainedAt !== undefined && trainedAt > askedAt)
        expect(heard === 'there').toBe(isSince)
        expect(heard === 'answer').toBe(!isSince && trainedAt === undefined)
      },
    ),
  )
})

test.each([
  ['a place touched as it was asked is older than the asking', 0, false, 'answer'],
  ['a moment later it is not', 1, false, 'there'],
  ['a question for a number holds for half an hour', 1 - freshFor, true, 'there'],
  ['and not a moment longer', -freshFor, true, 'answer'],
])('%s', (_, later, awaitsNumber, heard) => {
  const askedAt = new Date('2026-11-23T07:00:00Z')
  const touchedAt = new Date(askedAt.getTime() + later)
  expect(heardAs({ askedAt, touchedAt, awaitsNumber, trainedAt: undefined })).toBe(heard)
})

test('a set of the very moment of the asking is older than it: nobody knows what the number is', () => {
  const askedAt = new Date('2026-11-23T07:00:00Z')
  const heard = (trainedAt: Date) => heardAs({ askedAt, touchedAt: null, awaitsNumber: false, trainedAt })
  expect([heard(askedAt), heard(new Date(askedAt.getTime() + 1))]).toEqual(['either', 'there'])
})

test('what a clock that was ahead has told is older than anything', () => {
  const now = new Date('2026-11-23T07:00:00Z')
  expect(toldBy(now, now)).toEqual(now)
  expect(toldBy(new Date(now.getTime() + 1), now)).toEqual(new Date(0))
  expect(toldBy(null, now)).toEqual(new Date(0))
})
