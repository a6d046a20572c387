import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

const meals = `Cutting, every day from Monday for 4 weeks, 2100 kcal P160 C200 F70
      Breakfast 08:00
      protein: 3 eggs 210 kcal P18 F15
      carb: 60g oats 230 kcal P8 C40 F4 | 2 slices rye bread 180 kcal P6 C34 F2
      fruit?: 1 apple 80 kcal C20
      Lunch 13:00 "salad first"
      protein: 150g chicken breast`

const shown = `📅 Every day, Mon 30 Nov – Sun 27 Dec (28 days)
      🎯 2,100 kcal · P 160 · C 200 · F 70
      Breakfast 08:00
      • protein: 3 eggs – 210 kcal · P 18 · F 15
      • carb: 60g oats – 230 kcal · P 8 · C 40 · F 4
      or 2 slices rye bread – 180 kcal · P 6 · C 34 · F 2
      • fruit (optional): 1 apple – 80 kcal · C 20
      = 440 kcal · P 26 · C 40 · F 19 g
      Lunch 13:00
      💬 salad first
      • protein: 150g chicken breast ≈ 248 kcal · P 47 · C 0 · F 5.4
      The day: 688 of 2,100 kcal · P 73/160 · C 40/200 · F 24.4/70 g
      With all that is optional: 768 kcal · P 73 · C 60 · F 24.4 g
      ≈ is filled in from my table of foods. Type the macros where yours differ.
      Where the text does not say raw or cooked, I took what is in brackets: 150g chicken breast (cooked).`

/** Tuesday, 24 November 2026. */
async function coached(zone = 'UTC'): Promise<World> {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', callTimeoutMs: 5000 })
  await world.client('Anna', { trainer: await world.trainer('Dana'), timeZone: zone })
  return world
}

const days = (world: World) =>
  world.ask(`select client_id as client, meal_series_id as series, count(*) as days, min(date) as "first", max(date) as "last"
    from meal_plans group by client_id, meal_series_id order by meal_series_id`)

