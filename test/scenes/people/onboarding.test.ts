import { expect, test } from 'vitest'
import { makeWorld } from '../../support/world.ts'

test('a trainer invites, a client joins in twelve inputs and is told of', async () => {
  const world = await makeWorld({ at: '2026-11-23T13:32:00Z', zone: 'Europe/Berlin' })
  await world.trainer('Dana', { lastName: 'Levi' })
  world.stranger('Anna', { lastName: 'Cohen', username: 'anna_c' })
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< (photo) Invite link for a client
      https://t.me/spotter_test_bot?start=…
      … It works for one person, until Thu 26 Nov, 14:32.  [Copy the link]
    dana< Whom we are waiting for
      A client – link until Thu 26 Nov, 14:32  [A client] [Link for a client] [By name] [Done]
    anna> (opens link of dana)
    anna< Dana Levi invites you to train with Spotter.
      What Dana Levi will see: …  [I agree, let us begin] [No, thank you]
    anna> [I agree, let us begin]
    anna< Welcome! You are now with Dana Levi.
      What may I call you?
      Send a name, or tap the one I know.  [Anna Cohen] [Skip] [Skip the rest]
    dana< 🎉 Anna Cohen has joined and is now your client.
      In Telegram: @anna_c  [Not my client]
    anna> Anna
    anna< Which language shall we speak?  [English] [עברית] [Skip] [Skip the rest]
    anna> [English]
    anna< Is it 14:32 where you are?  [Yes] [No] [Skip] [Skip the rest]
    anna> [No]
    anna< Where are you?  [Skip] [Skip the rest]
    anna> 15:32
    anna< Which of these?  [Jerusalem · 15:32] [Athens · 15:32]
    anna> Tel Aviv
    anna< Kilograms or pounds?  [Kilograms (kg)] [Pounds (lb)]
    anna> pounds
    anna< How tall are you?
      For instance 5'8" or 172 cm.
    anna> 5'8"
    anna< Which weight do you aim at?
      For instance 150 (lb).
    anna> a lot less
    anna< I could not read that as a weight. A number is enough, such as 150.
      Which weight do you aim at?
    anna> 140
    anna< What do you want to reach?  [Get stronger] [Build muscle] [Lose weight] [Feel healthy]
    anna> [Get stronger]
    anna< Anything medical your trainer should know?  [Nothing special]
    anna> left knee <weak> & sore
    anna< How do you eat?  [Nothing special] [Vegetarian] [Vegan]
    anna> [Vegetarian]
    anna< This is what I have noted.
      Tap anything to correct it.
      Name: Anna
      Language: English
      Time zone: Asia/Jerusalem · 15:32
      Units: Pounds (lb)
      Height: 5′8″
      Weight goal: 140 lb
      Goals: Get stronger
      Medical: left knee <weak> & sore
      Diet: Vegetarian  [Name] [Language] [Height] [Medical] [Done]
    anna> [Medical]
    anna< Anything medical your trainer should know?
      Injuries, conditions, medicines. Only what you want to tell.
      left knee <weak> & sore, at the moment.  [Nothing special] [‹ Back] [Remove]
    anna> [Remove]
    anna< This is what I have noted.…  [Done]
    anna> [Done]
    anna< (toast) All set.
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select * from users join client_profiles p on p.user_id = users.id')).toMatchObject([
    {
      username: 'anna_c',
      full_name: 'Anna',
      email: null,
      hashed_password: null,
      role: 'client',
      trainer_id: world.member('dana').userId,
      height: 172.7,
      fitness_goals: 'Get stronger',
      medical_conditions: null,
      dietary_restrictions: 'Vegetarian',
    },
  ])
  expect(world.ask('select target_weight as kg from client_profiles')[0]).toEqual({
    kg: expect.closeTo(63.503, 2) as number,
  })
  expect(world.rows('user_settings', "units = 'lb'")).toMatchObject([
    { time_zone: 'Asia/Jerusalem', language: 'en' },
  ])
})

