import { expect, test } from 'vitest'
import { clientReminders } from '../../../src/domain/enums.ts'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/**
 * Monday 30 November 2026, 06:50. Anna trains on Mondays and Thursdays, and left both weigh-ins of the week before without
 * a word; but for them all is quiet until then.
 */
async function annaLeftThem(language: 'en' | 'he' = 'en', meals: readonly string[] = ['2026-11-30']) {
  const world = await makeWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  const others = clientReminders.filter((kind) => kind !== 'weighIn')
  for (const kind of others)
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  for (const date of meals) giveDay(world, anna, date, cuttingDay, cutting)
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  await world.advanceTo('Thursday 12:00')
  await write(world, 'delete from reminder_rules where user_id = ?', anna.userId)
  // Of an hour of its own: it is not left to the card of the morning.
  await write(
    world,
    `insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, 'weighIn', 1, '07:00')`,
    anna.userId,
  )
  await write(world, 'delete from reminder_horizons')
  await world.advanceTo('Monday 06:50')
  return { world, anna, dana }
}

const texts = (world: World, who: string, since = 0) =>
  world
    .member(who)
    .phone.chat()
    .slice(since)
    .map(({ text }) => text)

const states = (world: World, kind: string) =>
  world
    .ask<{ day: string; state: string }>(
      'select local_date as day, state from deliveries where kind = ? and local_date is not null order by due_at',
      kind,
    )
    .map(({ day, state }) => `${day} ${state}`)

test('who is ill is asked for nothing of any kind, until the same day; content comes, and the coach hears once', async () => {
  const { world, anna } = await annaLeftThem()
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders, so I will be quiet about this.
      What is it? Unless all is fine, your trainer hears it too.…
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing until Sun 6 Dec. Your day and news still come.
      Your trainer hears of it.
      [👋 I am back] [🔔 Reminders]
    dana< 🔕 Anna: 🤒 Ill – asked for nothing until Sun 6 Dec.  [👤 Anna]
    — 07:30 —
    anna< ☀️ Good morning! Mon 30 Nov
      🔕 🤒 Ill: I ask for nothing until Sun 6 Dec.
      🏋️ Upper…
      [👋 I am back] [🍽 Meals] [The whole day]
  `,
  )
  const since = anna.phone.chat().length
  await world.advanceTo('Sunday 23:00')
  const later = texts(world, 'anna', since)
  expect(later).toHaveLength(6)
  for (const text of later) {
    expect(text).toContain('☀️')
    expect(text).not.toMatch(/Still open|Weigh-in today|Check-in today/)
  }
  expect(states(world, 'workout')).toContain('2026-12-03 cancelled')
  expect(states(world, 'checkIn')).toContain('2026-12-06 cancelled')
  expect(states(world, 'meal')).toContain('2026-11-30 cancelled')
  expect(texts(world, 'dana').filter((text) => text.startsWith('🔕'))).toHaveLength(1)
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< ⚖️ Time to step on the scale…
    dana< 🔇 Anna went silent…
  `,
  )
})

const ill = `
    — Monday 07:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing…  [👋 I am back] [🔔 Reminders]
    dana< 🔕 Anna: 🤒 Ill…`

const coachHeard = (world: World) => texts(world, 'dana').filter((text) => text.startsWith('🔕'))

/** Meals come to nothing beside it, and ask no question of their own. */
const oneQuestion = `
    — 07:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    — 07:30 —
    — 08:00 —
    anna< 🍽 …
    — 13:00 —`

const mealDays = ['2026-11-29', '2026-11-30']

test('said twice under the question it is one pause, and the coach hears of it once', async () => {
  const { world } = await annaLeftThem('en', mealDays)
  await goes(
    world,
    `${oneQuestion}
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing until Sun 6 Dec…
    dana< 🔕 Anna: 🤒 Ill – asked for nothing until Sun 6 Dec…
    — Tuesday 09:00 —
    anna< ☀️ …
    anna> (stale) [🤒 Ill]
  `,
  )
  expect(coachHeard(world)).toHaveLength(1)
})

test('all fine ends the pause, of every kind', async () => {
  const { world } = await annaLeftThem('en', [...mealDays, '2026-12-01'])
  await goes(
    world,
    `${oneQuestion}
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing until Sun 6 Dec…
    dana< 🔕 Anna: 🤒 Ill…
    anna> (stale) [👍 All fine, go on]
    anna< 🔔 Weigh-in: reminders go on.  [🔔 Reminders]
    — 17:31 —
    anna< ⏰ Time for your workout…
    — Tuesday 08:01 —
    anna< ☀️ …
    anna< 🍽 Breakfast · 08:00…
  `,
  )
})

