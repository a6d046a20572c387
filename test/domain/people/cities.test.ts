import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cityRows, findZones } from '../../../src/domain/people/cities.ts'
import { foldLetters } from '../../../src/domain/library/letters.ts'

const exact: readonly (readonly [typed: string, zone: string])[] = [
  ['Tel Aviv', 'Asia/Jerusalem'],
  ['tel-aviv', 'Asia/Jerusalem'],
  ['telaviv', 'Asia/Jerusalem'],
  ['תל אביב', 'Asia/Jerusalem'],
  ['תל-אביב', 'Asia/Jerusalem'],
  ['ת״א', 'Asia/Jerusalem'],
  ['חיפה', 'Asia/Jerusalem'],
  ['באר שבע', 'Asia/Jerusalem'],
  ['beer sheva', 'Asia/Jerusalem'],
  ['ראשל"צ', 'Asia/Jerusalem'],
  ['ישראל', 'Asia/Jerusalem'],
  ['London', 'Europe/London'],
  ['לונדון', 'Europe/London'],
  ['UK', 'Europe/London'],
  ['new york', 'America/New_York'],
  ['NYC', 'America/New_York'],
  ['ניו-יורק', 'America/New_York'],
  ['LA', 'America/Los_Angeles'],
  ['san francisco', 'America/Los_Angeles'],
  ['Berlin', 'Europe/Berlin'],
  ['münchen', 'Europe/Berlin'],
  ['Munchen', 'Europe/Berlin'],
  ['Zürich', 'Europe/Zurich'],
  ['København', 'Europe/Copenhagen'],
  ['Łódź', 'Europe/Warsaw'],
  ['Kiev', 'Europe/Kyiv'],
  ['קייב', 'Europe/Kyiv'],
  ['moscow', 'Europe/Moscow'],
  ['São Paulo', 'America/Sao_Paulo'],
  ['sao paulo', 'America/Sao_Paulo'],
  ['Mumbai', 'Asia/Kolkata'],
  ['הודו', 'Asia/Kolkata'],
  ['Tokyo', 'Asia/Tokyo'],
  ['Sydney', 'Australia/Sydney'],
  ['st johns', 'America/St_Johns'],
  ['Asia/Jerusalem', 'Asia/Jerusalem'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Ushuaia', 'America/Argentina/Ushuaia'],
  ['Lord Howe', 'Australia/Lord_Howe'],
  ['utc', 'UTC'],
  ['us/pacific', 'America/Los_Angeles'],
  ['America/New York', 'America/New_York'],
]

const misspelt: readonly (readonly [typed: string, zone: string])[] = [
  ['Tel Avviv', 'Asia/Jerusalem'],
  ['Jeruslaem', 'Asia/Jerusalem'],
  ['herzelia', 'Asia/Jerusalem'],
  ['petach tikwa', 'Asia/Jerusalem'],
  ['ירושליים', 'Asia/Jerusalem'],
  ['נתנייה', 'Asia/Jerusalem'],
  ['חדירה', 'Asia/Jerusalem'],
  ['lodnon', 'Europe/London'],
  ['amsterdm', 'Europe/Amsterdam'],
  ['barselona', 'Europe/Madrid'],
  ['ברצלנה', 'Europe/Madrid'],
  ['los angels', 'America/Los_Angeles'],
  ['san fransisco', 'America/Los_Angeles'],
  ['philadelfia', 'America/New_York'],
  ['johanesburg', 'Africa/Johannesburg'],
  ['bankok', 'Asia/Bangkok'],
  ['sidney', 'Australia/Sydney'],
  ['buenos', 'America/Argentina/Buenos_Aires'],
  ['copenhag', 'Europe/Copenhagen'],
]

describe('cities as typed', () => {
  test.each(exact)('%s is %s', (typed, zone) => {
    expect(findZones(typed)[0]).toMatchObject({ zone, exact: true })
  })

  test.each(misspelt)('%s is like one in %s', (typed, zone) => {
    expect(findZones(typed)[0]).toMatchObject({ zone })
  })

  test.each(['', ' ', '12:30', 'xyzzy', 'qwertyuiop', '???', '+03:00'])('%j is nowhere', (typed) => {
    expect(findZones(typed)).toEqual([])
  })
})

test('the name shown is the one of the person’s language', () => {
  expect(findZones('haifa')[0]?.city).toEqual({ en: 'Haifa', he: 'חיפה' })
  expect(findZones('חיפה')[0]?.city).toEqual({ en: 'Haifa', he: 'חיפה' })
})

test('two cities of one name are both offered', () => {
  const zones = findZones('San Jose').map(({ zone }) => zone)
  expect(zones).toContain('America/Los_Angeles')
  expect(zones).toContain('America/Costa_Rica')
})

test('every listed city has a zone that exists, both names, and is found by each of its names', () => {
  expect(cityRows.length).toBeGreaterThanOrEqual(250)
  for (const [en, he, zone, ...aliases] of cityRows) {
    expect(() => new Intl.DateTimeFormat('en', { timeZone: zone })).not.toThrow()
    expect(en).not.toMatch(/[֐-׿]/)
    expect(he).toMatch(/[֐-׿]/)
    for (const name of [en, he, ...aliases]) {
      const found = findZones(name, { limit: 3 }).filter((place) => place.exact)
      expect([name, found.map((place) => place.city.en).includes(en)]).toEqual([name, true])
    }
  }
})

test('no city is listed twice', () => {
  const keys = cityRows.map(([en, , zone]) => `${foldLetters(en)} ${zone}`)
  expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
})

test('every zone this machine knows is found by its own city and by its name', () => {
  const clock = (zone: string): string =>
    new Intl.DateTimeFormat('en', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(0)
  for (const zone of Intl.supportedValuesOf('timeZone')) {
    const city = zone.split('/').at(-1)!.replaceAll('_', ' ')
    for (const typed of [city, zone]) {
      const found = findZones(typed).filter((place) => place.exact)
      expect([typed, found.map((place) => clock(place.zone)).includes(clock(zone))]).toEqual([typed, true])
    }
  }
})

test('nothing that is typed throws, and no more is found than asked for', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.integer({ min: 1, max: 9 }),
      (typed, limit) => {
        expect(findZones(typed, { limit }).length).toBeLessThanOrEqual(limit)
      },
    ),
  )
})
