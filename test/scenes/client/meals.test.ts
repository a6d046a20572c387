import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay, giveWeek } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

const eaten = (world: World) =>
  world.ask(`select local_date as day, status, as_planned as planned, description as said, calories as kcal,
    unknown_parts as unknown, reason, source from eaten_meals order by id`)
const uploads = (world: World) =>
  world.ask(`select u.marked_ok as ok, e.name, u.eaten_meal_id is not null as ours, u.uploaded_at as at
    from meal_uploads u left join meal_entries e on e.id = u.meal_entry_id order by u.id`)
const completions = (world: World) =>
  world.ask(`select m.meal_type as meal, c.status, c.notes, c.eaten_meal_id is not null as ours
    from meal_completions c join planned_meals m on m.id = c.planned_meal_id order by c.id`)

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaCuts(at = '2026-11-23T07:50:00Z') {
  const world = await makeWorld({ at })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const entries = giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return { world, anna, entries }
}

test('a whole day with a dated plan: alternatives, optional parts, something else, skipped', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ◻ 08:00 Breakfast · 440 kcal
      3 eggs, 60g oats
      ◻ 13:00 Lunch · at least 248 kcal
      150g chicken breast, salad
      Eaten: 0 of 2,100 kcal
      P 0/160 · C 0/200 · F 0/70 g  [◻ Breakfast] [◻ Lunch] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [◻ Breakfast]
    anna< 🍽 Breakfast · 08:00
      • 3 eggs – 210 kcal · P 18 · F 15
      • 60g oats – 230 kcal · P 8 · C 40 · F 4
      or 2 slices rye bread
      ◦ without 1 apple (optional)
      In all: 440 kcal · P 26 · C 40 · F 19
      Ate something else? Just write it.  [● 60g oats] [○ 2 slices rye bread] [☐ 1 apple] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [○ 2 slices rye bread]
    anna< 🍽 Breakfast · 08:00
      • 3 eggs – 210 kcal · P 18 · F 15
      • 2 slices rye bread – 180 kcal · P 6 · C 34 · F 2
      or 60g oats
      ◦ without 1 apple (optional)
      In all: 390 kcal · P 24 · C 34 · F 17
      Ate something else? Just write it.  [○ 60g oats] [● 2 slices rye bread] [☐ 1 apple] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [☐ 1 apple]
    anna< 🍽 Breakfast · 08:00
      • 3 eggs – 210 kcal · P 18 · F 15
      • 2 slices rye bread – 180 kcal · P 6 · C 34 · F 2
      or 60g oats
      • 1 apple (optional) – 80 kcal · C 20
      In all: 470 kcal · P 24 · C 54 · F 17
      Ate something else? Just write it.  [○ 60g oats] [● 2 slices rye bread] [☑ 1 apple] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< 🍽 Breakfast · 08:00
      ✅ Eaten as planned.
      • 3 eggs – 210 kcal · P 18 · F 15
      • 2 slices rye bread – 180 kcal · P 6 · C 34 · F 2
      • 1 apple – 80 kcal · C 20
      In all: 470 kcal · P 24 · C 54 · F 17  [≠ Something else] [↩️ Undo] [▶️ Next: Lunch] [‹ The day]
    anna> [▶️ Next: Lunch]
    anna< 🍽 Lunch · 13:00
      💬 salad first
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5
      Ate something else? Just write it.  [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> Pizza 700 kcal P30 C80 F25
    anna< Noted: Pizza 700 kcal P30 C80 F25
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: Pizza
      In all: 700 kcal · P 30 · C 80 · F 25  [≠ Something else] [↩️ Undo] [‹ The day]
    anna> [‹ The day]
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ✅ 08:00 Breakfast · 470 kcal
      3 eggs, 2 slices rye bread, 1 apple
      ≠ 13:00 Lunch · 700 kcal
      Pizza
      Eaten: 1,170 of 2,100 kcal
      P 54/160 · C 134/200 · F 42/70 g  [✅ Breakfast] [≠ Lunch] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [‹ Today]
    anna< Today, Mon 23 Nov
      There is no plan yet. Your trainer will send one; you can train without it meanwhile.
      ✅ 08:00 Breakfast
      ≠ 13:00 Lunch
      Eaten: 1,170 of 2,100 kcal  [Without a plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna> [🍽 Meals]
    anna< …
    anna> [➕ Something else]
    anna< What did you eat?
      Write it, with a name and numbers if you like: Snack: ice cream 300 kcal. A food on each line.
      Or once more:  [Pizza · 700 kcal] [‹ Back]
    anna> Snack: ice cream
    anna< Noted: ice cream
      🍽 Snack · 07:50
      ✅ Eaten: ice cream
      In all: kcal unknown  [↩️ Undo] [‹ The day]
    anna> [‹ The day]
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ✅ 08:00 Breakfast · 470 kcal
      3 eggs, 2 slices rye bread, 1 apple
      ≠ 13:00 Lunch · 700 kcal
      Pizza
      Besides:
      ✅ Snack · kcal unknown
      Eaten: at least 1,170 of 2,100 kcal
      P ≥54/160 · C ≥134/200 · F ≥42/70 g  [✅ Breakfast] [≠ Lunch] [· Snack] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
  `,
  )
  expect(eaten(world)).toMatchObject([
    { day: '2026-11-23', status: 'eaten', planned: 1, said: null, kcal: 470, unknown: 0, source: 'tap' },
    {
      status: 'eaten',
      planned: 0,
      said: 'Pizza 700 kcal P30 C80 F25',
      kcal: 700,
      unknown: 0,
      source: 'typed',
    },
    { status: 'eaten', planned: null, said: 'ice cream', kcal: null, unknown: 1, source: 'typed' },
  ])
  expect(world.ask('select description, meal_component_id is not null as chosen from eaten_foods')).toEqual([
    { description: '3 eggs', chosen: 1 },
    { description: '2 slices rye bread', chosen: 1 },
    { description: '1 apple', chosen: 1 },
    { description: 'Pizza', chosen: 0 },
    { description: 'ice cream', chosen: 0 },
  ])
  expect(uploads(world)).toMatchObject([
    { ok: 1, name: 'Breakfast', ours: 1 },
    { ok: 0, name: 'Lunch', ours: 1 },
    { ok: null, name: null, ours: 1 },
  ])
})

test('undo, skip with a reason, and eating it after all; each row has its mirror', async () => {
  const { world } = await annaCuts('2026-11-23T13:05:00Z')
  await goes(
    world,
    `
    anna> /today
    anna< Today, Mon 23 Nov
      There is no plan yet. Your trainer will send one; you can train without it meanwhile.
      ◻ 08:00 Breakfast
      ◻ 13:00 Lunch
      Eaten: 0 of 2,100 kcal  [🍽 Lunch] [Without a plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna> [🍽 Lunch]
    anna< …
    anna> [✅ Ate as planned]
    anna< (toast) Lunch: noted.
    anna< 🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> [↩️ Undo]
    anna< (toast) Lunch: taken back.
    anna< 🍽 Lunch · 13:00
      💬 salad first
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5
      Ate something else? Just write it.  [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [⏭ Skip]
    anna< (toast) Lunch: skipped.
    anna< ⏭ Lunch: skipped.
      Why? Tap or write it; you need not.  [Not hungry] [No time] [Nothing at hand] [Unwell] [Leave it at that]
    anna> no time at all
    anna< The reason is noted.
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: no time at all
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> (edits 1 back) skipped, was ill
    anna< Corrected: skipped, was ill
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: was ill
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
  `,
  )
  expect(eaten(world)).toMatchObject([
    { status: 'skipped', planned: null, kcal: null, unknown: 0, reason: 'was ill' },
  ])
  expect(uploads(world)).toEqual([])
  await goes(
    world,
    `
    anna> [✅ Ate as planned]
    anna< (toast) Lunch: noted.
    anna< 🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> as planned
    anna< Lunch is logged already. Here is how it stands.
      🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> [↩️ Undo]
    anna< …
    anna> skipped: not hungry
    anna< Lunch: skipped.
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: not hungry
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> [≠ Something else]
    anna< What did you eat instead of Lunch?
      Write it, with numbers if you have them: 2 slices of pizza 600 kcal P25 C70 F22. A food on each line.  [‹ Back]
    anna> [‹ Back]
    anna< …
    anna> ate it
    anna< Lunch: noted.
      🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
  `,
  )
  expect(eaten(world)).toMatchObject([{ status: 'eaten', planned: 1, kcal: 248, unknown: 1, reason: null }])
  expect(uploads(world)).toMatchObject([{ ok: 1, name: 'Lunch', ours: 1 }])
})

test('double taps and old buttons log a meal once, and tell how it stands', async () => {
  const { world, anna, entries } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> (twice) [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< (toast) Breakfast is logged already. Here is how it stands.
    anna< 🍽 Breakfast · 08:00
      ✅ Eaten as planned.
      • 3 eggs – 210 kcal · P 18 · F 15
      • 60g oats – 230 kcal · P 8 · C 40 · F 4
      In all: 440 kcal · P 26 · C 40 · F 19  [≠ Something else] [↩️ Undo] [▶️ Next: Lunch] [‹ The day]
  `,
  )
  expect(eaten(world)).toHaveLength(1)
  for (const data of [
    `ateAsPlanned:2026-11-23:entry:${entries[0]?.toString(36)}`,
    `skipMeal:2026-11-23:entry:${entries[0]?.toString(36)}`,
  ]) {
    const tap = anna.phone.tapRaw(data, anna.phone.last().id)
    await world.idle()
    expect(tap.answers).toMatchObject([{ text: expect.stringContaining('is logged already') as string }])
  }
  expect(eaten(world)).toMatchObject([{ status: 'eaten', planned: 1, kcal: 440 }])
  for (const { update_id: id } of world.rows<{ update_id: number }>('inbox')) world.simulator.redeliver(id)
  await world.idle()
  expect(uploads(world)).toHaveLength(1)
})

test('something else is remembered: offered again, and known when typed without numbers', async () => {
  const { world } = await annaCuts('2026-11-23T13:05:00Z')
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [≠ Something else]
    anna< What did you eat instead of Lunch?
      Write it, with numbers if you have them: 2 slices of pizza 600 kcal P25 C70 F22. A food on each line.  [‹ Back]
    anna> 700
    anna< I could not read that as food, so nothing was noted. For instance pizza 600 kcal.
      What did you eat instead of Lunch?
      Write it, with numbers if you have them: 2 slices of pizza 600 kcal P25 C70 F22. A food on each line.  [‹ Back]
    anna> Grandma’s soup 320 kcal P20
      rye bread 90 kcal
    anna< Noted: Grandma’s soup 320 kcal P20
      rye bread 90 kcal
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten.
      • Grandma’s soup – 320 kcal · P 20
      • rye bread – 90 kcal
      In all: 410 kcal · P ≥20  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> (edits 1 back) Grandma’s soup 350 kcal P20
    anna< Corrected: Grandma’s soup 350 kcal P20
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: Grandma’s soup
      In all: 350 kcal · P 20  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> (edits 1 back) 12
    anna< I could not read the changed message as food, so the meal stays as it was.
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: Grandma’s soup
      In all: 350 kcal · P 20  [≠ Something else] [↩️ Undo] [◻ Still open: Breakfast] [‹ The day]
    anna> [‹ The day]
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> grandmas SOUP
    anna< Noted: grandmas SOUP
      🍽 Breakfast · 08:00
      ≠ Something else was eaten: grandmas SOUP
      In all: 350 kcal · P 20  [≠ Something else] [↩️ Undo] [‹ The day]
    anna> [≠ Something else]
    anna< What did you eat instead of Breakfast?
      Write it, with numbers if you have them: 2 slices of pizza 600 kcal P25 C70 F22. A food on each line.
      Or once more:  [grandmas SOUP · 350 kcal] [‹ Back]
    anna> [grandmas SOUP · 350 kcal]
    anna< (toast) Noted.
    anna< 🍽 Breakfast · 08:00
      ≠ Something else was eaten: grandmas SOUP
      In all: 350 kcal · P 20  [≠ Something else] [↩️ Undo] [‹ The day]
    anna> Is pizza allowed?
    anna< Breakfast is logged already. Shall this take its place?
      Is pizza allowed?  [Yes, note it] [No]
    anna> [No]
    anna< (toast) Nothing was noted.
    anna< 🍽 Breakfast · 08:00
      ≠ Something else was eaten: grandmas SOUP
      In all: 350 kcal · P 20  [≠ Something else] [↩️ Undo] [‹ The day]
    anna> toast
    anna< Breakfast is logged already. Shall this take its place?
      toast  [Yes, note it] [No]
    anna> [Yes, note it]
    anna< Noted: toast
      🍽 Breakfast · 08:00
      ≠ Something else was eaten: toast
      In all: kcal unknown  [≠ Something else] [↩️ Undo] [‹ The day]
    anna> pizza 90000 kcal
    anna< Those numbers cannot be right, so nothing was noted.
      🍽 Breakfast · 08:00
      ≠ Something else was eaten: toast
      In all: kcal unknown  [≠ Something else] [↩️ Undo] [‹ The day]
  `,
  )
  expect(eaten(world)).toMatchObject([
    { said: 'Grandma’s soup 350 kcal P20', kcal: 350 },
    { said: 'toast', kcal: null, unknown: 1 },
  ])
})

test('staples fill in what was typed with an amount; what was typed of it before goes first', async () => {
  const { world } = await annaCuts('2026-11-23T13:05:00Z')
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> 150g chicken breast, 100g cucumber
    anna< Noted: 150g chicken breast, 100g cucumber
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten.
      • 150g chicken breast – 248 kcal · P 47 · F 5
      • 100g cucumber – 15 kcal · P 1 · C 4
      In all: 263 kcal · P 48 · C 4 · F 6  [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> [‹ The day]
    anna< …
    anna> [➕ Something else]
    anna< …
    anna> an apple 60 kcal
    anna< Noted: an apple 60 kcal
      🍽 Meal · 13:05
      ✅ Eaten: an apple
      In all: 60 kcal  [📷 Photo] [↩️ Undo] [‹ The day]
    anna> [‹ The day]
    anna< …
    anna> [➕ Something else]
    anna< …
    anna> an apple
    anna< Noted: an apple
      🍽 Meal · 13:05
      ✅ Eaten: an apple
      In all: 60 kcal  [📷 Photo] [↩️ Undo] [‹ The day]
  `,
  )
  expect(world.ask('select description, calories from eaten_foods order by id')).toMatchObject([
    { description: '150g chicken breast', calories: 248 },
    { description: '100g cucumber' },
    { description: 'an apple', calories: 60 },
    { description: 'an apple', calories: 60 },
  ])
})

test('late: yesterday, and without any plan; a week back and no further', async () => {
  const { world, anna } = await annaCuts('2026-11-24T06:30:00Z')
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Tue 24 Nov
      There is no food plan for this day. You can log what you eat all the same.  [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [‹ Yesterday]
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ◻ 08:00 Breakfast · 440 kcal
      3 eggs, 60g oats
      ◻ 13:00 Lunch · at least 248 kcal
      150g chicken breast, salad
      Eaten: 0 of 2,100 kcal
      P 0/160 · C 0/200 · F 0/70 g  [◻ Breakfast] [◻ Lunch] [➕ Something else] [Another day] [‹ Today’s meals]
    anna> [◻ Breakfast]
    anna< 🍽 Breakfast · 08:00 · Mon 23 Nov
      • 3 eggs – 210 kcal · P 18 · F 15
      • 60g oats – 230 kcal · P 8 · C 40 · F 4
      or 2 slices rye bread
      ◦ without 1 apple (optional)
      In all: 440 kcal · P 26 · C 40 · F 19
      Ate something else? Just write it.  [● 60g oats] [○ 2 slices rye bread] [☐ 1 apple] [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
    anna> [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< 🍽 Breakfast · 08:00 · Mon 23 Nov
      ✅ Eaten as planned.
      • 3 eggs – 210 kcal · P 18 · F 15
      • 60g oats – 230 kcal · P 8 · C 40 · F 4
      In all: 440 kcal · P 26 · C 40 · F 19  [≠ Something else] [↩️ Undo] [▶️ Next: Lunch] [‹ The day]
    anna> [‹ The day]
    anna< …
    anna> [Another day]
    anna< Which day?  [Today] [Mon 23 Nov] [Sun 22 Nov] [Sat 21 Nov] [Fri 20 Nov] [Thu 19 Nov] [Wed 18 Nov] [Tue 17 Nov] [‹ Back]
    anna> [Tue 17 Nov]
    anna< 🍽 Meals, Tue 17 Nov
      There is no food plan for this day. You can log what you eat all the same.  [➕ Something else] [Another day] [‹ Today’s meals]
    anna> 2 falafels 400 kcal
    anna< Noted for Tue 17 Nov: 2 falafels 400 kcal
      🍽 Meal · Tue 17 Nov
      ✅ Eaten: 2 falafels
      In all: 400 kcal  [↩️ Undo] [‹ The day]
    anna> /today
    anna< Today, Tue 24 Nov
      There is no plan yet. Your trainer will send one; you can train without it meanwhile.  [Without a plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna> bagel 300 kcal
    anna< Noted: bagel 300 kcal
      🍽 Meal · 06:30
      ✅ Eaten: bagel
      In all: 300 kcal  [↩️ Undo] [‹ The day]
    anna> /meals Pizza: margherita 800 kcal
    anna< Noted: margherita 800 kcal
      🍽 Pizza · 06:30
      ✅ Eaten: margherita
      In all: 800 kcal  [↩️ Undo] [‹ The day]
  `,
  )
  expect(world.ask('select local_date, eaten_at, name from eaten_meals order by id')).toMatchObject([
    { local_date: '2026-11-23', eaten_at: '2026-11-23 08:00:00.000000' },
    { local_date: '2026-11-17', eaten_at: '2026-11-17 12:00:00.000000' },
    { local_date: '2026-11-24' },
    { local_date: '2026-11-24', name: 'Pizza' },
  ])
  for (const day of ['2026-11-16', '2026-11-25', '2026-13-45', 'never']) {
    anna.phone.tapRaw(`openMeal:${day}:entry:1`, anna.phone.last().id)
    await world.idle()
  }
  expect(world.rows('inbox', "status <> 'done'")).toEqual([])
})

const shakshuka = {
  name: 'Shakshuka',
  description: 'Eggs in tomato',
  instructions: 'Fry the onion.\nAdd tomatoes.',
  calories: 420,
  protein: 24,
  carbs: 30,
  fat: 22,
  preparation_time: 25,
}

test('a weekly plan with recipes, in Hebrew', async () => {
  const world = await makeWorld({ at: '2026-11-23T06:10:00Z', zone: 'Asia/Jerusalem' })
  const anna = await world.client('Anna', { language: 'he', trainer: await world.trainer('Dana') })
  giveWeek(world, anna, { name: 'חיטוב', daily_calories: 1900, protein_target: 120 }, [
    { meal: { meal_type: 'dinner', day_of_week: 0, time_of_day: '19:30:00' }, recipe: shakshuka },
    { meal: { meal_type: 'breakfast', day_of_week: null, notes: 'יוגורט וגרנולה' } },
    { meal: { meal_type: 'lunch', day_of_week: 1 }, recipe: shakshuka },
  ])
  await goes(
    world,
    `
    anna> /today
    anna< היום, יום ב׳, 23 בנוב׳
      עדיין אין תוכנית. היא תגיע מהמאמן או מהמאמנת; בינתיים אפשר להתאמן בלעדיה.
      ◻ ארוחת בוקר
      ◻ 19:30 ארוחת ערב
      נאכלו: 0 מתוך 1,900 קק״ל  [🍽 ארוחת בוקר] [בלי תוכנית] [🍽 ארוחות] [⚖️ שקילה] [📋 צ׳ק־אין] [📈 התקדמות] [היסטוריה] [הגדרות]
    anna> [🍽 ארוחות]
    anna< 🍽 ארוחות, יום ב׳, 23 בנוב׳
      📋 חיטוב
      ◻ ארוחת בוקר · קלוריות לא ידועות
      יוגורט וגרנולה
      ◻ 19:30 ארוחת ערב · 420 קק״ל
      Shakshuka
      נאכלו: 0 מתוך 1,900 קק״ל
      ח׳ 0/120 ג׳  [◻ ארוחת בוקר] [◻ ארוחת ערב] [➕ משהו נוסף] [יום אחר] [‹ אתמול] [‹ היום שלי]
    anna> [◻ ארוחת ערב]
    anna< 🍽 ארוחת ערב · 19:30
      • Shakshuka – 420 קק״ל · ח׳ 24 · פ׳ 30 · ש׳ 22
      אכלת משהו אחר? אפשר פשוט לכתוב.  [✅ אכלתי כמתוכנן] [≠ משהו אחר] [⏭ דילוג] [📖 מתכון] [‹ לארוחות היום]
    anna> [📖 מתכון]
    anna< 📖 Shakshuka
      420 קק״ל · ח׳ 24 · פ׳ 30 · ש׳ 22
      ⏱ 25 דקות
      Eggs in tomato
      אופן ההכנה
      Fry the onion.
      Add tomatoes.  [‹ חזרה]
    anna> [‹ חזרה]
    anna< …
    anna> כמתוכנן
    anna< ארוחת ערב: נרשם.
      🍽 ארוחת ערב · 19:30
      ✅ נאכלה כמתוכנן.
      • Shakshuka – 420 קק״ל · ח׳ 24 · פ׳ 30 · ש׳ 22
      סך הכול: 420 קק״ל · ח׳ 24 · פ׳ 30 · ש׳ 22  [≠ משהו אחר] [↩️ ביטול] [📖 מתכון] [▶️ הבאה בתור: ארוחת בוקר] [‹ לארוחות היום]
    anna> [▶️ הבאה בתור: ארוחת בוקר]
    anna< 🍽 ארוחת בוקר
      💬 יוגורט וגרנולה
      אכלת משהו אחר? אפשר פשוט לכתוב.  [✅ אכלתי כמתוכנן] [≠ משהו אחר] [⏭ דילוג] [‹ לארוחות היום]
    anna> דילגתי, לא היה זמן
    anna< ארוחת בוקר: דילוג.
      🍽 ארוחת בוקר
      💬 יוגורט וגרנולה
      ⏭ דילגת עליה: לא היה זמן  [✅ אכלתי כמתוכנן] [≠ משהו אחר] [↩️ ביטול] [‹ לארוחות היום]
    anna> [‹ לארוחות היום]
    anna< 🍽 ארוחות, יום ב׳, 23 בנוב׳
      📋 חיטוב
      ⏭ ארוחת בוקר
      לא היה זמן
      ✅ 19:30 ארוחת ערב · 420 קק״ל
      Shakshuka
      נאכלו: 420 מתוך 1,900 קק״ל
      ח׳ 24/120 · פ׳ 30 · ש׳ 22 ג׳  [⏭ ארוחת בוקר] [✅ ארוחת ערב] [➕ משהו נוסף] [יום אחר] [‹ אתמול] [‹ היום שלי]
    anna> [⏭ ארוחת בוקר]
    anna< …
    anna> פיצה 500 קק"ל
    anna< נרשם: פיצה 500 קק"ל
      🍽 ארוחת בוקר
      💬 יוגורט וגרנולה
      ≠ נאכל משהו אחר: פיצה
      סך הכול: 500 קק״ל  [≠ משהו אחר] [↩️ ביטול] [‹ לארוחות היום]
    anna> [↩️ ביטול]
    anna< (toast) ארוחת בוקר: בוטל.
    anna< 🍽 ארוחת בוקר
      💬 יוגורט וגרנולה
      אכלת משהו אחר? אפשר פשוט לכתוב.  [✅ אכלתי כמתוכנן] [≠ משהו אחר] [⏭ דילוג] [‹ לארוחות היום]
    anna> [⏭ דילוג]
    anna< (toast) ארוחת בוקר: דילוג.
    anna< ⏭ ארוחת בוקר: דילגת עליה.
      למה? אפשר ללחוץ או לכתוב, לא חובה.  [בלי תיאבון] [לא היה זמן] [לא היה אוכל זמין] [לא הרגשתי טוב] [בלי סיבה]
    anna> [בלי סיבה]
    anna< …
    anna> [‹ לארוחות היום]
    anna< …
    anna> [➕ משהו נוסף]
    anna< מה אכלת?
      אפשר לכתוב גם שם ומספרים: נשנוש: גלידה 300 קק״ל. כל מאכל בשורה.  [‹ חזרה]
    anna> [‹ חזרה]
    anna< …
    anna> [יום אחר]
    anna< איזה יום?  [היום] [יום א׳, 22 בנוב׳] [שבת, 21 בנוב׳] [יום ו׳, 20 בנוב׳] [יום ה׳, 19 בנוב׳] [יום ד׳, 18 בנוב׳] [יום ג׳, 17 בנוב׳] [יום ב׳, 16 בנוב׳] [‹ חזרה]
    anna> [‹ חזרה]
    anna< …
    anna> גלידה?
    anna< לרשום שזה נאכל?
      גלידה?  [כן, לרשום] [לא]
    anna> [לא]
    anna< (toast) לא נרשם כלום.
    anna< 🍽 ארוחות, יום ב׳, 23 בנוב׳
      📋 חיטוב
      ⏭ ארוחת בוקר
      ✅ 19:30 ארוחת ערב · 420 קק״ל
      Shakshuka
      נאכלו: 420 מתוך 1,900 קק״ל
      ח׳ 24/120 · פ׳ 30 · ש׳ 22 ג׳  [⏭ ארוחת בוקר] [✅ ארוחת ערב] [➕ משהו נוסף] [יום אחר] [‹ אתמול] [‹ היום שלי]
  `,
  )
  expect(completions(world)).toEqual([
    { meal: 'dinner', status: 'completed', notes: null, ours: 1 },
    { meal: 'breakfast', status: 'skipped', notes: null, ours: 1 },
  ])
  expect(uploads(world)).toEqual([])
})

test('both plans at once: the dated one goes first, and what was logged under another still counts', async () => {
  const { world, anna, entries } = await annaCuts()
  const [weekly] = giveWeek(world, anna, { daily_calories: 1900 }, [
    { meal: { meal_type: 'dinner', time_of_day: '19:30' }, recipe: shakshuka },
  ])
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ◻ 08:00 Breakfast · 440 kcal
      3 eggs, 60g oats
      ◻ 13:00 Lunch · at least 248 kcal
      150g chicken breast, salad
      Eaten: 0 of 2,100 kcal
      P 0/160 · C 0/200 · F 0/70 g  [◻ Breakfast] [◻ Lunch] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [◻ Breakfast]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
  `,
  )
  anna.phone.tapRaw(`ateAsPlanned:2026-11-23:planned:${weekly?.toString(36)}`, anna.phone.last().id)
  await world.idle()
  expect(anna.phone.toasts.at(-1)?.text).toBe('The plan has changed since. Here is how it is now.')
  giveDay(world, anna, '2026-11-23', [
    { name: 'breakfast', parts: [] },
    { name: 'Supper', parts: [] },
  ])
  anna.phone.tapRaw(`openMeal:2026-11-23:entry:${entries[1]?.toString(36)}`, anna.phone.last().id)
  await world.idle()
  expect(anna.phone.toasts.at(-1)?.text).toBe('The plan has changed since. Here is how it is now.')
  await goes(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov
      ✅ breakfast · 440 kcal
      3 eggs, 60g oats
      ◻ Supper · kcal unknown
      Eaten: 440 of 1,900 kcal
      P 26 · C 40 · F 19 g  [✅ breakfast] [◻ Supper] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
    anna> [✅ breakfast]
    anna< 🍽 breakfast
      ✅ Eaten as planned.
      • 3 eggs – 210 kcal · P 18 · F 15
      • 60g oats – 230 kcal · P 8 · C 40 · F 4
      In all: 440 kcal · P 26 · C 40 · F 19  [≠ Something else] [↩️ Undo] [▶️ Next: Supper] [‹ The day]
    anna> [▶️ Next: Supper]
    anna< 🍽 Supper
      The plan does not say what is on the plate.
      Ate something else? Just write it.  [✅ Ate as planned] [≠ Something else] [⏭ Skip] [‹ The day]
  `,
  )
  expect(eaten(world)).toHaveLength(1)
  giveDay(world, anna, '2026-11-24', [])
  await goes(
    world,
    `
    — Tuesday 09:00 —
    anna> /meals
    anna< 🍽 Meals, Tue 24 Nov
      ◻ 19:30 Dinner · 420 kcal
      Shakshuka
      Eaten: 0 of 1,900 kcal  [◻ Dinner] [➕ Something else] [‹ Yesterday] [Another day] [‹ Today]
  `,
  )
})
