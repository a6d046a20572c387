import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay, giveWeek } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaCuts(language: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return { world, anna }
}

const photos = (world: World) =>
  world.ask('select purpose, eaten_meal_id as meal, review_id as review, caption from photos order by id')
const uploads = (world: World) =>
  world.ask(
    'select marked_ok as ok, image_path is not null as shown, eaten_meal_id as meal from meal_uploads order by id',
  )
const reviews = (world: World) => world.ask('select eaten_meal_id as meal, state from reviews order by id')

test('photos sent in a meal: eaten, waiting for the trainer, then told to be as planned; undo keeps them', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [📷 Photo]
    anna< 📷 Lunch
      Send a photo of it, or several. Your trainer will look at them.  [‹ Back]
    anna> (sends photo)
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Lunch · 13:00
      💬 salad first
      📷 A photo was sent. Was it as planned?
      📷 One photo
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> (sends photo) with extra salad
    anna< Noted: with extra salad
      🍽 Lunch · 13:00
      💬 salad first
      📷 A photo was sent: with extra salad
      Was it as planned?
      In all: kcal unknown
      📷 2 photos
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
  `,
  )
  expect(photos(world)).toMatchObject([
    { purpose: 'meal', meal: 1, review: 1, caption: null },
    { purpose: 'meal', meal: 1, review: 1, caption: 'with extra salad' },
  ])
  expect(uploads(world)).toEqual([
    { ok: null, shown: 1, meal: 1 },
    { ok: null, shown: 1, meal: 1 },
  ])
  expect(reviews(world)).toEqual([{ meal: 1, state: 'waiting' }])
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
      In all: at least 248 kcal · P ≥46 · F ≥5
      📷 2 photos  [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> (twice) [↩️ Undo]
    anna< (toast) Lunch: taken back.
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 🍽 Lunch · 13:00
      💬 salad first
      📷 A photo was sent. Was it as planned?
      📷 2 photos
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> [↩️ Undo]
    anna< (toast) Lunch: taken back.
    anna< 🍽 Lunch · 13:00
      💬 salad first
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5
      Ate something else? Just write it.  [✅ Ate as planned] [≠ Something else] [⏭ Skip] [📷 Photo] [‹ The day]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
  `,
  )
  expect(photos(world)).toMatchObject([
    { purpose: 'unsorted', meal: null },
    { purpose: 'unsorted', meal: null },
  ])
  expect([uploads(world), reviews(world), world.rows('eaten_meals')]).toEqual([[], [], []])
})

