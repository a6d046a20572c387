import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const inTurn = `Turns
Day A
Bench press 1x6 80kg
Day B
Back squat 1x5 100kg`

/** Monday 23 November 2026, 17:00; two days that Anna takes in turn. */
async function annaTakesTurns(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T17:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  const off: ReminderKind[] = ['morning', 'weighIn', 'checkIn', 'missed', 'planEnd']
  for (const kind of off)
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  await givePlan(world, anna, inTurn, { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  return { world, anna }
}

const trains = (day: string, set: string) => `
    anna< ⏰ Time for your workout…  [▶️ Start: ${day}] [Another time] [Not today]
    anna> [▶️ Start: ${day}]
    anna< 💪 Workout: under way
    anna< …
    anna> [✅ ${set}]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …`

test('days taken in turn: none is asked for on the day after one, then again each day until it is done', async () => {
  const { world } = await annaTakesTurns()
  await goes(
    world,
    `
    — 17:30 —${trains('Day A', '6 × 80 kg')}
    — Tuesday 20:00 —
    — Wednesday 17:30 —
    anna< ⏰ Time for your workout…  [▶️ Start: Day B] [Another time] [Not today]
    anna> [Not today]
    anna< …
    — Thursday 17:30 —
    anna< ⏰ Time for your workout…
  `,
  )
})

test('whoever chose their days is asked on those, the day after a workout too', async () => {
  const { world } = await annaTakesTurns()
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< 🔔 Reminders
      Tap one to change it.
      Your day: off
      Workout: with a day of rest after each, 17:30…
    anna> [Workout]
    anna< 🔔 Workout: with a day of rest after each, 17:30
      Send another hour or other days, such as 7:30 or Mon, Thu.
      [− 30 min] [+ 30 min]
      [Mon] [Tue] [Wed] [Thu]
      [Fri] [Sat] [Sun]
      [🔕 Switch off]
      [‹ Back]
    anna> [Mon]
    anna< 🔔 Workout: Mon, 17:30…
    anna> Mon, Tue, Fri
    anna< 🔔 Workout: Mon, Tue, Fri, 17:30…  [✓ Mon] [✓ Tue]
    — 17:30 —${trains('Day A', '6 × 80 kg')}
    — Tuesday 17:30 —
    anna< ⏰ Time for your workout…
    — Thursday 20:00 —
    — Friday 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Not today]
    anna< …
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Workout]
    anna< 🔔 Workout: Mon, Tue, Fri, 17:30…
    anna> every day
    anna< 🔔 Workout: every day, 17:30…
    anna> [↺ As usual]
    anna< 🔔 Workout: with a day of rest after each, 17:30…
    anna> [Sun]
    anna< 🔔 Workout: Sun, 17:30…
    anna> [✓ Sun]
    anna< 🔔 Workout: with a day of rest after each, 17:30…
  `,
  )
})

test('in Hebrew; days chosen before do not count against the days of a plan', async () => {
  const { world, anna } = await annaTakesTurns('he')
  await goes(
    world,
    `
    anna> /settings
    anna< …
    anna> [🔔 תזכורות]
    anna< …
    anna> [אימון]
    anna< 🔔 אימון: עם יום מנוחה אחרי כל אחד, 17:30…
    anna> ו׳
    anna< 🔔 אימון: ו׳, 17:30…
  `,
  )
  await write(world, `update workout_sessions set day_of_week = 1 where name = 'Day A'`)
  await write(world, `update workout_sessions set day_of_week = 3 where name = 'Day B'`)
  await write(world, 'delete from reminder_horizons')
  await write(world, 'delete from deliveries where kind = ?', 'workout')
  await world.app.plan()
  await goes(
    world,
    `
    anna> [‹ חזרה]
    anna< …
    anna> [אימון]
    anna< 🔔 אימון: בימי אימון, 17:30…
    — Tuesday 17:30 —
    anna< ⏰ …
    anna> [לא היום]
    anna< …
    — Thursday 17:30 —
    anna< ⏰ …
    — Friday 18:00 —
  `,
  )
  expect(world.rows('reminder_rules', `kind = 'workout' and user_id = ${anna.userId}`)).toMatchObject([
    { weekdays: '4' },
  ])
})
