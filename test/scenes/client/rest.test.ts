import { expect, test } from 'vitest'
import { owe } from '../../../src/services/deliveries.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function annaRests(): Promise<World> {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), upperLower)
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
  `)
  expect(went).toBe(wrote)
  return world
}

const pings = (world: World) =>
  world
    .member('anna')
    .phone.chat()
    .filter(({ text }) => text.includes('The rest is over'))
const states = (world: World) => world.ask('select state, due_at, sent_at from deliveries')

test('the ping comes within two seconds of the end of the rest, and goes away with the next set', async () => {
  const world = await annaRests()
  const [owed] = world.ask<{ due_at: string }>('select due_at from deliveries')
  await world.advance('149s')
  expect(pings(world)).toEqual([])
  await world.advance('1s')
  const [ping] = pings(world)
  const due = Date.parse(`${owed?.due_at.replace(' ', 'T')}Z`)
  expect((ping?.at ?? 0) - due).toBeLessThanOrEqual(2000)
  const { went, wrote } = await world.play(`
    anna> 7x80
    anna< Logged: Bench press, set 2: 7 reps × 80 kg…
  `)
  expect(went).toBe(wrote)
  expect(pings(world)).toEqual([])
})

test('tapped on the ping itself the set is logged, and the card stands below', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    — 150s later —
    anna< ⏱ The rest is over.
      Bench press, set 2 of 2  [✅ 8 × 80 kg]
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< 🏋️ Upper · 2 of 4
  `)
  expect(went).toBe(wrote)
  const chat = world.member('anna').phone.chat()
  expect(pings(world)).toEqual([])
  expect(chat.at(-1)?.text).toContain('Barbell row')
  expect(chat.filter(({ text }) => /Upper.? · .?\d.? of .?4/u.test(text))).toHaveLength(1)
})

test('a ping that shows what ± has changed meanwhile is out of date: a button logs what it says or nothing', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    — 150s later —
    anna< ⏱ The rest is over.
      Bench press, set 2 of 2  [✅ 8 × 80 kg]
    anna> [+ 2.5 kg]
    anna< 🏋️ Upper · 1 of 4  [✅ 8 × 82.5 kg]
    anna> (stale) [✅ 8 × 80 kg]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 🏋️ Upper · 1 of 4  [✅ 8 × 82.5 kg]
    anna> [✅ 8 × 82.5 kg]
    anna< (toast) Bench press, set 2: 8 × 82.5 kg
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select weight from set_logs')).toEqual([{ weight: 80 }, { weight: 82.5 }])
})

test('the next set logged before the end: no ping for the rest that was cut short', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    — 60s later —
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< …
    — 100s later —
    — 50s later —
    anna< ⏱ The rest is over.
      Barbell row, set 1 of 2  [✅ 10 × 60 kg]
  `)
  expect(went).toBe(wrote)
  expect(pings(world)).toHaveLength(1)
})

test('undoing the set, leaving the exercise out or finishing calls the ping off', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    anna> [↩️ Undo]
    anna< …
    — 10m later —
    anna> [✅ All 2 left]
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> yes
    anna< …
    — 10m later —
  `)
  expect(went).toBe(wrote)
  expect(states(world)).toMatchObject([{ state: 'cancelled', sent_at: null }])
})

test('left out in the middle of a rest: the ping tells of what is at hand then', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    anna> [⏭ Skip]
    anna< (toast) Left out: Bench press.
    anna< 🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 1 of 2 · 10 × 60 kg
      💡 …
      First time.
      ⏱ Rest until 07:32:33
    — crash —
    — 5m later —
    anna< ⏱ The rest is over.
      Barbell row, set 1 of 2  [✅ 10 × 60 kg]
    — 5m later —
    anna> (stale) [✅ 10 × 60 kg]
    anna< (toast) Barbell row, set 1: 10 × 60 kg
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(pings(world)).toEqual([])
})