test('another word on the same question counts, and the coach hears of that one too', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `${ill}
    anna> (stale) [✈️ Travelling]
    anna< 🔕 ✈️ Travelling: I ask for nothing until Sun 6 Dec…
    dana< 🔕 Anna: ✈️ Travelling – asked for nothing until Sun 6 Dec…
    anna> (stale) [👍 All fine, go on]
    anna< 🔔 Weigh-in: reminders go on.  [🔔 Reminders]
    anna< ⚖️ Time to step on the scale…
    — 07:30 —
    anna< ☀️ …
    — 08:00 —
    anna< 🍽 Breakfast · 08:00…
  `,
  )
})

test('a coach who opens what told them of a pause reads that it is over, once it is', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `${ill}
    anna> [👋 I am back]
    anna< 🔔 Welcome back: reminders go on.  [🔔 Reminders]
    dana> /notifications
    dana< …
    dana> [🔕 Anna: asked for nothing until Sun 6 Dec. · 07:00]
    dana< 07:00
      🔔 Anna: the pause (until Sun 6 Dec) is over.  [👤 Anna] [‹ Back]
  `,
  )
})

test('a pause that is not over reads as it was sent, and as over on the day after its last one', async () => {
  const opens = async (at: string, words: string) => {
    const { world } = await annaLeftThem()
    await goes(world, ill)
    await world.advanceTo(at)
    await goes(
      world,
      `
    dana> /notifications
    dana< …
    dana> [🔕 Anna: asked for nothing until Sun 6 Dec. · Mon 30 Nov, 07:00]
    dana< Mon 30 Nov, 07:00
      ${words}  [👤 Anna] [‹ Back]
  `,
    )
  }
  await opens('Sunday 23:59', '🔕 Anna: 🤒 Ill – asked for nothing until Sun 6 Dec.')
  await opens('Monday 00:01', '🔔 Anna: the pause (until Sun 6 Dec) is over.')
})

test('one tap ends it: under the answer, twice if need be', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `${ill}
    anna> (twice) [👋 I am back]
    anna< 🔔 Welcome back: reminders go on.  [🔔 Reminders]
    — 07:30 —
    anna< ☀️ Good morning!…  [▶️ Start: Upper] [🍽 Meals] [The whole day]
    — 08:00 —
    anna< 🍽 Breakfast · 08:00…
  `,
  )
  expect(world.rows('nudge_states')).toEqual([])
})

test('under the card of the morning, which stays; in the settings; in the list of reminders; in a kind of them', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `${ill}
    — 07:30 —
    anna< ☀️ Good morning! Mon 30 Nov
      🔕 🤒 Ill: I ask for nothing until Sun 6 Dec.…
    anna> [👋 I am back]
    anna< (toast) 🔔 Welcome back: reminders go on.
    anna> (stale) [🤒 Ill]
    anna> /settings
    anna< Settings…  [✈️ I am travelling] [🔔 Reminders] [👋 I am back] [Done]
    anna> [👋 I am back]
    anna< (toast) 🔔 Welcome back: reminders go on.
    anna< Settings…  [✈️ I am travelling] [🔔 Reminders] [Done]
    anna> (stale) [🤒 Ill]
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< 🔔 Reminders
      Tap one to change it.
      🔕 🤒 Ill: I ask for nothing until Sun 6 Dec.
      Your day: every day, 07:30
      Workout: paused until Sun 6 Dec…
    anna> [👋 I am back]
    anna< (toast) 🔔 Welcome back: reminders go on.
    anna< 🔔 Reminders
      Tap one to change it.
      Your day: every day, 07:30
      Workout: on workout days, 17:30…
    anna> (stale) [🤒 Ill]
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Workout]
    anna< 🔔 Workout: on workout days, 17:30
      ⏸ Paused until Sun 6 Dec.…
    anna> [▶️ Resume]
    anna< (toast) Reminders go on.
    anna< 🔔 Workout: on workout days, 17:30
      Send another hour…
    anna> [‹ Back]
    anna< 🔔 Reminders…
      Meals: every day, at the times of the plan…
  `,
  )
})

