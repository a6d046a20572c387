import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

const planned = (world: World) =>
  world.ask(`select s.name as day, s.day_of_week, e.name, x."order", x.superset, x.sets, x.reps, x.weight, x.rest_time,
    x.rpe, x.load_text, x.notes from workout_exercises x join workout_sessions s on s.id = x.workout_session_id
    join exercises e on e.id = x.exercise_id order by s.order_index, x."order"`)

const nothing = { superset: null, weight: null, rest_time: null, rpe: null, load_text: null, notes: null }

test('the plan of the issue, from text to rows', async () => {
  const world = await makeWorld({ at: '2026-11-25T07:30:00Z' })
  const dana = await world.trainer('Dana', { lastName: 'Levi' })
  const anna = await world.client('Anna', { trainer: dana })
  await world.client('Tom', { trainer: dana })
  const { went, wrote } = await world.play(`
    dana> /assign
    dana< Who is the plan for?
      Tap, or send a name.  [Anna] [Tom] [✉️ Invite] [Cancel]
    — crash —
    dana> [Anna]
    dana< A plan for Anna
      Send it as text, forward it, or send a .txt file. For instance:…
      Long texts may come in several messages. Edit your message, and I read it again.
      Meals go the same way: a line such as Breakfast 08:00, and the foods below it.  [Somebody else] [Cancel]
    — crash —
    dana> Upper/Lower, 6 weeks from Monday
      Mon Upper
      Bench press 4x6-8 @80kg rest 2:30 "pause on the chest"
      A1 Row 3x10 @60
      A2 Face pull 3x15
      Plank 3x45s
      Thu Lower
      Squat 5x5 @100 rest 3min
    dana< Upper/Lower · for Anna
      From Mon 30 Nov to Sun 10 Jan 2027
      Mon · Upper
      • Bench press – 4 × 6–8 · 80 kg · rest 2:30
      💬 pause on the chest
      • A1 Row → Barbell row – 3 × 10 · 60 kg
      • A2 Face pull – 3 × 15
      • Plank – 3 × 45 s
      Thu · Lower
      • Squat → Back squat – 5 × 5 · 100 kg · rest 3:00  [✅ Assign] [Cancel]
    — crash —
    dana> (twice) [✅ Assign]
    dana< (toast) ✅ Upper/Lower is with Anna now.
    dana< (toast) That button is out of date.…
    dana< Anna
      ⏭ Upper/Lower · Mon 30 Nov – Sun 10 Jan 2027
      Units: kg
      Time zone: UTC · 07:30  [📋 Upper/Lower] [✏️ Edit the training plan] [➕ New plan] [📖 History] [Not my client] [‹ Back]
    anna< 🆕 Dana Levi has a plan for you: Upper/Lower
      Mon 30 Nov – Sun 10 Jan 2027
      • Mon · Upper, 4 exercises
      • Thu · Lower, one exercise  [🏋️ Today]
    anna> [🏋️ Today]
    anna< Today, …
      Upper/Lower begins Mon 30 Nov.…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workout_plans')).toEqual([
    {
      id: 1,
      name: 'Upper/Lower',
      description: null,
      trainer_id: dana.userId,
      client_id: anna.userId,
      start_date: '2026-11-30',
      end_date: '2027-01-10',
      created_at: '2026-11-25 07:30:04.000000',
      updated_at: '2026-11-25 07:30:04.000000',
      previous_id: null,
    },
  ])
  const [upper, lower] = [
    { day: 'Upper', day_of_week: 0 },
    { day: 'Lower', day_of_week: 3 },
  ]
  expect(planned(world)).toEqual([
    {
      ...nothing,
      ...upper,
      name: 'Bench press',
      order: 0,
      sets: 4,
      reps: '6-8',
      weight: 80,
      rest_time: 150,
      notes: 'pause on the chest',
    },
    { ...nothing, ...upper, name: 'Barbell row', order: 1, superset: 'A', sets: 3, reps: '10', weight: 60 },
    { ...nothing, ...upper, name: 'Face pull', order: 2, superset: 'A', sets: 3, reps: '15' },
    { ...nothing, ...upper, name: 'Plank', order: 3, sets: 3, reps: '45s' },
    { ...nothing, ...lower, name: 'Back squat', order: 0, sets: 5, reps: '5', weight: 100, rest_time: 180 },
  ])
})

test('a Hebrew trainer, a Hebrew plan, a Hebrew client', async () => {
  const world = await makeWorld({ at: '2026-11-25T07:30:00Z', zone: 'Asia/Jerusalem' })
  const dana = await world.trainer('דנה', { language: 'he', username: 'dana' })
  const yoav = await world.client('יואב', { language: 'he', username: 'yoav', trainer: dana })
  world.members.set('dana', dana)
  world.members.set('yoav', yoav)
  world.members.delete('דנה')
  world.members.delete('יואב')
  const { went, wrote } = await world.play(`
    dana> /assign
    dana< תוכנית: יואב
      אפשר לשלוח אותה כטקסט, להעביר הודעה, או לשלוח קובץ .txt. למשל:…  [מישהו אחר] [ביטול]
    dana> יום א׳ עליון
      לחיצת חזה 4x6-8 @80 מנוחה 90
      מתח 3xמקסימום
      פלאנק 3x45 שניות
    dana< עליון · בשביל יואב
      מהיום, יום ד׳, 25 בנוב׳
      יום א׳ · עליון
      • לחיצת חזה – 4 × 6–8 · 80 ק״ג · מנוחה 90 שנ׳
      • מתח – 3 × כמה שאפשר
      • פלאנק – 3 × 45 שנ׳  [✅ לתת את התוכנית] [להתחיל דווקא ביום ב׳, 30 בנוב׳] [ביטול]
    dana> [✅ לתת את התוכנית]
    dana< (toast) ✅ התוכנית עליון נמצאת מעכשיו אצל יואב.
    dana< יואב
      ▶️ עליון · מאז יום ד׳, 25 בנוב׳…
    yoav< 🆕 יש לך תוכנית חדשה מאת דנה: עליון
      מאז יום ד׳, 25 בנוב׳
      • יום א׳ · עליון, 3 תרגילים  [🏋️ היום]
  `)
  expect(went).toBe(wrote)
  expect(planned(world)).toMatchObject([
    { day: 'עליון', day_of_week: 6, name: 'Bench press', sets: 4, reps: '6-8', weight: 80, rest_time: 90 },
    { sets: 3, reps: 'AMRAP' },
    { name: 'Plank', sets: 3, reps: '45s' },
  ])
})

test('somebody made ahead by /invite can be planned for, and finds the plan when they come', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  world.stranger('Anna')
  const { went, wrote } = await world.play(`
    dana> /assign
    dana< You have no clients yet. Invite one: /invite Anna lets you plan before she joins.  [✉️ Invite] [Cancel]
    dana> /invite Anna
    dana< …
    dana> /assign anna
      Day A
      Squat 3x5 @100
      Day B
      Deadlift 1x5 @120
    dana< Day A / Day B · for Anna
      From today, Mon 23 Nov
      Day A
      • Squat → Back squat – 3 × 5 · 100 kg
      Day B
      • Deadlift – 1 × 5 · 120 kg  [✅ Assign] [Start on Mon 30 Nov instead] [Cancel]
    dana> [Start on Mon 30 Nov instead]
    dana< Day A / Day B · for Anna
      From Mon 30 Nov…  [✅ Assign] [Start today instead] [Cancel]
    dana> [✅ Assign]
    dana< (toast) ✅ Day A / Day B waits for Anna to join.
    dana< Anna
      ⏳ Has not joined yet. Plans wait for them.
      ⏭ Day A / Day B · from Mon 30 Nov…
    anna> (opens link of dana)
    anna< …
    anna> [I agree, let us begin]
    anna< …
    dana< 🎉 Anna has joined and is now your client.
    anna> /today
    anna< Today, …
      Day A / Day B begins Mon 30 Nov.…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('deliveries', "kind = 'plan'")).toEqual([])
  expect(world.rows('workout_plans')).toMatchObject([
    { name: 'Day A / Day B', start_date: '2026-11-30', end_date: null, trainer_id: dana.userId },
  ])
})

