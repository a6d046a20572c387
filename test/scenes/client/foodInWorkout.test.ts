import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaTrains({
  language = 'en',
  trainer = true,
}: { language?: 'en' | 'he'; trainer?: boolean } = {}) {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { ...(trainer && { trainer: dana }), language })
  await givePlan(world, anna, 'Mon Upper\nBench press 3x10 @60 rest 60')
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> [${language === 'en' ? '▶️ Start: Upper' : '▶️ להתחיל: Upper'}]
    anna< …
  `,
  )
  return { world, anna }
}

const eaten = (world: World) =>
  world.ask('select description, calories, meal_entry_id is not null as planned from eaten_meals')

test('food told in mid-workout is offered as a meal, and the set at hand is one tap away from it', async () => {
  const { world, anna } = await annaTrains()
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  await goes(
    world,
    `
    anna> I ate 2 eggs
    anna< Something you ate? Nothing is logged yet.
      🏋️ Upper · 1 of 1
      Bench press
      Set 1 of 3 · 10 × 60 kg
      …  [✅ 10 × 60 kg] [🍽 Log as a meal] [💬 Send to my trainer]
    anna> [🍽 Log as a meal]
    anna< Which meal was it?
      I ate 2 eggs  [Breakfast] [Lunch] [▶️ Back into the workout]
    anna> [Breakfast]
    anna< Noted: 2 eggs
      🍽 Breakfast · 08:00
      ≠ Something else was eaten: 2 eggs
      In all: 143 kcal · P 13 · C 1 · F 10  [▶️ Back into the workout]
    anna> (stale) [🍽 Log as a meal]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< …
    anna> [▶️ Back into the workout]
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 1 of 3 · 10 × 60 kg
    anna> I feel great
    anna< I could not read that as a set. For instance 8x60, 60kg x 8, 45s.
      …  [⋯ More] [💬 Send to my trainer]
  `,
  )
  expect(eaten(world)).toEqual([{ description: '2 eggs', calories: 143, planned: 1 }])
  const { phone } = world.member('anna')
  expect(
    phone
      .last()
      .buttons.flat()
      .map(({ label }) => label),
  ).not.toContain('🍽 Log as a meal')
})

test('without meals of a plan it is logged at once; the trainer can have the words instead; without one it is food alone', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    anna> 150g rice
    anna< …
    — crash —
    anna> [🍽 Log as a meal]
    anna< Noted: 150g rice
      🍽 Meal · 07:30…  [▶️ Back into the workout]
    anna> [▶️ Back into the workout]
    anna< …
    anna> drank a shake
    anna< …
    anna> [💬 Send to my trainer]
    anna< (toast) Sent to Dana.
    anna< …
    dana< 💬 Anna writes
      drank a shake
  `,
  )
  expect(eaten(world)).toEqual([{ description: '150g rice', calories: 195, planned: 0 }])
  const { world: alone } = await annaTrains({ trainer: false })
  await goes(
    alone,
    `
    anna> I ate 2 eggs
    anna< Something you ate? Nothing is logged yet.
      🏋️ Upper · 1 of 1…  [🍽 Log as a meal]
    anna> [🍽 Log as a meal]
    anna< …
  `,
  )
  expect(eaten(alone)).toHaveLength(1)
})

test('in a workout without a plan food is no exercise; at home it is offered too', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await goes(
    world,
    `
    anna> I ate 2 eggs
    anna< Something you ate? Nothing is logged yet.
      Today, Mon 23 Nov…  [🍽 Log as a meal] [💬 Send to my trainer]
    anna> [Without a plan]
    anna< …
    anna> I ate 3 eggs
    anna< Something you ate? Nothing is logged yet.
      Workout without a plan
      Which exercise? Send its name.  [🍽 Log as a meal] [💬 Send to my trainer]
    anna> bench press
    anna< Added: Bench press.…
    anna> 2 eggs
    anna< Something you ate? Nothing is logged yet.…
    anna> [🍽 Log as a meal]
    anna< Noted: 2 eggs…  [▶️ Back into the workout]
  `,
  )
  expect(eaten(world)).toHaveLength(1)
})

test('in Hebrew', async () => {
  const { world } = await annaTrains({ language: 'he' })
  await goes(
    world,
    `
    anna> אכלתי 2 ביצים
    anna< זה משהו שאכלת? עדיין לא נרשם כלום.
      🏋️ Upper · 1 מתוך 1…  [🍽 לרשום כארוחה] [💬 לשלוח למאמן/ת]
    anna> [🍽 לרשום כארוחה]
    anna< נרשם: 2 ביצים
      …  [▶️ בחזרה לאימון]
    anna> [▶️ בחזרה לאימון]
    anna< 🏋️ Upper · 1 מתוך 1
      לחיצת חזה…
  `,
  )
  expect(eaten(world)).toEqual([{ description: '2 ביצים', calories: 143, planned: 0 }])
})