test('gone on to another exercise meanwhile, or back to one that is done: the ping tells of what comes next', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    anna> [›]
    anna< 🏋️ Upper · 2 of 4
    — 150s later —
    anna< ⏱ The rest is over.
      Barbell row, set 1 of 2  [✅ 10 × 60 kg]
    anna> [‹]
    anna< 🏋️ Upper · 1 of 4
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< 🏋️ Upper · 2 of 4
    anna> [‹]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Done: all 2 sets.
      💬 pause on the chest
      ✅ 1 · 8 × 80 kg
      ✅ 2 · 8 × 80 kg
      ⏱ Rest until …
    — 150s later —
    anna< ⏱ The rest is over.
      Barbell row, set 1 of 2  [✅ 10 × 60 kg]
    — 5m later —
  `)
  expect(went).toBe(wrote)
})

test('a set taken away in the middle of a rest: the ping still comes, with the number that the next set has', async () => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    anna> [⋯ More]
    anna< …
    anna> [✏️ Edit sets]
    anna< …
    anna> [✅ 1 · 8 × 80 kg]
    anna< …
    anna> [🗑 Take it away]
    anna< (toast) Taken away.
    anna< …
    anna> [‹ Back]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ⏱ Rest until 07:32:33
    — restart —
    — 5m later —
    anna< ⏱ The rest is over.
      Bench press, set 1 of 2  [✅ 8 × 80 kg]
    — 5m later —
  `)
  expect(went).toBe(wrote)
})

test.each(['restart', 'crash'])('the rest survives a %s: a row, not a timer', async (how) => {
  const world = await annaRests()
  const { went, wrote } = await world.play(`
    — 60s later —
    — ${how} —
    — 90s later —
    anna< ⏱ The rest is over.
      Bench press, set 2 of 2  [✅ 8 × 80 kg]
  `)
  expect(went).toBe(wrote)
})

test('ended while the bot was away: told when it is back, unless that is long ago', async () => {
  const world = await annaRests()
  await world.stop()
  await world.clock.advance(200_000)
  await world.start()
  await world.settle()
  expect(pings(world)).toHaveLength(1)
  const later = await annaRests()
  await later.stop()
  await later.clock.advance(3_600_000)
  await later.start()
  await later.settle()
  expect(pings(later)).toEqual([])
  expect(states(later)).toMatchObject([{ state: 'stale' }])
})

test('whatever else is due for the same person waits until the ping has come', async () => {
  const world = await annaRests()
  const now = world.clock.now()
  const [owed] = world.ask<{ due_at: string }>(`select due_at from deliveries where kind = 'rest'`)
  const restEnds = Date.parse(`${owed?.due_at.replace(' ', 'T')}Z`)
  const dueAt = new Date(restEnds - 500)
  const expiresAt = new Date(restEnds + 3_600_000)
  const news = {
    kind: 'unlinked',
    recipientId: world.member('anna').userId ?? 0,
    payload: { trainer: 'Tom' },
  }
  for (let n = 0; n < 5; n++)
    await inUnit(world.orm, 'test.owe', (unit) =>
      owe(unit, { ...news, key: `news:${n}`, dueAt, expiresAt, valuable: true }, now),
    )
  await world.advance('149s')
  for (let seconds = 0; seconds < 10; seconds++) await world.advance('1s')
  const late = (pings(world)[0]?.at ?? Infinity) - restEnds
  expect(late).toBeLessThanOrEqual(2000)
  expect(world.ask('select distinct state from deliveries')).toEqual([{ state: 'sent' }])
})

test('who blocked the bot gets no ping, and is not written to again', async () => {
  const world = await annaRests()
  world.member('anna').phone.block()
  await world.settle()
  await world.advance('5m')
  expect(states(world)).toMatchObject([{ sent_at: null }])
  expect(world.ask('select chat_state from telegram_accounts where user_id is not null order by id')).toEqual(
    [{ chat_state: 'reachable' }, { chat_state: 'blocked' }],
  )
})

test('nobody knows whether the ping arrived: it is not sent twice', async () => {
  const world = await annaRests()
  world.failuresExpected = true
  world.simulator.fault({ method: 'sendMessage', kind: 'late', times: 1 })
  await world.advance('151s')
  await world.advance('5m')
  expect(pings(world)).toHaveLength(1)
  expect(states(world)).toMatchObject([{ state: 'uncertain' }])
})
