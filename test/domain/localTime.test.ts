import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  formatDate,
  formatMoment,
  formatTime,
  isDate,
  localDate,
  localTime,
  mondayOf,
  nextWeekday,
  wallToInstant,
  weekdayOf,
  zoneIsReal,
} from '../../src/domain/localTime.ts'

test('a day later at the same hour stays the same hour over the spring change', () => {
  const zone = 'Asia/Jerusalem'
  const before = wallToInstant('2027-03-25', '09:00', zone)
  const after = wallToInstant(addDays('2027-03-25', 1), '09:00', zone)
  expect((after.getTime() - before.getTime()) / 3_600_000).toBe(23)
  expect(localTime(after, zone)).toBe('09:00')
})

test('a time that spring leaves out moves on, one that autumn shows twice is the first', () => {
  const spring = wallToInstant('2026-03-29', '02:30', 'Europe/Berlin')
  expect(localTime(spring, 'Europe/Berlin')).toBe('03:30')
  expect(wallToInstant('2026-10-25', '02:30', 'Europe/Berlin').toISOString()).toBe('2026-10-25T00:30:00.000Z')
})

test('days of the calendar', () => {
  expect(weekdayOf('2026-11-23')).toBe(0)
  expect(mondayOf('2026-11-29')).toBe('2026-11-23')
  expect(nextWeekday('2026-11-24', 0)).toBe('2026-11-30')
  expect(nextWeekday('2026-11-23', 0)).toBe('2026-11-23')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(isDate('2026-02-30')).toBe(false)
  expect(isDate('2026-13-01')).toBe(false)
  expect(isDate('2026-12-01')).toBe(true)
})

test('one moment is two days', () => {
  const moment = new Date('2026-11-24T22:30:00Z')
  expect(localDate(moment, 'Asia/Jerusalem')).toBe('2026-11-25')
  expect(localDate(moment, 'America/New_York')).toBe('2026-11-24')
  expect(formatTime(moment, 'Asia/Jerusalem', 'he')).toBe('00:30')
  expect(formatDate('2026-12-07', 'en')).toBe('Mon 7 Dec')
  expect(formatDate('2026-12-07', 'en', '2026-01-01')).toBe('Mon 7 Dec')
  expect(formatDate('2026-12-07', 'en', '2027-01-01')).toBe('Mon, 7 Dec 2026')
  expect(formatMoment(moment, 'Asia/Jerusalem', 'en')).toBe('Wed 25 Nov, 00:30')
})

test('zones', () => {
  expect(zoneIsReal('Asia/Jerusalem')).toBe(true)
  for (const wrong of ['', 'Mars/Base', '+03:00', 'Asia']) expect(zoneIsReal(wrong)).toBe(false)
})

test('a wall time leads to a moment that shows it, save within a gap', () => {
  const zones = [
    'UTC',
    'Asia/Jerusalem',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Pacific/Apia',
  ]
  fc.assert(
    fc.property(
      fc.constantFrom(...zones),
      fc.integer({ min: 0, max: 1500 }),
      fc.integer({ min: 0, max: 1439 }),
      (zone, day, minute) => {
        const date = addDays('2025-01-01', day)
        const time = new Date(minute * 60_000).toISOString().slice(11, 16)
        const moment = wallToInstant(date, time, zone)
        expect(localDate(moment, zone)).toBe(date)
        const shown = localTime(moment, zone)
        expect(shown >= time).toBe(true)
        expect(localTime(wallToInstant(date, shown, zone), zone)).toBe(shown)
      },
    ),
    { numRuns: 500 },
  )
})

test('whatever the zone and the moment, days with a change of clocks among them: as the machine says', () => {
  const zones = [
    'Asia/Jerusalem',
    'America/St_Johns',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
    'Africa/Casablanca',
  ]
  const moment = fc.integer({ min: Date.UTC(2009, 0, 1), max: Date.UTC(2027, 0, 1) })
  const changes = fc
    .constantFrom(
      '2026-03-27T00:00:00Z', // Israel, forward
      '2026-10-24T23:00:00Z', // Israel, back
      '2010-03-14T03:31:00Z', // Newfoundland, a minute after midnight
      '2026-04-04T15:00:00Z', // Lord Howe, half an hour back
    )
    .chain((at) => fc.integer({ min: -7_200_000, max: 7_200_000 }).map((by) => Date.parse(at) + by))
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.oneof(moment, changes), (zone, at) => {
      const said = new Intl.DateTimeFormat('sv-SE', {
        timeZone: zone,
        dateStyle: 'short',
        timeStyle: 'short',
      })
      const instant = new Date(at)
      expect(`${localDate(instant, zone)} ${localTime(instant, zone)}`).toBe(said.format(instant))
    }),
    { numRuns: 1000 },
  )
})