test('a photo out of the blue: the likeliest meal is offered first; a caption with numbers says what it was', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> (sends photo) burger 800 kcal
    anna< Today, Mon 23 Nov
      There is no plan yet. Your trainer will send one; you can train without it meanwhile.
      ◻ 08:00 Breakfast
      ◻ 13:00 Lunch
      Eaten: 0 of 2,100 kcal  [🍽 Lunch] [Without a plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    anna> [🍽 Lunch]
    anna< Noted: burger 800 kcal
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: burger
      In all: 800 kcal
      📷 One photo  [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> (sends photo)
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: burger
      In all: 800 kcal
      📷 2 photos  [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> /today
    anna< …
    anna> (sends photo)
    anna< Today, Mon 23 Nov
      There is no plan yet. Your trainer will send one; you can train without it meanwhile.
      ◻ 08:00 Breakfast
      ≠ 13:00 Lunch
      Eaten: 800 of 2,100 kcal  [🍽 Breakfast] [Without a plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    anna> [🍽 A meal besides the plan]
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Meal · 13:05
      ✅ Eaten.
      📷 One photo  [📷 Photo] [↩️ Undo] [‹ The day]
    anna> [📷 Photo]
    anna< 📷 Meal
      Send a photo of it, or several. Your trainer will look at them.  [‹ Back]
    anna> (sends photo)
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Meal · 13:05
      ✅ Eaten.
      📷 2 photos  [📷 Photo] [↩️ Undo] [‹ The day]
  `,
  )
  expect(world.ask('select description, calories, as_planned, source from eaten_meals order by id')).toEqual([
    { description: 'burger 800 kcal', calories: 800, as_planned: 0, source: 'typed' },
    { description: null, calories: null, as_planned: null, source: 'photo' },
  ])
  expect(photos(world).map(({ meal }) => meal)).toEqual([1, 1, 2, 2])
})

test('in Hebrew, of a weekly meal; a caption may say that it was as planned', async () => {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana'), language: 'he' })
  giveWeek(world, anna, {}, [{ meal: { meal_type: 'lunch' } }])
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ ארוחת צהריים]
    anna< …
    anna> [📷 תמונה]
    anna< 📷 ארוחת צהריים
      אפשר לשלוח תמונה אחת או כמה. הן יגיעו למאמן או למאמנת.  [‹ חזרה]
    anna> (sends photo) כמתוכנן
    anna< 📷 נרשמה. היא מחכה למאמן או למאמנת.
      ארוחת צהריים: נרשם.
      🍽 ארוחת צהריים
      ✅ נאכלה כמתוכנן.
      סך הכול: קלוריות לא ידועות
      📷 תמונה אחת  [≠ משהו אחר] [↩️ ביטול] [📷 תמונה] [‹ לארוחות היום]
  `,
  )
  expect(
    world.ask('select status, photo_path is not null as shown, eaten_meal_id as meal from meal_completions'),
  ).toEqual([{ status: 'completed', shown: 1, meal: 1 }])
  expect(world.ask('select as_planned from eaten_meals')).toEqual([{ as_planned: 1 }])
})

test('whoever is asked something and sends a photo finds the question again, with what they typed', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> is a bagel fine?
    anna< Shall I note this as eaten?
      is a bagel fine?  [Yes, note it] [No]
    anna> (sends photo) burger 800 kcal
    anna< Shall I note this as eaten?
      is a bagel fine?  [Yes, note it] [No]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    anna> [🍽 Lunch]
    anna< Noted: burger 800 kcal
      Shall I note this as eaten?
      is a bagel fine?  [Yes, note it] [No]
    anna> [Yes, note it]
    anna< Noted: is a bagel fine?
      🍽 Breakfast · 08:00
      ≠ Something else was eaten: is a bagel fine?…
    anna> [‹ The day]
    anna< 🍽 Meals, Mon 23 Nov
      📋 Cutting
      ≠ 08:00 Breakfast · kcal unknown
      is a bagel fine?
      ≠ 13:00 Lunch · 800 kcal
      burger…
    anna> brownie
    anna< Noted: brownie
      🍽 Meal · 13:05…
    anna> [‹ The day]
    anna< …
    anna> [➕ Something else]
    anna< What did you eat?…
    anna> (sends photo)
    anna< 📷 Noted. Your trainer will look at it.
      What did you eat?…
  `,
  )
})

test('a photo of last night is offered as a meal of its own day, and so is what was taken back of it', async () => {
  const { world, anna } = await annaCuts()
  giveDay(world, anna, '2026-11-24', [{ name: 'Porridge', parts: [] }])
  await goes(
    world,
    `
    — Monday 23:50 —
    anna> (sends photo)
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    — 20m later —
    anna> [🍽 Lunch]
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Lunch · 13:00 · Mon 23 Nov…
    anna> [↩️ Undo]
    anna< (toast) Lunch: taken back.
    anna< 🍽 Lunch · 13:00 · Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch · Mon 23 Nov] [🍽 Breakfast · Mon 23 Nov] [🍽 A meal besides the plan · Mon 23 Nov] [Just keep it] [🗑 Delete]
    anna> [🍽 Breakfast · Mon 23 Nov]
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Breakfast · 08:00 · Mon 23 Nov…
  `,
  )
  expect(
    world.ask('select local_date, e.name from eaten_meals x join meal_entries e on e.id = x.meal_entry_id'),
  ).toEqual([{ local_date: '2026-11-23', name: 'Breakfast' }])
})

test('a clip of a meal is no picture to other readers; the first picture is what they see', async () => {
  const { world, anna } = await annaCuts()
  await goes(
    world,
    `
    anna> (sends video)
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 Breakfast] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    anna> [🍽 Lunch]
    anna< …
  `,
  )
  expect(photos(world)).toMatchObject([{ purpose: 'meal', meal: 1, review: 1 }])
  expect(uploads(world)).toEqual([{ ok: null, shown: 0, meal: 1 }])
  await goes(
    world,
    `
    anna> (sends photo)
    anna< …
  `,
  )
  expect(uploads(world)).toEqual([{ ok: null, shown: 1, meal: 1 }])
  expect(
    world.ask(
      `select media_kind as kind from file_uploads u join meal_uploads m on m.image_path = u.file_path`,
    ),
  ).toEqual([{ kind: 'photo' }])
  giveWeek(world, anna, {}, [{ meal: { meal_type: 'lunch' } }])
  await goes(
    world,
    `
    — Tuesday 13:00 —
    dana< 🔎 One waits for your word.…
    anna> /today
    anna< …
    anna> (sends video)
    anna< Today, Tue 24 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Lunch] [🍽 A meal besides the plan] [Just keep it] [🗑 Delete]
    anna> [🍽 Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    anna> (sends photo)
    anna< …
  `,
  )
  const [first, second] =
    world.ask(`select u.file_path as path from photos f join file_uploads u on u.id = f.file_id
    where f.eaten_meal_id = 2 and u.media_kind = 'photo' order by f.id`)
  expect(second).toBeDefined()
  expect(world.ask('select photo_path as path from meal_completions')).toEqual([first])
})

test('a caption is what was eaten, of a meal besides the plan and at the question too', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> (sends photo) two slices of pizza 600 kcal
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?…
    anna> [🍽 A meal besides the plan]
    anna< Noted: two slices of pizza 600 kcal
      🍽 Meal · 13:05
      ✅ Eaten: two slices of pizza
      In all: 600 kcal
      📷 One photo…
    anna> [‹ The day]
    anna< …
    anna> [➕ Something else]
    anna< What did you eat?…
    anna> (sends photo) Snack: ice cream
    anna< Noted: ice cream
      🍽 Snack · 13:05
      ✅ Eaten: ice cream
      In all: kcal unknown
      📷 One photo…
    anna> [‹ The day]
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo) with extra salad
    anna< Noted: with extra salad
      🍽 Lunch · 13:00
      💬 salad first
      📷 A photo was sent: with extra salad
      Was it as planned?
      In all: kcal unknown
      📷 One photo
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> [✅ Ate as planned]
    anna< (toast) Lunch: noted.
    anna< 🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.…
    anna> [◻ Still open: Breakfast]
    anna< …
    anna> (sends photo) is this fine?
    anna< 📷 Noted. Your trainer will look at it.
      🍽 Breakfast · 08:00
      📷 A photo was sent. Was it as planned?…
  `,
  )
})

