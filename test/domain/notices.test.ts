import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { headline, noticeOf } from '../../src/domain/notices.ts'

test('the first line that says something is the title, and marks of direction are left out', () => {
  expect(noticeOf('\u200f\n🎉 \u2068Anna\u2069 has joined.\nHello\n')).toEqual({
    title: '🎉 Anna has joined.',
    message: '🎉 Anna has joined.\nHello',
  })
  expect(noticeOf('')).toEqual({ title: '', message: '' })
})

test('a long line is cut at a word', () => {
  expect(headline(`${'word '.repeat(20)}end`)).toBe(`${'word '.repeat(12).trim()}…`)
  expect(headline('x'.repeat(70))).toBe(`${'x'.repeat(60)}…`)
})

test('a title is one short line of whole characters that the text begins with', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const title = headline(text)
      expect(title.length).toBeLessThanOrEqual(61)
      expect(title).not.toContain('\n')
      expect(title.isWellFormed()).toBe(true)
      expect(text).toContain(title.replace(/…$/, ''))
    }),
  )
})
