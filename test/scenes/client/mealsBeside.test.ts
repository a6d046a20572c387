import { expect, test } from 'vitest'
import { write } from '../../bot/practice.ts'
import { cutting, cuttingDay, giveDay, giveWeek, put } from '../../support/meals.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const omelette = { name: 'Omelette', calories: 300, protein: 20, carbs: 2, fat: 24 }

test('others’ parts without words go by their type, and are eaten as planned', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  const [dinner = 0] = giveDay(world, anna, '2026-11-23', [{ name: 'Dinner', parts: [] }])
  put(world, 'meal_components', { meal_entry_id: dinner, type: 'protein', description: '  ', calories: 150 })
  put(world, 'meal_components', { meal_entry_id: dinner, type: 'carb', description: null })
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Dinner]
    anna< 🍽 Dinner
      • protein – 150 kcal
      • carb – kcal unknown…
    anna> [✅ Ate as planned]
    anna< …
  `,
  )
  expect(world.ask('select description, calories from eaten_foods order by id')).toEqual([
    { description: 'protein', calories: 150 },
    { description: 'carb', calories: null },
  ])
})

test('a photo takes nothing away of what another program logged, and undo gives it back', async () => {
  const world = await makeWorld({ at: '2026-11-24T14:00:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const [breakfast = 0] = giveWeek(world, anna, {}, [
    { meal: { meal_type: 'breakfast' }, recipe: omelette },
    { meal: { meal_type: 'dinner' } },
  ])
  put(world, 'meal_completions', {
    client_id: anna.userId ?? 0,
    planned_meal_id: breakfast,
    status: 'completed',
    completed_at: '2026-11-24 07:10:00',
    notes: 'half of it',
  })
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [✅ Breakfast]
    anna< …
    anna> (sends photo)
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Breakfast
      ✅ Eaten as planned.
      • Omelette – 300 kcal · P 20 · C 2 · F 24
      In all: 300 kcal · P 20 · C 2 · F 24
      📷 One photo…
  `,
  )
  const completions = () =>
    world.ask(`select status, notes, photo_path is not null as shown, eaten_meal_id is null as theirs
      from meal_completions order by id`)
  const theirs = { status: 'completed', notes: 'half of it', shown: 0, theirs: 1 }
  expect(completions()).toEqual([theirs, { status: 'completed', notes: null, shown: 1, theirs: 0 }])
  expect(world.ask('select as_planned, calories from eaten_meals')).toEqual([
    { as_planned: 1, calories: 300 },
  ])
})

test('a pending completion of others is completed by ours, and pending again once that is taken back', async () => {
  const world = await makeWorld({ at: '2026-11-24T14:00:00Z' })
  const anna = await world.client('Anna')
  const ben = await world.client('Ben')
  const plan = [{ meal: { meal_type: 'breakfast' }, recipe: omelette }]
  const [breakfast = 0] = giveWeek(world, anna, {}, plan)
  const pending = (member: Member, meal: number, at: string | null = null) =>
    put(world, 'meal_completions', {
      client_id: member.userId ?? 0,
      planned_meal_id: meal,
      status: 'pending',
      completed_at: at,
    })
  pending(ben, breakfast)
  pending(anna, breakfast, '2026-11-20 07:00:00')
  pending(anna, breakfast)
  const rows = () => world.ask('select status, eaten_meal_id as ours from meal_completions order by id')
  const open = { status: 'pending', ours: null }
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
  `,
  )
  expect(rows()).toEqual([open, open, { status: 'completed', ours: 1 }])
  await goes(
    world,
    `
    anna> [↩️ Undo]
    anna< …
  `,
  )
  expect(rows()).toEqual([open, open, open])
})

test('what others marked on our upload stays, until a verdict is given here', async () => {
  const world = await makeWorld({ at: '2026-11-23T14:00:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  const marks = () => world.ask('select marked_ok as ok from meal_uploads order by id').map(({ ok }) => ok)
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
  `,
  )
  write(world, 'update meal_uploads set marked_ok = 0')
  await goes(
    world,
    `
    anna> [✅ Ate as planned]
    anna< …
    anna> (sends photo)
    anna< …
  `,
  )
  expect(marks()).toEqual([0, 1])
  await goes(
    world,
    `
    anna> [↩️ Undo]
    anna< …
  `,
  )
  expect(marks()).toEqual([0, null])
  await goes(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< …
  `,
  )
  expect(marks()).toEqual([1, 1])
})

test('a completion without its moment counts for the one day on which its plan has the meal, else for none', async () => {
  const world = await makeWorld({ at: '2026-11-24T14:00:00Z', zone: 'Pacific/Kiritimati' })
  const anna = await world.client('Anna')
  const week = { start_date: '2026-11-23', end_date: '2026-11-29' }
  const [breakfast = 0, lunch = 0, snack = 0] = giveWeek(world, anna, week, [
    { meal: { meal_type: 'breakfast', day_of_week: 2 }, recipe: omelette },
    { meal: { meal_type: 'lunch', day_of_week: 2, time_of_day: '00:00' } },
    { meal: { meal_type: 'snack' } },
  ])
  const done = (meal: number, status: string) =>
    put(world, 'meal_completions', { client_id: anna.userId ?? 0, planned_meal_id: meal, status })
  done(breakfast, 'completed')
  done(lunch, 'skipped')
  done(snack, 'completed')
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Wed 25 Nov
      📋 Week
      ⏭ 00:00 Lunch
      ✅ Breakfast · 300 kcal
      Omelette
      ◻ Snack · kcal unknown…
    anna> [‹ Yesterday]
    anna< 🍽 Meals, Tue 24 Nov
      📋 Week
      ◻ Snack · kcal unknown…
  `,
  )
})

