import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { giveWeek, put } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const texts = (world: World, who: string) =>
  world
    .member(who)
    .phone.chat()
    .map(({ text }) => text)
const questions = (world: World) => texts(world, 'Anna').filter((text) => text.includes('nothing came of'))

interface Story {
  at: string
  off?: readonly ReminderKind[]
  language?: 'en' | 'he'
}

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

/** Anna trains on weekdays at 17:30 and eats at 13:00, and is asked to weigh in at 20:00; no card comes in the morning. */
async function annaIsBusy({ at, off = [], language = 'en' }: Story) {
  const world = await makeWorld({ at, reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  for (const kind of new Set<string>(['morning', 'missed', 'checkIn', ...off]))
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  if (!off.includes('weighIn'))
    await write(
      world,
      `insert into reminder_rules (user_id, kind, is_on, time_of_day, weekdays) values (?, 'weighIn', 1, '20:00', '0,1,2,3,4,5,6')`,
      anna.userId,
    )
  await givePlan(world, anna, eachDay, { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = null')
  giveWeek(world, anna, { start_date: '2026-11-01', created_at: '2026-11-01 08:00:00.000000' }, [
    { meal: { time_of_day: '13:00' } },
  ])
  await world.app.plan()
  return { world, anna }
}

test('one question for all that came to nothing, and none beside it; its answer counts for all of them', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z' })
  await world.advanceTo('Wednesday 12:59')
  await goes(
    world,
    `
    — 13:00 —
    anna< 🔕 Workout, meals, and weigh-in: nothing came of my last reminders, so I will be quiet about this.
      What is it? Unless all is fine, your trainer hears it too.
      [🏃 Busy] [🤒 Ill]
      [✈️ Travelling] [👍 All fine, go on]
    — Thursday 12:00 —
    anna> [🏃 Busy]
    anna< 🔕 Workout, meals, and weigh-in: 🏃 Busy. No reminders until Sat 28 Nov.  [▶️ Resume] [🔔 Reminders]
    dana< 🔕 Anna: 🏃 Busy – no reminders (Workout, meals, and weigh-in) until Sat 28 Nov.  [👤 Anna]
    — Saturday 21:00 —
    — Sunday 13:00 —
    anna< 🍽 …
  `,
  )
})

test('busy ends for all kinds by one tap', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z' })
  await world.advanceTo('Wednesday 13:00')
  await goes(
    world,
    `
    anna> [🏃 Busy]
    anna< …
    dana< …
    anna> [▶️ Resume]
    anna< 🔔 Welcome back: reminders go on.  [🔔 Reminders]
    — 17:30 —
    anna< ⏰ Time for your workout…
    — 20:00 —
    anna< ⚖️ …
  `,
  )
})

/** Reminders of workouts come from now on. */
async function remindOfWorkouts(world: World): Promise<void> {
  const { userId } = world.member('Anna')
  await write(world, `update reminder_rules set is_on = 1 where user_id = ? and kind = 'workout'`, userId)
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
}

test('what comes to nothing while a question stands asks no second one, and its coach hears of all at once', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['workout', 'meal'] })
  await world.advanceTo('Tuesday 23:00')
  await remindOfWorkouts(world)
  await goes(
    world,
    `
    — Wednesday 17:30 —
    anna< ⏰ Time for your workout…
    — 20:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    — Thursday 17:30 —
    anna< ⏰ Time for your workout…
    — Friday 19:00 —
    — 20:05 —
    dana< 🔕 Anna leaves reminders without an answer (Weigh-in and workout). I have stopped them.  [👤 Anna]
    — Sunday 21:00 —
    dana< 🔇 …
    anna> [👍 All fine, go on]
    anna< 🔔 Workout and weigh-in: reminders go on.  [🔔 Reminders]
    anna< ⚖️ …
    — Monday 20:01 —
    anna< ⏰ …
    anna< ⚖️ …
  `,
  )
})

