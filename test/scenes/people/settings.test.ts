import { expect, test } from 'vitest'
import { makeWorld } from '../../support/world.ts'

test('settings take effect at once, the menu too', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /settings
    anna< Settings
      Tap anything to change it.
      Name: Anna
      Language: English
      Time zone: UTC · 07:30
      Units: Kilograms (kg)
      [Name] [Language] [Time zone] [Units] [Height]
      [✈️ I am travelling] [🔔 Reminders] [Done]
    — crash —
    anna> [Height]
    anna< How tall are you?  [‹ Back]
    — crash —
    anna> 170
    anna< Settings…
      Height: 170 cm
    anna> [Units]
    anna< Kilograms or pounds?
    anna> [Pounds (lb)]
    anna< Settings…
      Height: 5′7″
    anna> [Time zone]
    anna< Is it 07:30 where you are?
    anna> no
    anna< Where are you?
    — crash —
    anna> /help
    anna< What I can do for you…
    anna< Where are you?
    anna> Nowhereville
    anna< I know no such place.…
    anna> 14:40
    anna< Clocks show 14:40 nowhere right now. Send the time that yours shows at this moment, such as 07:30, or a city.…
    anna> tel avviv
    anna< Which of these?
      Or send another city.  [Tel Aviv · 09:30] [‹ Back]
    — crash —
    anna> new york
    anna< Settings…
      Time zone: America/New_York · 02:30
    anna> [Language]
    anna< Which language shall we speak?
    anna> [עברית]
    anna< הגדרות
      לחיצה על כל דבר מאפשרת לשנות.…
      שפה: עברית
    anna> /cancel
    anna< בוטל.…
  `)
  expect(went).toBe(wrote)
  expect(anna.phone.commands().find(({ command }) => command === 'settings')?.description).toMatch(/[א-ת]/)
  expect(world.rows('user_settings', `user_id = ${anna.userId}`)).toMatchObject([
    { time_zone: 'America/New_York', units: 'lb', language: 'he' },
  ])
})

test('an admin switches access off and on, and cannot lock themselves out', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  const { went, wrote } = await world.play(`
    office> /people
    office< You are an admin here. …
      Everybody here  [Dana · Trainer] [Anna · Client] [Office · Admin] [Done]
    — crash —
    office> [Office · Admin]
    office< Office
      Admin
      Username: office
      Access: on
      This is you.  [‹ Back]
    office> [‹ Back]
    office< Everybody here
    office> [Anna · Client]
    office< Anna
      Client
      Username: anna
      Coached by Dana
      Access: on  [Switch access off] [‹ Back]
    — crash —
    office> [Switch access off]
    office< Switch off the access of Anna? …  [Yes, switch it off] [‹ Back]
    — crash —
    office> [Yes, switch it off]
    office< (toast) The access of Anna is off.
    office< Anna…
      Access: off  [Switch access on]
    anna> /today
    anna< Your access to Spotter is switched off. Please ask your trainer.
    anna> /start
    anna< Your access to Spotter is switched off.…
    office> [Switch access on]
    office< (toast) The access of Anna is on.
    office< Anna…
    anna> /start
    anna< …
    dana> /people
    dana< I could not place that. /help shows what I can do.…
  `)
  expect(went).toBe(wrote)
  expect(world.ask(`select count(*) as n from users where role = 'admin'`)).toEqual([{ n: 1 }])
})

test('the admin’s link can be for a client of their own; a crash keeps the choice', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  world.stranger('Anna')
  const { went, wrote } = await world.play(`
    office> /invite Anna
    office< You are an admin here.…
      How do they join?
      • Anna  [A trainer] [A client of mine]
    — crash —
    office> a client of mine
    office< (photo) Invite link for Anna
    office< Whom we are waiting for
      Anna – link until Thu 26 Nov, 07:30
    — crash —
    office> [Done]
    office< …
    anna> (opens link of office)
    anna< Office invites you to train with Spotter.
    anna> [I agree, let us begin]
    anna< Welcome! You are now with Office.
    office< 🎉 Anna has joined and is now your client.
  `)
  expect(went).toBe(wrote)
})
