import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'
import { lift } from './lifting.ts'

async function coached(options: { zone?: string; at?: string } = {}): Promise<World> {
  const world = await makeWorld(options)
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  return world
}

const plans = (world: World) => world.ask('select name, start_date, end_date from workout_plans order by id')

const first = `
    dana> /assign anna
      First, 6 weeks from Monday
      Mon Upper
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …`

test('replacing ends what goes on the day before; what was logged stays', async () => {
  const world = await coached()
  const begun = await world.play(`${first}
    — 48h later —
    dana> /assign anna
      Second, from Monday
      Mon Upper
      Bench press 3x8
    dana< Second · for Anna
      From Mon 30 Nov…  [✅ Assign] [Cancel]
    dana> [✅ Assign]
    dana< Anna has a plan at that time:
      ▶️ First · Mon 23 Nov – Sun 3 Jan 2027
      Replaced plans end with Sun 29 Nov; those not begun by then are deleted. What was logged stays.  [Replace from Mon 30 Nov] [Beside it] [‹ Back]
    — crash —
    dana> [‹ Back]
    dana< Second · for Anna…
    dana> [✅ Assign]
    dana< …
    dana> (twice) [Replace from Mon 30 Nov]
    dana< (toast) ✅ Second is with Anna now.
    dana< (toast) That button is out of date.…
    dana< Anna
      ▶️ First · Mon 23 Nov – Sun 29 Nov
      ⏭ Second · from Mon 30 Nov…
    anna< 🆕 Dana has a plan for you: Second
      from Mon 30 Nov
      • Mon · Upper, one exercise  [🏋️ Today]
  `)
  expect(begun.went).toBe(begun.wrote)
  expect(plans(world)).toEqual([
    { name: 'First', start_date: '2026-11-23', end_date: '2026-11-29' },
    { name: 'Second', start_date: '2026-11-30', end_date: null },
  ])

  // What has not begun and would end before it starts is gone; what was begun today and logged ends today.
  const again = await world.play(`
    dana> /assign anna
      Third
      Mon Upper
      Row 3x8
    dana< …
    dana> [✅ Assign]
    dana< Anna has plans at that time:
      ▶️ First · Mon 23 Nov – Sun 29 Nov
      ⏭ Second · from Mon 30 Nov
      Replaced plans end with Tue 24 Nov; those not begun by then are deleted. What was logged stays.  [Replace from Wed 25 Nov] [Beside it]
    dana> [Replace from Wed 25 Nov]
    dana< …
    anna< …
  `)
  expect(again.went).toBe(again.wrote)
  expect(plans(world)).toEqual([
    { name: 'First', start_date: '2026-11-23', end_date: '2026-11-24' },
    { name: 'Third', start_date: '2026-11-25', end_date: null },
  ])
  lift(world, 'Third')
  const logged = await world.play(`
    dana> /assign anna
      Fourth, 2 weeks
      Mon Upper
      Dip 3x8
    dana< …
    dana> [✅ Assign]
    dana< …
    dana> [Replace from Wed 25 Nov]
    dana< …
    anna< …
  `)
  expect(logged.went).toBe(logged.wrote)
  expect(plans(world)).toEqual([
    { name: 'First', start_date: '2026-11-23', end_date: '2026-11-24' },
    { name: 'Third', start_date: '2026-11-25', end_date: '2026-11-25' },
    { name: 'Fourth', start_date: '2026-11-25', end_date: '2026-12-08' },
  ])
  expect(world.rows('set_logs')).toHaveLength(1)
})

test('beside it, both go on; a plan at another time is no matter', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`${first}
    dana> /assign anna
      Later, from 1.2.2027
      Tue Lower
      Row 3x8
    dana< …
    dana> [✅ Assign]
    dana< (toast) ✅ Later is with Anna now.
    dana< …
    anna< …
    dana> /assign anna
      Running
      Wed Run
      Run 5 km
    dana< …
    dana> [✅ Assign]
    dana< Anna has plans at that time:
      ▶️ First · Mon 23 Nov – Sun 3 Jan 2027
      ⏭ Later · from Mon 1 Feb 2027
      …  [Replace from Mon 23 Nov] [Beside it]
    dana> Running, 2 weeks
      Wed Run
      Run 5 km
    dana< Running · for Anna
      From today, Mon 23 Nov, to Sun 6 Dec…
    dana> [✅ Assign]
    dana< Anna has a plan at that time:
      ▶️ First · Mon 23 Nov – Sun 3 Jan 2027
      …
    dana> (twice) [Beside it]
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([
    { name: 'First', start_date: '2026-11-23', end_date: '2027-01-03' },
    { name: 'Later', start_date: '2027-02-01', end_date: null },
    { name: 'Running', start_date: '2026-11-23', end_date: '2026-12-06' },
  ])
})

test('days are the client’s own: their Tuesday has begun while it is Monday for the trainer', async () => {
  const world = await makeWorld({ at: '2026-11-23T20:00:00Z' })
  const dana = await world.trainer('Dana', { timeZone: 'America/New_York' })
  await world.client('Anna', { trainer: dana, timeZone: 'Asia/Tokyo' })
  const { went, wrote } = await world.play(`
    dana> /assign anna
      Upper, 1 week
      Squat 3x5
    dana< Upper · for Anna
      From today, Tue 24 Nov, to Mon 30 Nov…
    dana> (edits 1 back) /assign anna
      Upper, 1 week from Monday
      Squat 3x5
    dana< Upper · for Anna
      From Mon 30 Nov to Sun 6 Dec…
    dana> [✅ Assign]
    dana< …
    — Monday 22:00 —
    anna< 🆕 Dana has a plan for you…
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([{ name: 'Upper', start_date: '2026-11-30', end_date: '2026-12-06' }])
})

test('a day of more exercises than a workout holds is refused', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> /assign anna
      ${Array.from({ length: 61 }, (_, n) => `Squat ${(n % 9) + 1}x5`).join('\n      ')}
    dana< …
    dana> [✅ Assign]
    dana< (alert) 60 exercises are the most one workout can have.
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([])
})

test('whoever could not be reached hears nothing of a plan that came and went', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    anna> (blocks)
    dana> /assign anna
      Gone, from 1.12.2026
      Squat 3x5
    dana< …
    dana> [✅ Assign]
    dana< …
    dana> [📋 Gone]
    dana< …
    dana> [End plan]
    dana< …
    dana> [Yes, delete it]
    dana< …
    anna> (unblocks)
    — 1m later —
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select kind, state from deliveries order by id')).toEqual([
    { kind: 'plan', state: 'cancelled' },
  ])
})
