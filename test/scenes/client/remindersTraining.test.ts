import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { inUnit } from '../../../src/services/unit.ts'
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

test('what they said would not be is not offered; nor is what the morning has offered', async () => {
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
      Next: Lower, Thu 26 Nov.
      Still open from yesterday: Upper. It can be done today.  [▶️ Start: Upper] [The whole day]
    — 12:30 —
    anna> [▶️ Start: Upper]
    anna< …
  `,
  )
  expect(states(world, 'missed')).toContain('cancelled')
})

test('skipped for good', async () => {
  const { world } = await annaTrains({ language: 'he', at: '2026-11-24T09:00:00Z', off: ['morning'] })
  await goes(
    world,
    `
    — 12:00 —
    anna< ↪️ עדיין פתוח מאתמול. לעשות אותו היום?…  [▶️ להתחיל: Upper] [לדלג עליו]
    anna> [לדלג עליו]
    anna< ⏭ האימון של אתמול: דילוג.
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
      Still open: Upper, Mon 28 Dec.
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

const buttonsOf = (world: World, of: string) =>
  world
    .member('anna')
    .phone.chat()
    .filter(({ text }) => text.includes(of))
    .map(({ buttons }) => buttons.flat().length > 0)

test('a reminder whose day is over loses its buttons, once that day is over where they are', async () => {
  const { world, anna } = await annaTrains({ off: ['morning', 'missed'] })
  await world.advanceTo('18:00')
  expect(buttonsOf(world, 'Time for your workout')).toEqual([true])
  await world.advanceTo('23:55')
  expect(buttonsOf(world, 'Time for your workout')).toEqual([true])
  await world.advanceTo('Tuesday 01:30')
  expect(buttonsOf(world, 'Time for your workout')).toEqual([false])
  // Its words stay as they were, and nobody was disturbed.
  expect(anna.phone.chat().at(-1)?.text).toContain('Upper')
})

test('a button of a reminder whose day is over, tapped all the same: the message says so, without buttons', async () => {
  const { world } = await annaTrains({ off: ['morning', 'missed'] })
  await goes(
    world,
    `
    — 17:30 —
    anna< ⏰ Time for your workout…
    — Wednesday 12:00 —
    anna> (stale) [Another time]
    anna< ⌛ Workout, Mon 23 Nov: that day is over.
  `,
  )
})
