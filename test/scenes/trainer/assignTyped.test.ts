import { expect, test } from 'vitest'
import { giveWeek } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

/** Tuesday, 24 November 2026. */
async function coached(...others: string[]): Promise<World> {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z' })
  const trainer = await world.trainer('Dana')
  for (const name of ['Anna', ...others]) await world.client(name, { trainer })
  return world
}

test('a misspelled day gives nothing, not even without that line, until it is corrected', async () => {
  const world = await coached()
  await goes(
    world,
    `
    dana> anna meals from tommorow
      brekfast 8 3 eggs
      snack yogurt or apple
      diner 19 salmon 200g
      about 1800 cal 130 protien
    dana< 🍽 Meal plan · for Anna
      ⚠️ I cannot read one of the days. Please correct it: nothing is given before.
      🎯 1,800 kcal · P 130
      brekfast 08:00
      • protein: 3 eggs ≈ 215 kcal · P 19 · C 1.1 · F 14
      snack
      • protein: yogurt – no macros
      or apple – no macros
      diner 19:00
      • protein: salmon 200g ≈ 412 kcal · P 44 · C 0 · F 25
      The day: at least 627 of 1,800 kcal; one unknown · P ≥63/130 · C ≥1.1 · F ≥39 g
      ≈ is filled in from my table of foods. Type the macros where yours differ.
      Where the text does not say raw or cooked, I took what is in brackets: salmon 200g (cooked).
      ⚠️ One place I could not read
      Line 1, column 17: tommorow
      I know no such day. Is it tomorrow?
      To correct it, edit your message or send the text again.  [Cancel]
    dana> (edits 1 back) anna meals from tomorrow
      brekfast 8 3 eggs
      snack yogurt or apple
      diner 19 salmon 200g
      about 1800 cal 130 protien
    dana< 🍽 Meal plan · for Anna
      📅 Every day, Wed 25 Nov –…  [✅ Assign] [Cancel]
    dana> [✅ Assign]
    dana< (toast) ✅ Meal plan is with Anna now.
    dana< …
    anna< …
  `,
  )
  expect(world.ask('select min(date) as day, min(title) as title from meal_plans')).toEqual([
    { day: '2026-11-25', title: null },
  ])
  expect(world.ask('select distinct name, time_of_day as at from meal_entries order by order_index')).toEqual(
    [
      { name: 'brekfast', at: '08:00' },
      { name: 'snack', at: null },
      { name: 'diner', at: '19:00' },
    ],
  )
})

test('a plan in one line goes to the client it names', async () => {
  const world = await coached('Tom', 'Zoe')
  await goes(
    world,
    `
    dana> Anna meals on wed and fri only: lunch 14:00 200g beef, salad
    dana< 🍽 Meal plan · for Anna
      📅 Wed, Fri, Tue 24 Nov – Mon 18 Jan 2027 (16 days)…  [✅ Assign] [👥 Also for…] [Cancel]
    dana> /assign Tom tomorrow: lunch 14:00 200g beef, salad
    dana< 🍽 Meal plan · for Tom
      📅 Tomorrow, Wed 25 Nov…
  `,
  )
})

test('who is not named, or not clearly, is asked about, and the text is kept', async () => {
  const world = await coached('Tom Levi', 'Tom Cohen')
  await world.client('Maya', { trainer: await world.trainer('Other') })
  await goes(
    world,
    `
    dana> Maya, tomorrow
      Lunch 14:00
      200g beef
      salad
    dana< Who is the plan for?
      Tap, or send a name.
      📎 Your text is kept until I know.  [Anna] [Tom Cohen] [Tom Levi] [✉️ Invite] [Cancel]
    dana> tomorrow: lunch 14:00 200g beef, salad
    dana< I took that text.
      Who is the plan for?
      Tap, or send a name.
      📎 Your text is kept until I know.  [Anna] [Tom Cohen] [Tom Levi] [✉️ Invite] [Cancel]
    dana> tom, tomorrow: lunch 14:00 200g beef, salad
    dana< I took that text.
      Who is the plan for?
      Tap, or send a name.
      Called like tom:
      📎 Your text is kept until I know.  [Tom Cohen] [Tom Levi] [All clients] [✉️ Invite] [Cancel]
    dana> [Tom Levi]
    dana< 🍽 Meal plan · for Tom Levi
      📅 Tomorrow, Wed 25 Nov…
  `,
  )
})