test('so it is in Hebrew', async () => {
  const { world } = await annaCuts('he')
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [➕ משהו נוסף]
    anna< מה אכלת?…
    anna> (sends photo) סלט עם קוטג׳
    anna< נרשם: סלט עם קוטג׳
      🍽 ארוחה · 13:05
      ✅ נאכל: סלט עם קוטג׳
      סך הכול: קלוריות לא ידועות
      📷 תמונה אחת…
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo) סלט עם גבינה
    anna< נרשם: סלט עם גבינה
      🍽 Lunch · 13:00
      💬 salad first
      📷 נשלחה תמונה: סלט עם גבינה
      זה היה כמתוכנן?…
  `,
  )
})

test('a caption says the day of the meal', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> (sends photo) yesterday, pizza 600 kcal
    anna< Today, Mon 23 Nov…
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 A meal · Sun 22 Nov] [Just keep it] [🗑 Delete]
    anna> [🍽 A meal · Sun 22 Nov]
    anna< Noted for Sun 22 Nov: pizza 600 kcal
      🍽 Meal · Sun 22 Nov
      ✅ Eaten: pizza…
  `,
  )
})

test('a photo of a meal that was skipped: whether it was eaten after all is asked, and nothing is lost', async () => {
  const { world } = await annaCuts()
  const lunch = () => world.ask('select status, reason from eaten_meals order by id')
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [⏭ Skip]
    anna< (toast) Lunch: skipped.
    anna< …
    anna> no oven here
    anna< The reason is noted.
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: no oven here
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown  [✅ Ate as planned] [≠ Something else] [↩️ Undo] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    anna> (sends photo) sandwich 400 kcal
    anna< 🍽 Lunch · 13:00…
    anna< ⏭ Lunch is skipped (no oven here). Did you eat it after all?  [Yes, I ate it] [No]
    anna> [No]
    anna< 📷 Kept, for you and your trainer. What is it?  [🍽 Breakfast] [🍽 A meal besides the plan] [🍽 Lunch (skipped)] [Just keep it] [🗑 Delete]
    anna< 🍽 Lunch · 13:00…
  `,
  )
  expect(lunch()).toEqual([{ status: 'skipped', reason: 'no oven here' }])
  await goes(
    world,
    `
    anna> [🍽 Lunch (skipped)]
    anna< Noted: sandwich 400 kcal
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: sandwich…
  `,
  )
  expect(lunch()).toEqual([{ status: 'eaten', reason: null }])
})

test('yes to it, in Hebrew, on the day before', async () => {
  const { world, anna } = await annaCuts('he')
  giveDay(world, anna, '2026-11-22', [{ name: 'מרק', parts: [] }])
  await goes(
    world,
    `
    anna> /meals אתמול
    anna< …
    anna> [◻ מרק]
    anna< …
    anna> [⏭ דילוג]
    anna< …
    anna> [לא היה זמן]
    anna< …
    anna> (sends photo)
    anna< 🍽 מרק · יום א׳, 22 בנוב׳…
    anna< ⏭ מרק: רשום דילוג (לא היה זמן). נאכלה בכל זאת?  [כן, נאכלה] [לא]
    anna> [כן, נאכלה]
    anna< 📷 נרשמה. היא מחכה למאמן או למאמנת.
      🍽 מרק · יום א׳, 22 בנוב׳…
  `,
  )
  expect(world.ask('select local_date as day, status from eaten_meals')).toEqual([
    { day: '2026-11-22', status: 'eaten' },
  ])
})

test('what is typed where a photo is awaited is offered above the way back', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay)
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [📷 Photo]
    anna< …
    anna> pizza and more
    anna< …
  `,
  )
  const labels =
    anna.phone
      .chat()
      .at(-1)
      ?.buttons.flat()
      .map(({ label }) => label) ?? []
  expect(labels.length).toBeGreaterThan(1)
  expect(labels.at(-1)).toBe('‹ Back')
})
