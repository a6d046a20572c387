import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseHtml } from '../../src/simulator/html/parse.ts'
import { escapeHtml } from '../../src/texts/texts.ts'
import { fitHtml } from '../../src/views/fit.ts'

/** Telegram HTML as views make it: words escaped, tags nested. */
const html = fc.letrec<{ html: string }>((tie) => ({
  html: fc.oneof(
    { maxDepth: 5, depthSize: 'medium' },
    fc.string({ unit: 'grapheme', maxLength: 12 }).map(escapeHtml),
    fc.constantFrom('&#128170;', '&#x41;', '\n', 'שלום'),
    fc
      .tuple(fc.constantFrom('b', 'i', 'u', 'code', 'blockquote'), tie('html'))
      .map(([tag, inner]) => `<${tag}>${inner}</${tag}>`),
    fc.array(tie('html'), { minLength: 2, maxLength: 6 }).map((parts) => parts.join('')),
  ),
})).html

test('whatever is longer is cut: it parses, is short enough, and begins as it did', () => {
  fc.assert(
    fc.property(html, fc.integer({ min: 2, max: 60 }), (middle, limit) => {
      // Telegram trims a message: with something at either end there is nothing to trim.
      const whole = `x${middle}x`
      const { text } = parseHtml(whole)
      const cut = parseHtml(fitHtml(whole, limit)).text
      expect(cut.length).toBeLessThanOrEqual(limit)
      return (
        cut === text ||
        (text.length >= limit && cut.endsWith('…') && text.startsWith(cut.slice(0, -1).trimEnd()))
      )
    }),
    { numRuns: 2000 },
  )
})

test('nothing at all is something all the same; what fits is left alone', () => {
  expect(fitHtml('', 10)).toBe('…')
  expect(fitHtml(' \n', 10)).toBe('…')
  expect(fitHtml('<b>ten chars!</b>', 10)).toBe('<b>ten chars!</b>')
  expect(fitHtml('<b>eleven char</b>', 10)).toBe('<b>eleven ch…</b>')
  expect(fitHtml('<b>&amp;&amp;&amp;</b>', 2)).toBe('<b>&amp;…</b>')
})
