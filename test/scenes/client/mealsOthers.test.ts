import { expect, test } from 'vitest'
import { type Action, encodeAction } from '../../../src/views/callbackData.ts'
import { write } from '../../bot/practice.ts'
import { cutting, cuttingDay, giveDay, giveWeek, put } from '../../support/meals.ts'
import { givePlan } from '../../support/plans.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const omelette = { name: 'Omelette', calories: 300, protein: 20, carbs: 2, fat: 24 }

test('what others write beside us counts: uploads, completions, skips; ours goes before it', async () => {
  const world = await makeWorld({ at: '2026-11-23T14:00:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const id = anna.userId ?? 0
  const [breakfast, lunch] = giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  put(world, 'meal_uploads', {
    client_id: id,
    meal_entry_id: breakfast ?? 0,
    marked_ok: 1,
    image_path: 'a.jpg',
    uploaded_at: '2026-11-23T08:00:00',
  })
  put(world, 'meal_uploads', {
    client_id: id,
    meal_entry_id: lunch ?? 0,
    marked_ok: 0,
    uploaded_at: '2026-11-23 13:00:00',
  })
  put(world, 'meal_uploads', { client_id: id, meal_entry_id: null, uploaded_at: '2026-11-23 11:00:00' })
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ✅ 08:00 Breakfast · 440 kcal
      3 eggs, 60g oats
      ≠ 13:00 Lunch · kcal unknown
      Besides:
      ✅ Meal · kcal unknown
      Eaten: at least 440 of 2,100 kcal
      P ≥26/160 · C ≥40/200 · F ≥19/70 g  [✅ Breakfast] [≠ Lunch] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [✅ Breakfast]
    anna< 🍽 Breakfast · 08:00
      ✅ Eaten as planned.
      In all: 440 kcal · P 26 · C 40 · F 19
      📷 One photo
      It was logged in another app, so it cannot be undone here.  [≠ Something else] [‹ The day]
    anna> [‹ The day]
    anna< …
    anna> [≠ Lunch]
    anna< 🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten.
      In all: kcal unknown
      It was logged in another app, so it cannot be undone here.  [≠ Something else] [‹ The day]
    anna> pizza 600 kcal
    anna< Lunch is logged already. Shall this take its place?
      pizza 600 kcal  [Yes, note it] [No]
    anna> [Yes, note it]
    anna< Noted: pizza 600 kcal
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: pizza
      In all: 600 kcal  [≠ Something else] [↩️ Undo] [‹ The day]
  `,
  )
  expect(
    world.ask('select eaten_meal_id is null as theirs, marked_ok from meal_uploads order by id'),
  ).toEqual([
    { theirs: 1, marked_ok: 1 },
    { theirs: 1, marked_ok: 0 },
    { theirs: 1, marked_ok: null },
    { theirs: 0, marked_ok: 0 },
  ])
  const [early, late, never] = giveWeek(world, anna, { daily_calories: 1900 }, [
    { meal: { meal_type: 'breakfast' }, recipe: omelette },
    { meal: { meal_type: 'dinner' }, recipe: omelette },
    { meal: { meal_type: 'snack' } },
  ])
  const done = (meal: number | undefined, status: string, at: string | null, notes: string | null = null) =>
    put(world, 'meal_completions', {
      client_id: id,
      planned_meal_id: meal ?? 0,
      status,
      completed_at: at,
      notes,
    })
  done(early, 'completed', '2026-11-24 07:10:00')
  done(late, 'skipped', '2026-11-24T09:00:00Z', 'travelling')
  done(never, 'pending', null)
  await goes(
    world,
    `
    — Tuesday 10:00 —
    anna> /meals
    anna< 🍽 Meals, Tue 24 Nov
      📋 Week
      ✅ Breakfast · 300 kcal
      Omelette
      ◻ Snack · kcal unknown
      ⏭ Dinner
      travelling
      Eaten: 300 of 1,900 kcal
      P 20 · C 2 · F 24 g  [✅ Breakfast] [◻ Snack] [⏭ Dinner] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [✅ Breakfast]
    anna< 🍽 Breakfast
      ✅ Eaten as planned.
      In all: 300 kcal · P 20 · C 2 · F 24
      It was logged in another app, so it cannot be undone here.  [≠ Something else] [📖 Recipe] [▶️ Next: Snack] [‹ The day]
    anna> [▶️ Next: Snack]
    anna< 🍽 Snack
      The plan does not say what is on the plate.
      Ate something else? Just write it.  [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [‹ The day]
    anna< …
    anna> [⏭ Dinner]
    anna< 🍽 Dinner
      ⏭ Skipped: travelling
      It was logged in another app, so it cannot be undone here.
      • Omelette – 300 kcal · P 20 · C 2 · F 24  [✅ Ate as planned] [≠ Something else] [📖 Recipe] [▶️ Next: Snack] [‹ The day]
    anna> [✅ Ate as planned]
    anna< (toast) Dinner: noted.
    anna< 🍽 Dinner
      ✅ Eaten as planned.
      • Omelette – 300 kcal · P 20 · C 2 · F 24
      In all: 300 kcal · P 20 · C 2 · F 24  [≠ Something else] [↩️ Undo] [📖 Recipe] [▶️ Next: Snack] [‹ The day]
  `,
  )
  expect(
    world.ask('select status, eaten_meal_id is null as theirs from meal_completions order by id'),
  ).toEqual([
    { status: 'completed', theirs: 1 },
    { status: 'skipped', theirs: 1 },
    { status: 'pending', theirs: 1 },
    { status: 'completed', theirs: 0 },
  ])
})

test('others’ rows without choice numbers: what is of one type is one choice', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  giveDay(world, anna, '2026-11-23', [
    {
      name: 'Dinner',
      parts: [
        { type: 'protein', description: 'tofu', calories: 150 },
        { type: 'carb', description: 'rice', calories: 200 },
        { type: 'protein', description: 'tempeh', calories: 190 },
        { type: 'fat', description: 'tahini', calories: 90, is_optional: 1 },
      ],
    },
  ])
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Dinner]
    anna< 🍽 Dinner
      • tofu – 150 kcal
      or tempeh
      • rice – 200 kcal
      ◦ without tahini (optional)
      In all: 350 kcal
      Ate something else? Just write it.  [● tofu] [○ tempeh] [☐ tahini] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [○ tempeh]
    anna< 🍽 Dinner
      • tempeh – 190 kcal
      or tofu
      • rice – 200 kcal
      ◦ without tahini (optional)
      In all: 390 kcal
      Ate something else? Just write it.  [○ tofu] [● tempeh] [☐ tahini] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [☐ tahini]
    anna< …
    anna> [☑ tahini]
    anna< 🍽 Dinner
      • tempeh – 190 kcal
      or tofu
      • rice – 200 kcal
      ◦ without tahini (optional)
      In all: 390 kcal
      Ate something else? Just write it.  [○ tofu] [● tempeh] [☐ tahini] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    — crash —
    anna> [✅ Ate as planned]
    anna< (toast) Dinner: noted.
    anna< 🍽 Dinner
      ✅ Eaten as planned.
      • tempeh – 190 kcal
      • rice – 200 kcal
      In all: 390 kcal  [≠ Something else] [↩️ Undo] [‹ The day]
  `,
  )
  expect(world.ask('select calories, protein, unknown_parts from eaten_meals')).toEqual([
    { calories: 390, protein: null, unknown_parts: 0 },
  ])
})

test('the day is the client’s own: across the clock change, and far from UTC', async () => {
  // Clocks in Jerusalem went back at 02:00 on 25 October 2026.
  const world = await makeWorld({ at: '2026-10-24T20:50:00Z', zone: 'Asia/Jerusalem' })
  const anna = await world.client('Anna')
  const ben = await world.client('Ben', { timeZone: 'Pacific/Kiritimati' })
  giveWeek(world, anna, {}, [{ meal: { meal_type: 'dinner', time_of_day: '23:30' } }])
  giveWeek(world, ben, {}, [{ meal: { meal_type: 'breakfast' } }])
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Sat 24 Oct…
    anna> [◻ Dinner]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
    — 20m later —
    anna> /meals
    anna< 🍽 Meals, Sun 25 Oct…  [◻ Dinner]
    anna> [‹ Yesterday]
    anna< 🍽 Meals, Sat 24 Oct…  [✅ Dinner]
    ben> /meals
    ben< 🍽 Meals, Sun 25 Oct…
    ben> [◻ Breakfast]
    ben< …
    ben> [✅ Ate as planned]
    ben< …
    — Monday 00:10 —
    anna> /meals
    anna< 🍽 Meals, Mon 26 Oct…
    anna> [‹ Yesterday]
    anna< 🍽 Meals, Sun 25 Oct…
    anna> [◻ Dinner]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
  `,
  )
  expect(world.ask('select local_date, eaten_at from eaten_meals order by id')).toEqual([
    { local_date: '2026-10-24', eaten_at: '2026-10-24 20:50:03.000000' },
    { local_date: '2026-10-25', eaten_at: expect.stringContaining('2026-10-24 21:1') as string },
    { local_date: '2026-10-25', eaten_at: '2026-10-25 21:30:00.000000' },
  ])
  put(world, 'meal_uploads', { client_id: ben.userId ?? 0, uploaded_at: '2026-10-25 10:30:00' })
  await goes(
    world,
    `
    ben> /meals
    ben< 🍽 Meals, Mon 26 Oct
      📋 Week
      ◻ Breakfast · kcal unknown
      Besides:
      ✅ Meal · kcal unknown…
  `,
  )
})

async function press(world: World, { phone }: Member, action: Action) {
  const tap = phone.tapRaw(encodeAction(action), phone.last().id)
  await world.idle()
  const shown = phone.chat().map(({ html, buttons }) => ({ html, buttons }))
  return { answers: tap.answers.map(({ text, alert }) => ({ text, alert })), shown }
}

test('meals of others are answered as those of nobody, and nothing of them is shown or changed', async () => {
  const world = await makeWorld({ at: '2026-11-23T14:00:00Z' })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const ben = await world.client('Ben', { trainer: dana })
  const [entry = 0] = giveDay(world, anna, '2026-11-23', [{ name: 'Kneecap soup', parts: [] }])
  const [planned = 0] = giveWeek(world, anna, {}, [{ meal: { notes: 'kneecap' } }])
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Kneecap soup]
    anna< …
    anna> kneecap stew 300 kcal
    anna< …
  `,
  )
  const [{ id: eaten } = { id: 0 }] = world.rows<{ id: number }>('eaten_meals')
  const day = '2026-11-23'
  const buttons: ((id: number) => Action)[] = [
    (id) => ({ name: 'openMeal', day, of: 'entry', meal: id }),
    (id) => ({ name: 'ateAsPlanned', day, of: 'entry', meal: id }),
    (id) => ({ name: 'skipMeal', day, of: 'entry', meal: id }),
    (id) => ({ name: 'skipMeal', day, of: 'nonsense', meal: id }),
    (id) => ({ name: 'undoMeal', id }),
  ]
  const before = world.rows('eaten_meals')
  for (const button of buttons)
    for (const id of [entry, planned, eaten]) {
      const none = await press(world, ben, button(80_000))
      const theirs = await press(world, ben, button(id))
      expect(theirs).toEqual(none)
      expect(theirs.answers).toEqual([{ text: 'That is not there (any more).', alert: true }])
    }
  await goes(
    world,
    `
    ben> /meals
    ben< …
    ben> [➕ Something else]
    ben< What did you eat?…
  `,
  )
  expect(
    (await press(world, ben, { name: 'pick', at: 'meals.food', value: `r${eaten}` })).answers,
  ).toMatchObject([{ alert: true }])
  expect((await press(world, dana, { name: 'openMeals' })).answers).toEqual([
    { text: 'That is not for you to do.', alert: true },
  ])
  expect(JSON.stringify(ben.phone.chat())).not.toMatch(/kneecap/i)
  expect(world.rows('eaten_meals')).toEqual(before)
})

test('a message id of one chat changes nothing in another', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const ben = await world.client('Ben')
  await goes(
    world,
    `
    anna> soup 200 kcal
    anna< …
    ben> stew 300 kcal
    ben< …
  `,
  )
  write(
    world,
    'update eaten_meals set message_id = (select message_id from eaten_meals where client_id = ?)',
    ben.userId,
  )
  await goes(
    world,
    `
    ben> (edits 1 back) Supper: stew 350 kcal
    ben< Corrected: Supper: stew 350 kcal…
  `,
  )
  expect(world.ask('select description, name, calories from eaten_meals order by id')).toEqual([
    { description: 'soup 200 kcal', name: null, calories: 200 },
    { description: 'stew 350 kcal', name: 'Supper', calories: 350 },
  ])
})

