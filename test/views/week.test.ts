import { expect, test } from 'vitest'
import { type Language, plainText, textsIn } from '../../src/texts/texts.ts'
import { type WeekData, weekView } from '../../src/views/attention/week.ts'

const quiet = {
  trained: 0,
  left: 0,
  missedMeals: 0,
  isIdle: false,
  away: [],
  change: null,
  changeSince: null,
  isGoalReached: false,
}

/** What a line says of a week. */
function lineOf(language: Language, week: Partial<WeekData>): string {
  const reader = { t: textsIn(language), units: 'kg' as const }
  const client = { name: 'Anna', planned: 0, missed: 0, ...quiet, ...week }
  const view = weekView(reader, { clients: [client], monday: '2026-11-23' }, { lines: 30, characters: 4096 })
  const line = view?.html.split('\n').find((one) => one.includes('Anna')) ?? ''
  return plainText(line).replace(/[\u200e\u200f\u2066-\u2069]/g, '')
}

test.each([
  ['en', { planned: 1, missed: 0 }, 'Anna: 🏋️ 1 of 1'],
  ['en', { planned: 2, missed: 0 }, 'Anna: 🏋️ all 2'],
  ['en', { planned: 3, missed: 1 }, 'Anna: 🏋️ missed 1 of 3'],
  ['en', { trained: 1 }, 'Anna: 🏋️ 1'],
  // One set of eleven is no workout that was done.
  ['en', { left: 1 }, 'Anna: ◐ one broken off'],
  ['en', { planned: 3, missed: 0, trained: 2, left: 1 }, 'Anna: 🏋️ 2 · ◐ one broken off'],
  ['en', { planned: 3, missed: 2, left: 1 }, 'Anna: 🏋️ missed 2 of 3 · ◐ one broken off'],
  ['en', { isIdle: true }, 'Anna: 🏋️ nothing trained'],
  ['en', { isIdle: true, planned: 2, missed: 1 }, 'Anna: 🏋️ missed 1 of 2'],
  ['en', { change: -0.8 }, 'Anna: ⚖️ −0.8 kg'],
  ['en', { change: -0.8, changeSince: '2026-11-04' }, 'Anna: ⚖️ −0.8 kg since Wed 4 Nov'],
  ['en', { change: 0, changeSince: '2026-11-04' }, 'Anna: ⚖️ steady since Wed 4 Nov'],
  ['he', { isIdle: true }, 'Anna: 🏋️ אף אימון'],
  ['he', { planned: 1, missed: 0 }, 'Anna: 🏋️ 1 מתוך 1'],
  ['he', { planned: 2, missed: 0 }, 'Anna: 🏋️ שני האימונים'],
  ['he', { planned: 3, missed: 0 }, 'Anna: 🏋️ כל ה־3'],
  ['he', { planned: 3, missed: 1 }, 'Anna: 🏋️ הוחמץ 1 מתוך 3'],
  ['he', { planned: 3, missed: 2 }, 'Anna: 🏋️ הוחמצו 2 מתוך 3'],
] as const)('a week in "%s" with %o is "%s"', (language, week, words) => {
  expect(lineOf(language, week)).toBe(words)
})
