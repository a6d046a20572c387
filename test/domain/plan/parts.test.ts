import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { continues, joinParts } from '../../../src/domain/plan/parts.ts'
import { splitTyped } from '../../../src/simulator/rules/text.ts'

const lines = Array.from({ length: 400 }, (_, n) => `Exercise number ${n} 3x${(n % 12) + 1}`)
const sent = (text: string) => splitTyped(text).map((piece) => ({ text: piece.trim(), at: 0 }))

test('what Telegram cut is one text again, wherever it was cut', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 200 }), (pad) => {
      const text = [`Plan ${'x'.repeat(pad)}`, ...lines].join('\n')
      const parts = sent(text)
      expect(parts.length).toBeGreaterThan(1)
      expect(joinParts(parts)).toBe(text)
      const rest = parts.slice(1).map((part, index) => continues(parts.slice(0, index + 1), part))
      expect(rest).not.toContain(false)
    }),
  )
})

test('a part cut inside a line is joined inside it', () => {
  const text = `${'Squat 3x5\n'.repeat(409)}Thrusters 4x8`
  const parts = [text.slice(0, 4096), text.slice(4096)]
  expect(parts[1]).toBe('ers 4x8')
  expect(joinParts(parts.map((part) => ({ text: part })))).toBe(text)
})

test('a heading whose blank line fell into the cut is a heading still', () => {
  const [first, second] = ['Upper\n' + 'Squat 3x5\n'.repeat(400), 'Thighs and more\nRow 3x5']
  expect(joinParts([{ text: first.trim() }, { text: second }])).toBe(`${first.trim()}\n\n${second}`)
})

const full = lines.join('\n').slice(0, 4090)

test.each([
  ['a short text is whole', [{ text: 'Squat 3x5', at: 0 }], { text: 'Row 3x5', at: 0 }, false],
  ['the rest of a full one', [{ text: full, at: 0 }], { text: 'Row 3x5 and more of it', at: 1000 }, true],
  [
    'much later it is another text',
    [{ text: full, at: 0 }],
    { text: 'Row 3x5 and more of it', at: 300_000 },
    false,
  ],
  ['the same text again', [{ text: full, at: 0 }], { text: full, at: 1000 }, false],
  ['a line that would have fitted', [{ text: full.slice(0, 3000), at: 0 }], { text: 'Row', at: 9000 }, false],
  ['nothing before', [], { text: 'Row 3x5', at: 0 }, false],
])('%s', (_, parts, next, expected) => {
  expect(continues(parts, next)).toBe(expected)
})
