import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

/** Anna trains by a day of one exercise without rests, and has begun it. */
async function annaTrains(): Promise<World> {
  const world = await makeWorld()
  await givePlan(world, await world.client('Anna'), 'Mon Upper\nBench press 3x8 @80')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
  `)
  expect(went).toBe(wrote)
  return world
}

test('a workout can be gone back into for 24 hours after its end, and no longer', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> [✅ All 3 left]
    anna< …
    anna> [🏁 Finish]
    anna< …
    — 23h 59m 58s later —
    anna> [↩️ Back into the workout]
    anna< 🏋️ Upper · 1 of 1…
    anna> [🏁 Finish]
    anna< 🎉 Upper is done.…
    — 24h later —
    anna> [↩️ Back into the workout]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< Today, Wed 25 Nov…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workouts')).toMatchObject([
    { state: 'finished', finished_at: expect.stringContaining('2026-11-24') as string },
  ])
})

test('an exercise was done when its last set was, whenever that is corrected', async () => {
  const world = await annaTrains()
  const done = () => world.ask('select completed_at, actual_reps from exercise_completions')
  const first = await world.play(`
    anna> 8x80
    anna< …
  `)
  expect(first.went).toBe(first.wrote)
  const [logged] = done()
  const corrected = await world.play(`
    — 5m later —
    anna> (edits 1 back) 7x80
    anna< Corrected: Bench press, set 1: 7 reps × 80 kg…
  `)
  expect(corrected.went).toBe(corrected.wrote)
  expect(done()).toEqual([{ completed_at: logged?.['completed_at'], actual_reps: '7' }])
  const second = await world.play(`
    anna> 6x80
    anna< Logged: Bench press, set 2: 6 reps × 80 kg…
  `)
  expect(second.went).toBe(second.wrote)
  expect(done()).toEqual([
    { completed_at: expect.stringMatching(/^2026-11-23 07:35/) as string, actual_reps: '7,6' },
  ])
})

test('last time is another time: what was done in this workout is none', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> 8x85
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [‹ Back]
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 2 of 3 · 8 × 80 kg
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 85 kg
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> yes
    anna< …
    — Monday 07:30 —
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> 8x90
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [‹ Back]
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 2 of 3 · 8 × 80 kg
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      Last time, Mon 23 Nov: 8 × 85 kg
      ✅ 1 · 8 × 90 kg
  `)
  expect(went).toBe(wrote)
})
