import { expect, test } from 'vitest'
import { cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** Anna has a day of meals, and has opened her lunch. */
async function lunchtime(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const dana = await world.trainer('Dana', { language })
  const anna = await world.client('Anna', { trainer: dana })
  for (const date of ['2026-11-23', '2026-11-24']) giveDay(world, anna, date, cuttingDay)
  await opens(world, 'Lunch')
  return { world, dana, anna }
}

const opens = (world: World, meal: string) =>
  plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ ${meal}]
    anna< …`,
  )

test('who has looked at what waits has seen that it waits', async () => {
  const { world, dana } = await lunchtime()
  const unseen = () =>
    world.ask(
      `select id from notifications where recipient_id = ? and is_read = 0 and type = 'waiting'`,
      dana.userId ?? 0,
    )
  await plays(
    world,
    `
    anna> (sends photo)
    anna< …
    — 16m later —
    dana< 🔎 One waits for your word.…
  `,
  )
  expect(unseen()).toHaveLength(1)
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
  `,
  )
  expect(unseen()).toEqual([])
})

const nudges = (world: World) =>
  world
    .ask<{ state: string }>(`select state from deliveries where kind = 'waiting' order by id`)
    .map(({ state }) => state)

test('a quarter of an hour after the first photo the trainer hears of all that wait, quietly, once a day', async () => {
  const { world, dana } = await lunchtime()
  await plays(
    world,
    `
    anna> (sends photo)
    anna< …
    — 10m later —
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> (sends photo)
    anna< …
    — 5m later —
    dana< 🔎 2 wait for your word.
      Photos and clips of meals and lifts.  [🔎 Review: 2 wait]
    `,
  )
  expect(dana.phone.last().silent).toBe(true)
  await plays(
    world,
    `
    dana> [🔎 Review: 2 wait]
    dana< (photo) …
    dana> [✅]
    dana< …
    dana> [✅]
    dana< (toast) …
    dana< 🎉 Nothing waits.…
    — 2m later —
    anna< …
    anna> (sends photo)
    anna< …
    — 1h later —
    `,
  )
  expect(nudges(world)).toEqual(['sent'])
  await plays(world, '— 20h later —')
  await opens(world, 'Lunch')
  await plays(
    world,
    `
    anna> (sends photo)
    anna< …
    — 15m later —
    dana< 🔎 2 wait for your word.…
    `,
  )
})

test('what was looked at before that is not told, and a later photo is', async () => {
  const { world } = await lunchtime()
  await plays(
    world,
    `
    anna> (sends photo)
    anna< …
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    — 15m later —
    anna< 🔎 Dana looked at what you showed:…
    `,
  )
  expect(nudges(world)).toEqual(['cancelled'])
  await plays(
    world,
    `
    anna> (sends photo)
    anna< …
    — 15m later —
    dana< 🔎 One waits for your word.…
    `,
  )
})

test('killed before it is due, it comes once; in Hebrew', async () => {
  const { world } = await lunchtime('he')
  await plays(
    world,
    `
    anna> (sends photo)
    anna< …
    — crash —
    — 15m later —
    dana< 🔎 הערכה אחת מחכה לך.
      תמונות וסרטונים של ארוחות ותרגילים.  [🔎 להערכה: אחת מחכה]
    — crash —
    — 15m later —
    `,
  )
  expect(nudges(world)).toEqual(['sent'])
})

test('a verdict waits for the words its coach is asked for, and both are one message; no longer than ten minutes', async () => {
  const { world } = await lunchtime()
  const judged = `
    anna> (sends photo)
    anna< …
    dana> /review
    dana< …
    dana> [⚠️]
    dana< …`
  await plays(
    world,
    `${judged}
    — 5m later —
    dana> Half the rice, please.
    dana< …
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Lunch…
      💬 Half the rice, please.…
  `,
  )
  await opens(world, 'Breakfast')
  await plays(
    world,
    `${judged}
    — 9m later —
    — 1m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Breakfast…
  `,
  )
})
