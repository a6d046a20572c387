import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readLink } from '../../src/domain/links.ts'

describe('a link as it is typed', () => {
  test.each([
    ['https://youtu.be/abc?t=10', 'https://youtu.be/abc?t=10'],
    [' http://example.com ', 'http://example.com/'],
    ['www.youtube.com/watch?v=abc', 'https://www.youtube.com/watch?v=abc'],
    ['https://דוגמה.ישראל/סרטון', 'https://xn--6dbbec0c.xn--4dbrk0ce/%D7%A1%D7%A8%D7%98%D7%95%D7%9F'],
  ])('%s', (typed, link) => expect(readLink(typed)).toBe(link))

  test.each([
    '',
    'see the notes',
    'notes.',
    'javascript:alert(1)',
    'ftp://example.com/a',
    'tg://resolve?domain=x',
    'https://localhost/a',
    'https://127.0.0.1/a',
    'https://user:secret@example.com',
    'https://exa mple.com',
    'https://',
    `https://example.com/${'a'.repeat(1000)}`,
  ])('is none: %s', (typed) => expect(readLink(typed)).toBeUndefined())

  test('is one that can be read again, of http or https, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.webUrl(), fc.domain()), (typed) => {
        const link = readLink(typed)
        if (link === undefined) return
        expect(new URL(link).protocol).toMatch(/^https?:$/)
        expect(readLink(link)).toBe(link)
      }),
    )
  })
})
