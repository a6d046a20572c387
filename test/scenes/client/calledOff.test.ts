import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

/** Anna rests after the first of two sets, with nothing else planned. */
async function annaRests(): Promise<World> {
  const world = await makeWorld()
  await givePlan(world, await world.client('Anna'), 'Mon Upper\nBench press 2x8 @80 rest 120')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 2 of 2 · 8 × 80 kg
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 80 kg
      ⏱ Rest until 07:32:03
  `)
  expect(went).toBe(wrote)
  expect(owed(world)).toEqual([{ state: 'due', message_id: null }])
  return world
}

const owed = (world: World) => world.ask('select state, message_id from deliveries')

/** The rest is over at once, and nobody hears of its end. */
async function expectNoRest(world: World): Promise<void> {
  expect(owed(world)).toEqual([{ state: 'cancelled', message_id: null }])
  const { phone } = world.member('anna')
  expect(phone.last().text).not.toContain('⏱')
  await world.advance('10m')
  expect(phone.transcript()).not.toContain('The rest is over')
}

const ways = {
  'the last set of all': `
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Done: all 2 sets.`,
  'taking the set back': `
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 1.
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 1 of 2 · 8 × 80 kg`,
  'swapping the exercise': `
    anna> [🔀 Swap]
    anna< …
    anna> push-ups
    anna< From here on: Push-up.
      🏋️ Upper · 2 of 2`,
  'adding another exercise': `
    anna> [⋯ More]
    anna< …
    anna> [➕ Exercise]
    anna< …
    anna> plank
    anna< Added: Plank.
      🏋️ Upper · 2 of 2`,
  'leaving out all that is left': `
    anna> [⏭ Skip]
    anna< (toast) Left out: Bench press.
    anna< 🏋️ Upper · 1 of 1
      Bench press`,
}

test.each(Object.entries(ways))('%s ends the rest at once', async (_, way) => {
  const world = await annaRests()
  const { went, wrote } = await world.play(way)
  expect(went).toBe(wrote)
  await expectNoRest(world)
})

test('finishing ends the rest for good, also for who goes back into the workout', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …
    anna> [↩️ Back into the workout]
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 2 of 2 · 8 × 80 kg
  `)
  expect(went).toBe(wrote)
  await expectNoRest(world)
})

test('a rest after one whose end was told is a new one: nothing was sent of it', async () => {
  const world = await makeWorld()
  await givePlan(world, await world.client('Anna'), 'Mon Upper\nBench press 3x8 @80 rest 120')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    — 120s later —
    anna< ⏱ The rest is over.…
    anna> 8x80
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(owed(world)).toEqual([{ state: 'due', message_id: null }])
})
