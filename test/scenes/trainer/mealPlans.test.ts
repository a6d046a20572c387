import { expect, test } from 'vitest'
import { put } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'
import Database from 'better-sqlite3'

/** Tuesday, 24 November 2026. */
async function coached(language: 'en' | 'he' = 'en'): Promise<World> {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', callTimeoutMs: 5000 })
  await world.client('Anna', { trainer: await world.trainer('Dana', { language }), language })
  return world
}

const base = `Base, every day for 2 weeks, 1800 kcal
      Breakfast 08:00
      protein: 3 eggs
      Lunch 13:00
      protein: 200g salmon`

const given = `
    dana> /assign anna
      ${base}
    dana< 🍽 Base · for Anna…
    dana> [✅ Assign]
    dana< …
    anna< …`

async function played(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const days = (world: World) =>
  world.ask(`select meal_series_id as series, count(*) as days, min(date) as "first", max(date) as "last" from meal_plans
    group by meal_series_id order by meal_series_id`)

function eatOn(world: World, date: string): void {
  const [entry] = world.ask<{ id: number; client: number }>(
    `select e.id, d.client_id as client from meal_entries e join meal_plans d on d.id = e.meal_plan_id
     where d.date = ? order by e.id limit 1`,
    date,
  )
  put(world, 'eaten_meals', {
    client_id: entry?.client ?? 0,
    local_date: date,
    meal_entry_id: entry?.id ?? 0,
    status: 'eaten',
    source: 'tap',
    eaten_at: `${date} 08:00:00.000000`,
  })
}

test('days that have meals are asked about once; a logged one keeps its own', async () => {
  const world = await coached()
  await played(world, given)
  eatOn(world, '2026-11-24')
  await played(
    world,
    `
    dana> /assign anna
      Other, every day from today until 10 Dec
      Dinner 20:00
      protein: 200g salmon
    dana< 🍽 Other · for Anna
      📅 Every day, Tue 24 Nov – Thu 10 Dec (17 days)…
    dana> [✅ Assign]
    dana< Some of these days have meals already:
      • Anna: 13 days (Base)
      📌 Anna: Tue 24 Nov keeps its meals, as something was logged.  [Replace them] [Only the free days] [‹ Back]
    dana> [‹ Back]
    dana< 🍽 Other · for Anna…
    dana> [✅ Assign]
    dana< Some of these days have meals already:…
    — crash —
    dana> [Replace them]
    dana< 🍽 Other
      ✅ Anna: 16 days.
      📌 Anna: Tue 24 Nov keeps its meals, as something was logged.
      Anna
      No plan at the moment.
      🍽 Base · Tue 24 Nov
      🍽 Other · Tue 24 Nov – Thu 10 Dec…
    anna< 🆕 Dana has meals for you: Other…
  `,
  )
  expect(days(world)).toEqual([
    { series: 1, days: 1, first: '2026-11-24', last: '2026-11-24' },
    { series: 2, days: 16, first: '2026-11-25', last: '2026-12-10' },
  ])
  expect(world.rows('meal_series')).toMatchObject([
    { id: 1, end_date: '2026-11-24' },
    { id: 2, previous_id: 1 },
  ])
})

test('only the free days; several clients, one of whom has just these meals', async () => {
  const world = await coached()
  await world.client('Tom', { trainer: world.member('dana') })
  await played(
    world,
    `${given}
    dana> /assign tom
      Fish, on 1 Dec
      Dinner
      200g salmon
    dana< …
    dana> [✅ Assign]
    dana< …
    tom< …
    dana> /assign anna
      ${base}
    dana< …
    dana> [👥 Also for…]
    dana< …
    dana> [☐ Tom]
    dana< …
    dana> [Done]
    dana< 🍽 Base · for Anna and Tom…
    dana> [✅ Assign]
    dana< Some of these days have meals already:
      • Tom: one day (Fish)  [Replace them] [Only the free days] [‹ Back]
    dana> [Only the free days]
    dana< 🍽 Base
      Anna has just these meals on those days already, so nothing was stored.
      ✅ Tom: 13 days.
      Anna…
    tom< 🆕 Dana has meals for you: Base…
  `,
  )
  expect(days(world)).toMatchObject([
    { series: 1, days: 14 },
    { series: 2, days: 1 },
    { series: 3, days: 13 },
  ])
})

test('somebody who has not joined: the meals wait', async () => {
  const world = await coached()
  await played(
    world,
    `
    dana> /invite Ben
    dana< …
    dana> /assign ben
      ${base}
    dana< …
    dana> [✅ Assign]
    dana< (toast) ✅ Base waits for Ben to join.
    dana< …
  `,
  )
})

test('edited as text: what changes is shown and told; today stays once something of it was logged', async () => {
  const world = await coached()
  await played(world, given)
  eatOn(world, '2026-11-24')
  await played(
    world,
    `
    dana> /clients anna
    dana< …
    dana> [🍽 Base]
    dana< 🍽 Base · Anna
      📅 Every day, Tue 24 Nov – Mon 7 Dec (14 days)
      Base, every day from 2026-11-24 until 2026-12-07, 1800 kcal
      Breakfast 08:00
      protein: 3 eggs
      Lunch 13:00
      protein: 200g salmon  [✏️ Edit as text] [End] [‹ Back]
    dana> [✏️ Edit as text]
    dana< 🍽 Base · Anna
      Copy the text, change it, and send it back whole.
      Base, every day from 2026-11-24 until 2026-12-07, 1800 kcal
      Breakfast 08:00
      protein: 3 eggs
      Lunch 13:00
      protein: 200g salmon  [‹ Back] [Cancel]
    dana> nothing at all
    dana< I found no meal in that.
      Send it again, or edit your message.
      Line 1, column 1: There is no meal in it.…
    — crash —
    dana> Base 2, every day from 2026-11-24 until 2026-12-05, 1700 kcal

      Breakfast 08:00
      protein: 4 eggs
      soup P9999

      Dinner 19:00
      protein: 200g salmon
    dana< 🍽 Base · Anna
      What changes:
      📅 Every day, Wed 25 Nov – Sat 5 Dec (11 days)
      ✏️ They are called Base 2
      🎯 1,700 kcal (before: 1,800 kcal)
      ✏️ Breakfast 08:00
      • protein: 4 eggs ≈ 286 kcal · P 25 · C 1.4 · F 19
      • other: soup – no macros
      = at least 286 kcal; one unknown · P ≥25 · C ≥1.4 · F ≥19 g
      ➖ 3 eggs
      ➕ Dinner 19:00
      • protein: 200g salmon ≈ 412 kcal · P 44 · C 0 · F 25
      ➖ Lunch
      ➖ 200g salmon
      The day: at least 698 of 1,700 kcal; one unknown · P ≥69 · C ≥1.4 · F ≥44 g
      From Wed 25 Nov on. Days before, and days on which something was logged, stay as they are.
      ≈ is filled in from my table of foods. Type the macros where yours differ.
      Where the text does not say raw or cooked, I took what is in brackets: 200g salmon (cooked).
      ⚠️ One place I could not read
      Line 4, column 6: P9999
      That is more than anybody eats.
      To correct it, edit your message or send the text again.  [✅ Save without that line] [Cancel]
    dana> (twice) [✅ Save without that line]
    dana< (toast) ✅ Saved. Anna goes on with the new version.
    dana< (toast) That button is out of date.…
    dana< Anna
      No plan at the moment.
      🍽 Base · Tue 24 Nov
      🍽 Base 2 · from Wed 25 Nov to Sat 5 Dec…
    anna< ✏️ Dana changed your meals Base 2:
      📅 Every day, Wed 25 Nov – Sat 5 Dec (11 days)
      ✏️ They are called Base 2
      🎯 Other targets
      ✏️ Breakfast
      ➕ Dinner
      ➖ Lunch  [🍽 See the first day]
  `,
  )
  expect(days(world)).toEqual([
    { series: 1, days: 1, first: '2026-11-24', last: '2026-11-24' },
    { series: 2, days: 11, first: '2026-11-25', last: '2026-12-05' },
  ])
})

test('the client eats by it: today is kept from an edit, tomorrow has the new meals', async () => {
  const world = await coached()
  await played(
    world,
    `${given}
    anna> [🍽 Meals]
    anna< 🍽 Meals, Tue 24 Nov
      📋 Base…
    anna> [◻ Breakfast]
    anna< 🍽 Breakfast · 08:00…
    anna> [✅ Ate as planned]
    anna< …
    dana> /clients anna
    dana< …
    dana> [🍽 Base]
    dana< …
    dana> [✏️ Edit as text]
    dana< …
    dana> Base
      Breakfast 08:00
      protein: 4 eggs
    dana< 🍽 Base · Anna
      What changes:
      🎯 No targets (before: 1,800 kcal)
      ✏️ Breakfast 08:00
      • protein: 4 eggs ≈ 286 kcal · P 25 · C 1.4 · F 19
      ➖ 3 eggs
      ➖ Lunch
      ➖ 200g salmon
      The day: 286 kcal · P 25 · C 1.4 · F 19 g
      From Wed 25 Nov on. Days before, and days on which something was logged, stay as they are.…
    dana> [✅ Save]
    dana< …
    anna< …
    anna> [🍽 Meals]
    anna< 🍽 Meals, Tue 24 Nov
      📋 Base
      ✅ 08:00 Breakfast…
    — Wednesday 07:00 —
    anna> /today
    anna< …
    anna> [🍽 Meals]
    anna< 🍽 Meals, Wed 25 Nov
      📋 Base
      ◻ 08:00 Breakfast · 286 kcal
      4 eggs…
  `,
  )
  expect(world.rows('eaten_meals')).toHaveLength(1)
  expect(days(world)).toMatchObject([
    { series: 1, days: 1 },
    { series: 2, days: 13 },
  ])
})

test('the same text back changes nothing', async () => {
  const world = await coached()
  await played(world, given)
  const before = world.rows('meal_components')
  await played(
    world,
    `
    dana> /clients anna
    dana< …
    dana> [🍽 Base]
    dana< …
    dana> [✏️ Edit as text]
    dana< …
    dana> (sends file base.txt) Base, every day from 2026-11-24 until 2026-12-07, 1800 kcal

      Breakfast 08:00
      protein: 3 eggs

      Lunch 13:00
      protein: 200g salmon
    dana< …
    dana> /assign anna
      Base, every day from 2026-11-24 until 2026-12-07, 1800 kcal

      Breakfast 08:00
      protein: 3 eggs

      Lunch 13:00
      protein: 200g salmon
    dana< …
    dana> [✅ Assign]
    dana< (toast) Anna has just these meals on those days already, so nothing was stored.
    dana< …
  `,
  )
  expect(world.rows('meal_components')).toEqual(before)
})

test('ended: the days to come go, those with something logged stay, and the client is told', async () => {
  const world = await coached()
  await played(world, given)
  eatOn(world, '2026-11-26')
  await played(
    world,
    `
    dana> /clients anna
    dana< …
    dana> [🍽 Base]
    dana< …
    dana> [End]
    dana< End Base?
      Today is the last day. Days to come are deleted, except where something was logged.  [Yes, end them] [‹ Back]
    dana> [‹ Back]
    dana< 🍽 Base · Anna…
    dana> [End]
    dana< …
    dana> (twice) [Yes, end them]
    dana< (toast) Base is over.
    dana< (toast) That button is out of date.…
    dana< Anna
      No plan at the moment.
      🍽 Base · Tue 24 Nov – Thu 26 Nov…
    anna< Dana ended your meals Base. The last day is Thu 26 Nov.  [🍽 Meals]
  `,
  )
  expect(days(world)).toEqual([{ series: 1, days: 2, first: '2026-11-24', last: '2026-11-26' }])
})

test('the card has what runs before what comes, and days that other programs wrote', async () => {
  const world = await coached()
  const anna = world.rows<{ id: number }>('users', "full_name = 'Anna'")[0]?.id ?? null
  const own = (date: string, title: string | null) =>
    put(world, 'meal_plans', { client_id: anna, date, title })
  own('2026-11-23', 'Yesterday')
  own('2026-11-24', 'Refeed')
  own('2026-11-25', null)
  own('2026-12-10', 'Refeed')
  await played(
    world,
    `
    dana> /assign anna
      Later, every day from 1 Dec until 20 Dec
      Dinner
      200g salmon
    dana< …
    dana> [✅ Assign]
    dana< …  [Replace them]
    dana> [Replace them]
    dana< …
    anna< …
    dana> /assign anna
      Now, every day from 26 Nov until 30 Nov
      Dinner
      200g salmon
    dana< …
    dana> [✅ Assign]
    dana< (toast) ✅ Now is with Anna now.
    anna< …
    dana< Anna
      No plan at the moment.
      🍽 Now · from Thu 26 Nov to Mon 30 Nov
      🍽 Later · from Tue 1 Dec to Sun 20 Dec
      🍽 Refeed · Tue 24 Nov
      🍽 Meal plan · Wed 25 Nov
      Units: kg…
    — 2d later —
    dana> /clients Anna
    dana< Anna
      No plan at the moment.
      🍽 Now · Thu 26 Nov – Mon 30 Nov
      🍽 Later · from Tue 1 Dec to Sun 20 Dec
      Units: kg…
    `,
  )
})

test('an edit of what begins later says from when, and shows what is taken out', async () => {
  const world = await coached()
  await played(
    world,
    `
    dana> /assign anna
      Later, every day from 1 Dec for 2 weeks
      Dinner
      protein: 200g salmon
      carb: 60g oats
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> [🍽 Later]
    dana< …
    dana> [✏️ Edit as text]
    dana< …
    dana> Later, every day from 1 Dec for 2 weeks
      Dinner
      protein: 200g salmon
    dana< 🍽 Later · Anna
      What changes:
      ✏️ Dinner
      • protein: 200g salmon ≈ 412 kcal · P 44 · C 0 · F 25
      ➖ 60g oats
      The day: 412 kcal · P 44 · C 0 · F 25 g
      From Tue 1 Dec on, the first day.…
    `,
  )
})

test('taken back before they began', async () => {
  const world = await coached()
  await played(
    world,
    `
    dana> /assign anna
      Later, every day from 1 Dec for 2 weeks
      Dinner
      200g salmon
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> [🍽 Later]
    dana< …
    dana> [End]
    dana< Delete Later?
      These meals have not begun.  [Yes, delete them] [‹ Back]
    dana> [Yes, delete them]
    dana< (toast) Later is over.
    dana< …
    anna< Dana took back the meals Later, which had not begun.  [🍽 Meals]
  `,
  )
  expect([world.rows('meal_series'), world.rows('meal_plans'), world.rows('meal_entries')]).toEqual([
    [],
    [],
    [],
  ])
})

test('in Hebrew: edited, ended, told', async () => {
  const world = await coached('he')
  await played(
    world,
    `
    dana> /assign anna
      בסיס, כל יום למשך שבועיים
      ארוחת בוקר 08:00
      חלבון: 3 ביצים
    dana< 🍽 בסיס · בשביל Anna
      📅 כל יום, יום ג׳, 24 בנוב׳ – יום ב׳, 7 בדצמ׳ (14 ימים)…
    dana> [✅ לתת את התפריט]
    dana< …
    anna< …
    dana> [🍽 בסיס]
    dana< 🍽 בסיס · Anna
      📅 כל יום, יום ג׳, 24 בנוב׳ – יום ב׳, 7 בדצמ׳ (14 ימים)
      בסיס, כל יום מתאריך 2026-11-24 עד 2026-12-07
      ארוחת בוקר 08:00
      חלבון: 3 ביצים  [✏️ עריכה כטקסט] [סיום] [‹ חזרה]
    dana> [✏️ עריכה כטקסט]
    dana< …
    dana> בסיס, כל יום מתאריך 2026-11-24 עד 2026-12-07
      ארוחת בוקר 08:00
      חלבון: 4 ביצים
      ארוחת ערב 19:00
      סלט ירקות
    dana< 🍽 בסיס · Anna
      מה משתנה:
      ✏️ ארוחת בוקר 08:00
      • חלבון: 4 ביצים ≈ 286 קק״ל · ח׳ 25 · פ׳ 1.4 · ש׳ 19
      ➖ 3 ביצים
      ➕ ארוחת ערב 19:00
      • ירק: סלט ירקות – בלי ערכים
      סך הכול ביום: לפחות 286 קק״ל; מאכל אחד לא ידוע · ח׳ ≥25 · פ׳ ≥1.4 · ש׳ ≥19 ג׳
      החל מיום ג׳, 24 בנוב׳, היום הראשון.
      ≈ הושלם מטבלת המאכלים שלי. אם הערכים אצלכם אחרים, אפשר לכתוב אותם.  [✅ לשמור] [ביטול]
    dana> [✅ לשמור]
    dana< (toast) ✅ נשמר. הגרסה החדשה נמצאת מעכשיו אצל Anna.
    dana< …
    anna< ✏️ שינויים בתפריט בסיס מאת Dana:
      📅 כל יום, יום ג׳, 24 בנוב׳ – יום ב׳, 7 בדצמ׳ (14 ימים)
      ✏️ ארוחת בוקר
      ➕ ארוחת ערב  [🍽 ארוחות]
    dana> [🍽 בסיס]
    dana< …
    dana> [סיום]
    dana< לסיים את בסיס?
      היום הוא היום האחרון. הימים הבאים נמחקים, חוץ מימים שכבר נרשם בהם משהו.  [כן, לסיים] [‹ חזרה]
    dana> [כן, לסיים]
    dana< (toast) התפריט בסיס הסתיים.
    dana< …
    anna< התפריט בסיס הסתיים, לפי Dana. היום האחרון: יום ג׳, 24 בנוב׳.  [🍽 ארוחות]
  `,
  )
})

test('in Hebrew: training or meals, several clients, a day that keeps its meals', async () => {
  const world = await coached('he')
  await world.client('Tom', { trainer: world.member('dana'), language: 'he' })
  await played(
    world,
    `
    dana> /assign Anna
      דג, ב-1 בדצמבר
      ארוחת ערב
      200 גרם סלמון
    dana< …
    dana> [✅ לתת את התפריט]
    dana< (toast) ✅ התפריט דג נמצא מעכשיו אצל Anna.
    dana< …
    anna< …
  `,
  )
  eatOn(world, '2026-12-01')
  await played(
    world,
    `
    dana> /assign Anna
      ארוחת בוקר 08:00
      חלבון: 3 ביצים
      Bench press 3x8 @60
    dana< זה אימון או תפריט?
      אפשר לקרוא את הטקסט בשתי הדרכים.  [🏋️ אימון] [🍽 תפריט] [ביטול]
    dana> תפריט
    dana< 🍽 תפריט · בשביל Anna
      📅 היום, יום ג׳, 24 בנוב׳
      לא כתוב לאילו ימים.
      ארוחת בוקר 08:00…  [היום] [מחר] [כל יום, 4 שבועות]
    dana> בסיס, כל יום למשך שבועיים
      ארוחת בוקר 08:00
      אורז (210)
      3 ביצים
    dana< 🍽 בסיס · בשביל Anna…
      מספרים בסוגריים, כמו (210), נקראים כקלוריות.…  [( ) אלה גרמים] [👥 גם בשביל…]
    dana> [👥 גם בשביל…]
    dana< מי עוד מקבל את בסיס?
      לכל אחד תפריט משלו, לפי הימים שלו.  [☐ Tom] [סיימתי]
    dana> [☐ Tom]
    dana< מי עוד מקבל את בסיס?…  [☑ Tom] [סיימתי]
    dana> [סיימתי]
    dana< 🍽 בסיס · בשביל Anna ו-Tom…
    dana> [✅ לתת את התפריט]
    dana< לחלק מהימים האלה כבר יש תפריט:
      📌 Anna: ביום ג׳, 1 בדצמ׳ נשאר התפריט הקודם, כי כבר נרשם משהו.  [לתת בשאר הימים] [‹ חזרה]
    dana> [לתת בשאר הימים]
    dana< 🍽 בסיס
      ✅ Anna: 13 ימים.
      📌 Anna: ביום ג׳, 1 בדצמ׳ נשאר התפריט הקודם, כי כבר נרשם משהו.
      ✅ Tom: 14 ימים.
      Anna…
    anna< …
    tom< 🆕 יש לך תפריט חדש מאת Dana: בסיס
      📅 כל יום, יום ג׳, 24 בנוב׳ – יום ב׳, 7 בדצמ׳ (14 ימים)
      • ארוחת בוקר 08:00  [🍽 ארוחות]
  `,
  )
})

test('weekly plans of other programs are there to read', async () => {
  const world = await coached()
  const client = world.member('anna').userId ?? 0
  const recipe = put(world, 'recipes', {
    name: 'Shakshuka',
    calories: 480,
    protein: 28,
    carbs: 36,
    fat: 24,
  })
  const plan = put(world, 'nutrition_plans', {
    client_id: client,
    name: 'Week <1>',
    daily_calories: 2000,
    start_date: '2026-11-01',
  })
  const meal = { nutrition_plan_id: plan, notes: null, recipe_id: null }
  put(world, 'planned_meals', {
    ...meal,
    meal_type: 'breakfast',
    time_of_day: '07:30:00',
    recipe_id: recipe,
  })
  put(world, 'planned_meals', { ...meal, meal_type: 'snack', day_of_week: 2, notes: 'fruit' })
  await played(
    world,
    `
    dana> /clients anna
    dana< Anna
      No plan at the moment.
      🗓 Week <1> · every week…
    dana> [🗓 Week <1>]
    dana< 🗓 Week <1> · Anna
      since Sun 1 Nov
      🎯 2,000 kcal
      A weekly plan from another program. It can be read here, not changed.
      Every day
      • Breakfast 07:30: Shakshuka – 480 kcal · P 28 · C 36 · F 24
      Wednesday
      • Snack
      💬 fruit  [‹ Back]
    dana> [‹ Back]
    dana< Anna…
  `,
  )
})

test('a client who is no longer one: neither meals nor buttons', async () => {
  const world = await coached()
  await played(
    world,
    `${given}
    dana> /clients anna
    dana< …
    dana> [🍽 Base]
    dana< 🍽 Base · Anna…
  `,
  )
  const file = new Database(world.path)
  file.prepare('update users set trainer_id = null where id = ?').run(world.member('anna').userId)
  file.close()
  const { phone } = world.member('dana')
  phone.tap('End')
  await world.settle()
  expect(phone.last().text).not.toContain('Base')
  expect(world.rows('meal_plans')).toHaveLength(14)
})
