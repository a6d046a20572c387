import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatSets, readSets, swapReading } from '../../src/domain/setInput.ts'
import { isSane } from './saneSet.ts'

const context = { units: 'kg', target: { reps: '6-8', weightKg: 60 } } as const

test.each([
  ['8x60', '8reps x 60kg'],
  ['60kg x 8', '8reps x 60kg'],
  ['82,5x5', '5reps x 82.5kg'],
  ['8', '8reps'],
  ['60kg', '60kg'],
  ['45s', '45s'],
  ['1:30', '90s'],
  ['8 60', '8reps x 60kg'],
  ['8 reps 60 kg', '8reps x 60kg'],
  ['60x8', '8reps x 60kg'],
  ['8x60; 8x60; 7x60', '8reps x 60kg; 8reps x 60kg; 7reps x 60kg'],
  ['2: 80x6', '2: 6reps x 80kg'],
  ['8х60', '8reps x 60kg'],
  ['8*60', '8reps x 60kg'],
  ['８ｘ６０', '8reps x 60kg'],
  ['\u200f60 ק"ג x 8', '8reps x 60kg'],
  ['60 ק״ג x 8', '8reps x 60kg'],
  ['8 חזרות', '8reps'],
  ['8@9', '8reps rpe 9'],
  ['8x60 rpe 9', '8reps x 60kg rpe 9'],
  ['8@60', '8reps x 60kg'],
  ['bw x 12', '12reps x bodyweight'],
  ['180lb x 5', '5reps x 180lb'],
  ['0', '0reps'],
  ['12', '12reps'],
  ['20', '20reps'],
  ['55', '55kg'],
  ['62', '62kg'],
  ['150', '150reps'],
  ['3x8x60', '8reps x 60kg; 8reps x 60kg; 8reps x 60kg'],
  ['60x8x2', '8reps x 60kg; 8reps x 60kg'],
  ['10x60x3', '10reps x 60kg; 10reps x 60kg; 10reps x 60kg'],
  ['3X8X62,5', '8reps x 62.5kg; 8reps x 62.5kg; 8reps x 62.5kg'],
  ['2 sets of 8 x 60', '8reps x 60kg; 8reps x 60kg'],
  ['3 סטים של 8', '8reps; 8reps; 8reps'],
  ['8,8,7', '8reps; 8reps; 7reps'],
  ['8/8/7 x 60', '8reps x 60kg; 8reps x 60kg; 7reps x 60kg'],
  ['8, 8, 7 @ 60kg rpe 9', '8reps x 60kg rpe 9; 8reps x 60kg rpe 9; 7reps x 60kg rpe 9'],
  ['12 each side', '12reps'],
  ['12/side x 20', '12reps x 20kg'],
  ['10 לכל צד', '10reps'],
])('%s is read as %s', (text, understood) => {
  expect(readSets(text, context)).toMatchObject({ ok: true, understood })
})

test.each([
  '1,234.5',
  '1e309',
  '-5',
  '8️⃣',
  'NaN',
  '8x',
  'x8',
  'hello',
  '8 reps 9 reps',
  '10, 8',
  '8 more to go',
  '60kg is too much',
  '8x60 is fine?',
  '8x60 then 7x60',
  '11x60x11',
  '８.60.1',
])('%s is not understood', (text) => {
  expect(readSets(text, context)).toEqual({ ok: false, code: 'not-understood' })
})

test.each(['999kg', '201', '300x250', '0s', '7201s', '0: 8x60'])('%s is out of range', (text) => {
  expect(readSets(text, context)).toEqual({ ok: false, code: 'out-of-range' })
})

test('two bare numbers that might be either are offered for swapping', () => {
  const reading = readSets('10x12', { units: 'kg', target: { reps: '10-12', weightKg: 11 } })
  if (!reading.ok) throw new Error('not read')
  const [set] = reading.sets
  expect(set).toMatchObject({ ambiguous: true })
  expect(set && swapReading(swapReading(set))).toEqual(set)
  expect(set && swapReading(set)).toMatchObject({ reps: 12, weightKg: 10 })
})

test.each([
  ['8x60 felt heavy', 'felt heavy'],
  ['8 x 60kg, Left shoulder hurts', 'Left shoulder hurts'],
  ['8x60 – קל מדי rpe 6', 'קל מדי'],
  ['8x60 (spotted)', 'spotted'],
])('%s is a set with words about it', (text, note) => {
  expect(readSets(text, context)).toMatchObject({ ok: true, sets: [{ reps: 8, weightKg: 60, note }] })
})

test('a bare number is minutes where many were asked for', () => {
  const ask = (text: string) => readSets(text, { units: 'kg', target: { reps: '1200s', weightKg: null } })
  expect(ask('25')).toMatchObject({ ok: true, understood: '1500s' })
  expect(ask('1100')).toMatchObject({ ok: true, understood: '1100s' })
  expect(ask('20,20,15')).toMatchObject({ ok: true, understood: '1200s; 1200s; 900s' })
})

test('a bare number is time where time was asked for', () => {
  const reading = readSets('45', { units: 'kg', target: { reps: '45s', weightKg: null } })
  expect(reading).toMatchObject({ ok: true, understood: '45s' })
})

test('nothing typed makes a set nobody could lift', () => {
  const piece = fc.constantFrom(
    '8',
    '60',
    'x',
    ' ',
    'kg',
    's',
    ':',
    ';',
    '.',
    ',',
    '@',
    '-',
    '9999',
    '/',
    ', ',
    ' sets of ',
    ' felt',
    'rpe',
    '"',
    'ק',
  )
  const text = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(piece, { maxLength: 12 }).map((all) => all.join('')),
  )
  fc.assert(
    fc.property(text, (typed) => isSane(readSets(typed, context))),
    { numRuns: 5000 },
  )
})

test('what is written out reads back', () => {
  const set = fc.record({
    reps: fc.integer({ min: 0, max: 200 }),
    value: fc.integer({ min: 0, max: 2400 }).map((quarters) => quarters / 4),
    unit: fc.constantFrom('kg' as const, 'lb' as const),
    rpe: fc.option(fc.integer({ min: 1, max: 10 })),
    setNumber: fc.option(fc.integer({ min: 1, max: 20 })),
  })
  fc.assert(
    fc.property(fc.array(set, { minLength: 1, maxLength: 5 }), (sets) => {
      const text = formatSets(
        sets.map(({ reps, value, unit, rpe, setNumber }) => ({
          reps,
          typed: { value, unit },
          ambiguous: false,
          ...(rpe !== null && { rpe }),
          ...(setNumber !== null && { setNumber }),
        })),
      )
      expect(readSets(text, context)).toMatchObject({ ok: true, understood: text })
    }),
  )
})
