import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { type World, makeWorld } from '../../support/world.ts'

/** Monday 23 November 2026, 06:30 where Anna is; reminders are made. */
async function annaWakes(): Promise<World> {
  const world = await makeWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await world.app.plan()
  return world
}

const states = (world: World, kind: string) =>
  world
    .ask<{ state: string }>('select state from deliveries where kind = ? order by due_at', kind)
    .map(({ state }) => state)

test('asked to step on the scale, and what is typed turns the question to done', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    — 07:00 —
    anna< ⚖️ Time to step on the scale. Just type what it says: 82.4  [⚖️ Weigh-in] [Later]
    anna> /weighin 82.4
    anna< ✅ Weigh-in: done
    anna< …
  `)
  expect(went).toBe(wrote)
})

test('nobody is asked for what is written down already', async () => {
  const world = await annaWakes()
  await world.play(`
    anna> /weighin 82.4
    anna< …
  `)
  await world.advanceTo('08:00')
  expect(states(world, 'weighIn')).toEqual(['cancelled'])
})

test('after two without an answer it asks why, once; the pause holds, and the trainer hears of it', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    — 07:00 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
    — Thursday 07:00 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
    — Monday 07:00 —
    anna< 📋 Time for your check-in. It takes two minutes.  [📋 Check-in] [Later]
    anna< 🔕 Weigh-in: nothing came of my last reminders, so I will be quiet about this.
      What is it? Unless all is fine, your trainer hears it too.
      [🏃 Busy] [🤒 Ill]
      [✈️ Travelling] [👍 All fine, go on]
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing until Sun 6 Dec. Your day and news still come.
      Your trainer hears of it.
      [👋 I am back] [🔔 Reminders]
    dana< 🔕 Anna: 🤒 Ill – asked for nothing until Sun 6 Dec.  [👤 Anna]
  `)
  expect(went).toBe(wrote)
})
