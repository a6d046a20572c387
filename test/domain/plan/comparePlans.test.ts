import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { comparePlans } from '../../../src/domain/plan/comparePlans.ts'
import { parsePlan } from '../../../src/domain/plan/parsePlan.ts'
import type { PlanDraft } from '../../../src/domain/plan/types.ts'

const read = (text: string): PlanDraft =>
  parsePlan(text, { today: '2026-11-24', units: 'kg' }).plan ?? { name: '', days: [] }
const compare = (before: string, after: string) =>
  comparePlans(read(before), read(after), ({ name }) => name.toLowerCase())

test.each([
  ['nothing', 'Mon Upper\nSquat 5x5 @80', 'Mon Upper\n squat  5 x 5 80kg', []],
  [
    'exercises',
    'Mon Upper\nSquat 5x5\nRow 3x8',
    'Mon Upper\nSquat 5x5 @80\nDips 3x8\nThu Lower\nPlank 45s',
    ['changed', 'added', 'removed', 'day-added'],
  ],
  ['the order of exercises', 'Mon Upper\nSquat 5x5\nRow 3x8', 'Mon Upper\nRow 3x8\nSquat 5x5', ['reordered']],
  ['a weekday', 'Mon Upper\nSquat 5x5', 'Tue Upper\nSquat 5x5', ['day-changed']],
  ['the name of a day', 'Mon Upper\nSquat 5x5', 'Mon Lower\nSquat 5x5', ['day-changed']],
  ['the name of a day in turn', '# A\nSquat 5x5', '# B\nSquat 5x5', ['day-changed']],
  ['a day', 'Mon Upper\nSquat 5x5\nThu Lower\nRow 3x8', 'Thu Lower\nRow 3x8', ['day-removed']],
  ['turns', '# A\nSquat 5x5\n# B\nRow 3x8', '# B\nRow 3x8\n# A\nSquat 5x5', ['days-reordered']],
  ['the name of the plan', 'Plan: One\nMon Upper\nRow 3x8', 'Plan: Two\nMon Upper\nRow 3x8', ['renamed']],
  [
    'one of two of a name',
    'Mon Upper\nSquat 5x5\nRow 3x8\nSquat 2x20',
    'Mon Upper\nSquat 5x5\nRow 3x8',
    ['removed'],
  ],
  ['a superset', 'Mon Upper\nA1 Dips 3x8\nA2 Row 3x8', 'Mon Upper\nDips 3x8\nA1 Row 3x8', ['changed']],
  ['a note', 'Mon Upper\nDips 3x8 // slow', 'Mon Upper\nDips 3x8', ['changed']],
])('an edit that changes %s', (_, before, after, kinds) => {
  expect(compare(before, after).map(({ kind }) => kind)).toEqual(kinds)
})

test('a plan never differs from itself, and always from one with more', () => {
  const line = fc.constantFrom(
    'Squat 5x5',
    'Row 3x8 @60',
    'Squat 2x20',
    'Dips 3xAMRAP',
    'Mon Upper',
    '# Day C',
  )
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 12 }), (lines) => {
      const text = ['# Day A', 'Plank 45s', ...lines, 'Plank 60s'].join('\n')
      expect(compare(text, text)).toEqual([])
      expect(compare(text, `${text}\nFace pull 3x15`)).not.toEqual([])
    }),
  )
})
