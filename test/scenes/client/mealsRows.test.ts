import { expect, test } from 'vitest'
import { type Meal, cutting, cuttingDay, giveDay, giveWeek, put } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaCuts() {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const [, lunch = 0] = giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return { world, dana, anna, lunch }
}

test('what is known of a food is what the client said of it last, never what another client did', async () => {
  const { world, dana } = await annaCuts()
  await world.client('Ben', { trainer: dana })
  await goes(
    world,
    `
    ben> /meals stew 900 kcal
    ben< …
    anna> /meals stew
    anna< Which meal was it?…
    anna> [➕ None of them]
    anna< Noted: stew…
    anna> /meals stew 500 kcal
    anna< …
    anna> [➕ None of them]
    anna< …
    anna> /meals stew 600 kcal
    anna< …
    anna> [➕ None of them]
    anna< …
    anna> /meals stew
    anna< …
    anna> [➕ None of them]
    anna< …
    ben> /meals stew
    ben< …
  `,
  )
  expect(
    world.ask(`select u.first_name as who, x.calories as kcal from eaten_meals x
      join telegram_accounts u on u.user_id = x.client_id order by x.id`),
  ).toEqual([
    { who: 'Ben', kcal: 900 },
    { who: 'Anna', kcal: null },
    { who: 'Anna', kcal: 500 },
    { who: 'Anna', kcal: 600 },
    { who: 'Anna', kcal: 600 },
    { who: 'Ben', kcal: 900 },
  ])
})

test('a correction leaves the time at which it was eaten; what was skipped and then eaten was eaten then', async () => {
  const { world } = await annaCuts()
  const at = () => world.ask('select substr(eaten_at, 12, 5) as at from eaten_meals').map((row) => row.at)
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> skipped, no time
    anna< …
    — Monday 15:00 —
    anna> pizza 700 kcal
    anna< …
  `,
  )
  expect(at()).toEqual(['15:00'])
  await goes(
    world,
    `
    — Monday 16:00 —
    anna> (edits 1 back) pizza 800 kcal
    anna< Corrected: pizza 800 kcal…
  `,
  )
  expect(at()).toEqual(['15:00'])
})

test('targets come from the newest weekly plan that has any', async () => {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna')
  const lunch = [{ meal: { meal_type: 'lunch' } }]
  giveWeek(world, anna, { start_date: '2026-11-01', daily_calories: 1900 }, lunch)
  giveWeek(world, anna, { start_date: '2026-11-02', daily_calories: 2000 }, lunch)
  giveWeek(world, anna, { start_date: '2026-11-09', name: 'Snacks' }, [])
  const { went } = await world.play('anna> /meals')
  expect(went).toContain('📋 Snacks')
  expect(went).toContain('of 2,000 kcal')
})

test('a reason is added to a skip, and stays when it is only skipped again; what was eaten is not skipped', async () => {
  const { world } = await annaCuts()
  const meals = () => world.ask('select status, reason from eaten_meals order by id')
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> skipped, no time
    anna< Lunch: skipped…
    anna> skipped
    anna< …
  `,
  )
  expect(meals()).toEqual([{ status: 'skipped', reason: 'no time' }])
  await goes(
    world,
    `
    anna> skipped, sick
    anna< …
  `,
  )
  expect(meals()).toEqual([{ status: 'skipped', reason: 'sick' }])
  await goes(
    world,
    `
    anna> as planned
    anna< …
    anna> skipped
    anna< …
    anna> skipped, sick
    anna< …
  `,
  )
  expect(meals()).toEqual([{ status: 'eaten', reason: null }])
})

const salad: Meal = { name: 'Lunch', parts: [{ type: 'other', description: 'salad', calories: 100 }] }

test('what others wrote of a plan that was replaced is one meal with what is said of it here', async () => {
  const { world, anna, lunch } = await annaCuts()
  put(world, 'meal_uploads', {
    client_id: anna.userId ?? 0,
    meal_entry_id: lunch,
    marked_ok: 0,
    uploaded_at: '2026-11-23 12:00:00',
  })
  giveDay(world, anna, '2026-11-23', [salad])
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [≠ Lunch]
    anna< …
    anna> pizza 700 kcal
    anna< …
    anna> yes
    anna< Noted: pizza 700 kcal…
    anna> [‹ The day]
    anna< 🍽 Meals, Mon 23 Nov
      ≠ Lunch · 700 kcal
      pizza
      Eaten: 700 kcal…
  `,
  )
  expect(world.ask('select meal_entry_id as entry from eaten_meals')).toEqual([{ entry: lunch }])
})

test('what others wrote outside any plan counts beside what was typed outside any', async () => {
  const { world, anna, lunch } = await annaCuts()
  const client_id = anna.userId ?? 0
  put(world, 'meal_uploads', { client_id, meal_entry_id: null, uploaded_at: '2026-11-23 11:00:00' })
  put(world, 'meal_uploads', {
    client_id,
    meal_entry_id: lunch,
    marked_ok: 1,
    uploaded_at: '2026-11-23 12:00:00',
  })
  const { went } = await world.play(`
    anna> /meals
    anna> [➕ Something else]
    anna> cake 300 kcal
    anna> [‹ The day]
  `)
  const day = went.slice(went.lastIndexOf('🍽 Meals'))
  expect(day).toContain('✅ Meal · kcal unknown')
  expect(day).toContain('cake')
  expect(day).toContain('✅ 13:00 Lunch')
})

test('a meal outside any plan is against none when it is corrected', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals cake 300 kcal
    anna< …
    anna> [➕ None of them]
    anna< …
    anna> (edits 1 back) party: cake 400 kcal
    anna< Corrected: party: cake 400 kcal…
  `,
  )
  expect(world.ask('select name, as_planned as planned, calories as kcal from eaten_meals')).toEqual([
    { name: 'party', planned: null, kcal: 400 },
  ])
})
