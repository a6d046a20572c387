import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatPlan } from '../../../src/domain/plan/formatPlan.ts'
import { parsePlan } from '../../../src/domain/plan/parsePlan.ts'
import type { PlanDraft } from '../../../src/domain/plan/types.ts'
import { loadToKg } from '../../../src/domain/units.ts'

const read = (text: string) => parsePlan(text, { today: '2026-11-24', units: 'kg' })
const unlined = (plan: PlanDraft | null) =>
  plan && {
    ...plan,
    days: plan.days.map((day) => ({
      ...day,
      line: 0,
      exercises: day.exercises.map((exercise) => ({ ...exercise, line: 0 })),
    })),
  }

const name = fc.oneof(
  fc.constantFrom(
    'Squat',
    'Face pull',
    '21s curl',
    '90/90 hip stretch',
    'Bench 3x8',
    'Rest',
    'A1 Row',
    'Day A',
    'סקוואט',
  ),
  fc.stringMatching(/^[A-Za-z][A-Za-z0-9 /,.()'-]{0,18}[a-z]$/).map((text) => text.replace(/\s+/g, ' ')),
)
const load = fc.record({
  value: fc.integer({ min: 1, max: 1000 }).map((quarters) => quarters / 4),
  unit: fc.constantFrom('kg' as const, 'lb' as const),
})
const orNull = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null })
const exercise = fc
  .record({
    line: fc.constant(0),
    name,
    superset: orNull(fc.constantFrom('A', 'B')),
    supersetOrder: fc.integer({ min: 1, max: 4 }),
    sets: fc.constant(3),
    reps: fc.constantFrom('8', '6-8', '45s', '30-45s', 'AMRAP', '12,10,8', '10/side', '400 metres', '5 km'),
    typedLoad: orNull(load),
    loadText: orNull(fc.constantFrom('75%', '70-75%', 'bodyweight', 'RIR 2')),
    rpe: orNull(fc.constantFrom(7, 8.5)),
    restSeconds: orNull(fc.integer({ min: 0, max: 600 })),
    note: orNull(fc.constantFrom('pause on the chest', 'slow; 3x8 "easy" (really)')),
  })
  .map((made) => ({
    ...made,
    supersetOrder: made.superset === null ? null : made.supersetOrder,
    weightKg: made.typedLoad ? loadToKg(made.typedLoad) : null,
  }))
const day = fc.record({
  line: fc.constant(0),
  name,
  dayOfWeek: orNull(fc.integer({ min: 0, max: 6 })),
  notes: fc.constant(null),
  exercises: fc.array(exercise, { minLength: 1, maxLength: 3 }),
})
const draft = fc.record({
  name: fc.constantFrom('', 'Upper/Lower', 'Strength', 'Cut, 6 weeks', 'Until 1.1.', '# Mass'),
  days: fc.array(day, { minLength: 1, maxLength: 3 }),
})

test('what is written out reads back as the same plan', () => {
  fc.assert(
    fc.property(draft, fc.constantFrom('en' as const, 'he' as const), (plan, language) => {
      const reading = read(formatPlan(plan, language))
      expect(reading.problems).toEqual([])
      expect(unlined(reading.plan)).toEqual(plan)
    }),
    { numRuns: 200 },
  )
})

test('duration and dates are kept', () => {
  const { plan } = read('Upper/Lower, 6 weeks from Monday\nMon Upper\nSquat 5x5 2x50#DB')
  expect(unlined(plan && read(formatPlan(plan)).plan)).toEqual(unlined(plan))
})

const readable = `Upper/Lower, 6 weeks from Monday
Mon Upper
Bench press 4x6-8 @80kg rest 2:30 "pause on the chest"
A1 Row 3x10 @60
A2 Face pull 3x15 rest 90
Plank 3x45s
Thu [Thu]
Squat 5x5 @100 rest 3min
Day C
Squat 5x5`

test('it is written as a person would', () => {
  const { plan } = read(readable)
  expect(plan && formatPlan(plan)).toBe(`Plan: Upper/Lower, 6 weeks from 2026-11-30

Mon Upper
Bench press 4x6-8 @80kg rest 2:30 // pause on the chest
A1 Row 3x10 @60kg
A2 Face pull 3x15 rest 90s
Plank 3x45s

Thu
Squat 5x5 @100kg rest 3min

Day C
Squat 5x5`)
  expect(plan && formatPlan(plan, 'he')).toBe(`תוכנית: Upper/Lower, 6 שבועות מתאריך 2026-11-30

יום שני Upper
Bench press 4x6-8 @80kg מנוחה 2:30 // pause on the chest
A1 Row 3x10 @60kg
A2 Face pull 3x15 מנוחה 90s
Plank 3x45s

Thu
Squat 5x5 @100kg מנוחה 3 דקות

Day C
Squat 5x5`)
})