test('the coach sees how a week of eating went', async () => {
  const world = await makeWorld({ at: '2026-11-23T14:00:00Z' })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const [first = 0] = giveDay(world, anna, '2026-11-22', cuttingDay, cutting)
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  put(world, 'meal_uploads', {
    client_id: anna.userId ?? 0,
    meal_entry_id: first,
    marked_ok: 1,
    uploaded_at: '2026-11-22 08:00:00',
  })
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
    dana> /clients anna
    dana< Anna
      …
      Meals, 7 days: 2 of 4 logged, 440 of 2,100 kcal a day…
  `,
  )
})

test('while a workout is under way the day’s card is the whole day, one tap from the set at hand; a set typed beside food is a set', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  await givePlan(world, anna, 'Strength\n\nMon Upper\nBench press 2x8 @80')
  await goes(
    world,
    `
    anna> /today
    anna< Today, Mon 23 Nov
      🏋️ Upper
      • Bench press – 2 × 8 × 80 kg
      Next: Upper, Mon 30 Nov.
      ◻ 08:00 Breakfast
      ◻ 13:00 Lunch
      Eaten: 0 of 2,100 kcal  [▶️ Start: Upper] [🍽 Breakfast] [Without a plan] [📋 My plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna> [▶️ Start: Upper]
    anna< …
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov…
    anna> [◻ Breakfast]
    anna< …
    anna> 8x80
    anna< Logged: Bench press, set 1: 8 reps × 80 kg…
    anna> /today
    anna< Today, Mon 23 Nov
      ⏳ Upper is under way since 07:30: one of 2 sets done.
      Next: Upper, Mon 30 Nov.
      ◻ 08:00 Breakfast
      ◻ 13:00 Lunch
      Eaten: 0 of 2,100 kcal  [▶️ Back into the workout] [🏁 Finish] [🍽 Breakfast] [📋 My plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna> [🍽 Breakfast]
    anna< …  [‹ The day] [▶️ Back into the workout]
    anna> [▶️ Back into the workout]
    anna< 🏋️ Upper · 1 of 1
      Bench press
      Set 2 of 2 · 8 × 80 kg
    anna> /weighin
    anna< …  [▶️ Back into the workout]
    anna> [▶️ Back into the workout]
    anna< 🏋️ Upper · 1 of 1…
    anna> /progress
    anna< …  [▶️ Back into the workout]
    anna> /checkin
    anna< …  [▶️ Back into the workout]
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> bench 8x80?
    anna< Shall I note this as eaten?…
  `,
  )
  expect(world.rows('eaten_meals')).toEqual([])
  expect(world.rows('set_logs')).toHaveLength(1)
})
