import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { writtenIn } from '../../src/domain/language.ts'

test('what is clearly one or the other', () => {
  expect(writtenIn('Breakfast: 3 eggs, 60g oats')).toBe('en')
  expect(writtenIn('ארוחת בוקר: 3 ביצים, 60 גרם שיבולת שועל')).toBe('he')
  expect(writtenIn('ארוחת בוקר: 3 ביצים וקוטג׳, protein shake')).toBe(null)
  expect(writtenIn('3 eggs')).toBe(null)
  expect(writtenIn('')).toBe(null)
  expect(writtenIn('Суп с грибами и хлебом')).toBe(null)
})

test('numbers and signs change nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('Breakfast with eggs', 'ארוחת בוקר עם ביצים'),
      fc.integer(),
      (text, number) => {
        expect(writtenIn(`${number} ${text} – ${number}%`)).toBe(writtenIn(text))
      },
    ),
  )
})
