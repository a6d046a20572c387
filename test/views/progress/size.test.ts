import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/localTime.ts'
import { adherenceOf } from '../../../src/domain/progress/adherence.ts'
import { daysOf, trendLine } from '../../../src/domain/weight/trend.ts'
import { textsIn } from '../../../src/texts/texts.ts'
import { calendarPicture } from '../../../src/views/progress/calendar.ts'
import { liftPicture } from '../../../src/views/progress/lift.ts'
import { weightPicture } from '../../../src/views/progress/weight.ts'

const today = '2026-11-25'
const whose = { name: 'Anna', today }
const reader = { t: textsIn('he'), units: 'lb' as const }
const years = Array.from({ length: 1500 }, (_, back) => addDays(today, back - 1499))

// It waits in the person's row until it is drawn.
const sizeOf = (extra: unknown): number => JSON.stringify(extra).length

test('years of weighing and lifting make no long description', () => {
  const days = daysOf(years.map((date, at) => ({ date, kg: 90 - at / 150 })))
  const weight = weightPicture(reader, {
    ...whose,
    days,
    trend: trendLine(days),
    perWeek: -0.3,
    target: 75,
    from: null,
  })
  expect(sizeOf(weight)).toBeLessThan(6000)
  expect(weight).toMatchObject({ picture: { chart: { days: 1499, lead: { value: '176.5 lb' } } } })
  const points = years.map((date, at) => ({ date, total: 4000 + at, best: 100 + at / 100 }))
  const lift = liftPicture(reader, { ...whose, lift: 'Squat', measure: 'load', points, from: null })
  expect(sizeOf(lift)).toBeLessThan(4000)
  expect(lift).toMatchObject({ picture: { chart: { panels: [{ values: { length: 60 } }, {}] } } })
})

test('a year of days fits, in weeks that begin where the reader’s do', () => {
  const trained = years.map((date) => ({ date, sessionId: null, name: null, isWhole: true }))
  const adherence = adherenceOf([], trained, { from: addDays(today, -364), until: addDays(today, 3), today })
  const hebrew = calendarPicture(textsIn('he'), { ...whose, adherence })
  const english = calendarPicture(textsIn('en'), { ...whose, adherence })
  expect(sizeOf(hebrew)).toBeLessThan(14_000)
  expect(hebrew).toMatchObject({
    picture: { chart: { weekdays: ['א׳', 'ב׳', 'ג׳', 'ד׳', 'ה׳', 'ו׳', 'ש׳'] } },
  })
  expect(english).toMatchObject({
    picture: { chart: { weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] } },
  })
})

test('a week is of the month that most of its days which are shown are in', () => {
  const day = '2026-11-30'
  const adherence = adherenceOf([], [], { from: '2026-10-26', until: '2026-12-06', today: day })
  const labels = (language: 'en' | 'he') => {
    const { picture } = calendarPicture(textsIn(language), { name: 'Anna', today: day, adherence })
    return picture?.kind === 'chart' && picture.chart.kind === 'calendar'
      ? picture.chart.weeks.map(({ label }) => label)
      : []
  }
  expect(labels('en')).toEqual(['Oct', 'Nov', '', '', '', ''])
  expect(labels('he')).toEqual(['אוק׳', 'נוב׳', '', '', '', '', ''])
})
