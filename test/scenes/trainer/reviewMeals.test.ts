import { expect, test } from 'vitest'
import { write } from '../../bot/practice.ts'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

async function annaEats(language: 'en' | 'he' = 'en', ofDana: 'en' | 'he' = 'en') {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const dana = await world.trainer('Dana', { language: ofDana })
  const anna = await world.client('Anna', { trainer: dana, language })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return { world, dana, anna }
}

const marks = (world: World) => world.ask('select marked_ok from meal_uploads order by id')

test('a meal with what was planned and eaten; the verdict is on its card and where others look', async () => {
  const { world } = await annaEats()
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo) with rice
    anna< …
    anna> [≠ Something else]
    anna< …
    anna> pasta 700 kcal P20 C110 F15
    anna< …
    dana> /review
    dana< (photo) 🍽 Anna · Lunch · Mon 23 Nov
      “with rice”
      Planned: 150g chicken breast (248 kcal · P 46 · F 5); salad (kcal unknown)
      Ate: pasta
      Eaten: 700 kcal · P 20 · C 110 · F 15  [✅] [⚠️] [❌] [⏳ Later] [✖️ Stop]
    `,
  )
  expect(marks(world)).toEqual([{ marked_ok: 0 }])
  await plays(
    world,
    `
    dana> [⚠️]
    dana< (toast) ⚠️ Anna, Lunch
    dana< ⚠️ Anna · Lunch
      What shall they do about it? Tap, write, or send a voice or video message.  [More protein, please] [More vegetables] [Smaller portion] [Less oil and sauce]
    dana> [More protein, please]
    dana< (toast) Last: ⚠️ Anna · Lunch: “More protein, please”
    dana< 🎉 Nothing waits.
      Last: ⚠️ Anna · Lunch: “More protein, please”…
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ⚠️ Lunch, Mon 23 Nov
      💬 More protein, please  [🏋️ Today]
    `,
  )
  expect(marks(world)).toEqual([{ marked_ok: 1 }])
  await plays(
    world,
    `
    dana> [↩️ Undo Anna, Lunch]
    dana< (toast) Taken back: Anna, Lunch
    dana< (photo) 🍽 Anna · Lunch · Mon 23 Nov…
    dana< Taken back: Anna, Lunch
    `,
  )
  expect(marks(world)).toEqual([{ marked_ok: 0 }])
  await plays(
    world,
    `
    dana> [✅]
    dana< (toast) ✅ Anna, Lunch
    dana< 🎉 Nothing waits.…
    — 2m later —
    anna< 🔎 Dana looked at what you showed:
      ✅ Lunch, Mon 23 Nov (said anew)  [🏋️ Today]
    anna> /meals
    anna< …
    anna> [≠ Lunch]
    anna< 🍽 Lunch…
      📷 One photo
      ✅ Your trainer looked at it.…
    anna> [↩️ Undo]
    anna< …
    `,
  )
  // What others read still follows the trainer's word.
  expect(marks(world)).toEqual([{ marked_ok: 1 }])
})

test('a photo after the verdict is looked at anew, with what was said before; a meal that is taken back waits no more', async () => {
  const { world } = await annaEats()
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    dana> /review
    dana< (photo) 🍽 Anna · Lunch · Mon 23 Nov
      Planned: 150g chicken breast (248 kcal · P 46 · F 5); salad (kcal unknown)  [✅]
    dana> [❌]
    dana< (toast) ❌ Anna, Lunch
    dana< …
    dana> [Nothing more ›]
    dana< 🎉 Nothing waits.…
    — 3m later —
    anna< 🔎 Dana looked at what you showed:
      ❌ Lunch, Mon 23 Nov  [🏋️ Today]
    anna> (sends photo)
    anna< …
    dana> /review
    dana< (photo) 🍽 Anna · Lunch · Mon 23 Nov
      Planned: …
      Said before: ❌ Mon 23 Nov  [✅]
    anna> [↩️ Undo]
    anna< …
    dana> [✅]
    dana< (alert) That is not there (any more).
    dana< That one waits no more.  [Next ›] [✖️ Stop]
    dana> [Next ›]
    dana< 🎉 Nothing waits.…
    `,
  )
  // What the trainer has judged stays, and the meal with it.
  expect(world.ask('select eaten_meal_id as meal, state, verdict from reviews order by id')).toEqual([
    { meal: 1, state: 'done', verdict: 'wrong' },
    { meal: 1, state: 'withdrawn', verdict: null },
  ])
  expect(
    world.ask('select purpose, eaten_meal_id as meal, review_id as review from photos order by id'),
  ).toEqual([
    { purpose: 'meal', meal: 1, review: 1 },
    { purpose: 'unsorted', meal: null, review: null },
  ])
  expect(marks(world)).toEqual([{ marked_ok: 0 }])
})

