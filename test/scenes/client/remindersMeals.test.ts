import { expect, test } from 'vitest'
import { encodeAction } from '../../../src/views/callbackData.ts'
import { cutting, cuttingDay, giveDay, put } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** Monday 23 November 2026, 07:45 where Anna is; breakfast is at 08:00, lunch at 13:00. Nothing else reminds her. */
async function annaCuts(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T07:45:00Z', reminds: true })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  await muteCoaches(world, world.member('Dana'))
  const meals = giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  await world.app.plan()
  return { world, anna, meals }
}

const eaten = (world: World) =>
  world.ask('select meal_entry_id as meal, status, as_planned, calories from eaten_meals order by id')
const states = (world: World) =>
  world.ask<{ state: string }>(`select state from deliveries where kind = 'meal' order by due_at`)

test('a meal at its time, logged in the reminder itself, which reads done; taken back in the meal', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    — 08:00 —
    anna< 🍽 Breakfast · 08:00
      3 eggs, 60g oats
      440 kcal  [✅ Ate as planned] [📷 Photo] [⏭ Skip]
    anna> [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< ✅ Breakfast: logged  [🍽 Breakfast]
    — 13:00 —
    anna< 🍽 Lunch · 13:00
      150g chicken breast, salad
      at least 248 kcal  [✅ Ate as planned] [📷 Photo] [⏭ Skip]
    anna> [⏭ Skip]
    anna< (toast) Lunch: skipped.
    anna< ⏭ Lunch: skipped  [🍽 Lunch]
    anna> [🍽 Breakfast]
    anna< 🍽 Breakfast…  [↩️ Undo]
    anna> [↩️ Undo]
    anna< (toast) Breakfast: taken back.
    anna< …
  `,
  )
  expect(eaten(world)).toMatchObject([{ meal: 2, status: 'skipped' }])
})

test('what was skipped reads skipped, whoever taps once more, and logged once it was eaten after all', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    — 08:00 —
    anna< 🍽 Breakfast…
    anna> (twice) [⏭ Skip]
    anna< (toast) Breakfast: skipped.
    anna< (toast) Breakfast: skipped.
    anna< ⏭ Breakfast: skipped  [🍽 Breakfast]
    anna> [🍽 Breakfast]
    anna< 🍽 Breakfast…  [✅ Ate as planned]
    anna> [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< ✅ Breakfast: logged  [🍽 Breakfast]
    anna< …
  `,
  )
})

test('a second tap, and one that comes late, change nothing; a button of somebody else’s reminder is not there', async () => {
  const { world } = await annaCuts()
  await world.client('Ben', { trainer: world.member('dana') })
  await goes(
    world,
    `
    — 08:00 —
    anna< 🍽 Breakfast…
    anna> (twice) [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< (toast) Breakfast is logged already.
    anna< ✅ Breakfast: logged
    anna> (stale) [⏭ Skip]
    anna< (toast) Breakfast is logged already.
  `,
  )
  expect(eaten(world)).toEqual([{ meal: 1, status: 'eaten', as_planned: 1, calories: 440 }])
  const [{ id } = { id: 0 }] = world.ask<{ id: number }>(`select id from deliveries where kind = 'meal'`)
  const ben = world.member('ben').phone
  const card = ben.chat().findLast(({ buttons }) => buttons.length > 0)
  if (!card) throw new Error('Ben has no card')
  for (const delivery of [id, 999_999]) {
    ben.tapRaw(encodeAction({ name: 'answerReminder', delivery, answer: 'ate' }), card.id)
    await world.idle()
  }
  expect(new Set(ben.toasts.slice(-2).map(({ text, alert }) => `${text} ${String(alert)}`)).size).toBe(1)
  expect(eaten(world)).toHaveLength(1)
})

test('a reminder of which nobody knows whether it came is not sent again, and its buttons do what they say', async () => {
  const { world, anna } = await annaCuts()
  world.simulator.fault({ method: 'sendMessage', chatId: anna.phone.id, kind: 'reset', effect: 'after' })
  await goes(
    world,
    `
    — 08:05 —
    anna< 🍽 Breakfast…
    anna> [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< ✅ Breakfast: logged  [🍽 Breakfast]
  `,
  )
  expect(states(world)[0]).toEqual({ state: 'uncertain' })
})

test('a photo from the reminder is of that meal, and the reminder reads done', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    — 13:00 —
    anna< 🍽 Breakfast…
    anna< 🍽 Lunch…  [📷 Photo]
    anna> [📷 Photo]
    anna< 📷 Lunch…  [‹ Back]
    anna> (sends photo)
    anna< ✅ Lunch: logged  [🍽 Lunch]
    anna< 📷 Noted. Your trainer will look at it.…
  `,
  )
  expect(eaten(world)).toMatchObject([{ meal: 2, status: 'eaten' }])
})

test('logged with another program before its time: not asked', async () => {
  const { world, anna, meals } = await annaCuts()
  put(world, 'meal_uploads', {
    client_id: anna.userId ?? 0,
    meal_entry_id: meals[0] ?? 0,
    marked_ok: 1,
    uploaded_at: '2026-11-23 07:50:00.000000',
  })
  await goes(
    world,
    `
    — 13:00 —
    anna< 🍽 Lunch · 13:00…
  `,
  )
  expect(states(world)).toMatchObject([{ state: 'cancelled' }, { state: 'sent' }])
})

test('two that wait: the one that is logged in its meal turns to done, then the other', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    — 08:00 —
    anna< 🍽 Breakfast…
    — 13:00 —
    anna< 🍽 Lunch…
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> chicken 250 kcal
    anna< ✅ Lunch: logged
    anna< …
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> eggs 250 kcal
    anna< ✅ Breakfast: logged
    anna< …
  `,
  )
})

