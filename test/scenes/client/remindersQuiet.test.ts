import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** Tuesday 24 November 2026, half past nine in the evening: from ten to seven nobody is disturbed. */
async function annaRests(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-24T21:30:00Z', reminds: true })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  await world.app.plan()
  return world
}

const shown = `
    anna> (sends photo)
    anna< …
    anna> [🍽 A meal]
    anna< …
    — 23:00 —
    dana< 🔎 One waits for your word.…
    dana> /review
    dana< …
    dana> [✅]
    dana< …`

const judged = (world: World) => world.rows('deliveries', `kind = 'verdicts'`).map((row) => row['state'])

test('a verdict given at eleven is held, and comes at seven by itself', async () => {
  const world = await annaRests()
  await goes(
    world,
    `${shown}
    — 23:30 —
    — Wednesday 06:59 —
  `,
  )
  expect(judged(world)).toEqual(['held'])
  await goes(
    world,
    `
    — 07:00 —
    anna< 🔎 Dana looked at what you showed:
      ✅ Meal, Tue 24 Nov
  `,
  )
  expect(judged(world)).toEqual(['sent'])
})

test('a verdict and a changed plan at night come as one note in the morning', async () => {
  const world = await annaRests('he')
  await goes(
    world,
    `
    anna> (sends photo)
    anna< …
    anna> [🍽 ארוחה]
    anna< …
    — 23:00 —
    dana< 🔎 One waits for your word.…
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    dana> /assign Anna
    dana< …
    dana> Arms, 6 weeks from Monday
      Mon Arms
      Curl 3x10
    dana< …
    dana> [✅ Assign]
    dana< …
    dana> [Beside it]
    dana< …
    — Wednesday 07:00 —
    anna< 🌙 בשעות השקט
      🔎 ההערכה של Dana על מה ששלחת:
      ✅ ארוחה, יום ג׳, 24 בנוב׳
      · · ·
      🆕 …Arms…
  `,
  )
})

test('the end of a rest is told at any hour', async () => {
  const world = await annaRests()
  await goes(
    world,
    `
    — 23:00 —
    anna> /today
    anna< …
    anna> [Upper …]
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    — 3m later —
    anna< ⏱ The rest is over.…
  `,
  )
})

test.each([
  { to: 'Tokyo', comes: '23:32' },
  { to: 'London', comes: null },
])('what is held at night comes at once where it is morning already: $to', async ({ to, comes }) => {
  const world = await annaRests()
  await goes(world, shown)
  await world.advanceTo('23:30')
  expect(judged(world)).toEqual(['held'])
  const { phone } = world.member('anna')
  phone.say('/settings')
  await world.idle()
  phone.tap('✈️ I am travelling')
  await world.idle()
  phone.say(to)
  await world.idle()
  await world.advanceTo('23:32')
  expect(judged(world)).toEqual([comes === null ? 'held' : 'sent'])
  await world.advanceTo('07:00')
  expect(judged(world)).toEqual(['sent'])
})
