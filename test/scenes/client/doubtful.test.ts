import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaTrains(language: 'en' | 'he' = 'en'): Promise<World> {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  await givePlan(world, anna, 'Mon Upper\nBench press 3x10 @60 rest 60\nPlank 2x45s')
  const start = language === 'en' ? '▶️ Start: Upper' : '▶️ להתחיל: Upper'
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> [${start}]
    anna< …
  `,
  )
  return world
}

const sets = (world: World) =>
  world.ask('select set_number as no, reps, seconds, weight as kg from set_logs order by id')

test('3x10 of a plan of 3 sets of 10 is asked about, not taken for 3 reps of 10 kg', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 3x10
    anna< Bench press: how did you mean 3x10?
      Nothing is logged yet.  [3 sets: 10 × 60 kg] [One set: 3 × 10 kg] [‹ Back]
    anna> [3 sets: 10 × 60 kg]
    anna< Logged: Bench press, set 1: 10 reps × 60 kg; set 2: 10 reps × 60 kg; set 3: 10 reps × 60 kg
      🏋️ Upper · 2 of 2
      Plank…
    anna> (stale) [3 sets: 10 × 60 kg]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< …
    anna> 2x45
    anna< Plank: how did you mean 2x45?
      Nothing is logged yet.  [2 sets: 45 s] [One set: 2 × 45 kg]
    anna> 45
    anna< Logged: Plank, set 1: 45 s…
  `,
  )
  expect(sets(world)).toEqual([
    { no: 1, reps: 10, seconds: null, kg: 60 },
    { no: 2, reps: 10, seconds: null, kg: 60 },
    { no: 3, reps: 10, seconds: null, kg: 60 },
    { no: 1, reps: null, seconds: 45, kg: null },
  ])
})

test('one set after all; the way back logs nothing; the message can be edited into what was meant', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 3x10
    anna< …
    anna> [One set: 3 × 10 kg]
    anna< Logged: Bench press, set 1: 3 reps × 10 kg
      🏋️ Upper · 1 of 2
      Bench press
      Set 2 of 3 · 10 × 60 kg…
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 1.
    anna< 🏋️ Upper · 1 of 2
      Bench press
      Set 1 of 3 · 10 × 60 kg
    anna> 2x10
    anna< …
    anna> [‹ Back]
    anna< 🏋️ Upper · 1 of 2
      Bench press
      Set 1 of 3 · 10 × 60 kg
    anna> 3x10
    anna< …
    anna> (edits 1 back) 9x60
    anna< Logged: Bench press, set 1: 9 reps × 60 kg…
    anna> (stale) [3 sets: 10 × 60 kg]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< …
  `,
  )
  expect(sets(world)).toEqual([{ no: 1, reps: 9, seconds: null, kg: 60 }])
})

test('what told of several sets says all of them anew; one set is not made several in silence', async () => {
  const world = await annaTrains()
  await goes(
    world,
    `
    anna> 3x10
    anna< …
    anna> [3 sets: 10 × 60 kg]
    anna< …
    anna> (edits 1 back) 3x8
    anna< Corrected: Bench press, set 1: 8 reps × 60 kg; set 2: 8 reps × 60 kg; set 3: 8 reps × 60 kg
      …
    anna> [‹]
    anna< …
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 3.
    anna< …
    anna> 9x60
    anna< …
    anna> (edits 1 back) 2x10
    anna< I could not read the changed message as a set, so what it logged stays as it is.
      …
  `,
  )
  expect(sets(world).map(({ reps, kg }) => [reps, kg])).toEqual([
    [8, 60],
    [8, 60],
    [9, 60],
  ])
})

test('a load out of all proportion is no load in silence, whatever was planned; a unit leaves no doubt', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  await givePlan(world, anna, 'Mon Upper\nBench press 3x5 @80 rest 60')
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> 3x10
    anna< Bench press: how did you mean 3x10?
      Nothing is logged yet.  [3 sets: 10 × 80 kg] [One set: 3 × 10 kg] [‹ Back]
    anna> [‹ Back]
    anna< …
    anna> 8x3
    anna< Bench press: how did you mean 8x3?
      Nothing is logged yet.  [3 sets: 8 × 80 kg] [One set: 3 × 8 kg] [‹ Back]
    anna> 3x40
    anna< Logged: Bench press, set 1: 3 reps × 40 kg…
    anna> 3x10kg
    anna< Logged: Bench press, set 2: 3 reps × 10 kg…
  `,
  )
  expect(sets(world).map(({ reps, kg }) => [reps, kg])).toEqual([
    [3, 40],
    [3, 10],
  ])
})

test('in Hebrew', async () => {
  const world = await annaTrains('he')
  await goes(
    world,
    `
    anna> 2x10
    anna< לחיצת חזה: מה הכוונה ב־2x10?
      עדיין לא נרשם כלום.  [שני סטים: 10 × 60 ק״ג] [סט אחד: 2 × 10 ק״ג] [‹ חזרה]
    anna> [שני סטים: 10 × 60 ק״ג]
    anna< נרשם: …
  `,
  )
  expect(sets(world)).toHaveLength(2)
})
