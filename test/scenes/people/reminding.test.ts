import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { type World, makeWorld } from '../../support/world.ts'

/** Monday 23 November 2026, 06:30 where Anna is; reminders are made. */
async function annaWakes(): Promise<World> {
  const world = await makeWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await world.app.plan()
  return world
}

const states = (world: World, kind: string) =>
  world
    .ask<{ day: string; state: string }>(
      `select local_date || ' ' || substr(due_at, 12, 5) as day, state from deliveries where kind = ? order by due_at`,
      kind,
    )
    .map(({ day, state }) => `${day} ${state}`)

const asked = '⚖️ Time to step on the scale. Just type what it says: 82.4'

test('another hour counts at once: the old one is forgotten, and nothing comes twice on a day', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< Settings…
    anna> [🔔 Reminders]
    anna< 🔔 Reminders
      Tap one to change it.
      Your day: every day, 07:30
      Workout: on workout days, 17:30
      Meals: every day, at the times of the plan
      Weigh-in: Mon, Thu, with “Your day”, else 07:00
      Check-in: Sun, 10:00
      Missed workout: the day after, with “Your day”, else 12:00
      End of a plan: three days before, 10:30
      🌙 Quiet hours: 22:00–07:00
      [Your day] [Workout]
      [Meals] [Weigh-in]
      [Check-in] [Missed workout]
      [End of a plan]
      [🌙 Quiet hours]
      [‹ Back]
    anna> [Weigh-in]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00
      The card of your day asks for it. An hour you set yourself comes by itself.
      Send another hour or other days, such as 7:30 or Mon, Thu.
      [− 30 min] [+ 30 min]
      [✓ Mon] [Tue] [Wed] [✓ Thu]
      [Fri] [Sat] [Sun]
      [🔕 Switch off]
      [‹ Back]
    — crash —
    anna> 7:15
    anna< 🔔 Weigh-in: Mon, Thu, 07:15…
    — 07:10 —
    — 07:15 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
    anna> 9
    anna< 🔔 Weigh-in: Mon, Thu, 09:00…
    — 10:00 —
    anna> Tue at 11
    anna< 🔔 Weigh-in: Tue, 11:00…
    — Tuesday 11:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
  `)
  expect(went).toBe(wrote)
  expect(states(world, 'weighIn')).toEqual(['2026-11-23 07:15 sent', '2026-11-24 11:00 sent'])
})

test('what is off does not come, what is on again does, and bad words get an answer', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Weigh-in]
    anna< …
    anna> [🔕 Switch off]
    anna< 🔕 Weigh-in: off…
      [🔔 Switch on]
      [‹ Back]
    — 07:20 —
    anna> hello
    anna< I could not read that as an hour or days. For instance 7:30, 19, Mon, Thu or every day.
      🔕 Weigh-in: off…
    anna> Mon, Fri 8:15
    anna< 🔔 Weigh-in: Mon, Fri, 08:15…
    anna> [↺ As usual]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00…
    anna> [🔕 Switch off]
    anna< 🔕 Weigh-in: off…
    anna> [🔔 Switch on]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00…
    anna> [✓ Mon]
    anna< 🔔 Weigh-in: Thu, with “Your day”, else 07:00…
      [↺ As usual]
      [‹ Back]
    anna> [✓ Thu]
    anna< (alert) One day has to stay. To get none at all, switch it off.
    anna> [Wed]
    anna< 🔔 Weigh-in: Wed, Thu, with “Your day”, else 07:00…
    anna> [+ 30 min]
    anna< 🔔 Weigh-in: Wed, Thu, 07:30…
    anna> [↺ As usual]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00…
    anna> [‹ Back]
    anna< 🔔 Reminders…
    anna> [Meals]
    anna< 🔔 Meals: every day, at the times of the plan
      Each meal comes at its time in the plan: there is no hour to set.
      Tap the days, or send them, such as Mon-Fri.
      [✓ Mon] [✓ Tue] [✓ Wed] [✓ Thu]
      [✓ Fri] [✓ Sat] [✓ Sun]
      [🔕 Switch off]
      [‹ Back]
    anna> 8:00
    anna< Each meal comes at its time in the plan: there is no hour to set.
      🔔 Meals…
    anna> mon-fri
    anna< 🔔 Meals: Mon, Tue, Wed, Thu, Fri, at the times of the plan…
    anna> off
    anna< 🔕 Meals: off…
    anna> [‹ Back]
    anna< …
    anna> [Workout]
    anna< 🔔 Workout: on workout days, 17:30
      Send another hour, such as 7:30.
      [− 30 min] [+ 30 min]
      [🔕 Switch off]
      [‹ Back]
    anna> Monday
    anna< Its days come from the plan: only the hour can be set.…
    anna> soon
    anna< I could not read that as an hour. For instance 7:30, 19 or 7pm.…
  `)
  expect(went).toBe(wrote)
  expect(
    world.ask(
      `select kind, is_on, time_of_day, weekdays from reminder_rules where kind not in ('brief', 'week') order by kind`,
    ),
  ).toEqual([
    { kind: 'meal', is_on: 0, time_of_day: null, weekdays: '0,1,2,3,4' },
    { kind: 'weighIn', is_on: 1, time_of_day: null, weekdays: null },
  ])
})

