import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaCuts(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return { world, anna }
}

const photos = (world: World) =>
  world.ask('select purpose, eaten_meal_id as meal, review_id as review, caption from photos order by id')
const uploads = (world: World) =>
  world.ask(
    'select marked_ok as ok, image_path is not null as shown, eaten_meal_id as meal from meal_uploads order by id',
  )
const reviews = (world: World) => world.ask('select eaten_meal_id as meal, state from reviews order by id')

test('a photo sent inside a meal may be of another one, or of none: one tap leads to the question', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends 2 photos)
    anna< …
    — 2s later —
    anna< 📷 2 noted. Your trainer will look at them.
      🍽 Lunch · 13:00…  [‹ The day] [↪️ Not this meal]
    anna> (twice) [↪️ Not this meal]
    anna< (alert) That is not there (any more).
    anna< 🍽 Lunch · 13:00
      💬 salad first
      • 150g chicken breast – 248 kcal · P 46 · F 5
      …  [✅ Ate as planned]
    anna< 📷 2 kept, for you and your trainer. What are they?  [🍽 Breakfast] [🍽 A meal besides the plan] [🎥 Form check …] [Just keep them] [🗑 Delete]
  `,
  )
  expect(photos(world)).toMatchObject([
    { purpose: 'unsorted', meal: null, review: null },
    { purpose: 'unsorted', meal: null, review: null },
  ])
  expect([uploads(world), reviews(world), world.rows('eaten_meals')]).toEqual([[], [], []])
  await goes(
    world,
    `
    anna> [🍽 Breakfast]
    anna< 📷 2 noted. Your trainer will look at them.
      🍽 Breakfast · 08:00…  [↪️ Not this meal]
    anna> [↪️ Not this meal]
    anna< …
    anna> [🎥 Form check …]
    anna< 🎥 Which lift is it?…
  `,
  )
})

test('what else is known of the meal stays when a photo goes: other photos wait on, what the caption said goes along', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    anna> (sends photo) burger 800 kcal
    anna< Noted: burger 800 kcal
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: burger
      In all: 800 kcal
      📷 2 photos  [↪️ Not this meal]
    anna> [↪️ Not this meal]
    anna< 🍽 Lunch · 13:00
      💬 salad first
      📷 A photo was sent. Was it as planned?
      📷 One photo…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Breakfast]
  `,
  )
  expect(photos(world)).toMatchObject([
    { purpose: 'meal', meal: 1, review: 1 },
    { purpose: 'unsorted', meal: null, review: null, caption: 'burger 800 kcal' },
  ])
  expect(reviews(world)).toEqual([{ meal: 1, state: 'waiting' }])
  expect(uploads(world)).toHaveLength(1)
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [📷 Lunch]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
    anna> (sends photo)
    anna< …  [↪️ Not this meal]
    anna> [↪️ Not this meal]
    anna< 🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.…
    anna< 📷 Kept, for you and your trainer. What is it?…
  `,
  )
  expect(world.ask('select as_planned from eaten_meals')).toEqual([{ as_planned: 1 }])
  expect(uploads(world)).toEqual([{ ok: 1, shown: 1, meal: 1 }])
})

test('a meal outside the plan that was a photo alone goes with it; once the trainer has said something it stays', async () => {
  const { world } = await annaCuts('he')
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> (sends photo)
    anna< …
    anna> [🍽 ארוחה מחוץ לתפריט]
    anna< …  [↪️ לא הארוחה הזאת]
    anna> [↪️ לא הארוחה הזאת]
    anna< 🍽 ארוחות…
    anna< 📷 נשמר…  [🍽 Lunch] [🍽 Breakfast] [🍽 ארוחה מחוץ לתפריט] [🎥 בדיקת טכניקה …] [🧍 התקדמות] [רק לשמור] [🗑 למחוק]
    anna> [🍽 ארוחה מחוץ לתפריט]
    anna< …
  `,
  )
  expect(world.rows('eaten_meals')).toHaveLength(1)
  await world.orm.em.getConnection().execute("update reviews set state = 'done', verdict = 'good'")
  await goes(
    world,
    `
    anna> [↪️ לא הארוחה הזאת]
    anna< (alert) …
    anna< 🍽 ארוחה · 13:05…
  `,
  )
  expect(photos(world)).toMatchObject([{ purpose: 'meal', meal: 2 }])
})
