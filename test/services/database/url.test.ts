import { expect, test } from 'vitest'
import { parseDatabaseUrl } from '../../../src/services/database/url.ts'

test.each([
  ['sqlite:data/spotter.sqlite', 'data/spotter.sqlite'],
  ['sqlite:/var/lib/spotter.sqlite', '/var/lib/spotter.sqlite'],
  ['sqlite:///var/lib/spotter.sqlite', '/var/lib/spotter.sqlite'],
  ['SQLITE::memory:', ':memory:'],
  [' sqlite:with a blank.sqlite ', 'with a blank.sqlite'],
])('%s is the file %s', (url, path) => {
  expect(parseDatabaseUrl(url)).toBe(path)
})

test.each([
  ['postgres://user:secret@localhost/spotter', 'got postgres:'],
  ['mysql://localhost', 'got mysql:'],
  ['data/spotter.sqlite', 'got no scheme'],
  ['', 'got no scheme'],
  ['sqlite:', 'got no path'],
  ['sqlite:  ', 'got no path'],
])('%s is refused in one line that gives no secret away', (url, reason) => {
  const refuse = () => parseDatabaseUrl(url)
  expect(refuse).toThrow(`DATABASE_URL: expected sqlite:PATH, ${reason}`)
  expect(refuse).toThrow(/^((?!secret|\n).)*$/)
})
