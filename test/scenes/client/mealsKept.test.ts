import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const eaten = (world: World) =>
  world.ask(`select status, as_planned as planned, description as said, calories as kcal, reason
    from eaten_meals order by id`)

async function annaCuts() {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return world
}

test('a number taken out of a message is out of the sum; what other messages said of that food counts', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> shawarma 4000 kcal
    anna< Noted: shawarma 4000 kcal…
    anna> (edits 1 back) shawarma
    anna< Corrected: shawarma…
  `,
  )
  expect(eaten(world)).toMatchObject([{ said: 'shawarma', kcal: null }])
  await goes(
    world,
    `
    anna> (edits 1 back) shawarma 900 kcal
    anna< Corrected: shawarma 900 kcal…
    anna> [‹ The day]
    anna< …
    anna> [➕ Something else]
    anna< …
    anna> falafel 500 kcal
    anna< …
    anna> (edits 1 back) shawarma
    anna< Corrected: shawarma…
  `,
  )
  expect(eaten(world)).toMatchObject([{ kcal: 900 }, { said: 'shawarma', kcal: 900 }])
})

test('a message edited while its meal is asked for is taken as it is now', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `
    anna> Pizza 700 kcal
    anna< Which meal was it?
      Pizza 700 kcal…
    anna> (edits 1 back) Pizza 900 kcal
    anna< Which meal was it?
      Pizza 900 kcal…
    anna> [Lunch]
    anna< Noted: Pizza 900 kcal…
    anna> (edits 1 back) Pizza 950 kcal
    anna< Corrected: Pizza 950 kcal…
    anna> /meals soup 200 kcal
    anna< Which meal was it?…
    anna> (edits 1 back) /meals soup 300 kcal
    anna< Which meal was it?
      soup 300 kcal…
    anna> (edits 1 back) 82.4 kg
    anna< I could not read that as food, so nothing was noted…
  `,
  )
  expect(eaten(world)).toMatchObject([{ said: 'Pizza 950 kcal', kcal: 950 }])
})

test('a message edited while it is asked whether it takes the place of a meal is asked about as it is now', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
    anna> Pizza 700 kcal
    anna< Lunch is logged already. Shall this take its place?
      Pizza 700 kcal…
    anna> (edits 1 back) Pizza 900 kcal
    anna< Lunch is logged already. Shall this take its place?
      Pizza 900 kcal…
    anna> (edits 1 back) 82.4 kg
    anna< I could not read that as food, so nothing was noted…
    anna> Pizza 700 kcal
    anna< Lunch is logged already. Shall this take its place?…
    anna> (edits 1 back) Pizza 800 kcal
    anna< …
    anna> yes
    anna< Noted: Pizza 800 kcal…
  `,
  )
  expect(eaten(world)).toMatchObject([{ planned: 0, kcal: 800 }])
})

test('a command before what was eaten is no food when it is changed', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `
    anna> /meals Pizza 700 kcal
    anna< …
    anna> [➕ None of them]
    anna< …
    anna> (edits 1 back) /meals Pizza 800 kcal
    anna< Corrected: Pizza 800 kcal…
    anna> (edits 1 back) /meals@spotter_bot pasta 600 kcal
    anna< Corrected: pasta 600 kcal…
  `,
  )
  expect(world.ask('select description as food, calories as kcal from eaten_foods')).toEqual([
    { food: 'pasta', kcal: 600 },
  ])
})

/** Anna's breakfast, of which she chose the bread. */
const rye = `
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [○ 2 slices rye bread]
    anna< …`

test.each([
  [
    'a word changed into another for the same',
    `
    anna> done
    anna< …
    anna> (edits 1 back) as planned
    anna< Corrected: as planned…`,
  ],
  [
    'a photo',
    `
    anna> (sends photo)
    anna< …
    anna> [✅ Ate as planned]
    anna< …`,
  ],
  [
    'a photo with words',
    `
    anna> (sends photo) as planned
    anna< …`,
  ],
  [
    'a photo that was asked for',
    `
    anna> [📷 Photo]
    anna< …
    anna> (sends photo)
    anna< …
    anna> [✅ Ate as planned]
    anna< …`,
  ],
  [
    'the way back from the photo',
    `
    anna> [📷 Photo]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [✅ Ate as planned]
    anna< …`,
  ],
  [
    'the way back from something else',
    `
    anna> [≠ Something else]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [✅ Ate as planned]
    anna< …`,
  ],
  [
    'saying so where something else was asked for',
    `
    anna> [≠ Something else]
    anna< …
    anna> as planned
    anna< …`,
  ],
  [
    'a question that was answered with no',
    `
    anna> can I have pizza instead?
    anna< Shall I note this as eaten?…
    anna> no
    anna< …
    anna> [✅ Ate as planned]
    anna< …`,
  ],
])('what was chosen of a meal outlives %s', async (_, then) => {
  const world = await annaCuts()
  await goes(world, rye + then)
  expect(eaten(world)).toMatchObject([{ planned: 1, kcal: 390 }])
})

test('an old weight corrected into a surprising one leaves the question that is open, and says so', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `
    anna> /weighin yesterday 80
    anna< …
    anna> /weighin 80
    anna< …
    anna> /meals
    anna< …
    anna> pizza 700 kcal
    anna< Which meal was it?…
    anna> (edits 3 back) /weighin 95
    anna< 95 kg is far from your other weights, so it stays: 80 kg · Mon 23 Nov. If it is right, correct it under /weighin.
      Which meal was it?
      pizza 700 kcal…
    anna> [Lunch]
    anna< Noted: pizza 700 kcal…
  `,
  )
  expect(eaten(world)).toMatchObject([{ kcal: 700 }])
  expect(world.ask('select distinct weight as kg from weigh_ins')).toEqual([{ kg: 80 }])
})

const skippedLunch = `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> skipped
    anna< …
    anna> no time
    anna< The reason is noted…`

test('the word that skipped a meal is heard when it is changed, after its reason was told too', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `${skippedLunch}
    anna> (edits 2 back) Skipped.
    anna< Corrected: Skipped…`,
  )
  expect(eaten(world)).toMatchObject([{ status: 'skipped', reason: 'no time' }])
  await goes(
    world,
    `
    anna> (edits 1 back) no time at all
    anna< Corrected: no time at all…
    anna> (edits 2 back) pizza 600 kcal
    anna< Corrected: pizza 600 kcal…
    anna> (edits 2 back) pizza 650 kcal
    anna< Corrected: pizza 650 kcal…
  `,
  )
  expect(eaten(world)).toEqual([
    { status: 'eaten', planned: 0, said: 'pizza 650 kcal', kcal: 650, reason: null },
  ])
})

test('the word that skipped a meal says nothing of it any more once that was taken back', async () => {
  const world = await annaCuts()
  await goes(
    world,
    `${skippedLunch}
    anna> [↩️ Undo]
    anna< …
    anna> (edits 2 back) pizza 600 kcal
  `,
  )
  expect(eaten(world)).toEqual([])
})