test('quiet hours silence the usual hour, not the one somebody set; none at all are possible', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [🌙 Quiet hours]
    anna< 🌙 Quiet hours: 22:00–07:00
      In them nothing asks you for anything, and news wait for one note afterwards. Messages, the end of a rest and hours you set yourself pass.
      Send others, such as 22:00-07:00, or off.
      [22:00–07:00] [🔔 None]
      [‹ Back]
    — crash —
    anna> all night
    anna< I could not read that as quiet hours. For instance 22:00-07:00 or 22-7; off for none.…
    anna> 22-10
    anna< 🔔 Reminders…
      🌙 Quiet hours: 22:00–10:00…
    anna> [Weigh-in]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00
      The card of your day asks for it. An hour you set yourself comes by itself.
      🌙 07:00 lies in your quiet hours (22:00–10:00), so it does not come. An hour you choose yourself comes in them too.…
    — 07:30 —
    — Thursday 06:00 —
    anna> 7
    anna< 🔔 Weigh-in: Mon, Thu, 07:00
      🌙 07:00 lies in your quiet hours (22:00–10:00). You chose it yourself, so it comes all the same.…
    — 07:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
    anna> [‹ Back]
    anna< …
    anna> [Your day]
    anna< 🔔 Your day: every day, 07:30
      🌙 07:30 lies in your quiet hours (22:00–10:00), so it comes after them.…
    anna> [‹ Back]
    anna< …
    anna> [🌙 Quiet hours]
    anna< …
    anna> off
    anna< 🔔 Reminders…
      🌙 Quiet hours: none…
  `)
  expect(went).toBe(wrote)
  expect(states(world, 'weighIn')).toEqual(['2026-11-23 07:00 stale', '2026-11-26 07:00 sent'])
})

test('news that wait for the end of quiet hours come as soon as there are none', async () => {
  const world = await makeWorld({ at: '2026-11-23T23:00:00Z', reminds: true })
  await world.trainer('Dana')
  world.stranger('Anna')
  const { went, wrote } = await world.play(`
    dana> /invite Anna
    dana< …
    anna> (opens link of dana)
    anna< …
    anna> [I agree, let us begin]
    anna< …
    dana> /settings
    dana< …
    dana> [🔔 Reminders]
    dana< …
    dana> [🌙 Quiet hours]
    dana< …
    dana> [🔔 None]
    dana< 🔔 Reminders…
      🌙 Quiet hours: none…
    dana< 🎉 Anna has joined and is now your client.…
  `)
  expect(went).toBe(wrote)
})

test('a pause stands in the card and can be ended', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    — 07:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
    — Thursday 07:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
    — Monday 07:00 —
    anna< 📋 Time for your check-in…
    anna< 🔕 Weigh-in: nothing came of my last reminders…
      [🏃 Busy] [🤒 Ill]
      [✈️ Travelling] [👍 All fine, go on]
    anna> [🤒 Ill]
    anna< 🔕 🤒 Ill: I ask for nothing until Sun 6 Dec…  [👋 I am back] [🔔 Reminders]
    dana< …
    anna> [🔔 Reminders]
    anna< 🔔 Reminders…
      Weigh-in: paused until Sun 6 Dec…
    anna> [Weigh-in]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00
      The card of your day asks for it. An hour you set yourself comes by itself.
      ⏸ Paused until Sun 6 Dec.…
      [▶️ Resume]
      [− 30 min] [+ 30 min]
      [✓ Mon] [Tue] [Wed] [✓ Thu]
      [Fri] [Sat] [Sun]
      [🔕 Switch off]
      [‹ Back]
    anna> [▶️ Resume]
    anna< (toast) Reminders go on.
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00…
    — Thursday 07:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
  `)
  expect(went).toBe(wrote)
})

