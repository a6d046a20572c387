import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

interface Story {
  at: string
  plan?: boolean
  /** Rules of hers as they are kept. */
  rules?: [kind: string, isOn: number, time: string | null][]
  quiet?: string
}

/** Anna trains Mondays and Thursdays; everything is planned. */
async function anna({ at, plan = true, rules = [], quiet }: Story): Promise<World> {
  const world = await makeWorld({ at, reminds: true })
  const dana = await world.trainer('Dana')
  const { userId } = await world.client('Anna', { trainer: dana })
  if (plan) await givePlan(world, world.member('anna'), upperLower, { from: '2026-11-01' })
  await muteCoaches(world, dana)
  for (const [kind, isOn, time] of rules)
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, ?, ?, ?)',
      userId,
      kind,
      isOn,
      time,
    )
  if (quiet !== undefined)
    await write(
      world,
      `update user_settings set quiet_from = '22:00', quiet_to = ? where user_id = ?`,
      quiet,
      userId,
    )
  await world.app.plan()
  return world
}

/** All that the newest card of a morning says and offers of weigh-ins and check-ins. */
function cardSays(world: World): string[] {
  const card = world
    .member('anna')
    .phone.chat()
    .findLast(({ text }) => text.includes('☀️'))
  const labels = card?.buttons.flat().map(({ label }) => `[${label}]`) ?? []
  return [...(card?.text.split('\n') ?? []), ...labels]
    .map((one) => one.replaceAll(/[\u2066-\u2069]/g, ''))
    .filter((one) => /weigh-in|check-in/i.test(one))
}

const asksWeighIn = ['⚖️ Weigh-in today.', '[⚖️ Weigh-in]']

const sunday = '2026-11-22T06:00:00Z'
const monday = '2026-11-23T06:00:00Z'

test('the weigh-in is asked once on a morning, in the card of the day', async () => {
  const world = await anna({ at: monday })
  await goes(
    world,
    `
    — 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      ⚖️ Weigh-in today.
      [▶️ Start: Upper] [⚖️ Weigh-in] [The whole day]
    — 12:00 —
  `,
  )
  expect(world.rows('deliveries', `kind = 'weighIn' and local_date = '2026-11-23'`)).toEqual([])
  expect(cardSays(world)).toEqual(asksWeighIn)
})

test.each([
  ['the card is off', { rules: [['morning', 0, null]] }],
  ['there is no plan', { plan: false }],
] as const)('by itself at seven where %s', async (_, story) => {
  const world = await anna({ at: monday, ...(story as Partial<Story>) })
  await goes(
    world,
    `
    — 07:00 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
    — 12:00 —
  `,
  )
})

test('an hour of its own asks by itself, and the card says no more than when', async () => {
  const world = await anna({ at: monday, rules: [['weighIn', 1, '08:00']] })
  await goes(
    world,
    `
    — 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      ⚖️ Weigh-in today, at 08:00.
      [▶️ Start: Upper] [The whole day]
    — 08:00 —
    anna< ⚖️ Time to step on the scale…  [⚖️ Weigh-in] [Later]
  `,
  )
  expect(cardSays(world)).toEqual(['⚖️ Weigh-in today, at 08:00.'])
})

test('asked at an hour before the card, it is not asked again by it, whatever is wished by then', async () => {
  const world = await anna({ at: monday, rules: [['weighIn', 1, '06:30']] })
  await goes(
    world,
    `
    — 06:30 —
    anna< ⚖️ Time to step on the scale…
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Weigh-in]
    anna< 🔔 Weigh-in: Mon, Thu, 06:30…
    anna> [↺ As usual]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00
      The card of your day asks for it. An hour you set yourself comes by itself.…
    — 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      [▶️ Start: Upper] [The whole day]
    — 12:00 —
  `,
  )
  expect(cardSays(world)).toEqual([])
})

test('a plan that came after the question at seven does not have it asked again', async () => {
  const world = await anna({ at: monday, plan: false })
  await goes(world, `— 07:00 —\nanna< ⚖️ Time to step on the scale…`)
  await givePlan(world, world.member('anna'), upperLower, { from: '2026-11-23' })
  await goes(
    world,
    `
    — 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      [▶️ Start: Upper] [The whole day]
  `,
  )
  expect(cardSays(world)).toEqual([])
})

test('a plan of another program that nobody told us of: the question at seven leaves it to the card', async () => {
  const world = await anna({ at: monday, plan: false })
  await givePlan(world, world.member('anna'), upperLower, { from: '2026-11-23' })
  expect(world.rows('deliveries', `kind = 'weighIn' and local_date = '2026-11-23'`)).toHaveLength(1)
  await goes(
    world,
    `
    — 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      ⚖️ Weigh-in today.
      [▶️ Start: Upper] [⚖️ Weigh-in] [The whole day]
  `,
  )
  expect(cardSays(world)).toEqual(asksWeighIn)
})

test('the check-in is asked at its hour; the card says when, and asks for nothing', async () => {
  const world = await anna({ at: sunday })
  await goes(
    world,
    `
    — 07:30 —
    anna< ☀️ Good morning! Sun 22 Nov…
      📋 Check-in today, at 10:00.
      [The whole day]
    — 10:00 —
    anna< 📋 Time for your check-in…  [📋 Check-in] [Later]
    — 18:00 —
  `,
  )
  expect(cardSays(world)).toEqual(['📋 Check-in today, at 10:00.'])
})

test('a check-in that quiet hours drop is asked for in the card that comes after them', async () => {
  const world = await anna({ at: sunday, quiet: '10:15' })
  await goes(
    world,
    `
    — 10:15 —
    anna< ☀️ Good morning! Sun 22 Nov…
      📋 Check-in today.
      [📋 Check-in] [The whole day]
    — 18:00 —
  `,
  )
  expect(cardSays(world)).toEqual(['📋 Check-in today.', '[📋 Check-in]'])
})

test('a card of an hour of its own comes in quiet hours, and asks; one that they hold comes after them', async () => {
  const early = await anna({ at: '2026-11-23T05:00:00Z', rules: [['morning', 1, '05:30']] })
  await goes(
    early,
    `
    — 05:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      ⚖️ Weigh-in today.
      [▶️ Start: Upper] [⚖️ Weigh-in] [The whole day]
    — 12:00 —
  `,
  )
  const held = await anna({ at: monday, quiet: '09:00' })
  await goes(
    held,
    `
    — 08:59 —
    — 09:00 —
    anna< ☀️ Good morning! Mon 23 Nov…
      ⚖️ Weigh-in today.
      [▶️ Start: Upper] [⚖️ Weigh-in] [The whole day]
    — 12:00 —
  `,
  )
})

test('who is left in peace with it is not asked by the card', async () => {
  const world = await anna({ at: sunday })
  const { userId } = world.member('anna')
  for (const kind of ['checkIn', 'weighIn'])
    await write(
      world,
      `insert into nudge_states (user_id, kind, reason, paused_until, updated_at) values (?, ?, 'busy', '2026-11-23', ?)`,
      userId,
      kind,
      '2026-11-22 00:00:00.000000',
    )
  await goes(
    world,
    `
    — 07:30 —
    anna< ☀️ Good morning! Sun 22 Nov…
      [The whole day]
  `,
  )
  expect(cardSays(world)).toEqual([])
  await goes(
    world,
    `
    — Monday 07:30 —
    anna< ☀️ Good morning! Mon 23 Nov…
      [▶️ Start: Upper] [The whole day]
  `,
  )
  expect(cardSays(world)).toEqual([])
})
