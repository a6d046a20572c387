import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isTooLong } from '../../src/services/letters/letters.ts'
import { directed, textsIn } from '../../src/texts/texts.ts'
import { fitHtml } from '../../src/views/fit.ts'
import { letterView } from '../../src/views/letters/letters.ts'
import { messageLimit } from '../../src/views/view.ts'

const words = fc.string({
  unit: fc.constantFrom('a', ' ', '\n', 'ש', '<', '&', '🏋️'),
  maxLength: 4096,
  size: 'max',
})
const name = fc.string({ unit: fc.constantFrom('D', 'ד', '&'), minLength: 1, maxLength: 100, size: 'max' })

test('a letter that is not too long is never cut, whatever it answers and whoever reads it', () => {
  fc.assert(
    fc.property(words, words, name, fc.constantFrom('en', 'he'), (text, quote, by, language) => {
      fc.pre(!isTooLong(text))
      const sender = { userId: 1, name: by }
      const { html } = letterView(textsIn(language), { id: 1, text, sender, isFromClient: true, quote })
      const shown = directed(html, language)
      expect(fitHtml(shown, messageLimit)).toBe(shown)
    }),
    // Letters this long take for ever to shrink.
    { endOnFailure: true },
  )
})
