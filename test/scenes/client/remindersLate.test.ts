import { expect, test } from 'vitest'
import { soon } from '../../bot/desk.ts'
import { muteCoaches } from '../../support/muting.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

/** Monday 23 November 2026; nobody reminds of anything else. */
async function annaAt(at: string, plan?: string): Promise<World> {
  const world = await makeWorld({ at: `2026-11-23T${at}:00Z`, reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  if (plan !== undefined) await givePlan(world, anna, plan, { from: '2026-11-23' })
  await muteCoaches(world, dana)
  await world.app.plan()
  return world
}

/** Telegram shows a message of these words, and takes its time to say so: its id is not known yet. */
async function whileSent(world: World, words: string, act: () => Promise<void>): Promise<void> {
  const match = ({ text }: { text?: unknown }) => String(text).includes(words)
  const fault = world.simulator.fault({ match, kind: 'late', delayMs: 400 })
  const looking = world.advance('2m')
  await soon(() => fault.hits === 1)
  await act()
  await looking
  await world.idle()
}

const plain = (text: unknown) => String(text).replaceAll(/[\u2066-\u2069]/g, '')

const shown = (world: World, words: string) =>
  world
    .member('anna')
    .phone.chat()
    .map(({ text }) => plain(text))
    .filter((text) => text.includes(words))

const rows = (world: World, kind: string) =>
  world.ask<{ state: string; done: number | null; answered: number }>(
    `select state, json_extract(payload, '$.reads') as done, answered_at is not null as answered
      from deliveries where kind = ? and local_date = '2026-11-23'`,
    kind,
  )

test('what is written down while its reminder is being sent turns the message to done', async () => {
  const world = await annaAt('06:59')
  const { phone } = world.member('anna')
  await whileSent(world, 'step on the scale', async () => {
    phone.say('/weighin 82.4')
    await soon(() => world.rows('weigh_ins').length === 1)
    expect(rows(world, 'weighIn')).toMatchObject([{ state: 'sending', done: null }])
  })
  expect(rows(world, 'weighIn')).toEqual([{ state: 'sent', done: 'done', answered: 1 }])
  expect(shown(world, 'step on the scale')).toEqual([])
  expect(shown(world, 'Weigh-in: done')).toEqual(['✅ Weigh-in: done'])
})

test('a workout begun meanwhile turns it to under way, and its end to done', async () => {
  const world = await annaAt('17:28', upperLower)
  const { phone } = world.member('anna')
  await world.play(`
    anna> /today
    anna< …
  `)
  await whileSent(world, 'Time for your workout', async () => {
    phone.tap('▶️ Start: \u2068Upper\u2069')
    await soon(() => world.rows('workouts').length === 1)
  })
  expect(shown(world, 'Workout: under way')).toHaveLength(1)
  const { went, wrote } = await world.play(`
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< ✅ Workout: done
    anna< …
  `)
  expect(went).toBe(wrote)
})

test('a bot that dies before the message is turned does it after its start', async () => {
  const world = await annaAt('06:59')
  const { phone } = world.member('anna')
  const match = ({ text }: { text?: unknown }) => plain(text).includes('Weigh-in: done')
  const edits = world.simulator.fault({ match, kind: 'hang', effect: 'before' })
  const match2 = ({ text }: { text?: unknown }) => String(text).includes('step on the scale')
  const sends = world.simulator.fault({ match: match2, kind: 'late', delayMs: 400 })
  const looking = world.advance('2m')
  await soon(() => sends.hits === 1)
  phone.say('/weighin 82.4')
  await soon(() => edits.hits === 1)
  expect(rows(world, 'weighIn')).toMatchObject([{ state: 'sent' }])
  await world.crash()
  await looking
  await world.idle()
  expect(shown(world, 'Weigh-in: done')).toHaveLength(1)
})