test('a meal that was judged cannot be undone: its old button says why, and the verdict stays', async () => {
  const { world, anna } = await annaEats()
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    dana> /review
    dana< …
    dana> [✅]
    dana< …
    anna> /meals
    anna< …
    anna> [📷 Lunch]
    anna< 🍽 Lunch · 13:00
      💬 salad first
      📷 A photo was sent. Was it as planned?
      📷 One photo
      ✅ Your trainer looked at it.
      • 150g chicken breast – 248 kcal · P 46 · F 5
      • salad – kcal unknown
      In all: at least 248 kcal · P ≥46 · F ≥5  [✅ Ate as planned] [≠ Something else] [📷 Photo] [◻ Still open: Breakfast] [‹ The day]
    `,
  )
  const old = anna.phone.tapRaw('pick:meals.meal:u1', anna.phone.last().id)
  await world.idle()
  expect(old.answers).toMatchObject([
    { text: 'Your trainer has looked at that already, so it stays as it is.' },
  ])
  // The same of a judged meal that has lost its photo.
  await plays(
    world,
    `
    anna> [✅ Ate as planned]
    anna< …
    `,
  )
  write(world, 'delete from photos')
  anna.phone.tapRaw('undoMeal:1', anna.phone.last().id)
  await world.idle()
  expect(anna.phone.toasts.at(-1)?.text).toBe(
    'Your trainer has looked at that already, so it stays as it is.',
  )
  expect(world.ask('select as_planned from eaten_meals')).toEqual([{ as_planned: 1 }])
  expect(world.ask('select state, verdict from reviews')).toEqual([{ state: 'done', verdict: 'good' }])
})

test('in Hebrew on both sides', async () => {
  const { world } = await annaEats('he', 'he')
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    dana> /start
    dana< …  [🔎 להערכה: אחת מחכה]
    dana> [🔎 להערכה: אחת מחכה]
    dana< (photo) 🍽 Anna · Lunch · יום ב׳, 23 בנוב׳
      בתוכנית: …  [❌] [⚠️] [✅] [⏳ אחר כך] [✖️ די לעכשיו]
    dana> יפה מאוד
    dana< 🔎 הערכה אחת מחכה לך.
      👀 Anna, Lunch
      💬 יפה מאוד
      אפשר ללחוץ, או לכתוב או להקליט משהו שיצורף.…
    dana> [⚠️]
    dana< (toast) ⚠️ Anna, Lunch
    dana< ⚠️ Anna · Lunch
      💬 יפה מאוד
      מה כדאי לעשות? אפשר ללחוץ, לכתוב, או לשלוח הודעה קולית או הודעת וידאו.  [יותר חלבון, בבקשה] [יותר ירקות] [↩️ ביטול] [🗂 המשפטים שלי] [בלי הערה ›]
    dana> פחות לחם
    dana< 🎉 שום דבר לא מחכה.
      לאחרונה: ⚠️ Anna · Lunch: ״פחות לחם״  [⭐ לשמור את ״פחות לחם״] [↩️ ביטול: Anna, Lunch] [💬 מילים אחרות] [🗂 המשפטים שלי] [‹ חזרה]
    dana> [⭐ לשמור את ״פחות לחם״]
    dana< (toast) נשמר, וזמין מעכשיו.
    dana< 🎉 שום דבר לא מחכה.…
    — 2m later —
    anna< 🔎 ההערכה של Dana על מה ששלחת:
      ⚠️ Lunch, יום ב׳, 23 בנוב׳
      💬 פחות לחם  [🏋️ היום]
    `,
  )
})

