import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { heardAs } from '../../../src/domain/reminders/standing.ts'

const moment = fc.integer({ min: 0, max: 1000 }).map((minute) => new Date(minute * 60_000))

test('what was touched since the asking keeps its words; what was not never logs by itself', () => {
  fc.assert(
    fc.property(
      moment,
      fc.option(moment, { nil: null }),
      fc.option(moment, { nil: undefined }),
      (askedAt, touchedAt, trainedAt) => {
        const heard = heardAs({ askedAt, touchedAt, trainedAt })
        const isSince = [touchedAt, trainedAt].some((at) => at && at > askedAt)
        expect(heard === 'there').toBe(isSince)
        expect(heard === 'answer').toBe(!isSince && trainedAt === undefined)
      },
    ),
  )
})