test('a plan that has the meal no more is not asked about', async () => {
  const { world, anna } = await annaCuts()
  giveDay(world, anna, '2026-11-23', [{ name: 'Brunch', parts: [{ type: 'carb', description: 'toast' }] }])
  await world.advanceTo('14:00')
  expect(states(world)).toMatchObject([{ state: 'cancelled' }, { state: 'cancelled' }])
})

test('in Hebrew', async () => {
  const { world } = await annaCuts('he')
  await goes(
    world,
    `
    — 08:00 —
    anna< 🍽 Breakfast · 08:00…  [✅ אכלתי כמתוכנן] [📷 תמונה] [⏭ דילוג]
    anna> [⏭ דילוג]
    anna< (toast) Breakfast: דילוג.
    anna< ⏭ Breakfast: דילוג
  `,
  )
})

/** Sunday evening she leaves something open; on Monday at 08:00 she is asked about breakfast. */
async function annaLeft(evening: string, language: 'en' | 'he' = 'en'): Promise<World> {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, language })
  await muteCoaches(world, dana)
  giveDay(world, anna, '2026-11-22', cuttingDay, cutting)
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  await world.app.plan()
  await goes(world, evening)
  await goes(world, '— Monday 08:00 —\nanna< …')
  return world
}

const diary = (world: World) =>
  world.ask('select local_date as date, description from eaten_meals order by id')

test('yesterday’s lunch stands open: what is typed after today’s breakfast was asked about is breakfast', async () => {
  const world = await annaLeft('anna> /meals\nanna< …\nanna> [◻ Lunch]\nanna< …')
  await goes(
    world,
    `
    anna> porridge with milk
    anna< ✅ Breakfast: logged…
    anna< Noted: porridge with milk
      🍽 Breakfast · 08:00…
    anna> a bagel
    anna< …
  `,
  )
  expect(diary(world)).toEqual([{ date: '2026-11-23', description: 'porridge with milk' }])
})

test('a letter begun yesterday does not take breakfast, but goes on as the letter it is', async () => {
  const world = await annaLeft('anna> /message\nanna< …')
  await goes(
    world,
    `
    anna> I ate 2 eggs
    anna< ✅ Breakfast: logged…
    anna< Noted: 2 eggs…
    anna> /message
    anna< …
    anna> I ate 2 eggs
    anna< …
    dana< …I ate 2 eggs…
  `,
  )
  const other = await annaLeft('anna> /message\nanna< …')
  await goes(other, 'anna> May I train on Sunday?\nanna< …\ndana< …May I train on Sunday?…')
  expect(diary(other)).toEqual([])
})

const ateOut = 'I ate out every day last week, sorry. My knee hurts too'

test('a letter begun yesterday that tells of food and more: it is asked, and goes out as it is', async () => {
  const world = await annaLeft('anna> /message\nanna< …')
  await goes(
    world,
    `
    anna> ${ateOut}
    anna< Something you ate? Nothing is logged yet.
      What shall Dana read?
      Send it as a message.
      [Cancel] [🍽 Log as a meal] [💬 Send to my trainer]
    — crash —
    anna> [💬 Send to my trainer]
    anna< (toast) Sent to Dana.
    anna< Today, …
    dana< …${ateOut}…
    anna> I ate 2 eggs and some toast
    anna< Something you ate?…
  `,
  )
  expect(diary(world)).toEqual([])
})

test('the answer to a trainer’s letter stays the answer to it', async () => {
  const world = await annaLeft(`
    dana> /clients
    dana< …
    dana> [Anna]
    dana< …
    dana> [💬 Write]
    dana< …
    dana> How was your week?
    dana< …
    anna< …How was your week?…
    anna> [↩️ Answer]
    anna< …
  `)
  await goes(
    world,
    `
    anna> ${ateOut}
    anna< Something you ate? Nothing is logged yet.…
    anna> [💬 Send to my trainer]
    anna< (toast) Sent to Dana.
    anna< Today, …
    dana< …${ateOut}…How was your week?…
  `,
  )
})

test('what else is to be written down keeps its words, and a letter may be the meal after all', async () => {
  const world = await annaLeft('anna> /settings\nanna< …\nanna> [Diet]\nanna< …')
  await goes(world, 'anna> I ate meat until last year\nanna< Settings…I ate meat until last year…')
  expect(diary(world)).toEqual([])
  const other = await annaLeft('anna> /message\nanna< …')
  await goes(
    other,
    `
    anna> I ate 2 eggs and toast
    anna< Something you ate?…
    anna> [🍽 Log as a meal]
    anna< Which meal was it?…
    anna> [Breakfast]
    anna< ✅ Breakfast: logged…
    anna< …
  `,
  )
  expect(diary(other)).toMatchObject([{ date: '2026-11-23' }])
})

test('בעברית: מכתב שהתחיל אתמול ומספר על אוכל ועל עוד משהו לא נרשם כארוחה', async () => {
  const world = await annaLeft('anna> /message\nanna< …', 'he')
  await goes(
    world,
    `
    anna> אכלתי בחוץ כל השבוע וגם כואבת לי הברך
    anna< זה משהו שאכלת? עדיין לא נרשם כלום.…
    anna> [💬 לשלוח למאמן/ת]
    anna< (toast) נשלח אל Dana.
    anna< …
    dana< …וגם כואבת לי הברך…
  `,
  )
  expect(diary(world)).toEqual([])
})
