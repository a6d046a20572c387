import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { giveWeek, put } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaEats(at: string, off: readonly ReminderKind[], language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at, reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  for (const kind of [...off, 'weighIn', 'checkIn', 'workout', 'meal'])
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  return { world, anna }
}

/** Days of meals that were written as one text, of one meal each. */
function giveSeries(
  world: World,
  { userId = 0 }: Member,
  dates: readonly string[],
  title: string | null = 'Cutting',
): void {
  const span = { start_date: dates[0] ?? '', end_date: dates.at(-1) ?? '' }
  const series = put(world, 'meal_series', { client_id: userId, trainer_id: null, ...span })
  for (const date of dates) {
    const plan = put(world, 'meal_plans', { client_id: userId, date, title, meal_series_id: series })
    put(world, 'meal_entries', { meal_plan_id: plan, name: 'Lunch', order_index: 0 })
  }
}

const november = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, index) => `2026-11-${String(from + index).padStart(2, '0')}`)

test('the end of meals is told three days before and on the last day, in the card of the morning', async () => {
  const { world, anna } = await annaEats('2026-11-25T20:00:00Z', [])
  giveSeries(world, anna, november(16, 29))
  await world.app.plan()
  await goes(
    world,
    `
    — Thursday 07:30 —
    anna< ☀️ Good morning! Thu 26 Nov
      🏁 Your meals Cutting end Sun 29 Nov.
      ◻ Lunch  [🍽 Meals] [The whole day]
    dana< 🍽 Anna: the planned meals end Sun 29 Nov.  [👤 Anna]
    — Friday 07:30 —
    anna< ☀️ Good morning! Fri 27 Nov
      ◻ Lunch  [🍽 Meals] [The whole day]
    — Saturday 07:30 —
    anna< ☀️ Good morning! Sat 28 Nov
      ◻ Lunch  [🍽 Meals] [The whole day]
    — Sunday 07:30 —
    anna< ☀️ Good morning! Sun 29 Nov
      🏁 Today is the last day of your meals Cutting.
      ◻ Lunch  [🍽 Meals] [The whole day]
  `,
  )
})

test('meals and a plan that end on one day are told in one message where no card comes', async () => {
  const { world, anna } = await annaEats('2026-11-26T08:00:00Z', ['morning'], 'he')
  await givePlan(world, anna, upperLower, { from: '2026-11-16' })
  await write(world, `update workout_plans set end_date = '2026-11-29'`)
  giveSeries(world, anna, november(16, 29), null)
  await world.app.plan()
  await goes(
    world,
    `
    — 08:30 —
    dana< 🏁 Anna: …
    — 10:30 —
    anna< 🏁 התוכנית שלך Upper/Lower מסתיימת ביום א׳, 29 בנוב׳.
      🏁 התפריט שלך תפריט מסתיים ביום א׳, 29 בנוב׳.
      גם המאמן או המאמנת כבר יודעים.  [📋 התוכנית שלי] [🍽 ארוחות]
    dana< 🍽 Anna: …
    anna> [🍽 ארוחות]
    anna< …
  `,
  )
})

const told = (world: World) =>
  world
    .member('Anna')
    .phone.chat()
    .filter(({ text }) => text.includes('🏁'))

test('a weekly menu that ends is told too', async () => {
  const { world, anna } = await annaEats('2026-11-26T08:00:00Z', ['morning'])
  giveWeek(world, anna, { start_date: '2026-11-01', end_date: '2026-11-29', name: 'Lean' }, [{ meal: {} }])
  await world.app.plan()
  await goes(
    world,
    '— 10:30 —\nanna< 🏁 Your meals Lean end Sun 29 Nov.\n  Your trainer knows.  [🍽 Meals]\ndana< 🍽 …',
  )
})

test.each<[string, (world: World, anna: Member) => void]>([
  ['days that follow', (world, anna) => giveSeries(world, anna, ['2026-11-30'])],
  [
    'a weekly menu without an end',
    (world, anna) => giveWeek(world, anna, { start_date: '2026-11-01' }, [{ meal: {} }]),
  ],
])('meals with %s after them do not end', async (_, more) => {
  const { world, anna } = await annaEats('2026-11-26T06:00:00Z', [])
  giveSeries(world, anna, november(16, 29))
  more(world, anna)
  await world.app.plan()
  await world.advanceTo('12:00')
  expect(told(world)).toEqual([])
})

test('a menu that has not begun is not called ending', async () => {
  const { world, anna } = await annaEats('2026-11-26T06:00:00Z', ['morning'])
  giveSeries(world, anna, november(28, 29))
  await world.app.plan()
  await world.advanceTo('12:00')
  expect(told(world)).toEqual([])
})

const daily = `Split
Mon: Upper
Bench press 2x6-8 80kg rest 2m
Tue: Lower
Back squat 2x5 100kg
Wed: Pull
Barbell row 2x10 60kg`

const twice = daily.replace('Split', 'Other')

test('what is still open is one line of yesterday alone, with one button', async () => {
  const { world, anna } = await annaEats('2026-11-24T20:00:00Z', [])
  await givePlan(world, anna, daily, { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  await goes(
    world,
    `
    — Wednesday 07:30 —
    anna< ☀️ Good morning! Wed 25 Nov
      🏋️ Pull
      • Barbell row – 2 × 10 × 60 kg
      Next: Upper, Mon 30 Nov.
      Still open from yesterday: Lower. It can be done today.
      [▶️ Start: Pull] [▶️ Start: Lower] [The whole day]
    — Thursday 07:30 —
    anna< ☀️ Good morning! Thu 26 Nov
      🌿 Nothing is planned for today.
      Next: Upper, Mon 30 Nov.
      Still open from yesterday: Pull. It can be done today.  [▶️ Start: Pull] [The whole day]
    — Friday 07:30 —
    anna< ☀️ Good morning! Fri 27 Nov
      🌿 Nothing is planned for today.
      Next: Upper, Mon 30 Nov.  [The whole day]
  `,
  )
})

test('two of yesterday are one line and one button all the same', async () => {
  const { world, anna } = await annaEats('2026-11-25T20:00:00Z', [])
  await givePlan(world, anna, daily, { from: '2026-11-23' })
  await givePlan(world, anna, twice.replace('Wed: Pull', 'Wed: Arms'), { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  await goes(
    world,
    `
    — Thursday 07:30 —
    anna< ☀️ Good morning! Thu 26 Nov
      🌿 Nothing is planned for today.
      Next: Upper, Mon 30 Nov.
      Still open from yesterday: Pull and Arms. It can be done today.  [Another day’s workout] [The whole day]
    anna> [Another day’s workout]
    anna< …
  `,
  )
})

test('whoever switched missed workouts off is offered none in the card either', async () => {
  const { world, anna } = await annaEats('2026-11-24T20:00:00Z', ['missed'])
  await givePlan(world, anna, daily, { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  await goes(
    world,
    `
    — Thursday 07:30 —
    anna< …
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Missed workout]
    anna< 🔕 Missed workout: off…
    anna> [🔔 Switch on]
    anna< 🔔 Missed workout: the day after, with “Your day”, else 12:00
      The card of your day offers it, with its button. By itself it comes only on a day without that card.
      Send another hour, such as 7:30.…
  `,
  )
  const cards = anna.phone.chat().filter(({ text }) => text.startsWith('☀️'))
  expect(cards).toHaveLength(2)
  for (const { text } of cards) expect(text).not.toContain('Still open')
})
