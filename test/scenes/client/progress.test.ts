import sharp from 'sharp'
import { expect, test } from 'vitest'
import { keptPhoto, pastMeals, pastMonths, write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { newestPhoto, openedPicture } from '../../support/sentPictures.ts'
import { type World, type WorldOptions, makeWorld } from '../../support/world.ts'

const wednesday = '2026-11-25T09:00:00Z'

async function trained(options: { language?: 'en' | 'he'; units?: 'kg' | 'lb' } & WorldOptions = {}) {
  const world = await makeWorld({ at: wednesday, ...options })
  const dana = await world.trainer('Dana', { language: options.language ?? 'en' })
  const anna = await world.client('Anna', { trainer: dana, ...options })
  await pastMonths(world, anna)
  await pastMeals(world, anna)
  return { world, dana, anna }
}

const announced = (world: World) =>
  world.simulator.calls.filter(({ method }) => method === 'sendChatAction').length

test('a client looks at weight, calendar, macros and lifts', async () => {
  const { world, anna } = await trained()
  const opening = await world.play(`
    anna> /progress
    anna< 📈 Progress
      ⚖️ Weight: trend 82.9 kg, down 0.3 kg a week
      📝 No check-in yet
      📅 Planned workouts of 30 days: 12 of 12 done
      🏋️ 3 lifts, last Bench press, Mon 23 Nov
      🍽 Energy this week: at least 2,048 kcal a day
      What shall I draw?  [⚖️ Weight] [🏋️ Lifts] [📅 Calendar] [🍽 Macros] [📸 Before/after] [Month] [• 3 months] [All] [‹ Back]
    anna> [⚖️ Weight]
    anna< (photo) Weight
      9 Sept – 25 Nov 2026
      Trend: 82.9 kg, down 3.4 kg in this time
      Weighed: 82.4 kg to 86.3 kg
      Target: 80 kg
    anna< 📈 Progress…
  `)
  expect(opening.went).toBe(opening.wrote)
  expect(await openedPicture(await newestPhoto(world, anna))).toMatch(/^(?:png|jpeg) 1080x1080$/)
  expect(announced(world)).toBe(1)
  const { went, wrote } = await world.play(`
    anna> [📅 Calendar]
    anna< (photo) Training calendar
      9 Sept – 25 Nov 2026
      Planned workouts done: 30 of 33
      Days: 27 done, 3 in part, 3 missed
    anna< 📈 Progress…
    anna> [Month]
    anna< 📈 Progress…  [• Month] [3 months] [All]
    anna> [⚖️ Weight]
    anna< (photo) Weight
      27 Oct – 25 Nov 2026
      Trend: 82.9 kg, down 1.2 kg in this time…
    anna< 📈 Progress…
    anna> [🍽 Macros]
    anna< (photo) Macros of the week
      19 Nov – 25 Nov 2026
      Energy: at least 2,048 kcal a day, target 2,100 kcal
      Protein 150 g, carbs 209 g, fat 68 g a day
      Counted: 5 days of seven
      Today counts once it is over.
      + more was eaten, how much is unknown
    anna< 📈 Progress…
    anna> [All]
    anna< 📈 Progress…
    anna> [🏋️ Lifts]
    anna< 🏋️ Lifts
      Which one?  [Bench press] [Plank] [Barbell row] [‹ Back]
    anna> [Bench press]
    anna< (photo) Bench press
      14 Sept – 23 Nov 2026
      10 workouts
      Estimated 1RM: 88.7 kg → 104.5 kg, best 104.5 kg
      Last volume: 1,815 kg, most 1,815 kg
    anna< 🏋️ Lifts…
    anna> [Plank]
    anna< (photo) Plank
      19 Sept – 21 Nov 2026
      10 workouts
      Longest set: 53 s → 116 s, best 116 s
      Last workout: 5:45, most 5:45
    anna< 🏋️ Lifts…
    — crash —
    anna> [‹ Back]
    anna< 📈 Progress…
    anna> [‹ Back]
    anna< Today, Wed 25 Nov…
  `)
  expect(went).toBe(wrote)
  // A description is small, and struck off with the answer.
  expect(world.ask('select owed from conversations where owed is not null')).toEqual([])
})

test('in Hebrew and pounds', async () => {
  const { world, anna } = await trained({ language: 'he', units: 'lb' })
  const { went, wrote } = await world.play(`
    anna> /progress
    anna< 📈 התקדמות
      ⚖️ משקל: מגמה 182.9 lb, ירידה של 0.6 lb בשבוע
      📝 עדיין לא היה צ׳ק־אין
      📅 אימונים מתוכננים ב־30 יום: 12 מתוך 12 בוצעו
      🏋️ 3 תרגילים, האחרון לחיצת חזה, יום ב׳, 23 בנוב׳
      🍽 אנרגיה השבוע: לפחות 2,048 קק״ל ליום
      מה לצייר?  [⚖️ משקל] [🏋️ תרגילים] [📅 יומן] [🍽 מאקרו] [📸 לפני/אחרי] [הכול] [• 3 חודשים] [חודש] [‹ חזרה]
    anna> [⚖️ משקל]
    anna< (photo) משקל
      9 בספט׳ – 25 בנוב׳ 2026
      מגמה: 182.9 lb, ירידה של 7.4 lb בתקופה הזאת
      שקילות: 181.7 lb עד 190.3 lb
      יעד: 176.4 lb
    anna< 📈 התקדמות…
    anna> [📅 יומן]
    anna< (photo) יומן אימונים
      9 בספט׳ – 25 בנוב׳ 2026
      אימונים מתוכננים שבוצעו: 30 מתוך 33
      ימים: 27 בוצעו, 3 בחלקם, 3 הוחמצו
    anna< 📈 התקדמות…
    anna> [🍽 מאקרו]
    anna< (photo) המאקרו של השבוע
      19 בנוב׳ – 25 בנוב׳ 2026
      אנרגיה: לפחות 2,048 קק״ל ליום, יעד 2,100 קק״ל
      חלבון 150 ג׳, פחמימות 209 ג׳, שומן 68 ג׳ ליום
      חושבו 5 ימים מתוך שבעה
      היום ייכנס לממוצע כשייגמר.
      + נאכל יותר, לא ידוע כמה
    anna< 📈 התקדמות…
    anna> [🏋️ תרגילים]
    anna< 🏋️ תרגילים
      איזה מהם?  [לחיצת חזה] [פלאנק] [חתירה במוט] [‹ חזרה]
    anna> [לחיצת חזה]
    anna< (photo) לחיצת חזה
      14 בספט׳ – 23 בנוב׳ 2026
      10 אימונים
      1RM משוער: בהתחלה 195.5 lb, לאחרונה 230.4 lb, שיא 230.4 lb
      נפח אחרון: 4,001 lb, שיא 4,001 lb
    anna< 🏋️ תרגילים…
  `)
  expect(went).toBe(wrote)
  expect(await openedPicture(await newestPhoto(world, anna))).toMatch(/^(?:png|jpeg) 1080x1336$/)
})

test('where there is nothing yet, a word says so', async () => {
  const world = await makeWorld({ at: wednesday })
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  const { went, wrote } = await world.play(`
    anna> /progress
    anna< 📈 Progress
      ⚖️ Weight: no weigh-ins yet
      📝 No check-in yet
      📅 Nothing planned or trained yet
      🏋️ No lifts logged yet
      🍽 Nothing eaten was counted this week
      What shall I draw?…
    anna> [⚖️ Weight]
    anna< (toast) There are no weigh-ins in that time.
    anna> [🏋️ Lifts]
    anna< (toast) No lifts have been logged yet.
    anna> [📅 Calendar]
    anna< (toast) Nothing was planned or trained yet.
    anna> [🍽 Macros]
    anna< (toast) Nothing that was eaten this week has been counted.
    anna> [📸 Before/after]
    anna< (toast) It takes two progress photos of the same side, on different days. There are none in that time.
    anna> hello
    anna< I could not place that.…
  `)
  expect(went).toBe(wrote)
  expect(world.simulator.calls.some(({ method }) => method === 'sendPhoto')).toBe(false)
})

test('one weigh-in is a picture too, and what other programs wrote counts', async () => {
  const world = await makeWorld({ at: wednesday })
  const anna = await world.client('Anna')
  const { userId } = anna
  await write(
    world,
    `insert into weigh_ins (client_id, weight, recorded_at) values (?, 82.4, '2026-11-24T07:00:00Z')`,
    userId,
  )
  await write(
    world,
    `insert into progress_entries (client_id, date, body_fat) values (?, '2026-11-22', 20)`,
    userId,
  )
  const exercise = await write(world, `insert into exercises (name) values ('Zercher <squat>')`)
  for (const day of ['20', '23'])
    await write(
      world,
      `insert into exercise_completions (client_id, exercise_id, completed_at, actual_sets, actual_reps, weight_used)
        values (?, ?, '2026-11-${day}T18:00:00Z', 3, '5,5,5', 100)`,
      userId,
      exercise,
    )
  const { went, wrote } = await world.play(`
    anna> /progress
    anna< 📈 Progress
      ⚖️ Weight: trend 82.4 kg
      📝 Last check-in: Sun 22 Nov
      📅 Workouts in 30 days: 2
      🏋️ One lift: Zercher <squat>, Mon 23 Nov…
    anna> [⚖️ Weight]
    anna< (photo) Weight
      24 Nov 2026
      Trend: 82.4 kg
      Weighed: 82.4 kg
    anna< 📈 Progress…
    anna> [📅 Calendar]
    anna< (photo) Training calendar
      20 Nov – 25 Nov 2026
      2 workouts
      Days: 2 done, 0 in part, 0 missed
    anna< 📈 Progress…
    anna> [🏋️ Lifts]
    anna< 🏋️ Lifts…
    anna> [Zercher <squat>]
    anna< (photo) Zercher <squat>
      20 Nov – 23 Nov 2026
      2 workouts
      Estimated 1RM: 116.7 kg → 116.7 kg, best 116.7 kg
      Last volume: 1,500 kg, most 1,500 kg
    anna< 🏋️ Lifts…
  `)
  expect(went).toBe(wrote)
})

test('of a planned day that another program logged, a part is a part', async () => {
  const world = await makeWorld({ at: wednesday })
  const anna = await world.client('Anna')
  const plan = await givePlan(world, anna, 'Strong\nMon Push\nBench press 3x8 @80kg\nRow 3x10 @60', {
    from: '2026-11-09',
  })
  const rows = world.ask<{ id: number; exercise_id: number }>(
    `select x.id, x.exercise_id from workout_exercises x join workout_sessions s on s.id = x.workout_session_id
      where s.workout_plan_id = ? order by x.id`,
    plan,
  )
  const log = (day: string, { id, exercise_id: exercise } = { id: 0, exercise_id: 0 }) =>
    write(
      world,
      `insert into exercise_completions (client_id, workout_exercise_id, exercise_id, completed_at, actual_sets, actual_reps)
        values (?, ?, ?, ?, 3, '8,8,8')`,
      anna.userId,
      id,
      exercise,
      `${day}T18:00:00Z`,
    )
  await log('2026-11-16', rows[0])
  await log('2026-11-23', rows[0])
  await log('2026-11-23', rows[1])
  const { went, wrote } = await world.play(`
    anna> /progress
    anna< …
    anna> [📅 Calendar]
    anna< (photo) Training calendar
      9 Nov – 25 Nov 2026
      Planned workouts done: 2 of 3
      Days: 1 done, 1 in part, 1 missed
    anna< 📈 Progress…
  `)
  expect(went).toBe(wrote)
})

test('weights of days without a weigh-in count, wherever other programs wrote them', async () => {
  const world = await makeWorld({ at: wednesday })
  const { userId } = await world.client('Anna')
  await write(
    world,
    `insert into weigh_ins (client_id, weight, recorded_at) values (?, 82.4, '2026-11-24T07:00:00Z')`,
    userId,
  )
  await write(
    world,
    `insert into progress_entries (client_id, date, weight) values (?, '2026-11-22', 82)`,
    userId,
  )
  await write(
    world,
    `insert into nutrition_entries (client_id, date, weight) values (?, '2026-11-24', 99)`,
    userId,
  )
  const { went, wrote } = await world.play(`
    anna> /progress
    anna< 📈 Progress
      ⚖️ Weight: trend 82.1 kg…
    anna> [⚖️ Weight]
    anna< (photo) Weight
      22 Nov – 24 Nov 2026
      Trend: 82.1 kg, up 0.1 kg in this time
      Weighed: 82 kg to 82.4 kg
    anna< 📈 Progress…
  `)
  expect(went).toBe(wrote)
})

test('before and after: by side, with the weights of those days; a photo that is gone leaves the words', async () => {
  const world = await makeWorld({ at: wednesday })
  const anna = await world.client('Anna')
  const bytes = await sharp({ create: { width: 300, height: 400, channels: 3, background: 'red' } })
    .jpeg()
    .toBuffer()
  for (const [date, pose] of [
    ['2026-09-10', 'front'],
    ['2026-11-20', 'front'],
    ['2026-11-20', 'side'],
    ['2026-11-21', null],
  ] as const)
    await keptPhoto(world, anna, { date, pose, bytes })
  await write(
    world,
    `insert into weigh_ins (client_id, weight, recorded_at) values (?, 86.2, '2026-09-11 06:00:00')`,
    anna.userId,
  )
  // Another one of the same day makes no pair with it.
  await keptPhoto(world, anna, { date: '2026-11-21', pose: 'back', bytes })
  await keptPhoto(world, anna, { date: '2026-11-21', pose: 'back', bytes, name: 'again' })
  const first = await world.play(`
    anna> /progress
    anna< …
    anna> [📸 Before/after]
    anna< (photo) Before and after
      10 Sept – 20 Nov 2026
      10 Sept 2026: Front · 86.2 kg
      20 Nov 2026: Front
    anna< 📈 Progress…
    anna> [Month]
    anna< …
    anna> [📸 Before/after]
    anna< (toast) It takes two progress photos of the same side, on different days. There are none in that time.
  `)
  expect(first.went).toBe(first.wrote)
  expect(await openedPicture(await newestPhoto(world, anna))).toBe('jpeg 1080x943')
  await keptPhoto(world, anna, { date: '2026-11-24', pose: 'side' })
  const { went, wrote } = await world.play(`
    anna> [All]
    anna< …
    anna> [📸 Before/after]
    anna< 📸 Before and after
      From which side?  [Front] [Side] [‹ Back]
    — crash —
    anna> [Side]
    anna< Before and after
      20 Nov – 24 Nov 2026
      20 Nov 2026: Side
      24 Nov 2026: Side
    anna< 📸 Before and after
      From which side?…
    anna> [‹ Back]
    anna< 📈 Progress…
  `)
  expect(went).toBe(wrote)
})

test('the coach sees it from the client’s card; nobody else does', async () => {
  const { world, dana, anna } = await trained()
  await world.trainer('Gil')
  const { went, wrote } = await world.play(`
    dana> /clients Anna
    dana< Anna…
      Meals, 7 days: 18 logged, at least 2,048 of 2,100 kcal a day…  [📈 Progress] [📖 History]
    dana> [📈 Progress]
    dana< 📈 Progress of Anna
      ⚖️ Weight: trend 82.9 kg, down 0.3 kg a week…
      🍽 Energy this week: at least 2,048 kcal a day…
    dana> [⚖️ Weight]
    dana< (photo) Weight · Anna
      9 Sept – 25 Nov 2026…
    dana< 📈 Progress of Anna…
    dana> [🏋️ Lifts]
    dana< 🏋️ Lifts of Anna
      Which one?…
    dana> [Bench press]
    dana< (photo) Bench press · Anna
      14 Sept – 23 Nov 2026…
    dana< 🏋️ Lifts of Anna…
    dana> [‹ Back]
    dana< …
    dana> [📅 Calendar]
    dana< (photo) Training calendar · Anna…
    dana< …
  `)
  expect(went).toBe(wrote)
  // Once she coaches somebody else's client no more, the open card tells nothing.
  await world.orm.em.getConnection().execute('update users set trainer_id = null where id = ?', [anna.userId])
  const after = await world.play(`
    dana> [⚖️ Weight]
    dana< (alert) That is not there (any more).
    dana< …
  `)
  expect(after.went).toBe(after.wrote)
  expect(dana.phone.chat().filter(({ photo }) => photo)).toHaveLength(3)
})

test('no figure of a body reaches the log', async () => {
  const { world, anna } = await trained()
  anna.phone.write('/progress')
  await world.idle()
  const { went, wrote } = await world.play(`
    anna> [⚖️ Weight]
    anna< (photo) Weight…
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.log.toString()).not.toMatch(/82\.9|Weight|trend/)
})