test('who goes on with other things and leaves it without an answer is asked once more, when more came to nothing', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn', 'workout'] })
  await world.advanceTo('Wednesday 13:00')
  expect(questions(world)).toHaveLength(1)
  await remindOfWorkouts(world)
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> /progress
    anna< …
    — Thursday 17:30 —
    anna< ⏰ Time for your workout…
    — Friday 17:30 —
    anna< 🔕 Workout and meals: nothing came of my last reminders…
    dana< 🔕 Anna leaves reminders without an answer (Meals). I have stopped them.  [👤 Anna]
    anna> [👍 All fine, go on]
    anna< 🔔 Workout and meals: reminders go on.  [🔔 Reminders]
    anna< ⏰ Time for your workout…
  `,
  )
})

test('all fine: what gave way to the question comes after all while it is worth it, in Hebrew too', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T14:00:00Z', language: 'he', off: ['weighIn'] })
  await goes(
    world,
    `
    — Wednesday 13:00 —
    anna< …
    — 17:30 —
    anna< 🔕 אימון וארוחות: התזכורות האחרונות נשארו בלי תגובה, אז אפסיק להזכיר.
      מה קורה? אם לא הכול טוב, התשובה תגיע גם למאמן או למאמנת.
      [🏃 עומס] [🤒 מחלה]
      [✈️ בנסיעה] [👍 הכול טוב, להמשיך]
    anna> [👍 הכול טוב, להמשיך]
    anna< 🔔 אימון וארוחות: התזכורות ממשיכות.  [🔔 תזכורות]
    anna< ⏰ הגיע הזמן לאימון…
    anna> [לא היום]
    anna< …
    — Thursday 13:00 —
    anna< 🍽 ארוחת צהריים…
    — 17:30 —
    anna< ⏰ הגיע הזמן לאימון…
  `,
  )
})

test('all fine, said when the hour is over, brings nothing back', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T14:00:00Z', off: ['weighIn', 'meal'] })
  await world.advanceTo('Wednesday 18:31')
  await goes(
    world,
    `
    anna> [👍 All fine, go on]
    anna< 🔔 Workout: reminders go on.  [🔔 Reminders]
    — 20:00 —
    — Thursday 17:30 —
    anna< ⏰ Time for your workout…
  `,
  )
})

test('a new plan is begun with patience: its first workout is asked for, and the old question is none any more', async () => {
  const { world, anna } = await annaIsBusy({ at: '2026-11-23T14:00:00Z', off: ['weighIn', 'meal'] })
  await write(
    world,
    `update workout_plans set start_date = '2026-11-16', created_at = '2026-11-15 20:00:00.000000'`,
  )
  await goes(
    world,
    `
    — Tuesday 18:00 —
    anna< ⏰ …
    anna< ⏰ …
    — 22:00 —
  `,
  )
  await write(world, `update workout_plans set end_date = '2026-11-24'`)
  await givePlan(world, anna, eachDay, { from: '2026-11-25' })
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await goes(
    world,
    `
    — Wednesday 17:30 —
    anna< ⏰ Time for your workout…
    — Thursday 17:30 —
    anna< ⏰ Time for your workout…
    — Friday 17:30 —
    anna< 🔕 Workout: nothing came of…
  `,
  )
  await write(world, `update workout_plans set end_date = '2026-11-30' where end_date is null`)
  await write(world, `update workout_plans set end_date = '2026-11-30' where end_date > '2026-11-30'`)
  await givePlan(world, anna, eachDay, { from: '2026-12-01' })
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await goes(
    world,
    '— Monday 18:00 —\ndana< 🔇 …\ndana< 🔕 …\n— Tuesday 17:30 —\nanna< ⏰ Time for your workout…',
  )
  expect(world.rows('nudge_states')).toEqual([])
})

test('new meals begin the count of meals anew', async () => {
  const { world, anna } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn', 'workout'] })
  await world.advanceTo('Tuesday 20:00')
  const dates = ['2026-11-25', '2026-11-26', '2026-11-27']
  const span = { start_date: '2026-11-25', end_date: '2026-11-27' }
  const series = put(world, 'meal_series', {
    client_id: anna.userId ?? 0,
    trainer_id: null,
    created_at: '2026-11-24 20:00:00.000000',
    ...span,
  })
  for (const date of dates) {
    const plan = put(world, 'meal_plans', { client_id: anna.userId ?? 0, date, meal_series_id: series })
    put(world, 'meal_entries', { meal_plan_id: plan, name: 'Lunch', order_index: 0, time_of_day: '13:00' })
  }
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await goes(
    world,
    `
    — Wednesday 13:01 —
    anna< 🍽 Lunch · 13:00…
    — Thursday 13:00 —
    anna< 🍽 Lunch · 13:00…
    — Friday 13:00 —
    anna< 🔕 Meals: nothing came of…
  `,
  )
})

/** Anna's coach sends the lunch and dinner of each day on the evening before. */
async function feed(world: World, days: readonly number[]): Promise<void> {
  const { userId } = world.member('Anna')
  for (const day of days) {
    const date = `2026-11-${day}`
    const created_at = `2026-11-${day - 1} 18:00:00.000000`
    const span = { client_id: userId ?? 0, start_date: date, end_date: date, created_at }
    const series = put(world, 'meal_series', span)
    const plan = put(world, 'meal_plans', { client_id: userId ?? 0, date, meal_series_id: series })
    put(world, 'meal_entries', { meal_plan_id: plan, name: 'Lunch', order_index: 0, time_of_day: '13:00' })
  }
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
}

test('who is sent the meals of each day by themselves is asked as well, once', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-22T19:00:00Z', off: ['weighIn', 'workout'] })
  await write(world, 'delete from nutrition_plans')
  await write(world, `delete from deliveries where kind = 'meal'`)
  await feed(world, [23, 24])
  await world.advanceTo('Tuesday 18:00')
  await feed(world, [25, 26, 27])
  await goes(world, '— Wednesday 13:00 —\nanna< 🔕 Meals: nothing came of…\n— Thursday 13:30 —')
  await world.advanceTo('Friday 18:00')
  await feed(world, [28, 29, 30])
  await world.advanceTo('Monday 20:00')
  expect(questions(world)).toHaveLength(1)
  expect(world.ask('select kind from nudge_states')).toEqual([{ kind: 'meal' }])
})

test('nor does it make what is over wait once more', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn'] })
  await world.advanceTo('Wednesday 18:31')
  const before = world.ask(`select dedupe_key, state from deliveries where local_date = '2026-11-25'`)
  expect(before.map(({ state }) => state)).toContain('cancelled')
  await goes(
    world,
    'anna> [👍 All fine, go on]\nanna< 🔔 Workout and meals: reminders go on.  [🔔 Reminders]',
  )
  expect(world.ask(`select dedupe_key, state from deliveries where local_date = '2026-11-25'`)).toEqual(
    before,
  )
})

test('all fine brings nothing back that has perhaps come', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn'] })
  await world.advanceTo('Wednesday 17:31')
  await write(
    world,
    `update deliveries set attempts = 1 where kind = 'workout' and local_date = '2026-11-25' and state = 'cancelled'`,
  )
  await goes(
    world,
    `
    anna> [👍 All fine, go on]
    anna< 🔔 Workout and meals: reminders go on.  [🔔 Reminders]
    — 19:00 —
  `,
  )
})

test('what is paused, or switched off by another program, is not in the question, and stays so', async () => {
  const { world, anna } = await annaIsBusy({ at: '2026-11-23T12:00:00Z' })
  await world.advanceTo('Tuesday 23:00')
  await write(world, `update reminder_rules set is_on = 0 where kind = 'weighIn'`)
  await write(
    world,
    `insert into nudge_states (user_id, kind, reason, paused_until, told_at, updated_at)
    values (?, 'workout', 'busy', '2026-11-27', '2026-11-24 22:00:00.000000', '2026-11-24 22:00:00.000000')`,
    anna.userId,
  )
  await goes(world, '— Wednesday 13:00 —\nanna< 🔕 Meals: nothing came of my last reminders…')
  expect(world.ask('select kind, reason, paused_until from nudge_states order by kind')).toEqual([
    { kind: 'meal', reason: null, paused_until: null },
    { kind: 'workout', reason: 'busy', paused_until: '2026-11-27' },
  ])
})

const told = (world: World) =>
  world.ask('select kind, asked_at, told_at from nudge_states order by kind').map((row) => ({ ...row }))

test('what joins a question their coach was told of was told with it', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['workout', 'meal'] })
  await world.advanceTo('Friday 20:05')
  expect(told(world)).toMatchObject([{ kind: 'weighIn', told_at: '2026-11-27 20:00:00.000000' }])
  await remindOfWorkouts(world)
  await world.advanceTo('Wednesday 18:00')
  const [first] = told(world)
  expect(told(world)).toEqual([first, { ...first, kind: 'workout' }])
})

test('what is asked about once more was told of already: their coach hears nothing twice', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn', 'workout'] })
  await world.advanceTo('Wednesday 13:00')
  await remindOfWorkouts(world)
  await goes(world, '— 17:30 —\nanna< ⏰ …\nanna> /progress\nanna< …')
  await world.advanceTo('Friday 17:30')
  expect(questions(world)).toHaveLength(2)
  expect(told(world)).toMatchObject([
    { kind: 'meal', asked_at: '2026-11-27 17:30:00.000000', told_at: '2026-11-27 13:00:00.000000' },
    { kind: 'workout', asked_at: '2026-11-27 17:30:00.000000', told_at: null },
  ])
  await world.advanceTo('Wednesday 20:00')
  expect(texts(world, 'Dana').filter((text) => text.includes('I have stopped'))).toHaveLength(1)
})

test('a reason is told to the coach though the first try failed', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn', 'workout'] })
  await world.advanceTo('Wednesday 13:00')
  world.failuresExpected = true
  world.simulator.fault({ method: 'sendMessage', kind: '5xx', chatId: world.member('Dana').phone.id })
  world.member('Anna').phone.tap('🏃 Busy')
  await world.advance('5m')
  expect(texts(world, 'Dana').filter((text) => text.includes('Busy'))).toHaveLength(1)
})

test('what is done before its reminder answers those of other days: nothing is asked after it', async () => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['meal', 'workout'] })
  await world.advanceTo('Wednesday 19:00')
  await goes(
    world,
    `
    anna> /weigh
    anna< …
    anna> 82.4
    anna< …
    — 21:00 —
    — Thursday 20:00 —
    anna< ⚖️ …
  `,
  )
})

test('a later version of a plan is no new one', async () => {
  const { world, anna } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn', 'meal'] })
  await write(
    world,
    `update workout_plans set start_date = '2026-11-16', created_at = '2026-11-15 20:00:00.000000'`,
  )
  await world.advanceTo('Tuesday 22:00')
  const [first] = world.ask<{ id: number }>('select id from workout_plans')
  await write(world, `update workout_plans set end_date = '2026-11-24'`)
  await givePlan(world, anna, eachDay, { from: '2026-11-25' })
  await write(world, 'update workout_plans set previous_id = ? where id <> ?', first?.id, first?.id)
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await goes(world, '— Wednesday 17:30 —\nanna< 🔕 Workout: nothing came of…')
})

test.each([
  ['2026-11-11', '🔕'],
  ['2026-11-10', '🍽'],
])('reminders of the last fourteen days count: that of %s, on the 25th', async (date, mark) => {
  const { world } = await annaIsBusy({ at: '2026-11-23T12:00:00Z', off: ['weighIn', 'workout'] })
  await world.advanceTo('Tuesday 20:00')
  await write(
    world,
    `update deliveries set local_date = ? where kind = 'meal' and local_date = '2026-11-23'`,
    date,
  )
  await goes(world, `— Wednesday 13:00 —\nanna< ${mark} …`)
})