test('a weekly plan counts on its first and its last day, and on no other', async () => {
  const world = await makeWorld({ at: '2026-11-22T14:00:00Z' })
  const anna = await world.client('Anna')
  giveWeek(world, anna, { start_date: '2026-11-23', end_date: '2026-11-24' }, [
    { meal: { meal_type: 'lunch' } },
  ])
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Sun 22 Nov
      There is no food plan for this day…
    — Monday 12:00 —
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov
      📋 Week
      ◻ Lunch…
    — Tuesday 23:59 —
    anna> /meals
    anna< 🍽 Meals, Tue 24 Nov
      📋 Week
      ◻ Lunch…
    — Wednesday 00:00 —
    anna> /meals
    anna< 🍽 Meals, Wed 25 Nov
      There is no food plan for this day…
  `,
  )
})

test('what was eaten of another day’s plan is no meal of this day’s, whatever its name', async () => {
  const world = await makeWorld({ at: '2026-11-24T14:00:00Z' })
  const anna = await world.client('Anna')
  const [monday = 0] = giveDay(world, anna, '2026-11-23', [{ name: 'Breakfast', parts: [] }])
  const [replaced = 0] = giveDay(world, anna, '2026-11-24', [{ name: 'Supper', parts: [] }])
  giveDay(world, anna, '2026-11-24', [
    { name: 'Breakfast', parts: [] },
    { name: 'supper', parts: [] },
  ])
  for (const entry of [monday, replaced])
    put(world, 'meal_uploads', {
      client_id: anna.userId ?? 0,
      meal_entry_id: entry,
      uploaded_at: '2026-11-24 08:00:00',
    })
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Tue 24 Nov
      ◻ Breakfast · kcal unknown
      ✅ supper · kcal unknown
      Besides:
      ✅ Breakfast · kcal unknown…
  `,
  )
})

test('the coach’s average is at least that only where energy is unknown, not where other macros are', async () => {
  const world = await makeWorld({ at: '2026-11-23T14:00:00Z' })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await goes(
    world,
    `
    anna> pizza 700 kcal
    anna< …
    dana> /clients anna
    dana< Anna
      …
      Meals, 7 days: one logged, 700 kcal a day…
    anna> /today
    anna< …
    anna> /meals brownie
    anna< …
    dana> /clients anna
    dana< Anna
      …
      Meals, 7 days: 2 logged, at least 700 kcal a day…
  `,
  )
})

test('a photo beside an upload of others keeps what it says: not as planned', async () => {
  const world = await makeWorld({ at: '2026-11-23T14:00:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const [, lunch = 0] = giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  put(world, 'meal_uploads', {
    client_id: anna.userId ?? 0,
    meal_entry_id: lunch,
    marked_ok: 0,
    uploaded_at: '2026-11-23 13:00:00',
  })
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [≠ Lunch]
    anna< …
    anna> (sends photo)
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten.
      In all: kcal unknown
      📷 One photo…
  `,
  )
  expect(world.ask('select marked_ok as ok, eaten_meal_id as ours from meal_uploads order by id')).toEqual([
    { ok: 0, ours: null },
    { ok: 0, ours: 1 },
  ])
})
