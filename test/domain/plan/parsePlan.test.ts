import { readFile } from 'node:fs/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { generateParser } from '../../../scripts/build-grammar.ts'
import { parsePlan } from '../../../src/domain/plan/parsePlan.ts'

const context = { today: '2026-11-24', units: 'kg' } as const
const read = (text: string) => parsePlan(text, context)
const only = (text: string) => read(text).plan?.days[0]?.exercises[0]

test('the plan of the issue', () => {
  const { plan, problems } = read(`Upper/Lower, 6 weeks from Monday
Mon Upper
Bench press 4x6-8 @80kg rest 2:30 "pause on the chest"
A1 Row 3x10 @60
A2 Face pull 3x15
Plank 3x45s
Thu Lower
Squat 5x5 @100 rest 3min`)
  expect(problems).toEqual([])
  expect(plan).toMatchObject({
    name: 'Upper/Lower',
    weeks: 6,
    startDate: '2026-11-30',
    endDate: '2027-01-10',
  })
  expect(plan?.days.map(({ name, dayOfWeek }) => [name, dayOfWeek])).toEqual([
    ['Upper', 0],
    ['Lower', 3],
  ])
  expect(plan?.days[0]?.exercises).toMatchObject([
    { name: 'Bench press', sets: 4, reps: '6-8', weightKg: 80, restSeconds: 150, note: 'pause on the chest' },
    { name: 'Row', superset: 'A', supersetOrder: 1, sets: 3, reps: '10', weightKg: 60 },
    { name: 'Face pull', superset: 'A', supersetOrder: 2, sets: 3, reps: '15' },
    { name: 'Plank', sets: 3, reps: '45s' },
  ])
})

test.each([
  ['Squat 3 x 8-12', { sets: 3, reps: '8-12' }],
  ['Squat 3×8', { sets: 3, reps: '8' }],
  ['Squat 3х8 60кг', { sets: 3, reps: '8', weightKg: 60 }],
  ['Squat 4x6@80kg', { sets: 4, reps: '6', weightKg: 80 }],
  ['Squat 5x5 75%', { sets: 5, reps: '5', loadText: '75%' }],
  ['Squat 3 sets of 10', { sets: 3, reps: '10' }],
  ['Squat 3 sets x 10 reps', { sets: 3, reps: '10' }],
  ['סקוואט 3 סטים של 12 מנוחה 90', { name: 'סקוואט', sets: 3, reps: '12', restSeconds: 90 }],
  ['1. **Squat** 3x8', { name: 'Squat' }],
  ['- [ ] Squat 3x8 [cite: 1]', { name: 'Squat', note: null }],
  ['Squat (high bar) 3x8 (slow)', { name: 'Squat (high bar)', note: 'slow' }],
  ['Squat 3x8 R: 90', { restSeconds: 90 }],
  ['Squat 3x8 rest 3', { restSeconds: 180 }],
  ['Squat 3x8 180lb', { weightKg: 81.6466, typedLoad: { value: 180, unit: 'lb' } }],
  ['Squat 3x8 82,5kg RPE 8', { weightKg: 82.5, rpe: 8 }],
  ['Squat 3x8 RIR 2', { loadText: 'RIR 2' }],
  ['Bodyweight squat 3x8', { name: 'Bodyweight squat', loadText: null }],
  ['Squat 3x205x5', { sets: 3, reps: '5', weightKg: 205 }],
  ['Squat 85x15x4', { sets: 4, reps: '15', weightKg: 85 }],
  ['Squat 3x8x60', { sets: 3, reps: '8', weightKg: 60 }],
  ['Squat 12-10-8-6', { sets: 4, reps: '12,10,8,6' }],
  ['10 burpees', { name: 'burpees', sets: 1, reps: '10' }],
  ['Run 5x400m', { sets: 5, reps: '400 metres' }],
  ['Press 5-10 x 4', { sets: 4, reps: '5-10' }],
  ['Stretch 2x300s/side', { sets: 2, reps: '300s/side' }],
])('%s', (line, expected) => {
  expect(only(line)).toMatchObject(expected)
})

