import { expect, test } from 'vitest'
import { onStatement } from '../../../src/services/database/open.ts'
import { pruneDeliveries, prunedThrough } from '../../../src/services/deliveryPruning.ts'
import { inUnit } from '../../../src/services/unit.ts'
import type { PageMessage } from '../../../src/simulator/pageApi.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

const dayMs = 86_400_000

/** Upper on Mondays, Lower on Thursdays; of reminders she has one kind alone. */
async function annaTrains(has: 'workout' | 'morning' = 'workout') {
  const world = await makeWorld({ at: '2026-11-23T09:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  for (const kind of ['weighIn', 'checkIn', 'morning', 'missed', 'workout'].filter(
    (one) => one !== has && !(one === 'missed' && has === 'morning'),
  ))
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  return { world, anna, dana }
}

/** The bot is off for so many days, and its hourly job comes round to everybody when it is back. */
async function away(world: World, days: number): Promise<void> {
  await world.stop()
  world.clock.turnTo(world.clock.ms + days * dayMs)
  await world.start()
  await world.idle()
  await prune(world)
}

/** As often as it takes until everybody's turn has come: one of them with every ring but the first. */
async function prune(world: World): Promise<void> {
  for (let ring = 0; ring < 5; ring++) await pruneDeliveries(world.orm, world.clock.now())
}

/** The days before the bot was away whose reminders are still known. */
const kept = (world: World, kind = 'workout'): string[] =>
  world
    .ask<{ day: string }>(
      `select local_date as day from deliveries where kind = ? and local_date < '2027-01-01' and state = 'sent' order by 1`,
      kind,
    )
    .map(({ day }) => day)

test('what was reminded of two months ago is forgotten, and its buttons say so', async () => {
  const { world, anna } = await annaTrains()
  const seen: PageMessage[] = []
  for (const day of ['Monday', 'Thursday', 'Monday', 'Thursday']) {
    await world.advanceTo(`${day} 18:00`)
    seen.push(...anna.phone.chat().slice(-1))
    // The first is left without an answer.
    if (kept(world).length > 1) anna.phone.tap('Not today')
    await world.idle()
  }
  const days = ['2026-11-23', '2026-11-26', '2026-11-30', '2026-12-03']
  expect(kept(world)).toEqual(days)
  const first = world.ask<{ id: number }>(
    'select message_id as id from deliveries where local_date = ?',
    days[0],
  )[0]
  await away(world, 52)
  expect(kept(world)).toEqual(days.slice(1))
  await away(world, 5)
  expect(kept(world)).toEqual(days.slice(2))
  await away(world, 20)
  expect(kept(world)).toEqual([])
  // A button of one that is forgotten says so, and nothing else happens.
  const reminder = seen.find(({ id }) => id === first?.id)
  if (!reminder) throw new Error('No reminder')
  const tap = anna.phone.tapStale(reminder, 'Not today')
  await world.idle()
  expect(tap.answers[0]?.text).toBe('That is not there (any more).')
})

test('who is left in peace stays so, however long it is ago', async () => {
  const { world, anna } = await annaTrains()
  const asked = () => anna.phone.chat().filter(({ text }) => /^(⏰|🔕)/u.test(text)).length
  for (const day of ['Monday', 'Thursday', 'Monday', 'Thursday', 'Monday'])
    await world.advanceTo(`${day} 18:00`)
  expect(asked()).toBe(3)
  await away(world, 70)
  for (const day of ['Monday', 'Thursday', 'Monday']) await world.advanceTo(`${day} 18:00`)
  expect(asked()).toBe(3)
})

test('letters and what was not seen stay, and can be answered', async () => {
  const { world, anna } = await annaTrains()
  await world.play(`
    dana> /clients Anna
    dana< …
    dana> [💬 Write]
    dana< …
    dana> How is the knee?
    dana< …
    anna< 💬 Dana writes…
  `)
  for (const day of ['Monday', 'Thursday', 'Monday']) {
    await world.advanceTo(`${day} 18:00`)
    anna.phone.tap('Not today')
    await world.idle()
  }
  const letter = anna.phone.chat().find(({ text }) => text.startsWith('💬'))
  await write(world, 'update notifications set is_read = 1')
  await away(world, 80)
  expect(kept(world)).toEqual([])
  anna.phone.say('Better', { replyTo: letter?.id ?? 0 })
  await world.idle()
  expect(world.rows('notifications', `message = 'Better' and type = 'reply'`)).toHaveLength(1)
})

