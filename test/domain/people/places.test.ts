import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { cities } from '../../../src/domain/people/cities.ts'
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

test('the beginning of a name finds all that begin so', () => {
  expect(zones('san')).toContain('America/Los_Angeles')
  expect(zones('san').length).toBeGreaterThan(2)
})

test('the time on the clock finds the zones where it is that time now, summer time included', () => {
  expect(zones('14:32')).toContain('Asia/Jerusalem')
  expect(zones('14:32')).not.toContain('Europe/Berlin')
  expect(zones('14:32', summer)).toContain('Europe/Berlin')
  expect(zones('15.30', summer)).toContain('Asia/Jerusalem')
  expect(zones('6:02 pm')).toEqual(['Asia/Kolkata'])
  expect(zones('18:17')).toEqual(['Asia/Kathmandu'])
})

test('around midnight the day does not matter', () => {
  const late = new Date('2026-11-24T22:58:00Z')
  expect(zones('0:01', late)).toContain('Europe/Berlin')
  expect(zones('12:58 am', late)).toContain('Asia/Jerusalem')
})

test('every city listed is a zone of this machine, and is found', () => {
  for (const [zone, names] of cities) for (const name of names.split('|')) expect(zones(name)).toContain(zone)
})

test('any text finds only real zones', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const zone of zones(text)) Intl.DateTimeFormat('en', { timeZone: zone }).format(winter)
    }),
  )
})