test('with nothing skipped it takes twelve inputs, the consent among them', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  const anna = world.stranger('Anna')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    anna> (opens link of dana)
    anna< …
    anna> [I agree, let us begin]
    anna< …
    dana< …
    anna> [Anna]
    anna< …
    anna> [English]
    anna< …
    anna> [Yes]
    anna< …
    anna> [Kilograms (kg)]
    anna< …
    anna> 172
    anna< …
    anna> 62,5
    anna< …
    anna> [Build muscle]
    anna< …
    anna> [Nothing special]
    anna< …
    anna> [Vegan]
    anna< This is what I have noted.
    anna> [Done]
    anna< …
  `)
  expect(went).toBe(wrote)
  const typed = anna.phone.chat().filter(({ from }) => from === 'me').length
  expect(typed + anna.phone.taps.length).toBeLessThanOrEqual(12)
  expect(world.rows('client_profiles')).toMatchObject([
    {
      height: 172,
      target_weight: 62.5,
      fitness_goals: 'Build muscle',
      medical_conditions: 'Nothing special',
      dietary_restrictions: 'Vegan',
    },
  ])
})

test('each question and the rest can be skipped; what was answered stays through a crash', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  world.stranger('Anna')
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    anna> (opens link of dana)
    anna< …
    — crash —
    anna> yes
    anna< Welcome! You are now with Dana.
    dana< …
    anna> Annie
    anna< Which language shall we speak?
    — crash —
    anna> skip
    anna< Is it 07:30 where you are?
    anna> [Skip]
    anna< Kilograms or pounds?
    anna> nonsense
    anna< I could not place that. /help shows what I can do.
      Kilograms or pounds?
    anna> /help
    anna< What I can do for you
    anna< Kilograms or pounds?
    anna> [Skip the rest]
    anna< This is what I have noted.
      Tap anything to correct it.
      Name: Annie
    — restart —
    anna> /cancel
    anna< Cancelled.…
    anna> (stale) [Skip the rest]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< …
  `)
  expect(went).toBe(wrote)
})

test('names of every kind', async () => {
  const world = await makeWorld()
  await world.trainer('Dana')
  world.stranger('Anna', { lastName: '<b>' })
  const { went, wrote } = await world.play(`
    dana> /invite
    dana< …
    anna> (opens link of dana)
    anna< …
    anna> [I agree, let us begin]
    anna< …  [Anna <b>]
    dana< …
    anna> ${'x'.repeat(4000)}
    anna< A name has at least one visible character and at most 80.
      What may I call you?
    anna> <b>אנה</b> & 👩‍🦰
    anna< Which language shall we speak?
    anna> [עברית]
    anna< השעה אצלך 07:30?  [כן] [לא]
    anna> [לדלג על השאר]
    anna< זה מה שרשמתי.
      לחיצה על כל דבר מאפשרת לתקן.
      שם: <b>אנה</b> & 👩…
    anna> [סיום]
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.member('anna').phone.commands()[0]?.description).toMatch(/[א-ת]/)
})

test('a trainer joins by an admin’s link and tells about themselves', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  world.stranger('Gil', { username: undefined as never })
  const { went, wrote } = await world.play(`
    office> /start
    office< You are an admin here.…
    office> /invite
    office< Whom do you invite?  [A trainer] [A client of mine] [Cancel]
    office> [A trainer]
    office< Whom we are waiting for
      A trainer – link until Thu 26 Nov, 07:30
      …  [Link for a client] [Link for a trainer]
    office< (photo) Invite link for a trainer
    gil> /start
    gil< 👋 Hello, I am Spotter.
    gil> (opens link of office)
    gil< Office invites you to coach with Spotter: clients, plans and progress in chat.  [Accept] [No, thank you]
    gil> [Accept]
    gil< Welcome aboard!
      What may I call you?  [Gil]
    office< 🎉 Gil has joined as a trainer.
    gil> [Gil]
    gil< Is it 07:30 where you are?
    gil> berlin
    gil< What do you specialize in?
    gil> Strength
    gil< A few words about you
    gil> [Skip]
    gil< How many years have you been coaching?  [1] [2] [3] [5] [10] [15]
    gil> a hundred and one
    gil< A whole number of years, please, from 0 to 100.…
    gil> [10]
    gil< Which certification do you hold?
    gil> NSCA
    gil< This is what I have noted.
      Tap anything to correct it.
      Name: Gil
      Language: English
      Time zone: Europe/Berlin · 08:30
      Units: Kilograms (kg)
      Specialization: Strength
      About you: –
      Years of coaching: 10
      Certification: NSCA
    gil> [Done]
    gil< (toast) All set.
    gil< …
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select role, username from users order by id')).toEqual([
    { role: 'admin', username: 'office' },
    { role: 'trainer', username: 'gil' },
  ])
})
