import { expect, test } from 'vitest'
import { bestsOf, oneRepMax, recordsBeaten } from '../../src/domain/strength.ts'

test('Epley', () => {
  expect(oneRepMax(100, 1)).toBe(100)
  expect(oneRepMax(90, 10)).toBeCloseTo(120)
  expect(oneRepMax(100, 0)).toBe(0)
})

test('records are told only where there is something to beat', () => {
  const sets = [{ reps: 8, weight: 60 }]
  expect(recordsBeaten(sets, bestsOf([]))).toEqual([])
  expect(recordsBeaten(sets, bestsOf([sets]))).toEqual([])
  const kinds = recordsBeaten([{ reps: 9, weight: 60 }], bestsOf([sets])).map(({ kind }) => kind)
  expect(kinds).toEqual(['oneRepMax', 'volume', 'repsAt'])
})
