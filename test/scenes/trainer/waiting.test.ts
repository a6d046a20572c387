import { expect, test } from 'vitest'
import { giveWeek } from '../../support/meals.ts'
import { muteClients, muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

test('a letter waits for weeks, until it is answered or said to need no answer', async () => {
  const world = await makeWorld({ at: '2026-11-02T12:00:00Z' })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, 'Free, 12 weeks\nMon Day\nSquat 3x5', { from: '2026-11-30', trainer: dana })
  await plays(world, 'anna> /message Is this fine?\nanna< …\ndana< 💬 Anna writes…')
  world.clock.jump(40 * 24 * 3_600_000)
  await plays(
    world,
    `
    anna> /message And this?
    anna< …
    dana< 💬 Anna writes…
    dana> /clients anna
    dana< Anna
      💬 wrote, no answer for 40 days…
    dana> [✓ Needs no answer]
    dana< (toast) …
    dana< Anna…
    `,
  )
  expect(dana.phone.last().text).not.toContain('💬')
})

const train = (world: World, { userId }: Member, date: string) =>
  write(
    world,
    `insert into exercise_completions (client_id, completed_at, actual_sets) values (?, ?, 3)`,
    userId,
    `${date} 09:00:00`,
  )

/** A sign of life. */
async function acts(world: World, { phone }: Member): Promise<void> {
  phone.write('/today')
  await world.idle()
}

const joined = (world: World, { userId }: Member, at: string) =>
  write(world, `update telegram_accounts set created_at = ? where user_id = ?`, at, userId)