test('a plan sent out of the blue is taken: it is asked for whom', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await world.client('Tom', { trainer: dana })
  const { went, wrote } = await world.play(`
    dana> Good morning
      to everybody
    dana< I could not place that. /help shows what I can do.
      👋 Dana
      You have 2 clients.
      ❗ 2 clients need you.
      To give somebody a plan, just send it here as text.  [👥 Clients] [📝 Give a plan] [✉️ Invite] [💪 Exercises] [⚙️ Settings]
    dana> Squat 5x5
      Bench press 5x5
    dana< Who is the plan for?…  [Anna] [Tom]
    — crash —
    dana> nobody
    dana< No client of yours has a name like nobody.  [All clients] [✉️ Invite] [Cancel]
    dana> [All clients]
    dana< Who is the plan for?…  [Anna] [Tom]
    dana> tom
    dana< Training plan · for Tom
      From today, Mon 23 Nov
      • Squat → Back squat – 5 × 5
      • Bench press – 5 × 5  [✅ Assign]
    dana> (edits 3 back) Squat 5x5
      Bench press 5x5
      Row 5x5
    dana< Training plan · for Tom
      From today, Mon 23 Nov
      • Squat → Back squat – 5 × 5
      • Bench press – 5 × 5
      • Row → Barbell row – 5 × 5
    dana> (sends file plan.txt) Deadlift 3x5
      Pull up 3x8
    dana< Training plan · for Tom
      From today, Mon 23 Nov
      • Deadlift – 3 × 5
      • Pull-up – 3 × 8
    dana> /cancel
    dana< Cancelled.
      👋 Dana…
    dana> (sends file plan.txt) Deadlift 3x5
      Pull up 3x8
    dana< …
    dana> [Anna]
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Deadlift – 3 × 5
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> Squat 5x5
      Bench press 5x5
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Squat → Back squat – 5 × 5
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select client_id, name from workout_plans')).toEqual([
    { client_id: anna.userId, name: 'Training plan' },
  ])
})
