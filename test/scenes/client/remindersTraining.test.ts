import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { muteCoaches } from '../../support/muting.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

interface Story {
  at?: string
  language?: 'en' | 'he'
  /** Reminders that Anna does without. */
  off?: ReminderKind[]
  /** The last day of her plan. */
  until?: string
}

/** Upper on Mondays, Lower on Thursdays from Monday 23 November 2026 on; the story begins that day at 17:00. */
async function annaTrains({ at = '2026-11-23T17:00:00Z', language = 'en', off = [], until }: Story = {}) {
  const world = await makeWorld({ at, reminds: true })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  await muteCoaches(world, world.member('Dana'))
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  await inUnit(world.orm, 'test.rules', async ({ sql }) => {
    const user_id = anna.userId ?? 0
    const rules = (['weighIn', 'checkIn', ...off] as const).map((kind) => ({ user_id, kind, is_on: 0 }))
    await sql.insertInto('reminder_rules').values(rules).execute()
    await sql
      .updateTable('workout_plans')
      .set({ end_date: until ?? null })
      .execute()
  })
  await world.app.plan()
  return { world, anna }
}

const states = (world: World, kind: string) =>
  world
    .ask<{ state: string }>('select state from deliveries where kind = ? order by due_at', kind)
    .map(({ state }) => state)

const mornings = (world: World) =>
  world
    .member('Anna')
    .phone.chat()
    .filter(({ text }) => text.startsWith('☀️'))
    .map(({ text, buttons }) => [text, ...buttons.flat().map(({ label }) => label)].join('\n'))

test('the workout of the day at the hour for it; begun from there, it reads so, and done at the end', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout
      🏋️ Upper
      • Bench press – 2 × 6–8 × 80 kg…
      [▶️ Start: Upper] [Another time] [Not today]
    anna> [▶️ Start: Upper]
    anna< 💪 Workout: under way
    anna< …  [✅ 8 × 80 kg]
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> /today
    anna< …  [🏁 Finish]
    anna> [🏁 Finish]
    anna< Finish here?…
    anna> [🏁 Yes, finish]
    anna< ✅ Workout: done
    anna< …
  `,
  )
})

test('silent on days off, and when a workout is under way or done', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    anna> /today
    anna< …
    anna> [Without a plan]
    anna< …
  `,
  )
  await world.advanceTo('18:00')
  expect(states(world, 'workout')).toEqual(['cancelled'])
})

test('later today: asked once more, two hours on; tomorrow: offered then', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Another time]
    anna< 🏋️ Your workout: when then?  [Later today] [Tomorrow] [Not today]
    anna> (twice) [Later today]
    anna< ⏰ Your workout: I will ask again at 19:30.
    — 19:31 —
    anna< ⏰ Time for your workout…
    anna> [Another time]
    anna< 🏋️ Your workout: when then?…
    anna> [Later today]
    anna< 🏋️ Your workout: not today, then tomorrow.
    anna> (stale) [Not today]
    anna< ⏭ Your workout: not today.
  `,
  )
})

test('what was missed is offered the next day, and begun from there', async () => {
  const { world } = await annaTrains({ off: ['morning'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Another time]
    anna< …
    anna> [Tomorrow]
    anna< …
    — Tuesday 12:00 —
    anna< ↪️ Still open from yesterday. Will you do it today?
      🏋️ Upper…  [▶️ Start: Upper] [Skip it]
    anna> [▶️ Start: Upper]
    anna< 💪 Missed workout: under way
    anna< …
  `,
  )
})

test('what they said would not be is not offered: not in the morning, nor later, nor the morning after', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Not today]
    anna< ⏭ Your workout: not today.
    — Tuesday 07:30 —
    anna< ☀️ Good morning! Tue 24 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.  [The whole day]
    — 12:30 —
    anna> /today
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Still open: Upper, Mon 23 Nov.…
    — Wednesday 07:30 —
    anna< ☀️ Good morning! Wed 25 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.  [The whole day]
  `,
  )
  expect(states(world, 'missed')).toContain('cancelled')
  expect(mornings(world)).toHaveLength(2)
  for (const card of mornings(world)) expect(card).not.toContain('Upper')
})

const morningOffers = `
    — Tuesday 07:30 —
    anna< ☀️ Good morning! Tue 24 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.
      Still open from yesterday: Upper. It can be done today.  [▶️ Start: Upper] [The whole day]`

test('what was put off is offered in the morning, and not again at noon', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Another time]
    anna< …
    anna> [Tomorrow]
    anna< …${morningOffers}
    — 12:30 —
    anna> [▶️ Start: Upper]
    anna< …
  `,
  )
  expect(states(world, 'missed')).toContain('cancelled')
})