test('whoever trains is well again, and hears that reminders go on; a weigh-in says nothing of that', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `${ill}
    anna> /weighin 82.4
    anna< ✅ Weigh-in: done
    anna< …
    — 07:30 —
    anna< ☀️ Good morning! Mon 30 Nov
      🔕 🤒 Ill: I ask for nothing until Sun 6 Dec.…
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) 🔔 Welcome back: reminders go on.
    anna< …
    — 08:00 —
    anna< 🍽 Breakfast · 08:00…
  `,
  )
})

test('who travels is asked where, trains there in peace, and is reminded again once they are home', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    anna> [✈️ Travelling]
    anna< 🔕 ✈️ Travelling: I ask for nothing until Sun 6 Dec. Your day and news still come.
      Your trainer hears of it.
      Is it another hour there? Tell me where you are, and your days go by the clock there.
      [✈️ I am travelling]
      [👋 I am back] [🔔 Reminders]
    dana< 🔕 Anna: ✈️ Travelling – asked for nothing until Sun 6 Dec.  [👤 Anna]
    anna> [✈️ I am travelling]
    anna< ✈️ Where are you now?…
    anna> new york
    anna< Settings…  [🏠 Back home] [🔔 Reminders] [👋 I am back]
    — 12:29 —
    — 12:31 —
    anna< ☀️ Good morning! Mon 30 Nov
      🔕 ✈️ Travelling: I ask for nothing until Sun 6 Dec.…
    anna> /settings
    anna< …
    anna> [🏠 Back home]
    anna< (toast) Welcome home: it is 12:31.
    anna< Settings…  [✈️ I am travelling] [🔔 Reminders] [Done]
    — 13:01 —
    anna< 🍽 Lunch · 13:00…
  `,
  )
})

test('who is busy is left in peace about that kind alone, and resumes it there', async () => {
  const { world } = await annaLeftThem()
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    anna> [🏃 Busy]
    anna< 🔕 Weigh-in: 🏃 Busy. No reminders until Wed 2 Dec.  [▶️ Resume] [🔔 Reminders]
    dana< 🔕 Anna: 🏃 Busy – no reminders (Weigh-in) until Wed 2 Dec.  [👤 Anna]
    anna> [▶️ Resume]
    anna< 🔔 Welcome back: reminders go on.  [🔔 Reminders]
    anna> (stale) [🏃 Busy]
    anna< 🔕 Weigh-in: 🏃 Busy…
    — 07:30 —
    anna< ☀️ Good morning! Mon 30 Nov
      🏋️ Upper…
    — 08:00 —
    anna< 🍽 Breakfast · 08:00…
  `,
  )
})

test('a coach who is asleep does not hear in the morning of a pause that is over', async () => {
  const { world, dana } = await annaLeftThem()
  await write(
    world,
    `update user_settings set quiet_from = '21:00', quiet_to = '09:00' where user_id = ?`,
    dana.userId,
  )
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< 🔕 Weigh-in: nothing came of my last reminders…
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing…
    anna> [👋 I am back]
    anna< 🔔 Welcome back…
    — 07:30 —
    anna< …
    — 08:00 —
    anna< …
    — 09:30 —
  `,
  )
})

test('nobody is told of a trainer they do not have, nor that one hears of all being fine; in Hebrew', async () => {
  const { world, anna } = await annaLeftThem('he')
  await write(world, 'update users set trainer_id = null where id = ?', anna.userId)
  await goes(
    world,
    `
    — Monday 07:00 —
    anna< 🔕 שקילה: התזכורות האחרונות נשארו בלי תגובה, אז אפסיק להזכיר.
      מה קורה?
      [🏃 עומס] [🤒 מחלה]
      [✈️ בנסיעה] [👍 הכול טוב, להמשיך]
    anna> [🤒 מחלה]
    anna< 🔕 🤒 מחלה: התזכורות בהפסקה עד יום א׳, 6 בדצמ׳. היום שלך ועדכונים ממשיכים להגיע.
      [👋 חזרתי] [🔔 תזכורות]
    anna> [👋 חזרתי]
    anna< 🔔 טוב לראות אותך שוב: התזכורות ממשיכות.  [🔔 תזכורות]
    anna> (stale) [👍 הכול טוב, להמשיך]
    anna< 🔔 שקילה: התזכורות ממשיכות.  [🔔 תזכורות]
    anna< ⚖️ …
  `,
  )
})