test.each([
  ['Row 2x3155', 'reps-out-of-range'],
  ['Row 0x8', 'sets-out-of-range'],
  ['Row 99x8', 'sets-out-of-range'],
  ['Row 3x8 900kg', 'load-out-of-range'],
  ['Row 3x12-8', 'range-upside-down'],
  ['Abs', 'no-sets'],
  ['Carry 3x0m', 'reps-out-of-range'],
  [
    'Row 3x8 1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20/21/22/23/24/25/26/27/28/29/30/31/32/33/34/35/36/37kg',
    'several-schemes',
  ],
  ['Row 3x8 @60 slow 1x4', 'several-schemes'],
])('%s is asked about and costs only its own line', (line, code) => {
  const { plan, problems } = read(`Mon Upper\nSquat 5x5\n${line}\nPlank 3x45s`)
  expect(plan?.days[0]?.exercises.map(({ name }) => name)).toEqual(['Squat', 'Plank'])
  expect(problems).toMatchObject([{ line: 3, code }])
})

test('a problem points into the text as it was given', () => {
  expect(read('\u200f• **Row** 3x12-8').problems).toMatchObject([
    { line: 1, column: 12, length: 6, found: '3x12-8' },
  ])
})

test('what a problem points at holds whole characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (name, note) => {
      const { problems } = read(`# Day\n${name} 3x12-8 ${note}\n${note} Abs ${name}${'𝟘'.repeat(600)}`)
      expect(problems.filter(({ found }) => !found.isWellFormed())).toEqual([])
    }),
  )
})

test('an order left open is asked about once', () => {
  const { problems } = read('Squat 3x10x12\nRow 3x10x12')
  expect(problems.map(({ code }) => code)).toEqual(['order-open'])
})

test('a heading hands its sets down', () => {
  const { plan } = read('# Push\n4 sets each:\nDips 8-10\nFly x12')
  expect(plan?.days[0]?.exercises).toMatchObject([
    { sets: 4, reps: '8-10' },
    { sets: 4, reps: '12' },
  ])
})

test.each([
  ['# Push\nDips 3x8\n3x10 @12\n# Pull\nRow 3x10', [{ line: 3, code: 'no-name' }]],
  ['# Push\nDips 3x8\n3x10', [{ line: 3, code: 'no-name' }]],
  ['# Push\nBench press\n4 sets each:\nDips 8-10', [{ line: 2, code: 'no-sets' }]],
])('numbers that nothing takes over, and names above a heading, are asked about: %j', (text, problems) => {
  expect(read(text).problems).toMatchObject(problems)
})

test('numbers that stand alone hold for the bare names below them', () => {
  const { plan, problems } = read('# Push\n3x10\nDips\nFly')
  expect(problems).toEqual([])
  expect(plan?.days[0]?.exercises).toMatchObject([
    { name: 'Dips', sets: 3, reps: '10' },
    { name: 'Fly', sets: 3, reps: '10' },
  ])
})

test('a table with titles', () => {
  const { plan } = read('| Exercise | Sets | Reps | Weight |\n|---|---|---|---|\n| Squat | 4 | 6-8 | 80 |')
  expect(plan?.days[0]?.exercises).toMatchObject([{ name: 'Squat', sets: 4, reps: '6-8', weightKg: 80 }])
})

test('any text is read without throwing, and nothing of it is nonsense', () => {
  const piece = fc.constantFrom(
    '3x8',
    ' ',
    '\n',
    '@',
    '80',
    'kg',
    '"',
    '(',
    ')',
    'Mon',
    ':',
    '-',
    '|',
    'rest',
    '\t',
    'x',
    'א',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(piece).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => {
      const exercises = read(typed).plan?.days.flatMap((day) => day.exercises) ?? []
      return exercises.every(({ sets, name }) => sets >= 1 && sets <= 20 && name !== '')
    }),
    { numRuns: 1000 },
  )
})

test('the generated parser is that of the grammar', async () => {
  const kept = await readFile(new URL('../../../src/domain/plan/plan.generated.js', import.meta.url), 'utf8')
  expect(await generateParser()).toBe(kept)
})