/** Undefined: the card is still held for the end of quiet hours. */
test.each(['uncertain', 'sending', undefined])(
  'nor while the morning’s card is held, or may have come (%s)',
  async (state) => {
    const { world, anna } = await annaTrains({ off: ['workout'] })
    const quiet = `update user_settings set quiet_from = '22:00', quiet_to = '10:00' where user_id = ?`
    await write(world, quiet, anna.userId)
    const early = `insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, 'missed', 1, '09:30')`
    await write(world, early, anna.userId)
    await write(world, 'delete from deliveries')
    await write(world, 'delete from reminder_horizons')
    await world.app.plan()
    await world.advanceTo('Tuesday 09:00')
    expect(states(world, 'morning')[0]).toBe('held')
    const morning = `kind = 'morning' and local_date = '2026-11-24'`
    if (state) await write(world, `update deliveries set state = '${state}' where ${morning}`)
    await world.advanceTo('09:40')
    expect(states(world, 'missed')[0]).toBe('cancelled')
  },
)

test('later today that would be another day is tomorrow', async () => {
  const { world } = await annaTrains({ at: '2026-11-23T17:00:00Z', off: ['morning', 'missed'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    — 22:30 —
    anna> [Another time]
    anna< 🏋️ Your workout: when then?…
    anna> [Later today]
    anna< 🏋️ Your workout: not today, then tomorrow.
    — Tuesday 09:00 —
  `,
  )
  expect(world.rows('deliveries', `dedupe_key like '%:later'`)).toEqual([])
})

test('under a workout of a day that is over nothing is put off or left out: it says so', async () => {
  const { world } = await annaTrains({ off: ['morning', 'missed'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    — Tuesday 09:00 —
    anna> (stale) [Not today]
    anna< 🏋️ Your workout: Mon 23 Nov is over.
    anna> (stale) [Another time]
    anna> /today
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Still open: Upper, Mon 23 Nov.…
  `,
  )
})

test('skipped for good', async () => {
  const { world } = await annaTrains({ language: 'he', at: '2026-11-24T09:00:00Z', off: ['morning'] })
  await goes(
    world,
    `
    — 12:00 —
    anna< ↪️ עדיין פתוח מאתמול. לעשות אותו היום?…  [▶️ להתחיל: Upper] [לדלג עליו]
    anna> [לדלג עליו]
    anna< ⏭ האימון של יום ב׳, 23 בנוב׳: דילוג.
  `,
  )
})

test('what was skipped is open no more, in no card', async () => {
  const { world, anna } = await annaTrains({ at: '2026-11-24T09:00:00Z', off: ['morning'] })
  await goes(
    world,
    `
    anna> /today
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Still open: Upper, Mon 23 Nov.…  [Upper …]
    — 12:00 —
    anna< ↪️ Still open from yesterday. Will you do it today?…
    anna> [Skip it]
    anna< ⏭ The workout of Mon 23 Nov: skipped.
    anna> /today
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.…
  `,
  )
  await write(
    world,
    `update reminder_rules set is_on = 1 where user_id = ? and kind = 'morning'`,
    anna.userId,
  )
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await goes(
    world,
    `
    — Wednesday 07:30 —
    anna< ☀️ Good morning! Wed 25 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.  [The whole day]
  `,
  )
  expect(mornings(world)).toHaveLength(1)
  expect(mornings(world)[0]).not.toContain('Upper')
})

test('a missed workout is skipped on a later day too, as long as it is open', async () => {
  const { world } = await annaTrains({ at: '2026-11-24T09:00:00Z', off: ['morning', 'workout'] })
  await goes(
    world,
    `
    — 12:00 —
    anna< ↪️ Still open from yesterday…
    — Wednesday 09:00 —
    anna> [Skip it]
    anna< ⏭ The workout of Mon 23 Nov: skipped.
    anna> /today
    anna< Today, Wed 25 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.…
  `,
  )
})

test('a week later there is nothing to skip, and the workout of the new week stays open', async () => {
  const { world, anna } = await annaTrains({ at: '2026-11-24T09:00:00Z', off: ['morning', 'workout'] })
  await goes(world, '— 12:00 —\nanna< ↪️ Still open from yesterday…')
  await write(world, `insert into reminder_rules (user_id, kind, is_on) values (?, 'missed', 0)`, anna.userId)
  await write(world, `delete from deliveries where kind = 'missed' and state = 'due'`)
  await goes(
    world,
    `
    — Tuesday 10:00 —
    dana< 🔇 Anna went silent…
    anna> [Skip it]
    anna< ⏭ The workout of Mon 23 Nov is not open any more.
    anna> /today
    anna< Today, Tue 1 Dec
      🌿 Nothing is planned for today.
      Still open: Upper, Mon 30 Nov.
      Still open: Lower, Thu 26 Nov.…
  `,
  )
})

test('a missed workout that is done two days later reads so, and cannot be skipped any more', async () => {
  const { world } = await annaTrains({ at: '2026-11-24T09:00:00Z', off: ['morning', 'workout'] })
  await goes(
    world,
    `
    — 12:00 —
    anna< ↪️ Still open from yesterday…
    — Wednesday 09:00 —
    anna> [▶️ Start: Upper]
    anna< 💪 Missed workout: under way
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< ✅ Missed workout: done
    anna< …
    anna> (stale) [Skip it]
    anna< (toast) That button is out of date…
  `,
  )
})

test('a workout begun and ended with nothing logged is neither under way nor done, and can be begun again', async () => {
  const { world } = await annaTrains({ off: ['morning'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [▶️ Start: Upper]
    anna< 💪 Workout: under way
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) …
    anna< ◻ Workout: begun, and nothing logged  [The whole day]
    anna< …
    — Tuesday 12:00 —
    anna< ↪️ Still open from yesterday…
    anna> [▶️ Start: Upper]
    anna< 💪 Missed workout: under way
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) …
    anna< ◻ Missed workout: begun, and nothing logged  [The whole day]
    anna< …
    anna> [The whole day]
    anna> [Upper …]
    anna< …
    anna> [▶️ Start: Upper]
    anna< 💪 Missed workout: under way
    anna< …
  `,
  )
})

test('a plan that ends in three days: the morning says so, alone, and the trainer hears of it once', async () => {
  const { world } = await annaTrains({ at: '2026-12-30T23:00:00Z', until: '2027-01-03' })
  await goes(
    world,
    `
    — 07:00 —
    dana< 🏁 Anna: the plan Upper/Lower ends Sun 3 Jan.  [👤 Anna]
    — 07:30 —
    anna< ☀️ Good morning! Thu 31 Dec
      🏋️ Lower
      • Back squat – 2 × 5 × 100 kg
      🏁 Your plan Upper/Lower ends Sun 3 Jan.
      [▶️ Start: Lower] [The whole day]
    — 13:00 —
  `,
  )
  expect(states(world, 'planEnd')).toEqual(['cancelled'])
  expect(states(world, 'planEnds')).toEqual(['sent'])
})

test('without the card of the morning the end of a plan is told by itself', async () => {
  const { world } = await annaTrains({
    at: '2026-12-31T09:00:00Z',
    until: '2027-01-03',
    off: ['morning', 'workout'],
    language: 'he',
  })
  await goes(
    world,
    `
    — 11:00 —
    anna< 🏁 התוכנית שלך Upper/Lower מסתיימת ביום א׳, 3 בינו׳.
      גם המאמן או המאמנת כבר יודעים.
      [📋 התוכנית שלי]
    dana< 🏁 Anna: the plan Upper/Lower ends Sun 3 Jan.  [👤 Anna]
    anna> [📋 התוכנית שלי]
    anna< 📋 Upper/Lower…
  `,
  )
})

test('no plan of anything, no card in the morning', async () => {
  const world = await makeWorld({ at: '2026-11-23T06:00:00Z', reminds: true })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.app.plan()
  await world.advanceTo('08:00')
  expect(states(world, 'morning')[0]).toBe('cancelled')
})

test('not today counts under what was put off until later, too', async () => {
  const { world } = await annaTrains()
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Another time]
    anna< …
    anna> [Later today]
    anna< …
    — 19:31 —
    anna< ⏰ Time for your workout…
    anna> [Not today]
    anna< ⏭ Your workout: not today.
    — Tuesday 07:30 —
    anna< ☀️ …
  `,
  )
  expect(mornings(world)[0]).not.toContain('Upper')
})

/** One set, and it is over. */
const trains = `
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]`

test('what is done stays done: a second one with nothing logged changes nothing, nor does an old button', async () => {
  const { world } = await annaTrains({ off: ['morning'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [▶️ Start: Upper]
    anna< 💪 Workout: under way
    anna< …${trains}
    anna< ✅ Workout: done
    anna< …
    anna> [Done]
    anna< …
    anna> [Without a plan]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< (toast) Nothing was logged, so nothing was kept.
    anna< Today, …
    anna> (stale) [Not today]
    anna< (toast) That button is out of date…
  `,
  )
})

test('what was taken back of a workout that was gone back into is done no more', async () => {
  const { world } = await annaTrains({ off: ['morning'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [▶️ Start: Upper]
    anna< 💪 Workout: under way
    anna< …${trains}
    anna< ✅ Workout: done
    anna< …
    anna> [↩️ Back into the workout]
    anna< …
    anna> [↩️ Undo]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) …
    anna< ◻ Workout: begun, and nothing logged  [The whole day]
    anna< …
  `,
  )
})

test('a missed workout that was made up for stays done, whatever is begun after it', async () => {
  const { world } = await annaTrains({ at: '2026-11-24T09:00:00Z', off: ['morning'] })
  await goes(
    world,
    `
    — 12:00 —
    anna< ↪️ Still open from yesterday…
    anna> [▶️ Start: Upper]
    anna< 💪 Missed workout: under way
    anna< …${trains}
    anna< ✅ Missed workout: done
    anna< …
    anna> [Done]
    anna< …
    anna> [Another day’s workout]
    anna< …
    anna> [Upper · Tue 24 Nov]
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) Nothing was logged, so nothing was kept.
    anna< Today, …
  `,
  )
})

const buttonsOf = (world: World, of: string) =>
  world
    .member('anna')
    .phone.chat()
    .filter(({ text }) => text.includes(of))
    .map(({ buttons }) => buttons.flat().length > 0)

test('a reminder whose day is over wherever they are loses its buttons', async () => {
  const { world, anna } = await annaTrains({ off: ['morning', 'missed'] })
  await world.advanceTo('18:00')
  expect(buttonsOf(world, 'Time for your workout')).toEqual([true])
  await world.advanceTo('23:55')
  expect(buttonsOf(world, 'Time for your workout')).toEqual([true])
  await world.advanceTo('Tuesday 21:00')
  expect(buttonsOf(world, 'Time for your workout')).toEqual([false])
  // Its words stay as they were, and nobody was disturbed.
  expect(anna.phone.chat().at(-1)?.text).toContain('Upper')
})

test('what is done reads so while another workout is under way', async () => {
  const { world } = await annaTrains({ off: ['morning'] })
  const reminder = () =>
    world
      .member('anna')
      .phone.chat()
      .map(({ text }) => text.replaceAll(/[\u2066-\u2069]/g, ''))
      .filter((text) => text.includes('Workout: '))
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [▶️ Start: Upper]
    anna< 💪 Workout: under way
    anna< …${trains}
    anna< ✅ Workout: done
    anna< …
    anna> [Done]
    anna< …
  `,
  )
  world.member('anna').phone.tap('Without a plan')
  await world.idle()
  expect(reminder()).toEqual(['✅ Workout: done'])
})
