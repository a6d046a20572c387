import { expect, test } from 'vitest'
import { muteClients, muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** What Dana hears of reminders without an answer, or of who needs her. */
const heard = (world: World, mark: string) =>
  world
    .member('dana')
    .phone.chat()
    .filter(({ text }) => text.includes(mark))
    .map(({ text }) => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, ''))

/** Thursday 3 December 2026, 06:50: these have left weigh-ins and check-ins without an answer since 23 November, and the question why. */
async function allLeftThem(names: readonly string[], mute: boolean) {
  const world = await makeWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const clients: Member[] = []
  for (const name of names) clients.push(await world.client(name, { trainer: dana }))
  await muteClients(world, ...clients)
  await write(
    world,
    `update reminder_rules set is_on = 1, time_of_day = '07:00', weekdays = '0,3' where kind in ('weighIn', 'checkIn')`,
  )
  // The last one a minute later, where there are others.
  if (clients.length > 2)
    await write(
      world,
      `update reminder_rules set time_of_day = '07:01' where user_id = ?`,
      clients.at(-1)?.userId,
    )
  if (mute) await muteCoaches(world, dana)
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await world.advanceTo('Thursday 06:50')
  await world.advanceTo('Monday 06:50')
  await world.advanceTo('Thursday 06:50')
  return { world, dana, clients }
}

test('without a brief, all whose reminders stop at that moment are one message, with all kinds', async () => {
  const { world } = await allLeftThem(['Noa', 'Maya', 'Ben'], true)
  await plays(
    world,
    `
    — 07:02 —
    dana< 🔕 3 clients leave reminders without an answer. I have stopped these:
      • Noa: Weigh-in and check-in
      • Maya: Weigh-in and check-in
      • Ben: Weigh-in and check-in  [👤 Noa] [👤 Maya] [👤 Ben]
    dana> [👤 Maya]
    dana< Maya…
    — Monday 12:00 —
    `,
  )
  expect(heard(world, 'I have stopped')).toHaveLength(1)
})

test('a kind that is left later is not told again, while the first was told of late', async () => {
  const { world } = await allLeftThem(['Noa'], true)
  await world.advanceTo('07:04')
  expect(heard(world, 'I have stopped')).toHaveLength(1)
  await write(
    world,
    `update nudge_states set told_at = null, asked_at = '2026-12-04 07:00:00.000000' where kind = 'checkIn'`,
  )
  await world.advanceTo('Monday 12:00')
  expect(world.ask(`select kind from nudge_states where told_at is not null order by kind`)).toEqual([
    { kind: 'checkIn' },
    { kind: 'weighIn' },
  ])
  expect(heard(world, 'I have stopped')).toHaveLength(1)
})

test('of one alone it is said with their name', async () => {
  const { world } = await allLeftThem(['Noa'], true)
  await plays(
    world,
    `
    — 07:02 —
    dana< 🔕 Noa leaves reminders without an answer (Weigh-in and check-in). I have stopped them.  [👤 Noa]
    `,
  )
})

test('while the brief comes it says so, and nothing beside it does', async () => {
  const { world } = await allLeftThem(['Noa', 'Maya'], false)
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ 2 clients need you
      • Maya: 📄 no plan · 🔕 leaves reminders without an answer
      • Noa: 📄 no plan · 🔕 leaves reminders without an answer  [Maya] [Noa]
    — 23:00 —
    `,
  )
  expect(heard(world, '🔕')).toHaveLength(1)
  expect(world.ask(`select distinct state from deliveries where kind = 'unanswered'`)).toEqual([
    { state: 'cancelled' },
  ])
})