/** Monday 30 November 2026, 07:30; all have been there since October, and were active this morning. */
async function danaCoaches(...names: string[]) {
  const world = await makeWorld({ at: '2026-11-30T07:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const clients: Member[] = []
  for (const name of names) {
    const client = await world.client(name, { trainer: dana })
    await joined(world, client, '2026-10-01 07:00:00.000000')
    await acts(world, client)
    clients.push(client)
  }
  return { world, dana, clients }
}

test('of a plan of days taken in turn it is told that nothing is trained, and of the week too', async () => {
  const { world, dana, clients } = await danaCoaches('Anna', 'Yoav')
  const [anna, yoav] = clients as [Member, Member]
  for (const one of [anna, yoav])
    await givePlan(world, one, 'Basics\nDay A\nSquat 3x5\nDay B\nRow 3x5', {
      from: '2026-10-05',
      trainer: dana,
    })
  await train(world, anna, '2026-11-20')
  await train(world, yoav, '2026-11-08')
  await muteClients(world, anna, yoav)
  await world.app.plan()
  await plays(
    world,
    `
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Yoav: 🏋️ has not trained for 22 days
      • Anna: 🏋️ has not trained for 10 days…
    — 08:00 —
    dana< ☀️ 2 clients need you
      • Yoav: 🏋️ has not trained for 22 days
      • Anna: 🏋️ has not trained for 10 days
      📊 The week Mon 23 Nov – Sun 29 Nov
      Anna: 🏋️ nothing trained
      Yoav: 🏋️ nothing trained…
    `,
  )
  await train(world, anna, '2026-11-26')
  await plays(world, 'dana> /clients anna\ndana< Anna\n  ▶️ Basics…')
})

test('a check-in that was asked for on Sunday and has not come is named from Thursday on', async () => {
  const { world, dana, clients } = await danaCoaches('Anna')
  const [anna] = clients as [Member]
  await givePlan(world, anna, 'Basics, 12 weeks\nMon Day A\nSquat 3x5', { from: '2026-11-30', trainer: dana })
  await train(world, anna, '2026-11-30')
  await muteClients(world, anna)
  await write(
    world,
    `update reminder_rules set is_on = 1 where kind = 'checkIn' and user_id = ?`,
    anna.userId,
  )
  await write(
    world,
    `insert into progress_entries (client_id, date, finished_at, begun_here) values (?, '2026-11-22', '2026-11-22 10:00:00.000000', 1)`,
    anna.userId,
  )
  const card = async () => {
    await acts(world, anna)
    dana.phone.write('/clients anna')
    await world.idle()
    return dana.phone
      .last()
      .text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '')
      .split('\n')
      .filter((line) => line.includes('📋'))
  }
  world.clock.jump(2 * 24 * 3_600_000)
  expect(await card()).toEqual([])
  world.clock.jump(24 * 3_600_000)
  expect(await card()).toEqual(['📋 no check-in, due Sun 29 Nov'])
  await write(
    world,
    `update reminder_rules set is_on = 0 where kind = 'checkIn' and user_id = ?`,
    anna.userId,
  )
  expect(await card()).toEqual([])
})

/** Anna trains on Mondays and Fridays and eats twice a day by a weekly plan; she has left reminders of workouts alone. */
async function annaLeft(dana: Member, world: World, anna: Member): Promise<void> {
  await givePlan(world, anna, 'Basics, 30 weeks\nMon Day A\nSquat 3x5\nFri Day B\nRow 3x5', {
    from: '2026-11-30',
    trainer: dana,
  })
  giveWeek(world, anna, { start_date: '2026-11-01' }, [{ meal: {} }, { meal: {} }])
  await train(world, anna, '2026-11-30')
  await muteClients(world, anna)
  await write(
    world,
    `update reminder_rules set is_on = 1 where kind = 'weighIn' and user_id = ?`,
    anna.userId,
  )
  await write(
    world,
    `update reminder_rules set weekdays = '0,1,2,3,4,5,6', time_of_day = '09:00' where kind = 'weighIn' and user_id = ?`,
    anna.userId,
  )
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
}

test('days that a client said to be ill miss nothing in the week, and it says until when; those after coming back do', async () => {
  const { world, dana, clients } = await danaCoaches('Anna')
  const [anna] = clients as [Member]
  await muteCoaches(world, dana)
  await annaLeft(dana, world, anna)
  await plays(
    world,
    `
    — Monday 09:00 —
    anna< …
    — Tuesday 09:00 —
    anna< …
    — Wednesday 09:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing until Tue 8 Dec…
    dana< 🔕 Anna: 🤒 Ill – asked for nothing until Tue 8 Dec.…
    — Saturday 12:00 —
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: 🤒 Ill, asked for nothing until Tue 8 Dec…
    anna> [👋 I am back]
    anna< …
    `,
  )
  await write(world, `delete from reminder_rules where user_id = ?`, dana.userId)
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await world.advanceTo('Monday 08:31')
  const said = dana.phone
    .chat()
    .flatMap(({ text }) => text.replaceAll(/[\u2066-\u2069\u200e\u200f]/g, '').split('\n'))
  // Wednesday to Friday were hers: of seven days with two meals four are left.
  expect(said.at(-1)).toBe('Anna: 🏋️ 1 of 1 · 🍽 missed 8 meals · 🤒 Ill until Fri 4 Dec')
})

test('who is busy with workouts is so in the list, and misses meals all the same', async () => {
  const { world, dana, clients } = await danaCoaches('Anna')
  const [anna] = clients as [Member]
  await annaLeft(dana, world, anna)
  const busy = (kind: string, reason: string, until: string) =>
    write(
      world,
      `insert into nudge_states (user_id, kind, reason, paused_until, told_at) values (?, ?, ?, ?, '2026-11-29 06:00:00.000000')`,
      anna.userId,
      kind,
      reason,
      until,
    )
  await busy('workout', 'busy', '2026-12-04')
  await busy('meal', 'busy', '2026-12-01')
  await plays(
    world,
    `
    dana> /clients
    dana< Your clients
      Tap somebody, or send a name.
      • Anna: 🏃 Busy, no reminders (Meals) until Tue 1 Dec · 🏃 Busy, no reminders (Workout) until Fri 4 Dec…
    `,
  )
  await busy('weighIn', 'ill', '2026-12-03')
  await plays(
    world,
    `
    dana> /clients anna
    dana< Anna
      🤒 Ill, asked for nothing until Thu 3 Dec
      🏃 Busy, no reminders (Workout) until Fri 4 Dec
      ▶️ Basics…
    `,
  )
})

test('what was trained by the plan before counts on the card beside what is planned now', async () => {
  const { world, dana, clients } = await danaCoaches('Anna')
  const [anna] = clients as [Member]
  await givePlan(world, anna, 'Basics\nDay A\nSquat 3x5', { from: '2026-10-05', trainer: dana })
  for (const date of ['2026-11-21', '2026-11-24', '2026-11-27']) await train(world, anna, date)
  const [before] = world.ask<{ id: number }>('select id from workout_plans')
  await write(world, `update workout_plans set end_date = '2026-11-27' where id = ?`, before?.id)
  await givePlan(
    world,
    anna,
    'Strong, 12 weeks\nMon Day A\nSquat 3x5\nSat Day B\nRow 3x5\nSun Day C\nPress 3x5',
    {
      from: '2026-11-28',
      trainer: dana,
    },
  )
  await plays(
    world,
    `
    dana> /clients anna
    dana< Anna
      🏋️ missed 2 workouts in a row
      📋 no check-in, due Sun 22 Nov
      ▶️ Strong · since Sat 28 Nov
      Workouts, 4 weeks: 3 done · 0 of 2 planned
      Trained last: without a plan (Fri 27 Nov), without a plan (Tue 24 Nov), without a plan (Sat 21 Nov)…
    `,
  )
  await train(world, anna, '2026-11-28')
  await write(world, `delete from exercise_completions where completed_at < '2026-11-28'`)
  await plays(
    world,
    `
    dana> /clients anna
    dana< Anna
      📋 no check-in, due Sun 22 Nov
      ▶️ Strong · since Sat 28 Nov
      Workouts, 4 weeks: 1 of 2 planned…
    `,
  )
})