test('meals sent out of the blue: shown with sums, given as a day each, told to the client', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> ${meals}
    dana< 🍽 Cutting · for Anna
      ${shown}  [✅ Assign] [Cancel]
    dana> (twice) [✅ Assign]
    dana< (toast) ✅ Cutting is with Anna now.
    dana< (toast) That button is out of date.…
    dana< Anna
      No plan at the moment.
      🍽 Cutting · from Mon 30 Nov to Sun 27 Dec…  [🍽 Cutting] [➕ New plan]
    anna< 🆕 Dana has meals for you: Cutting
      📅 Every day, Mon 30 Nov – Sun 27 Dec (28 days)
      • Breakfast 08:00
      • Lunch 13:00  [🍽 See the first day]
  `)
  expect(went).toBe(wrote)
  expect(days(world)).toEqual([{ client: 2, series: 1, days: 28, first: '2026-11-30', last: '2026-12-27' }])
  expect(world.rows('meal_series')).toMatchObject([
    { client_id: 2, trainer_id: 1, start_date: '2026-11-30', end_date: '2026-12-27', weekdays: null },
  ])
  const day = "d.date = '2026-12-15'"
  expect(world.rows('meal_plans', "date = '2026-12-15'")).toMatchObject([
    {
      trainer_id: 1,
      title: 'Cutting',
      total_calories: 2100,
      protein_target: 160,
      carb_target: 200,
      fat_target: 70,
    },
  ])
  expect(
    world.ask(`select e.name, e.time_of_day, e.notes from meal_entries e join meal_plans d on d.id = e.meal_plan_id
      where ${day} order by e.order_index`),
  ).toEqual([
    { name: 'Breakfast', time_of_day: '08:00', notes: null },
    { name: 'Lunch', time_of_day: '13:00', notes: 'salad first' },
  ])
  expect(
    world.ask(`select c.type, c.description as food, c.calories as kcal, c.protein as p, c.carbs as c, c.fat as f,
      c.is_optional as opt, c.choice as pick from meal_components c join meal_entries e on e.id = c.meal_entry_id
      join meal_plans d on d.id = e.meal_plan_id where ${day} order by e.order_index, c.order_index`),
  ).toEqual([
    { type: 'protein', food: '3 eggs', kcal: 210, p: 18, c: null, f: 15, opt: 0, pick: 0 },
    { type: 'carb', food: '60g oats', kcal: 230, p: 8, c: 40, f: 4, opt: 0, pick: 1 },
    { type: 'carb', food: '2 slices rye bread', kcal: 180, p: 6, c: 34, f: 2, opt: 0, pick: 1 },
    { type: 'fruit', food: '1 apple', kcal: 80, p: null, c: 20, f: null, opt: 1, pick: 2 },
    { type: 'protein', food: '150g chicken breast', kcal: 248, p: 47, c: 0, f: 5.4, opt: 0, pick: 0 },
  ])
})

test('what trainers type in Hebrew, to a client who reads Hebrew', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z' })
  const dana = await world.trainer('Dana', { language: 'he' })
  await world.client('Yoav', { trainer: dana, language: 'he' })
  const { went, wrote } = await world.play(`
    dana> חיטוב, ימים א'-ה' למשך שבועיים, 1800 קל'
      ארוחת בוקר 08:00
      חלבון: 3 ביצים 210 קל' ח18 ש15
      פחמימה: 60 גרם שיבולת שועל 230קל ח8 פ40 ש4 או 2 פרוסות לחם שיפון 180קל
      ארוחת צהריים 13:00 "קודם סלט"
      חלבון: 150 גרם חזה עוף
      סלט ירקות
    dana< 🍽 חיטוב · בשביל Yoav
      📅 יום ב׳, יום ג׳, יום ד׳, יום ה׳, יום א׳, יום ג׳, 24 בנוב׳ – יום ב׳, 7 בדצמ׳ (10 ימים)
      🎯 1,800 קק״ל
      ארוחת בוקר 08:00
      • חלבון: 3 ביצים – 210 קק״ל · ח׳ 18 · ש׳ 15
      • פחמימה: 60 גרם שיבולת שועל – 230 קק״ל · ח׳ 8 · פ׳ 40 · ש׳ 4
      או 2 פרוסות לחם שיפון – 180 קק״ל
      = 440 קק״ל · ח׳ 26 · פ׳ 40 · ש׳ 19 ג׳
      ארוחת צהריים 13:00
      💬 קודם סלט
      • חלבון: 150 גרם חזה עוף ≈ 248 קק״ל · ח׳ 47 · פ׳ 0 · ש׳ 5.4
      • ירק: סלט ירקות – בלי ערכים
      = לפחות 248 קק״ל; מאכל אחד לא ידוע · ח׳ ≥47 · פ׳ לא ידוע · ש׳ ≥5.4 ג׳
      סך הכול ביום: לפחות 688 מתוך 1,800 קק״ל; מאכל אחד לא ידוע · ח׳ ≥73 · פ׳ ≥40 · ש׳ ≥24.4 ג׳
      ≈ הושלם מטבלת המאכלים שלי. אם הערכים אצלכם אחרים, אפשר לכתוב אותם.
      כשלא כתוב אם נא או מבושל, לקחתי את מה שבסוגריים: 150 גרם חזה עוף (מבושל).  [✅ לתת את התפריט] [ביטול]
    dana> [✅ לתת את התפריט]
    dana< (toast) ✅ התפריט חיטוב נמצא מעכשיו אצל Yoav.
    dana< …
    yoav< 🆕 יש לך תפריט חדש מאת Dana: חיטוב
      📅 יום ב׳, יום ג׳, יום ד׳, יום ה׳, יום א׳, יום ג׳, 24 בנוב׳ – יום ב׳, 7 בדצמ׳ (10 ימים)
      • ארוחת בוקר 08:00
      • ארוחת צהריים 13:00  [🍽 ארוחות]
  `)
  expect(went).toBe(wrote)
  expect(world.rows('meal_series')).toMatchObject([{ weekdays: '0,1,2,3,6' }])
})

test('weekdays of a stretch, in the client’s own days, over a change of clocks', async () => {
  const world = await makeWorld({ at: '2027-03-08T23:30:00Z' })
  await world.client('Anna', { trainer: await world.trainer('Dana'), timeZone: 'America/New_York' })
  await world.client('Kiri', {
    trainer: world.member('dana'),
    timeZone: 'Pacific/Auckland',
  })
  const { went, wrote } = await world.play(`
    dana> /assign Anna
      Training days, Mon, Wed and Sun from tomorrow for 4 weeks
      Dinner 20:00
      200g salmon
    dana< 🍽 Training days · for Anna
      📅 Mon, Wed, Sun, Tue 9 Mar – Mon 5 Apr (12 days)
      Dinner 20:00…
    dana> [👥 Also for…]
    dana< Who else gets Training days?
      Everybody gets a plan of their own, in their own days.  [☐ Kiri] [Done]
    dana> [☐ Kiri]
    dana< Who else gets Training days?…  [☑ Kiri] [Done]
    dana> [Done]
    dana< 🍽 Training days · for Anna and Kiri
      📅 Mon, Wed, Sun, Tue 9 Mar – Mon 5 Apr (12 days)
      Dinner 20:00…
    dana> (edits 1 back) /assign Anna
      Carbs, tomorrow
      Dinner 20:00
      200g salmon
    dana< 🍽 Carbs · for Anna and Kiri
      📅 Tomorrow, Tue 9 Mar
      Kiri: 📅 Tomorrow, Wed 10 Mar
      Dinner 20:00…
    dana> (edits 1 back) /assign Anna
      Training days, Mon, Wed and Sun from tomorrow for 4 weeks
      Dinner 20:00
      200g salmon
    dana< 🍽 Training days · for Anna and Kiri…
    dana> [✅ Assign]
    dana< 🍽 Training days
      ✅ Anna: 12 days.
      ✅ Kiri: 12 days.
      Anna…
    anna< …
    kiri< …
  `)
  expect(went).toBe(wrote)
  const of = (id: number) =>
    world.ask<{ date: string }>('select date from meal_plans where client_id = ? order by date', id)
  expect(of(2).map(({ date }) => date)).toEqual([
    '2027-03-10',
    '2027-03-14',
    '2027-03-15',
    '2027-03-17',
    '2027-03-21',
    '2027-03-22',
    '2027-03-24',
    '2027-03-28',
    '2027-03-29',
    '2027-03-31',
    '2027-04-04',
    '2027-04-05',
  ])
  expect(of(3)).toEqual(of(2))
})

test('a text that names no days: today, or what is chosen instead; one that names no end: eight weeks', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Breakfast
      3 eggs
      60g oats
    dana< 🍽 Meal plan · for Anna
      📅 Today, Tue 24 Nov
      The text does not say for which days.
      Breakfast…  [✅ Assign] [Today] [Tomorrow] [Every day, 4 weeks] [Cancel]
    dana> [Tomorrow]
    dana< 🍽 Meal plan · for Anna
      📅 Tomorrow, Wed 25 Nov…
    dana> [Every day, 4 weeks]
    dana< 🍽 Meal plan · for Anna
      📅 Every day, Tue 24 Nov – Mon 21 Dec (28 days)…
    dana> (edits 1 back) every day
      Breakfast
      3 eggs
      60g oats
    dana< 🍽 Meal plan · for Anna
      📅 Every day, Tue 24 Nov – Mon 18 Jan 2027 (56 days)
      The text names no end, so I give eight weeks. Then it is time for new meals.
      Breakfast…  [✅ Assign] [Cancel]
    dana> (edits 1 back) every day from 1 Dec until 1 Dec 2027
      Breakfast
      3 eggs
    dana< 🍽 Meal plan · for Anna
      📅 Every day, Tue 1 Dec – Tue 30 Mar 2027 (120 days)
      I give 120 days at a time. The rest can follow later.…
    dana> (edits 1 back) on 1 Nov 2026
      Breakfast
      3 eggs
    dana< 🍽 Meal plan · for Anna
      ⚠️ Those days are over. Please change them.
      Breakfast…  [Cancel]
  `)
  expect(went).toBe(wrote)
  expect(world.rows('meal_plans')).toEqual([])
})