test('a notice that was not seen keeps what its buttons are made of', async () => {
  const { world, anna } = await annaTrains('morning')
  for (const day of ['Tuesday', 'Wednesday', 'Thursday']) await world.advanceTo(`${day} 09:00`)
  // She saw them, but for the first.
  await write(
    world,
    `update notifications set is_read = id <> (select notification_id from deliveries where dedupe_key like 'morning:%:2026-11-24')`,
  )
  await away(world, 80)
  expect(kept(world, 'morning')).toEqual(['2026-11-24'])
  const { went, wrote } = await world.play(`
    anna> /notifications
    anna< 🔔 Not seen yet: 1…
    anna> [☀️ Good morning! Tue 24 Nov · 07:30]
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(anna.phone.last().text).toContain('Still open from yesterday: Upper')
  await write(world, 'update notifications set is_read = 1')
  await away(world, 1)
  expect(kept(world, 'morning')).toEqual([])
})

const oldText = `insert into deliveries (dedupe_key, kind, recipient_id, payload, due_at, state, local_date, updated_at)
  values ('meal:' || ?, 'meal', ?, '{}', '2026-08-01 08:00:00.000000', 'stale', '2026-08-01', '2026-08-01 08:00:00.000000')`

test('however much is forgotten, others’ turns come in between', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  for (let row = 0; row < 2600; row++) await write(world, oldText, row, anna.userId)
  const order: string[] = []
  const end = onStatement(world.orm, (text) => {
    if (text.startsWith('delete from "deliveries"')) order.push('pruned')
  })
  const pruning = prune(world)
  const turns = Array.from({ length: 3 }, (_, index) =>
    new Promise((resolve) => setImmediate(resolve)).then(() =>
      inUnit(world.orm, 'test.turn', async () => order.push(`turn ${index}`)),
    ),
  )
  await Promise.all([pruning, ...turns])
  end()
  expect(world.rows('deliveries', `kind = 'meal'`)).toEqual([])
  expect(order.filter((what) => what === 'pruned').length).toBeGreaterThan(5)
  expect(order.at(-1)).toBe('pruned')
})

test('everybody’s turn comes within a week of rings, whatever stops in between', async () => {
  const world = await makeWorld()
  const people = 400
  for (let at = 0; at < people; at++) {
    const id = await write(world, `insert into users (username, role) values (?, 'client')`, `client${at}`)
    await write(world, oldText, at, id)
  }
  const left = () => world.ask<{ n: number }>('select count(*) as n from deliveries')[0]?.n
  const ring = (signal?: AbortSignal) => pruneDeliveries(world.orm, world.clock.now(), signal)
  await ring()
  expect(left()).toBe(people)
  await ring()
  expect(left()).toBe(people - 3)
  await ring(AbortSignal.abort())
  expect(left()).toBe(people - 3)
  await world.restart()
  await ring()
  expect(left()).toBe(people - 6)
  for (let hour = 2; hour < 7 * 24; hour++) await ring()
  expect(left()).toBe(0)
})

test('a clock that is far ahead for one ring forgets nothing; one that is so twice does', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const now = world.clock.now().getTime()
  await write(world, oldText, 1, anna.userId)
  await write(world, `update deliveries set due_at = '2026-11-20 08:00:00.000000', local_date = '2026-11-20'`)
  await write(world, `update deliveries set updated_at = due_at`)
  const ring = (ms: number) => pruneDeliveries(world.orm, new Date(now + ms))
  const left = () => world.rows('deliveries').length
  const [hourMs, farMs] = [3_600_000, 400 * dayMs]
  for (const ms of [0, hourMs, farMs, 2 * hourMs, farMs + hourMs, 3 * hourMs, 4 * hourMs]) await ring(ms)
  expect(left()).toBe(1)
  await ring(farMs)
  for (let hour = 1; hour < 4; hour++) await ring(farMs + hour * hourMs)
  expect(left()).toBe(0)
})

test('what was due long ago and has ended only now is kept as long as what is due now', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const today = world.clock.now().toISOString().slice(0, 10)
  for (const row of [1, 2, 3]) await write(world, oldText, row, anna.userId)
  await write(
    world,
    `update deliveries set sent_at = ? where dedupe_key = 'meal:1'`,
    `${today} 06:00:00.000000`,
  )
  await write(
    world,
    `update deliveries set updated_at = ? where dedupe_key = 'meal:2'`,
    `${today} 06:00:00.000000`,
  )
  await write(
    world,
    `update deliveries set sent_at = due_at, updated_at = ? where dedupe_key = 'meal:3'`,
    `${today} 06:00:00.000000`,
  )
  await prune(world)
  expect(world.rows('deliveries').map((row) => row['dedupe_key'])).toEqual(['meal:1', 'meal:2'])
})

test('the newest day that was forgotten stays so, whatever older one is forgotten later', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const floor = () => inUnit(world.orm, 'test', ({ sql }) => prunedThrough(sql))
  await write(world, oldText, 1, anna.userId)
  await prune(world)
  expect(await floor()).toBe('2026-08-01')
  await write(world, oldText.replaceAll('2026-08-01', '2026-07-30'), 2, anna.userId)
  await prune(world)
  expect([world.rows('deliveries'), await floor()]).toEqual([[], '2026-08-01'])
})
