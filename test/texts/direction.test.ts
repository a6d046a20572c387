import { expect, test } from 'vitest'
import { directed } from '../../src/texts/texts.ts'

test('every line of a Hebrew text runs right to left, what is to be copied stays as it is', () => {
  const html = '<b>\u2068דדליפט\u2069</b>\n\n💡 \u2068Elbows in\u2069\n<pre>Mon Upper\nSquat 5x5</pre>\nסוף'
  expect(directed(html, 'he')).toBe(
    '\u200f<b>\u2068דדליפט\u2069</b>\n\n\u200f💡 \u2068Elbows in\u2069\n\u200f<pre>Mon Upper\nSquat 5x5</pre>\n\u200fסוף',
  )
  expect(directed(html, 'en')).toBe(
    '\u200e<b>\u2068דדליפט\u2069</b>\n\n💡 \u2068Elbows in\u2069\n<pre>Mon Upper\nSquat 5x5</pre>\n\u200eסוף',
  )
})
