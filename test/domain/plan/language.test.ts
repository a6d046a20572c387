import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { formatPlan } from '../../../src/domain/plan/formatPlan.ts'
import { parsePlan } from '../../../src/domain/plan/parsePlan.ts'

const page = readFileSync(new URL('../../../docs/plan-language.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/```plan\n([^`]*)```/g)].map(([, text = '']) => text)
const context = { today: '2026-11-24', units: 'kg' } as const

test('the page has its examples', () => {
  expect(examples).toHaveLength(10)
})

test.each(examples)('%s', (text) => {
  const { plan, problems } = parsePlan(text, context)
  expect(problems).toEqual([])
  const written = plan ? formatPlan(plan) : ''
  const again = parsePlan(written, context)
  expect(again.problems).toEqual([])
  expect(again.plan && formatPlan(again.plan)).toBe(written)
})
