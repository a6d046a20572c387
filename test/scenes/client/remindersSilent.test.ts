import { expect, test } from 'vitest'
import type { ReminderKind } from '../../../src/domain/enums.ts'
import { put } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** Monday 23 November 2026, 12:00; Anna has a plan, and only the card of the morning. */
async function annaSleeps(language: 'en' | 'he' = 'en', until: string | null = null) {
  const world = await makeWorld({ at: '2026-11-23T12:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  const off: ReminderKind[] = ['workout', 'weighIn', 'checkIn', 'missed']
  for (const kind of off)
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  await write(world, 'update workout_plans set end_date = ?', until)
  await world.app.plan()
  return { world, anna }
}

const fourMornings = `
    — Tuesday 08:00 —
    anna< ☀️ …
    — Wednesday 08:00 —
    anna< ☀️ …
    — Thursday 08:00 —
    anna< ☀️ …
    — Friday 08:00 —
    anna< ☀️ …`

test('after five days without a sign the card says that it will be quiet, once; a word brings it back', async () => {
  const { world } = await annaSleeps()
  await goes(
    world,
    `${fourMornings}
    — Saturday 08:00 —
    dana< 🔇 Anna went silent…
    anna< 🌙 In the mornings I will be quiet until you are back.
      A word or a tap is enough, and your day comes again. News still come.
      [☀️ Send it again] [The whole day]
    — Sunday 08:00 —
    — Thursday 20:00 —
    anna> /today
    anna< …
    — Friday 08:00 —
    anna< ☀️ Good morning! Fri 4 Dec…
    — Saturday 08:00 —
    anna< ☀️ …
    — Sunday 08:00 —
    anna< ☀️ …
    — Monday 08:00 —
    anna< ☀️ …
    — Tuesday 08:00 —
    dana< 🔇 …
    anna< 🌙 …
    — Thursday 08:00 —
  `,
  )
})

test('one tap has it again, days later too, in Hebrew', async () => {
  const { world } = await annaSleeps('he')
  await goes(
    world,
    `${fourMornings}
    — Saturday 08:00 —
    dana< …
    anna< 🌙 הבקרים יהיו שקטים עד שנשמע ממך.
      מספיקה מילה או לחיצה, והיום שלך יגיע שוב. עדכונים ממשיכים להגיע.
      [☀️ לשלוח שוב] [היום המלא]
    — Tuesday 12:00 —
    anna> [☀️ לשלוח שוב]
    anna< ☀️ טוב לראות אותך שוב. היום שלך יגיע שוב בבוקר, והתזכורות ממשיכות.  [היום המלא]
    — Wednesday 08:00 —
    anna< ☀️ בוקר טוב!…
    anna> [היום המלא]
    anna< …
  `,
  )
})

test('whoever has it again has what they left without an answer again too', async () => {
  const { world, anna } = await annaSleeps()
  await write(world, `update reminder_rules set is_on = 1 where kind = 'workout'`)
  await world.app.plan()
  const workout = async () => {
    await world.play('anna> /settings\nanna< …\nanna> [🔔 Reminders]\nanna< …')
    return anna.phone
      .last()
      .text.split('\n')
      .find((line) => line.includes('Workout'))
  }
  for (let day = 0; day < 12; day++) await world.advance('24h')
  const last = anna.phone.chat().findLast(({ text }) => text.startsWith('🌙'))
  if (!last) throw new Error('No last card')
  expect(await workout()).toContain('paused')
  anna.phone.tapStale(last, '☀️ Send it again')
  await world.idle()
  expect(await workout()).not.toContain('paused')
})

test('what is logged for them by somebody else is a sign too', async () => {
  const { world, anna } = await annaSleeps()
  await world.play(fourMornings)
  put(world, 'weigh_ins', {
    client_id: anna.userId ?? 0,
    weight: 80,
    recorded_at: '2026-11-27 12:00:00.000000',
  })
  await goes(world, '— Saturday 08:00 —\ndana< 🔇 …\nanna< ☀️ …')
})

test('the end of a plan still arrives while the mornings are quiet, on the very first of them too', async () => {
  const { world } = await annaSleeps('en', '2026-12-01')
  await goes(
    world,
    `${fourMornings}
    — Saturday 08:00 —
    dana< 🌙 …
    anna< 🌙 …
    — 10:31 —
    anna< 🏁 Your plan Upper/Lower ends Tue 1 Dec…
  `,
  )
})

test('while they rest, the card goes on: they said so', async () => {
  const { world, anna } = await annaSleeps()
  await write(
    world,
    `insert into nudge_states (user_id, kind, reason, paused_until) values (?, 'workout', 'ill', '2026-11-29')`,
    anna.userId,
  )
  await world.play(fourMornings)
  await goes(
    world,
    `
    — Saturday 08:00 —
    anna< ☀️ …
    — Monday 08:00 —
    anna< ☀️ …
    dana< …
    anna< 🌙 …
  `,
  )
})
