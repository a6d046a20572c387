import { expect, test } from 'vitest'
import { formatPlan } from '../../../src/domain/plan/formatPlan.ts'
import { parsePlan } from '../../../src/domain/plan/parsePlan.ts'
import type { ExerciseDraft, PlanDraft } from '../../../src/domain/plan/types.ts'
import { shorthand } from './shorthand.ts'
import { typedPlans } from './typedPlans.ts'

const context = { today: '2026-11-24', units: 'kg' } as const

function exerciseLine(exercise: ExerciseDraft): string {
  const { superset, supersetOrder, name, sets, reps, typedLoad, loadText, rpe, restSeconds, note } = exercise
  return [
    superset === null ? '  ' : `  ${superset}${supersetOrder} `,
    `${name}: ${sets} x ${reps}`,
    typedLoad && ` @${typedLoad.value}${typedLoad.unit}`,
    loadText && ` ${loadText}`,
    rpe && ` RPE ${rpe}`,
    restSeconds !== null && ` rest ${restSeconds}`,
    note && ` // ${note}`,
  ]
    .filter(Boolean)
    .join('')
}

function planLines({ name, weeks, startDate, days }: PlanDraft): string[] {
  return [
    [name, weeks && `${weeks} weeks`, startDate].filter(Boolean).join(', '),
    ...days.flatMap((day) => [`[${day.dayOfWeek ?? '-'}] ${day.name}`, ...day.exercises.map(exerciseLine)]),
  ].filter((line) => line !== '')
}

test.each([...typedPlans, ...shorthand])('%j', ({ text, reads }) => {
  const { plan, problems } = parsePlan(text, context)
  const places = problems.map(({ line, column, code, found }) => `${line}:${column} ${code} ${found}`)
  expect([...(plan ? planLines(plan) : []), ...places].join('\n')).toBe(reads)

  // Written out, it reads the same.
  const again = parsePlan(plan ? formatPlan(plan) : '', context)
  expect(again.problems).toEqual([])
  expect(again.plan && planLines(again.plan)).toEqual(plan && planLines(plan))
})
