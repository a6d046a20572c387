import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatMealPlan } from '../../../src/domain/meals/formatMealPlan.ts'
import { parseMealPlan } from '../../../src/domain/meals/parseMealPlan.ts'
import { planKindOf } from '../../../src/domain/planKind.ts'

const page = readFileSync(new URL('../../../docs/meal-language.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```meals\n([^`]*)```/g)].map(([, text = '']) => text)
const context = { today: '2026-11-24' }

test('the page has its examples', () => {
  expect(examples).toHaveLength(4)
})

test.each(examples)('%s', (text) => {
  const read = parseMealPlan(text, context)
  expect(read.problems).toEqual([])
  expect(read.when).not.toBeNull()
  expect(planKindOf(text, 'kg')).toBe('meals')
  for (const language of ['en', 'he'] as const) {
    const written = formatMealPlan(read, language)
    const again = parseMealPlan(written, context)
    expect(again.problems).toEqual([])
    expect(formatMealPlan(again, language)).toBe(written)
  }
})