test('problems are pointed at, and left out where that is accepted', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Plan, every day for 2 weeks, 1500 kcal
      Breakfast 25:00
      3 eggs
      burger P9999
      rice 200-250 kcal
      Lunch
      | soup | 200 |
      200g salmon
      Tuesday
      Dinner
      soup
    dana< 🍽 Meal plan · for Anna
      📅 Every day, Tue 24 Nov – Mon 7 Dec (14 days)…
      ⚠️ 5 places I could not read
      Line 2, column 11: 25:00
      No clock shows that time.
      Line 4, column 8: P9999
      That is more than anybody eats.
      Line 5, column 6: 200-250 kcal
      I cannot tell how much that is: one number, please, such as 210 kcal.
      Line 7, column 1: | soup | 200 |
      I cannot read tables here: please give each food a line of its own.
      Line 9, column 1: Tuesday
      One text is one day of meals: from here on it was left out. Give the other day as a text of its own.
      To correct it, edit your message or send the text again.  [✅ Assign without those 5 lines] [Cancel]
    dana> [✅ Assign without those 5 lines]
    dana< (toast) ✅ Meal plan is with Anna now.
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.rows('meal_entries').length).toBe(28)
})

test('numbers in brackets, macros that do not fit, foods outside of a meal', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> /assign Anna
      Breakfast
      rice (210)
      steak 300 kcal P50 C50 F50
    dana< 🍽 Meal plan · for Anna
      📅 Today, Tue 24 Nov
      The text does not say for which days.
      Breakfast
      • carb: rice – 210 kcal
      • protein: steak – 300 kcal · P 50 · C 50 · F 50
      = 510 kcal · P ≥50 · C ≥50 · F ≥50 g
      The day: 510 kcal · P ≥50 · C ≥50 · F ≥50 g
      ⚠️ Line 3: 300 kcal, but its macros make 850.
      Numbers in brackets, such as (210), are taken as kcal.  [✅ Assign] [Today] [Tomorrow] [Every day, 4 weeks] [( ) They are grams] [Cancel]
    dana> [( ) They are grams]
    dana< 🍽 Meal plan · for Anna
      📅 Today, Tue 24 Nov
      The text does not say for which days.
      Breakfast
      • carb: rice 210g ≈ 273 kcal…  [( ) They are kcal]
    dana> protein: 3 eggs
      carb: oats
    dana< 🍽 Meal plan · for Anna
      📅 Today, Tue 24 Nov
      The text does not say for which days.
      ⚠️ Nothing is left of the meals.…
      Line 1, column 1: protein: 3 eggs
      Which meal is that of? A line such as Breakfast 08:00 goes above it.…  [Today] [Tomorrow] [Every day, 4 weeks] [Cancel]
  `)
  expect(went).toBe(wrote)
})

test('training or meals: by what it is, else asked once; an edited message may change its mind', async () => {
  const world = await coached()
  const both = `Breakfast
      3 eggs
      Bench press 3x8 @60
      Row 3x10`
  const { went, wrote } = await world.play(`
    dana> ${both}
    dana< Is this training or meals?
      It can be read either way.  [🏋️ Training] [🍽 Meals] [Cancel]
    dana> [🍽 Meals]
    dana< 🍽 Meal plan · for Anna…
    dana> ${both}
    dana< 🍽 Meal plan · for Anna…
    dana> (edits 1 back) Mon
      Bench press 3x8 @60
      Row 3x10
    dana< Mon · for Anna…
    dana> (edits 1 back) Lunch
      200g salmon
    dana< 🍽 Meal plan · for Anna…
    dana> /assign Anna
      ${both}
    dana< Is this training or meals?…
    dana> training
    dana< Training plan · for Anna…
    dana> [Cancel]
    dana< …
  `)
  expect(went).toBe(wrote)
})

test('a text file, while it is asked for whom', async () => {
  const world = await coached()
  await world.client('Tom', { trainer: world.member('dana') })
  const { went, wrote } = await world.play(`
    dana> (sends file meals.txt) ${meals}
    dana< …
    dana> [Anna]
    dana< 🍽 Cutting · for Anna
      ${shown}  [✅ Assign] [👥 Also for…] [Cancel]
    dana> [✅ Assign]
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(days(world)).toMatchObject([{ client: 2, days: 28 }])
})

