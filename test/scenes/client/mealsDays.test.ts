import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

const eaten = (world: World) =>
  world.ask('select local_date as day, description as said, calories as kcal from eaten_meals order by id')

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaEats(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-26T07:50:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  return { world, anna }
}

test('a day said with the food is the day of the meal, and the answer names it', async () => {
  const { world, anna } = await annaEats()
  giveDay(world, anna, '2026-11-25', cuttingDay, cutting)
  await goes(
    world,
    `
    anna> /meals yesterday pizza 600 kcal
    anna< Which meal of Wed 25 Nov was it?
      pizza 600 kcal  [Breakfast] [Lunch] [➕ None of them] [Cancel]
    anna> [Lunch]
    anna< Noted for Wed 25 Nov: pizza 600 kcal
      🍽 Lunch · 13:00 · Wed 25 Nov
      💬 salad first
      ≠ Something else was eaten: pizza
      In all: 600 kcal…
    anna> yesterday I had rice 300 kcal
    anna< Lunch, Wed 25 Nov is logged already. Shall this take its place?
      I had rice 300 kcal  [Yes, note it] [No]
    anna> [No]
    anna< …
    anna> /meals
    anna< …
    anna> I had 2 eggs on monday
    anna< Noted for Mon 23 Nov: 2 eggs
      🍽 Meal · Mon 23 Nov
      ✅ Eaten: 2 eggs
      In all: 143 kcal · P 13 · C 1 · F 10…
    anna> (edits that) on monday 3 eggs
    anna< Corrected: 3 eggs
      🍽 Meal · Mon 23 Nov…
    anna> (edits that) yesterday 3 eggs
    anna< The changed message says another day, so the meal stays as it was. You can take it back there and write it anew.
      🍽 Meal · Mon 23 Nov…
    anna> /meals yesterday
    anna< 🍽 Meals, Wed 25 Nov…
  `,
  )
  expect(eaten(world)).toEqual([
    { day: '2026-11-25', said: 'pizza 600 kcal', kcal: 600 },
    { day: '2026-11-23', said: '3 eggs', kcal: 215 },
  ])
})

test('said on the card of another day’s meal too; a day out of reach is refused', async () => {
  const { world, anna } = await annaEats()
  giveDay(world, anna, '2026-11-26', cuttingDay, cutting)
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> yesterday pizza 600 kcal
    anna< Noted for Wed 25 Nov: pizza 600 kcal
      🍽 Meal · Wed 25 Nov
      ✅ Eaten: pizza
      In all: 600 kcal…
    anna> /meals 2026-11-10 rice 300 kcal
    anna< Meals can be logged for today and the 7 days before it.…
  `,
  )
  expect(eaten(world)).toEqual([{ day: '2026-11-25', said: 'pizza 600 kcal', kcal: 600 }])
})

test('in Hebrew', async () => {
  const { world } = await annaEats('he')
  await goes(
    world,
    `
    anna> /meals אתמול פיצה 600 קל
    anna< נרשם, יום ד׳, 25 בנוב׳: פיצה 600 קל
      🍽 ארוחה · יום ד׳, 25 בנוב׳
      ✅ נאכל: פיצה
      סך הכול: 600 קק״ל…
    anna> אכלתי אתמול אורז 300 קק״ל
    anna< נרשם, יום ד׳, 25 בנוב׳: אורז 300 קק״ל…
  `,
  )
  expect(eaten(world)).toEqual([
    { day: '2026-11-25', said: 'פיצה 600 קל', kcal: 600 },
    { day: '2026-11-25', said: 'אורז 300 קק״ל', kcal: 300 },
  ])
})