test('what nobody knows of a meal is said to be unknown, as on the client’s own card', async () => {
  const { world } = await annaEats()
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    anna> [≠ Something else]
    anna< …
    anna> 250g cottage cheese 240 kcal, 60g oats
    anna< …
    dana> /review
    dana< (photo) 🍽 Anna · Lunch · Mon 23 Nov
      Planned: 150g chicken breast (248 kcal · P 46 · F 5); salad (kcal unknown)
      Ate: 250g cottage cheese, 60g oats
      Eaten: 463 kcal · P ≥8 · C ≥41 · F ≥4  [✅] [⚠️] [❌] [⏳ Later] [✖️ Stop]
    `,
  )
})

test('where the plan leaves a choice, the trainer reads what was chosen', async () => {
  const { world } = await annaEats()
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [○ 2 slices rye bread]
    anna< …
    anna> [✅ Ate as planned]
    anna< …
    anna> (sends photo)
    anna< …
    dana> /review
    dana< (photo) 🍽 Anna · Breakfast · Mon 23 Nov
      Planned: 3 eggs (210 kcal · P 18 · F 15); 60g oats (230 kcal · P 8 · C 40 · F 4) or 2 slices rye bread (180 kcal · P 6 · C 34 · F 2); 1 apple (80 kcal · C 20), optional
      Ate as planned: 3 eggs, 2 slices rye bread
      Eaten: 390 kcal · P 24 · C 34 · F 17…
    `,
  )
})

test('phrases of meals come first beside a meal, and phrases of lifts last', async () => {
  const { world, dana, anna } = await annaEats()
  await world.orm.em.getConnection().execute(`insert into quick_phrases (trainer_id, text, created_at) values
    (${dana.userId}, 'Less bread', '2026-11-20 10:00:00'), (${dana.userId}, 'Elbows forward', '2026-11-21 10:00:00'),
    (${dana.userId}, 'As agreed', '2026-11-22 10:00:00')`)
  const [lift] = world.rows<{ id: number }>('exercises')
  await world.orm.em.getConnection()
    .execute(`insert into eaten_meals (client_id, local_date, status, as_planned, unknown_parts,
    eaten_at, created_at, updated_at) values (${anna.userId}, '2026-11-20', 'eaten', 1, 0, '2026-11-20 10:00:00',
    '2026-11-20 10:00:00', '2026-11-20 10:00:00')`)
  const [meal] = world.rows<{ id: number }>('eaten_meals')
  const said = (columns: string, id: number | undefined, text: string) =>
    world.orm.em.getConnection()
      .execute(`insert into reviews (client_id, ${columns}, state, verdict, comment, reviewed_by_id,
      reviewed_at, created_at, updated_at) values (${anna.userId}, ${id}, 'done', 'adjust', '${text}', ${dana.userId},
      '2026-11-20 10:00:00', '2026-11-20 10:00:00', '2026-11-20 10:00:00')`)
  await said('eaten_meal_id', meal?.id, 'Less bread')
  await said('exercise_id', lift?.id, 'Elbows forward')
  await plays(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> (sends photo)
    anna< …
    dana> /review
    dana< …
    dana> [⚠️]
    dana< (toast) ⚠️ Anna, Lunch
    dana< ⚠️ Anna · Lunch
      What shall they do about it? Tap, write, or send a voice or video message.  [Less bread] [As agreed] [More protein, please] [More vegetables] [Smaller portion] [Less oil and sauce] [Elbows forward] [↩️ Undo]
    `,
  )
})

test('of two that go by the same name the last line says when it was shown', async () => {
  const { world, anna } = await annaEats()
  const db = world.orm.em.getConnection()
  for (const at of ['2026-11-23 08:05:00', '2026-11-23 12:40:00'])
    await db.execute(`insert into eaten_meals (client_id, local_date, status, as_planned, unknown_parts, eaten_at,
      created_at, updated_at) values (${anna.userId}, '2026-11-23', 'eaten', 1, 0, '${at}', '${at}', '${at}')`)
  for (const meal of world.rows<{ id: number; eaten_at: string }>('eaten_meals'))
    await db.execute(`insert into reviews (client_id, eaten_meal_id, state, created_at, updated_at)
      values (${anna.userId}, ${meal.id}, 'waiting', '${meal.eaten_at}', '${meal.eaten_at}')`)
  await plays(
    world,
    `
    dana> /review
    dana< …
    dana> [✅]
    dana< (toast) ✅ Anna, Meal
    dana< …
      Last: ✅ Anna · Meal (Mon 23 Nov, 08:05)…
    dana> Well done
    dana< 💬 Well done
      Whose words are these?  [For Anna · Meal (Mon 23 Nov, 08:05) (✅)] [For this one: Anna · Meal] [✖️ Leave them out]
    dana> [✖️ Leave them out]
    dana< …
    `,
  )
})