test('a plan changed behind a preview that was seen: the old button gives nothing', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> /assign Anna
      Lunch
      200g salmon
    dana< …
  `)
  expect(went).toBe(wrote)
  const { phone } = world.member('dana')
  const before = phone.last()
  phone.edit(phone.chat().findLast(({ from }) => from === 'me')?.id ?? 0, '/assign Anna\nLunch\n300g salmon')
  phone.tapStale(before, '✅ Assign')
  await world.settle()
  expect(phone.toasts.at(-1)?.text).toBe('That button is out of date. Here is how things stand now.')
  expect(phone.last().text).toContain('300g salmon')
  expect(world.rows('meal_plans')).toEqual([])
})

test('who reads another language than the meals are in is remarked on, and it goes through', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', callTimeoutMs: 5000 })
  const dana = await world.trainer('Dana')
  await world.client('Yoav', { trainer: dana, language: 'he' })
  const { went, wrote } = await world.play(`
    dana> /assign yoav
      Cutting, tomorrow
      Breakfast 08:00
      protein: 3 eggs
    dana< 🍽 Cutting · for Yoav
      📅 Tomorrow, Wed 25 Nov
      Breakfast 08:00
      • protein: 3 eggs ≈ 215 kcal · P 19 · C 1.1 · F 14
      The day: 215 kcal · P 19 · C 1.1 · F 14 g
      ≈ is filled in from my table of foods. Type the macros where yours differ.
      🌐 Yoav reads Hebrew; these meals are in English.  [✅ Assign]
    dana> [✅ Assign]
    dana< (toast) ✅ Cutting is with Yoav now.
    yoav< …
    dana< …
    dana> [🍽 Cutting]
    dana< …
    dana> [✏️ Edit as text]
    dana< …
    dana> Cutting, 25 Nov
      ארוחת בוקר 08:00
      חלבון: שלוש ביצים ועוד קוטג׳
    dana< 🍽 Cutting · Yoav…  [✅ Save]
    `)
  expect(went).toBe(wrote)
  expect(dana.phone.last().text).not.toContain('🌐')
})
