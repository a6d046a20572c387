import { assert, date, property } from 'fast-check'
import { expect, test } from 'vitest'
import { formatTimestamp, parseTimestamp } from '../../src/entities/types.ts'

const moments = date({ min: new Date('1970-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })

test('a moment is written as UTC text with six decimals, always as wide', () => {
  expect(formatTimestamp(new Date('2026-11-02T06:30:00.250Z'))).toBe('2026-11-02 06:30:00.250000')
  expect(formatTimestamp(new Date('2026-11-02T06:30:00Z'))).toBe('2026-11-02 06:30:00.000000')
  assert(property(moments, (moment) => formatTimestamp(moment).length === 26))
})

test('what is written is read back to the millisecond, and sorts as time does', () => {
  assert(
    property(moments, (moment) => parseTimestamp(formatTimestamp(moment)).getTime() === moment.getTime()),
  )
  assert(
    property(
      moments,
      moments,
      (a, b) => formatTimestamp(a) < formatTimestamp(b) === a.getTime() < b.getTime(),
    ),
  )
})

test.each([
  ['2026-11-02 06:30:00', '2026-11-02T06:30:00.000Z'],
  ['2026-11-02 06:30', '2026-11-02T06:30:00.000Z'],
  ['2026-11-02', '2026-11-02T00:00:00.000Z'],
  ['2026-11-02 06:30:00.2', '2026-11-02T06:30:00.200Z'],
  ['2026-11-02 06:30:00.250999', '2026-11-02T06:30:00.250Z'],
  ['2026-11-02T06:30:00.250000', '2026-11-02T06:30:00.250Z'],
  ['2026-11-02T06:30:00Z', '2026-11-02T06:30:00.000Z'],
  ['2026-11-02 08:30:00+02:00', '2026-11-02T06:30:00.000Z'],
])('%s, as others write it, is %s', (text, moment) => {
  expect(parseTimestamp(text).toISOString()).toBe(moment)
})

test.each(['', 'now', '06:30', '2026-13-02 06:30:00', '1762065000'])('%o is no moment', (text) => {
  expect(() => parseTimestamp(text)).toThrow('Not a timestamp')
})
