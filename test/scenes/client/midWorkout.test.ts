import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaTrains(): Promise<World> {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  await givePlan(world, anna, 'Mon Upper\nBench press 3x10 @60 rest 60\nThu Lower\nSquat 3x5 @100')
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
  `,
  )
  return world
}

const labels = (world: World) =>
  world
    .member('anna')
    .phone.last()
    .buttons.flat()
    .map(({ label }) => label)

test('a card that leads back by itself has that one button', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 10x60
    anna< …
    anna> /history
    anna< …  [▶️ Back into the workout]
    anna> [Mon 23 Nov · Upper]
    anna< Upper…  [↩️ Back into the workout]
  `,
  )
  expect(labels(world).filter((label) => label.includes('Back into'))).toHaveLength(1)
})

test('words typed under another card are about that card; sets are sets from anywhere', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> /weighin
    anna< …
    anna> heavy
    anna< I could not read that as a weight.…  [💬 Send to my trainer]
    anna> /progress
    anna< …
    anna> what is that
    anna< I could not place that. Is it for your trainer?…
    anna> 9x60
    anna< Logged: Bench press, set 1: 9 reps × 60 kg
      🏋️ Upper · 1 of 1…
    anna> heavy
    anna< I could not read that as a set.…
  `,
  )
  expect(world.rows('set_logs')).toHaveLength(1)
})

test('a photo of something else is asked about in full, and a meal it was sorted into is named', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> (sends photo)
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.
      🏋️ Upper · 1 of 1…
    anna> [✏️ Another set]
    anna< …
    anna> [It is something else]
    anna< 🏋️ Upper · 1 of 1…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [🧍 Progress] [🎥 Form: Bench press, set 1]
    anna> [🍽 Lunch]
    anna< 🍽 Lunch
      📷 Noted. Your trainer will look at it.
      🏋️ Upper · 1 of 1…  [↪️ Not this meal]
  `,
  )
})

test('the side of a photo of progress: the question has a way out; in a check-in progress comes first', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> /checkin
    anna< …
    anna> (sends photo)
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…
    anna< 📷 Kept, for you and your trainer. What is it?  [🧍 Progress] [🍽 Lunch]
    anna> [🧍 Progress]
    anna< 🧍 Which side does it show?  [front] [side] [back] [Something else …]
    anna< 📋 Check-in, Mon 23 Nov · 1 of 10…
    — crash —
    anna> [Something else …]
    anna< 📷 Kept, for you and your trainer. What is it?  [🧍 Progress] [🍽 Lunch]
  `,
  )
})

test('photos that an undone meal leaves may be anything', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    anna> [↩️ Undo]
    anna< …
    anna> [Something else …]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [🎥 Form: Bench press, set 1] [🎥 Form check …] [🧍 Progress]
    anna< …
  `,
  )
})
