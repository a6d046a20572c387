import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/localTime.ts'
import { dayOfCaption } from '../../../src/domain/progress/captionDay.ts'

const sentOn = '2026-11-23'

test.each([
  [null, sentOn],
  ['', sentOn],
  ['front', sentOn],
  ['today', sentOn],
  ['yesterday', '2026-11-22'],
  ['front, from yesterday', '2026-11-22'],
  ['Yesterday evening', '2026-11-22'],
  ['3 days ago', '2026-11-20'],
  ['12.11', '2026-11-12'],
  ['side 12/11', '2026-11-12'],
  ['12.11.2026, front', '2026-11-12'],
  ['1.12', '2025-12-01'],
  ['1.12.2026', sentOn],
  ['12 Nov', '2026-11-12'],
  ['on 2026-11-02', '2026-11-02'],
  ['last friday', '2026-11-20'],
  ['tomorrow', sentOn],
  ['12.5 kg less!', sentOn],
  ['82.4', sentOn],
  ['31.2', sentOn],
  ['2019-01-01', sentOn],
  ['sat on the scale', sentOn],
  ['אתמול', '2026-11-22'],
  ['מהצד, מאתמול', '2026-11-22'],
  ['שלשום', '2026-11-21'],
  ['12 בנובמבר', '2026-11-12'],
  ['front yesterday', '2026-11-22'],
  ['front, 12.11', '2026-11-12'],
  ['feeling great, yesterday', '2026-11-22'],
  ['friday evening, from the side', '2026-11-20'],
  ['מהצד אתמול בערב', '2026-11-22'],
  ['looking better than yesterday', sentOn],
  ['5 kg less than on 1 Sept', sentOn],
  ['front, in the sun', sentOn],
  ['lost 3.5', sentOn],
  ['lost a lot, 3.5', sentOn],
  ['bf 12.5', sentOn],
  ['goal: 1.12', sentOn],
  ['started 30 days ago', sentOn],
  ['יותר טוב מאתמול', sentOn],
] as const)('%j', (caption, expected) => {
  expect(dayOfCaption(caption, sentOn)).toBe(expected)
})

test('whatever the caption says, the day is one of the past year', () => {
  const piece = fc.constantFrom(
    'yesterday',
    '12.11',
    '31.12.',
    '99.99',
    ' ',
    'sun',
    'ב׳',
    'מ',
    '2026-',
    'ago',
    '5 days',
    ',',
  )
  const caption = fc.oneof(
    fc.array(piece).map((pieces) => pieces.join('')),
    fc.string({ unit: 'binary' }),
  )
  fc.assert(
    fc.property(caption, (text) => {
      const day = dayOfCaption(text, sentOn)
      expect(day <= sentOn && day >= addDays(sentOn, -366)).toBe(true)
    }),
  )
})
