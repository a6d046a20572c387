import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cityRows } from '../../../src/domain/people/cities.ts'
import { findPlaces } from '../../../src/domain/people/places.ts'

const winter = new Date('2026-11-24T12:32:00Z')
const summer = new Date('2026-07-01T12:32:00Z')
const zones = (text: string, now = winter) => findPlaces(text, now).map(({ zone }) => zone)

test.each([
  ['Berlin', 'Europe/Berlin'],
  ['tel-aviv', 'Asia/Jerusalem'],
  ['תל אביב', 'Asia/Jerusalem'],
  ['MUNCHEN', 'Europe/Berlin'],
  ['Mumbai', 'Asia/Kolkata'],
  ['new york', 'America/New_York'],
  ['reykjavik', 'Atlantic/Reykjavik'],
  ['Europe/Paris', 'Europe/Paris'],
  ['utc', 'UTC'],
])('%j is in %s', (text, zone) => {
  expect(zones(text)).toEqual([zone])
})

test.each(['', '  ', 'Nowhereville', '<b>', '25:00', '12:61', '13:00 pm', 'x'.repeat(4096)])(
  '%j is nowhere',
  (text) => {
    expect(zones(text)).toEqual([])
  },
)

test('the beginning of a name finds several that begin so, none of them sure', () => {
  const found = findPlaces('san', winter)
  expect(found.map(({ zone }) => zone)).toContain('America/Los_Angeles')
  expect(found.length).toBeGreaterThan(2)
  expect(found.some(({ exact }) => exact)).toBe(false)
})

test('a place is named in both languages, and sure only by its very name', () => {
  expect(findPlaces('חיפה', winter)).toEqual([
    { city: { en: 'Haifa', he: 'חיפה' }, zone: 'Asia/Jerusalem', exact: true },
  ])
  expect(findPlaces('Atlantis', winter)).toMatchObject([{ city: { en: 'Atlanta' }, exact: false }])
})

test('a clock in a zone that no city is listed for finds the zone by its own name', () => {
  expect(findPlaces('21:17', winter)).toMatchObject([{ city: { en: 'Eucla' }, zone: 'Australia/Eucla' }])
})

test('the time on the clock finds the zones where it is that time now, summer time included', () => {
  expect(zones('14:32')).toContain('Asia/Jerusalem')
  expect(zones('14:32')).not.toContain('Europe/Berlin')
  expect(zones('14:32', summer)).toContain('Europe/Berlin')
  expect(zones('15.30', summer)).toContain('Asia/Jerusalem')
  expect(zones('6:02 pm')).toEqual(['Asia/Kolkata', 'Asia/Colombo'])
  expect(zones('18:17')).toEqual(['Asia/Kathmandu'])
  expect(zones('13:32')[0]).toBe('Europe/Berlin')
  expect(zones('23:02')).toContain('Australia/Adelaide')
})

test('around midnight the day does not matter', () => {
  const late = new Date('2026-11-24T22:58:00Z')
  expect(zones('0:01', late)).toContain('Europe/Berlin')
  expect(zones('12:58 am', late)).toContain('Asia/Jerusalem')
})

test('every city listed is found under its zone, once', () => {
  for (const [en, , zone] of cityRows) {
    expect(zones(en)).toContain(zone)
    expect(new Set(zones(en)).size).toBe(zones(en).length)
  }
})

test('any text finds only real zones', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const zone of zones(text)) Intl.DateTimeFormat('en', { timeZone: zone }).format(winter)
    }),
  )
})