test('whoever travels goes by the clock there, until they are back', async () => {
  const world = await annaWakes()
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< …
    anna> [✈️ I am travelling]
    anna< ✈️ Where are you now?
      Send a city, or the time on your clock, such as 14:30. Your days and reminders go by it until you are back home.  [‹ Back]
    — crash —
    anna> new york
    anna< Settings…
      Time zone: America/New_York · 01:30 (✈️ home: UTC)…
      [✈️ I am travelling] [🏠 Back home] [🔔 Reminders] [Done]
    — 07:30 —
    — 12:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
    anna> [✈️ I am travelling]
    anna< …
    anna> tel avviv
    anna< Which of these?…
    anna> [Tel Aviv · 14:00]
    anna< Settings…
      Time zone: Asia/Jerusalem · 14:00 (✈️ home: UTC)…
    anna> [🏠 Back home]
    anna< (toast) Welcome home: it is 12:00.
    anna< Settings…
      Time zone: UTC · 12:00…
      [✈️ I am travelling] [🔔 Reminders] [Done]
    — Thursday 07:00 —
    anna< ${asked}  [⚖️ Weigh-in] [Later]
  `)
  expect(went).toBe(wrote)
  expect(states(world, 'weighIn')).toEqual(['2026-11-23 12:00 sent', '2026-11-26 07:00 sent'])
  expect(world.rows('user_settings', 'user_id = 2')).toMatchObject([
    { time_zone: 'UTC', home_time_zone: null },
  ])
})

test('a coach has reminders of their own, in Hebrew too', async () => {
  const world = await makeWorld()
  await world.trainer('Dana', { language: 'he' })
  const { went, wrote } = await world.play(`
    dana> /settings
    dana< …
    dana> [🔔 תזכורות]
    dana< 🔔 תזכורות
      לחיצה על תזכורת מאפשרת לשנות.
      מי צריך אותי: כל יום, 08:00
      השבוע: ב׳, בתוך ״מי צריך אותי״, ואם לא אז 08:30
      🌙 שעות שקט: 22:00–07:00
      [מי צריך אותי] [השבוע]
      [🌙 שעות שקט]
      [‹ חזרה]
    dana> [השבוע]
    dana< 🔔 השבוע: ב׳, בתוך ״מי צריך אותי״, ואם לא אז 08:30
      השבוע מופיע מתחת ל״מי צריך אותי״. שעה שקובעים במיוחד מגיעה בנפרד.
      אפשר לשלוח שעה אחרת או ימים אחרים, למשל 7:30 או ב׳, ה׳.
      [+ 30 דק׳] [− 30 דק׳]
      [ד׳] [ג׳] [✓ ב׳] [א׳]
      [ש׳] [ו׳] [ה׳]
      [🔕 לכבות]
      [‹ חזרה]
    dana> א׳ 9:00
    dana< 🔔 השבוע: א׳, 09:00…
    dana> בלי
    dana< 🔕 השבוע: כבוי…
  `)
  expect(went).toBe(wrote)
})

test('hours and days as people say them, in either language', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Check-in]
    anna< …
    anna> noon
    anna< 🔔 Check-in: Sun, 12:00…
    anna> weekdays 8:15
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Fri, 08:15…
    anna> שמונה וחצי
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Fri, 08:30…
    anna> א-ה 8
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Sun, 08:00…
    anna> half past nine in the evening
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Sun, 21:30…
    anna> Mon 8
    anna< I could not read that as an hour or days.…
    anna> ימי חול 8:15
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Sun, 08:15…
    anna> 8 וחצי
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Sun, 08:30…
    anna> midnight
    anna< 🔔 Check-in: Mon, Tue, Wed, Thu, Sun, 00:00…
  `)
  expect(went).toBe(wrote)
})
