import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { localTime } from '../../../src/domain/localTime.ts'
import { isQuietTime, quietUntil, usualQuiet } from '../../../src/domain/reminders/quiet.ts'

const zone = 'Asia/Jerusalem'
const at = (utc: string) => quietUntil(new Date(utc), zone, usualQuiet)?.toISOString()

test('the usual night lasts from ten to seven, its end not included', () => {
  expect(at('2026-11-23T19:59:59Z')).toBeUndefined()
  expect(at('2026-11-23T20:00:00Z')).toBe('2026-11-24T05:00:00.000Z')
  expect(at('2026-11-24T04:59:59Z')).toBe('2026-11-24T05:00:00.000Z')
  expect(at('2026-11-24T05:00:00Z')).toBeUndefined()
})

test('a minute that is not quiet and is left out in spring comes a day later', () => {
  const end = quietUntil(new Date('2027-03-13T07:01:00Z'), 'America/New_York', { from: '02:01', to: '02:00' })
  expect(end?.toISOString()).toBe('2027-03-15T06:00:00.000Z')
})

test('hours within one day, and none at all', () => {
  expect(isQuietTime('13:30', { from: '13:00', to: '15:00' })).toBe(true)
  expect(isQuietTime('15:00', { from: '13:00', to: '15:00' })).toBe(false)
  expect(isQuietTime('03:00', { from: '08:00', to: '08:00' })).toBe(false)
})

const time = fc
  .integer({ min: 0, max: 1439 })
  .map(
    (minute) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`,
  )

test('quiet hours end within a day, or two in spring, at their end, and nothing is quiet then', () => {
  const moments = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-01-01'), noInvalidDate: true })
  fc.assert(
    fc.property(moments, time, time, (now, from, to) => {
      const end = quietUntil(now, 'America/New_York', { from, to })
      if (!end) return
      const ms = end.getTime() - now.getTime()
      expect(ms).toBeGreaterThan(0)
      expect(ms).toBeLessThanOrEqual(48 * 3_600_000)
      expect(isQuietTime(localTime(end, 'America/New_York'), { from, to })).toBe(false)
    }),
    { numRuns: 2000, examples: [[new Date('2027-03-13T07:01:00Z'), '02:01', '02:00']] },
  )
})