test('a weekly menu of those days is named before the meals take its place', async () => {
  const world = await coached()
  const anna = world.member('anna')
  giveWeek(world, anna, { name: 'Base', start_date: '2026-11-01', end_date: '2026-11-30' }, [
    { meal: { day_of_week: 2 } },
  ])
  await goes(
    world,
    `
    dana> Cutting, tomorrow
      Lunch 14:00
      200g beef
      100g rice
    dana< 🍽 Cutting · for Anna
      📅 Tomorrow, Wed 25 Nov
      🗓 On these days they take precedence over the weekly menu of Anna (Base); other days keep it.
      Lunch 14:00…
    dana> Cutting, on 1 Dec
      Lunch 14:00
      200g beef
      100g rice
    dana< 🍽 Cutting · for Anna
      📅 Tue 1 Dec
      Lunch 14:00…
  `,
  )
})

test('two plans of one name are told apart by their days', async () => {
  const world = await coached()
  const meals = (head: string) => `${head}
      Lunch 14:00
      200g beef
      100g rice`
  await goes(
    world,
    `
    dana> ${meals('Cutting, on 25 Nov')}
    dana< …
    dana> [✅ Assign]
    dana< (toast) …
    dana< Anna…  [🍽 Cutting] [➕ New plan]
    anna< …
    dana> ${meals('Cutting, from 27 Nov to 30 Nov')}
    dana< …
    dana> [✅ Assign]
    dana< (toast) …
    dana< Anna…  [🍽 Cutting · Wed 25 Nov] [🍽 Cutting · Fri 27 Nov – Mon 30 Nov] [➕ New plan]
    anna< …
  `,
  )
})

test('the client looks at the first day before it comes, and logs nothing on it', async () => {
  const world = await coached()
  await goes(
    world,
    `
    dana> Cutting, every day from Friday for 2 weeks
      Lunch 14:00 "slowly"
      protein: 200g beef | 200g tofu
      fruit?: 1 apple
    dana< …
    dana> [✅ Assign]
    dana< (toast) …
    dana< …
    anna< 🆕 Dana has meals for you: Cutting
      📅 Every day, Fri 27 Nov – Thu 10 Dec (14 days)
      • Lunch 14:00  [🍽 See the first day]
    anna> [🍽 See the first day]
    anna< 🍽 Meals, Fri 27 Nov
      📋 Cutting
      ◻ 14:00 Lunch…
      💬 slowly
      • 200g beef / 200g tofu
      • 1 apple (optional)
      This day is still to come: meals are logged on the day itself.  [Thu 26 Nov] [Sat 28 Nov] [Today] [Another day] [‹ Today]
    anna> 3 eggs
    anna< …
    anna> /meals
    anna< …
    anna> [Another day]
    anna< Which day?  [Today] [Mon 23 Nov] [Sun 22 Nov] [Sat 21 Nov] [Fri 20 Nov] [Thu 19 Nov] [Wed 18 Nov] [Tue 17 Nov] [🛒 Fri 27 Nov] [🛒 Sat 28 Nov] [🛒 Sun 29 Nov] [🛒 Mon 30 Nov] [🛒 Tue 1 Dec] [‹ Back]
    anna> [🛒 Sat 28 Nov]
    anna< 🍽 Meals, Sat 28 Nov…
    anna> [Fri 27 Nov]
    anna< 🍽 Meals, Fri 27 Nov…
    — Friday 09:00 —
    anna> (stale) [🍽 See the first day]
    anna< 🍽 Meals, Fri 27 Nov
      📋 Cutting
      ◻ 14:00 Lunch…  [◻ Lunch] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
  `,
  )
  expect(world.rows('eaten_meals')).toEqual([])
})
