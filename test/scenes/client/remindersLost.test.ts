import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { replan } from '../../../src/services/reminders/planning.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const stateOf = (world: World, key: string) =>
  world.ask(`select state from deliveries where dedupe_key = '${key}'`).map(({ state }) => state)
const asked = (world: World) =>
  world.ask('select kind from nudge_states where asked_at is not null order by kind').map(({ kind }) => kind)

const eachDay = `Daily
Mon: A
Bench press 2x6 80kg
Tue: B
Bench press 2x6 80kg
Wed: C
Bench press 2x6 80kg
Thu: D
Bench press 2x6 80kg
Fri: E
Bench press 2x6 80kg`

/** Anna trains on weekdays at 17:30 and weighs in at an hour of her own, and does neither. */
async function annaIsBusy({ weighIn, off = [] }: { weighIn: string; off?: readonly ReminderKind[] }) {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  const rule =
    'insert into reminder_rules (user_id, kind, is_on, time_of_day, weekdays) values (?, ?, ?, ?, ?)'
  for (const kind of ['morning', 'missed', 'checkIn', ...off])
    await write(world, rule, anna.userId, kind, 0, null, null)
  await write(world, rule, anna.userId, 'weighIn', 1, weighIn, '0,1,2,3,4,5,6')
  await givePlan(world, anna, eachDay, { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  await world.advanceTo('Tuesday 23:00')
  return { world, anna, rule }
}

test('a question that never got out was not asked: it is asked the next day, and their coach hears two days after that', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '17:30', off: ['workout'] })
  await world.advanceTo('Wednesday 17:29')
  anna.phone.block()
  await world.advance('2h 30m')
  anna.phone.unblock()
  expect(stateOf(world, `weighIn:${anna.userId}:2026-11-25`)).toEqual(['stale'])
  await goes(
    world,
    `
    anna> /today
    anna< …
    — Thursday 17:30 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    — Friday 17:31 —
    — Saturday 17:30 —
    — 17:33 —
    dana< 🔕 Anna leaves reminders without an answer (Weigh-in). I have stopped them.  [👤 Anna]
  `,
  )
})

test('one that was lost for all kinds it named is asked for all of them', async () => {
  const { world } = await annaIsBusy({ weighIn: '17:40' })
  await world.advanceTo('Wednesday 17:29')
  world.wire.cut = true
  await world.advance('10m')
  expect(asked(world)).toEqual(['weighIn', 'workout'])
  await world.advance('2h 20m')
  world.wire.cut = false
  expect(asked(world)).toEqual([])
  await goes(
    world,
    `
    — Thursday 17:29 —
    — 17:30 —
    anna< 🔕 Workout and weigh-in: nothing came of my last reminders…
    — 21:00 —
  `,
  )
})

test('what joined it is lost with it; what their coach was told of was asked before, and stays', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '08:00', off: ['workout'] })
  await world.advanceTo('Wednesday 07:59')
  anna.phone.block()
  await world.advance('30m')
  const joins = `insert into nudge_states (user_id, kind, asked_at, told_at, updated_at)
    select user_id, ?, asked_at, ?, updated_at from nudge_states where kind = 'weighIn'`
  await write(world, joins, 'meal', null)
  await write(world, joins, 'workout', '2026-11-24 08:00:00.000000')
  await write(
    world,
    `insert into nudge_states (user_id, kind, asked_at, updated_at) values (?, 'checkIn', '2026-11-22 08:00:00', '2026-11-22 08:00:00')`,
    anna.userId,
  )
  expect(asked(world)).toEqual(['checkIn', 'meal', 'weighIn', 'workout'])
  await world.advance('1h 50m')
  expect(asked(world)).toEqual(['checkIn', 'workout'])
})

test('one that Telegram refused was not asked', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '08:00', off: ['workout'] })
  await world.advanceTo('Wednesday 07:59')
  world.failuresExpected = true
  world.simulator.fault({ method: 'sendMessage', kind: '5xx', status: 400, chatId: anna.phone.id })
  await world.advance('5m')
  expect(stateOf(world, `weighIn:${anna.userId}:2026-11-25`)).toEqual(['failed'])
  await goes(world, '— Thursday 08:00 —\nanna< 🔕 Weigh-in: nothing came of my last reminders…')
})

test('one of which nobody knows whether it came was asked', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '08:00', off: ['workout'] })
  await world.advanceTo('Wednesday 07:59')
  world.failuresExpected = true
  world.simulator.fault({ method: 'sendMessage', kind: '5xx', chatId: anna.phone.id })
  await world.advance('3h')
  expect(stateOf(world, `weighIn:${anna.userId}:2026-11-25`)).toEqual(['uncertain'])
  expect(asked(world)).toEqual(['weighIn'])
  await goes(world, '— Thursday 20:00 —')
})

test('one that quiet hours overtook was not asked', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '08:00' })
  await write(world, `update reminder_rules set is_on = 0 where kind = 'weighIn'`)
  await world.advanceTo('Wednesday 17:29')
  world.wire.cut = true
  await world.advance('10m')
  expect(asked(world)).toEqual(['workout'])
  await write(
    world,
    `insert into user_settings (user_id, quiet_from, quiet_to) values (?, '17:00', '19:00')
    on conflict (user_id) do update set quiet_from = '17:00', quiet_to = '19:00'`,
    anna.userId,
  )
  await world.advance('10m')
  expect(stateOf(world, `workout:${anna.userId}:2026-11-25`)).toEqual(['stale'])
  expect(asked(world)).toEqual([])
})

test('whose reminders are made anew while it waits to be sent again is asked another day', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '08:00', off: ['workout'] })
  await world.advanceTo('Wednesday 07:59')
  world.wire.cut = true
  await world.advance('3m')
  expect(asked(world)).toEqual(['weighIn'])
  await inUnit(world.orm, 'test', (unit) => replan(unit, anna.userId ?? 0, new Date('2026-11-25T08:01:00Z')))
  world.wire.cut = false
  expect(asked(world)).toEqual([])
  await goes(world, '— Thursday 08:00 —\nanna< 🔕 Weigh-in: nothing came of my last reminders…')
})

test('who has answered before it got out is reminded, and what they type then is the answer', async () => {
  const { world, anna } = await annaIsBusy({ weighIn: '08:00', off: ['workout'] })
  await world.advanceTo('Wednesday 07:59')
  world.wire.cut = true
  await world.advance('3m')
  expect(asked(world)).toEqual(['weighIn'])
  await write(world, `update deliveries set answered_at = '2026-11-25 08:01:00' where kind = 'weighIn'`)
  await write(world, 'delete from nudge_states')
  await world.advance('1m')
  world.wire.cut = false
  await world.advance('10m')
  expect(anna.phone.chat().at(-1)?.text).toContain('Time to step on the scale')
  expect(
    world.ask(
      `select payload ->> '$.asks' as asks from deliveries where local_date = '2026-11-25' and kind = 'weighIn'`,
    ),
  ).toEqual([{ asks: null }])
})
