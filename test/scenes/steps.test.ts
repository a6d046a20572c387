import { afterAll, expect, test } from 'vitest'
import { makeRegistry } from '../../src/scenes/index.ts'
import { type KeptPlace, journey } from '../support/journey.ts'
import { cutting, cuttingDay, giveDay, giveWeek, put } from '../support/meals.ts'
import { muteCoaches } from '../support/muting.ts'
import { givePlan } from '../support/plans.ts'
import { keptPhoto, pastMonths } from '../support/pastMonths.ts'
import { keepStates } from '../support/states.ts'
import { makeWorld } from '../support/world.ts'
import { upperLower } from './client/plansOfAnna.ts'

const survived = new Map<string, KeptPlace>()

/** Kills at every step named in the story; the story goes on where it was. */
async function killAndResume(...args: Parameters<typeof journey>): Promise<void> {
  for (const place of await journey(...args)) survived.set(`${place.scene}.${place.step}`, place)
}

afterAll(() => {
  const steps = makeRegistry({ botUsername: 'spotter_test_bot' }).steps.map(
    ({ scene, step }) => `${scene}.${step}`,
  )
  expect(steps.filter((step) => !survived.has(step))).toEqual([])
  // At a release: KEEP_STATES=0002-name vitest run test/scenes/steps.test.ts
  const kept = process.env['KEEP_STATES']
  if (kept !== undefined)
    keepStates(
      kept,
      steps.flatMap((step) => survived.get(step) ?? []),
    )
})

test('killed at every step of inviting, joining and onboarding', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  await world.trainer('Dana')
  world.stranger('Anna')
  await killAndResume(
    world,
    `
    office> /start
    office< …
    office> /invite Gil
    office< …
    — crash at invite.choose —
    office> [A trainer]
    office< …
    — crash at invite.awaited —
    office> [Gil]
    office< Gil has not come yet.…
    — crash at invite.one —
    office> [‹ Back]
    office< …
    office> [By name]
    office< Whom do you invite?…
    — crash at invite.names —
    office> [‹ Back]
    office< Whom we are waiting for…
    dana> /invite
    dana< …
    anna> (opens link of dana)
    anna< Dana invites you to train with Spotter.…
    — crash at join.consent —
    anna> [I agree, let us begin]
    anna< Welcome! You are now with Dana.
      What may I call you?…
    dana< …
    — crash at onboarding.name —
    anna> Annie
    anna< Which language shall we speak?…
    — crash at onboarding.language —
    anna> [English]
    anna< Is it 07:30 where you are?…
    — crash at onboarding.zone —
    anna> [No]
    anna< Where are you?…
    — crash at onboarding.city —
    anna> Tel Aviv
    anna< Kilograms or pounds?…
    — crash at onboarding.units —
    anna> kg
    anna< How tall are you?…
    — crash at onboarding.height —
    anna> 172
    anna< Which weight do you aim at?…
    — crash at onboarding.target —
    anna> 62,5
    anna< What do you want to reach?…
    — crash at onboarding.goals —
    anna> Run a marathon
    anna< Anything medical your trainer should know?…
    — crash at onboarding.medical —
    anna> none
    anna< How do you eat?…
    — crash at onboarding.diet —
    anna> [Vegan]
    anna< This is what I have noted.…
    — crash at onboarding.review —
    anna> [Done]
    anna< (toast) All set.
    anna< …
    anna> /settings
    anna< Settings…
    — crash at settings.menu —
    anna> [Height]
    anna< How tall are you?…
    anna> [‹ Back]
    anna< …
    anna> [🔔 Reminders]
    anna< 🔔 Reminders…
    — crash at reminding.list —
    anna> [🌙 Quiet hours]
    anna< 🌙 Quiet hours: 22:00–07:00…
    — crash at reminding.quiet —
    anna> 23-6
    anna< 🔔 Reminders…
    anna> [Weigh-in]
    anna< 🔔 Weigh-in: Mon, Thu, with “Your day”, else 07:00…
    — crash at reminding.one —
    anna> 7:30
    anna< 🔔 Weigh-in: Mon, Thu, 07:30…
    dana> /notifications
    dana< 🔔 Not seen yet: 1…
    — crash at notifications.list —
    dana> [🎉 Anna has joined and is now your client. · 07:30]
    dana< 07:30…
    — crash at notifications.one —
    dana> [‹ Back]
    dana< 🔔 You have seen everything.…
  `,
  )
  expect(world.rows('client_profiles')).toMatchObject([
    { height: 172, target_weight: 62.5, fitness_goals: 'Run a marathon', dietary_restrictions: 'Vegan' },
  ])
  expect(world.ask('select kind, time_of_day from reminder_rules')).toEqual([
    { kind: 'weighIn', time_of_day: '07:30' },
  ])
})

test('killed at every step of a trainer’s beginnings and an admin’s directory', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  world.stranger('Gil')
  await killAndResume(
    world,
    `
    office> /start
    office< …
    office> /invite
    office< …
    office> [A trainer]
    office< …
    gil> (opens link of office)
    gil< …
    gil> [Accept]
    gil< …
    office< …
    gil> [Skip]
    gil< …
    gil> [Yes]
    gil< What do you specialize in?…
    — crash at onboarding.specialization —
    gil> Strength
    gil< A few words about you…
    — crash at onboarding.bio —
    gil> Slow and steady
    gil< How many years have you been coaching?…
    — crash at onboarding.years —
    gil> 9
    gil< Which certification do you hold?…
    — crash at onboarding.certification —
    gil> NSCA
    gil< …
    office> /people
    office< Everybody here…
    — crash at people.list —
    office> [Gil · Trainer]
    office< Gil…
    — crash at people.person —
    office> [Switch access off]
    office< Switch off the access of Gil?…
    — crash at people.confirm —
    office> [Yes, switch it off]
    office< (toast) The access of Gil is off.
    office< …
  `,
  )
  expect(world.rows('trainer_profiles', "bio = 'Slow and steady'")).toMatchObject([
    { specialization: 'Strength', years_of_experience: 9, certification: 'NSCA' },
  ])
})

test('killed at every step of a workout', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), upperLower)
  await killAndResume(
    world,
    `
    anna> /today
    anna< …
    anna> [Another day’s workout]
    anna< Which workout?…
    — crash at today.days —
    anna> [Upper · not yet]
    anna< 🏋️ Upper…
    — crash at today.day —
    anna> [‹ Back]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [📋 My plan]
    anna< …
    — crash at today.plan —
    anna> [‹ Back]
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    — crash at workout.card —
    anna> 2x8
    anna< Bench press: how did you mean 2x8?…
    — crash at workout.doubtful —
    anna> [‹ Back]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< …
    anna> [⋯ More]
    anna< …
    — crash at workout.more —
    anna> [📝 Note]
    anna< …
    — crash at workout.note —
    anna> left shoulder
    anna< Noted.…
    anna> [⋯ More]
    anna< …
    anna> [✏️ Edit sets]
    anna< …
    — crash at workout.sets —
    anna> [✅ 1 · 8 × 80 kg]
    anna< …
    — crash at workout.set —
    anna> [− 1 rep]
    anna< Bench press, set 1
      7 × 80 kg…
    anna> [‹ Back]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [🔀 Swap]
    anna< What instead of Bench press?…
    — crash at workout.swap —
    anna> dumbbell bench press
    anna< From here on: Dumbbell bench press.…
    anna> [⋯ More]
    anna< …
    anna> [➕ Exercise]
    anna< …
    — crash at workout.add —
    anna> [‹ Back]
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< Finish here?…
    — crash at workout.finish —
    anna> [🏁 Yes, finish]
    anna< 🏁 Upper ends here.…
    — crash at workout.summary —
    anna> [3]
    anna< (toast) Noted: 3 of 5.
    anna< …
    anna> [📝 Note]
    anna< …
    — crash at workout.wnote —
    anna> tired
    anna< Noted.…
    anna> [Done]
    anna< …
    anna> [History]
    anna< …
    — crash at history.list —
    anna> [Mon 23 Nov · Upper]
    anna< …
    — crash at history.one —
    anna> [‹ Back]
    anna< …
  `,
  )
  expect(world.ask('select actual_reps, weight_used, notes from exercise_completions')).toEqual([
    { actual_reps: '7', weight_used: 80, notes: 'left shoulder' },
  ])
  expect(world.rows('workouts')).toMatchObject([{ state: 'left', difficulty_rating: 3, notes: 'tired' }])
})

test('killed at every step of weighing in', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  await killAndResume(
    world,
    `
    anna> /weighin 82.4
    anna< Noted: 82.4 kg…
    — crash at weighin.card —
    anna> yesterday 70
    anna< 70 kg on Sun 22 Nov, really?…
    — crash at weighin.sure —
    anna> [Yes, note it]
    anna< Noted: 70 kg · Sun 22 Nov…
    anna> [✏️ 70 kg]
    anna< What should it be?…
    — crash at weighin.fix —
    anna> 82
    anna< Corrected: 82 kg · Sun 22 Nov…
    anna> [📝 Note]
    anna< A note on this weigh-in…
    — crash at weighin.note —
    anna> in clothes
    anna< The note is kept.…
    anna> [🗑 Delete 82 kg]
    anna< Delete this weigh-in?…
    — crash at weighin.remove —
    anna> [🗑 Yes, delete it]
    anna< (toast) Deleted.
    anna< …
    anna> [📓 Note for the day]
    anna< …
    — crash at weighin.day —
    anna> long day
    anna< Noted for the day.…
  `,
  )
  expect(world.ask('select date, notes from nutrition_entries where notes is not null')).toEqual([
    { date: '2026-11-23', notes: 'long day' },
  ])
  expect(world.ask('select weight, notes from weigh_ins')).toEqual([{ weight: 82.4, notes: null }])
})

test('killed where a number may be a weight or a set', async () => {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await givePlan(world, anna, 'Sun Pull\nPull-up 3x8', { from: '2026-11-22' })
  await world.app.plan()
  await killAndResume(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ Start: Pull]
    anna< …
    — Monday 08:30 —
    anna< …
    anna> 83.5
    anna< 83.5: what you weigh, or a set of Pull-up?…
    — crash at weighin.orSet —
    anna> [⚖️ Weight: 83.5 kg]
    anna< …
  `,
  )
  expect(world.ask('select weight from weigh_ins')).toEqual([{ weight: 83.5 }])
})

test('killed where a number may be a weight or an answer', async () => {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await world.app.plan()
  await killAndResume(
    world,
    `
    anna> /settings
    anna< …
    anna> [Height]
    anna< How tall are you?…
    — Monday 07:30 —
    anna< …
    anna> 83.5
    anna< 83.5: what you weigh, or the answer to my question before?…
    — crash at weighin.orAnswer —
    anna> [⚖️ Weight: 83.5 kg]
    anna< …
  `,
  )
  expect(world.ask('select weight from weigh_ins')).toEqual([{ weight: 83.5 }])
})

test('killed at every step of looking at progress', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  await pastMonths(world, anna)
  for (const pose of ['front', 'side'])
    for (const date of ['2026-10-01', '2026-11-20']) await keptPhoto(world, anna, { date, pose })
  await killAndResume(
    world,
    `
    anna> /progress
    anna< 📈 Progress…
    — crash at progress.card —
    anna> [🏋️ Lifts]
    anna< 🏋️ Lifts…
    — crash at progress.lifts —
    anna> [Plank]
    anna< (photo) Plank…
    anna< 🏋️ Lifts…
    anna> [‹ Back]
    anna< 📈 Progress…
    anna> [📸 Before/after]
    anna< 📸 Before and after…
    — crash at progress.poses —
    anna> [‹ Back]
    anna< 📈 Progress…
  `,
  )
})

test('killed at every step of eating', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  giveWeek(world, anna, {}, [{ meal: {}, recipe: { name: 'Shakshuka', calories: 420 } }])
  await killAndResume(
    world,
    `
    anna> /meals
    anna< 🍽 Meals, Mon 23 Nov…
    — crash at meals.day —
    anna> an apple
    anna< Which meal was it?…
    — crash at meals.which —
    anna> [➕ None of them]
    anna< Noted: an apple…
    — crash at meals.logged —
    anna> [‹ The day]
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [☐ 1 apple]
    anna< …
    — crash at meals.meal —
    anna> [✅ Ate as planned]
    anna< (toast) Breakfast: noted.
    anna< …
    anna> [▶️ Next: Lunch]
    anna< …
    anna> [📷 Photo]
    anna< 📷 Lunch…
    — crash at meals.photo —
    anna> [‹ Back]
    anna< …
    anna> soup, with bread?
    anna< Shall I note this as eaten?…
    — crash at meals.sure —
    anna> [No]
    anna< (toast) Nothing was noted.
    anna< …
    anna> [⏭ Skip]
    anna< (toast) Lunch: skipped.
    anna< ⏭ Lunch: skipped.…
    — crash at meals.reason —
    anna> [No time]
    anna< (toast) The reason is noted.
    anna< …
    anna> [≠ Something else]
    anna< …
    — crash at meals.food —
    anna> soup
    anna< Noted: soup…
    anna> [‹ The day]
    anna< …
    anna> [Another day]
    anna< Which day?…
    — crash at meals.days —
    anna> [Sun 22 Nov]
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> [📖 Recipe]
    anna< 📖 Shakshuka…
    — crash at meals.recipe —
    anna> [‹ Back]
    anna< …
  `,
  )
  expect(world.ask('select status, as_planned, description from eaten_meals order by id')).toEqual([
    { status: 'eaten', as_planned: null, description: 'an apple' },
    { status: 'eaten', as_planned: 1, description: null },
    { status: 'eaten', as_planned: 0, description: 'soup' },
  ])
})

test('killed at every step of giving a plan, looking after clients and exercises', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), upperLower, { trainer: dana })
  await world.client('Tom', { trainer: dana })
  await killAndResume(
    world,
    `
    dana> /assign
    dana< Who is the plan for?…
    — crash at assign.client —
    dana> [Anna]
    dana< A plan for Anna…
    — crash at assign.text —
    dana> Push/Pull, 6 weeks from Monday
      Mon Push
      Zottman thing 3x10
      Thu Pull
      Row 5x10x12
      Row 5x12x10
    dana< Which number is which?…
    — crash at assign.order —
    dana> [5 × 10 · 12 kg]
    dana< Push/Pull · for Anna…
    — crash at assign.preview —
    dana> [❓ One exercise I do not know]
    dana< Which exercise is “Zottman thing”?…
    — crash at assign.unknown —
    dana> [➕ Add “Zottman thing” as mine]
    dana< …
    — crash at assign.muscle —
    dana> [Biceps]
    dana< (toast) “Zottman thing” is among your exercises now.
    dana< …
    dana> [✅ Assign]
    dana< Anna has a plan at that time:…
    — crash at assign.where —
    dana> [Beside it]
    dana< …
    anna< …
    dana> /clients
    dana< Your clients…
    — crash at clients.list —
    dana> [Anna]
    dana< …
    — crash at clients.one —
    dana> [🍽 Meals]
    dana< …
    — crash at clients.food —
    dana> [‹ Back]
    dana< …
    dana> [📝 Notes]
    dana< …
    — crash at clientNotes.list —
    dana> Left knee
    dana< …
    dana> [Mon 23 Nov · Left knee]
    dana< …
    — crash at clientNotes.one —
    dana> [🗑 Delete]
    dana< (toast) The note is deleted.
    dana< …
    dana> [‹ Back]
    dana< …
    dana> [📋 Upper/Lower]
    dana< Upper/Lower · Anna…
    — crash at clients.plan —
    dana> [End plan]
    dana< …
    — crash at clients.end —
    dana> [‹ Back]
    dana< Upper/Lower · Anna…
    dana> /exercises
    dana< …
    — crash at exercises.home —
    dana> [Chest]
    dana< …
    — crash at exercises.list —
    dana> [‹ Back]
    dana< …
    dana> [+ Add mine]
    dana< What is your exercise called?…
    — crash at exercises.name —
    dana> Dana press
    dana< Which muscles does Dana press train?…
    — crash at exercises.group —
    dana> [Chest]
    dana< (toast) ★ Dana press is yours now. Everything below is optional.
    dana< …
    — crash at exercises.card —
    dana> [Cue]
    dana< What shall your clients think of while doing it?…
    — crash at exercises.field —
    dana> Elbows in
    dana< Saved.…
    dana> [Delete]
    dana< Delete Dana press?…
    — crash at exercises.remove —
    dana> [Yes, delete it]
    dana< …
  `,
  )
  expect(world.ask('select name from workout_plans order by id')).toEqual([
    { name: 'Upper/Lower' },
    { name: 'Push/Pull' },
  ])
  expect(world.ask('select name from exercises where created_by is not null')).toEqual([
    { name: 'Zottman thing' },
  ])
})

test('killed while they write to each other', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await killAndResume(
    world,
    `
    anna> /message
    anna< What shall Dana read?…
    — crash at letters.toTrainer —
    anna> Hello
    anna< Sent to Dana.…
    dana< …
    dana> [↩️ Answer]
    dana< Your answer to Anna…
    — crash at letters.answer —
    dana> Hello you
    dana< Sent to Anna.…
    anna< …
    dana> /clients Anna
    dana< …
    dana> [💬 Write]
    dana< What shall Anna read?…
    — crash at letters.toClient —
    dana> Coming?
    dana< Sent to Anna.…
    anna< …
  `,
  )
  expect(world.rows('notifications')).toHaveLength(3)
})

test('killed at every step of showing a lift and of looking at it', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), upperLower, { trainer: dana })
  await killAndResume(
    world,
    `
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🎥 Form check]
    anna< …
    — crash at workout.form —
    anna> (sends photo)
    anna< …
    anna> [✏️ Another set]
    anna< 🎥 Which lift is it?…
    — crash at form.which —
    anna> [Bench press]
    anna< 🎥 Bench press
      Which set is it?…
    — crash at form.set —
    anna> [Set 1]
    anna< 🎥 Bench press, set 1: your trainer looks at it and answers here.…
    anna> (sends photo) set 2
    anna< …
    dana> /review
    dana< …
    — crash at review.queue —
    dana> [❌]
    dana< …
    — crash at review.comment —
    dana> [🗂 Phrases]
    dana< …
    — crash at review.phrases —
    dana> [‹ Back]
    dana< …
    dana> [Nothing more ›]
    dana< …
    dana> Lighter
    dana< …
    — crash at review.whose —
    dana> [For Anna · Bench press, set 1 (❌)]
    dana< …
    dana> [✅]
    dana< …
    — crash at review.done —
    dana> [‹ Back]
    dana< …
  `,
  )
  expect(world.ask('select verdict, comment from reviews where verdict is not null order by id')).toEqual([
    { verdict: 'wrong', comment: 'Lighter' },
    { verdict: 'good', comment: null },
  ])
})

test('killed at every step of a check-in', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await killAndResume(
    world,
    `
    anna> /weighin yesterday 82.4
    anna< …
    anna> /checkin
    anna< …
    — crash at checkin.weight —
    anna> 72.4
    anna< 72.4 kg, really?…
    — crash at checkin.sure —
    anna> [Yes, note it]
    anna< Noted: 72.4 kg…
    — crash at checkin.fat —
    anna> 18
    anna< …
    — crash at checkin.feel —
    anna> [well]
    anna< …
    anna> [middling]
    anna< …
    anna> [strong]
    anna< …
    anna> [hardly any]
    anna< …
    — crash at checkin.photo —
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    anna> [Skip]
    anna< …
    — crash at checkin.notes —
    anna> fine
    anna< …
    — crash at checkin.summary —
    anna> [✅ Send to my trainer]
    anna< (toast) Sent to your trainer.
    anna< …
    dana< …
    anna> [🗂 Earlier ones]
    anna< …
    — crash at checkin.list —
    anna> [Mon 23 Nov]
    anna< …
    — crash at checkin.one —
    anna> [✏️ Change or send]
    anna< …
  `,
  )
  expect(
    world.ask('select weight, body_fat, sleep, energy, hunger, stress, notes from progress_entries'),
  ).toEqual([{ weight: 72.4, body_fat: 18, sleep: 4, energy: 3, hunger: 2, stress: 5, notes: 'fine' }])
})

test('killed at every step of giving meals and looking after them', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const { userId = 0 } = await world.client('Anna', { trainer: dana })
  await world.client('Tom', { trainer: dana })
  put(world, 'nutrition_plans', { client_id: userId, name: 'Week' })
  await killAndResume(
    world,
    `
    dana> /assign anna
      Breakfast
      3 eggs
      Bench press 3x8 @60
      Row 3x10
    dana< Is this training or meals?…
    — crash at assign.kind —
    dana> [🍽 Meals]
    dana< 🍽 Meal plan · for Anna…
    — crash at assign.meals —
    dana> Base, every day for 2 weeks
      Breakfast
      3 eggs
    dana< 🍽 Base · for Anna…
    dana> [👥 Also for…]
    dana< …
    dana> [☐ Tom]
    dana< …
    — crash at assign.also —
    dana> [Done]
    dana< 🍽 Base · for Anna and Tom…
    dana> [✅ Assign]
    dana< …
    anna< …
    tom< …
    dana> Fish, every day for 1 week
      Lunch
      200g salmon
      rice 200g
    dana< 🍽 Fish · for Anna…
    dana> [✅ Assign]
    dana< Some of these days have meals already:…
    — crash at assign.over —
    dana> [Replace them]
    dana< …
    anna< …
    dana> [🍽 Fish]
    dana< 🍽 Fish · Anna…
    — crash at mealPlans.one —
    dana> [✏️ Edit as text]
    dana< …
    — crash at assign.mealText —
    dana> Fish
      Lunch
      300g salmon
    dana< 🍽 Fish · Anna
      What changes:…
    dana> [✅ Save]
    dana< …
    anna< …
    dana> [🗓 Week]
    dana< 🗓 Week · Anna…
    — crash at mealPlans.weekly —
    dana> [‹ Back]
    dana< …
    dana> [🍽 Fish]
    dana< …
    dana> [End]
    dana< End Fish?…
    — crash at mealPlans.end —
    dana> [Yes, end them]
    dana< (toast) Fish is over.
    dana< …
    anna< …
  `,
  )
  expect(
    world.ask(
      'select client_id as client, title, count(*) as days from meal_plans group by 1, 2 order by 1, 2',
    ),
  ).toEqual([
    { client: 2, title: 'Base', days: 7 },
    { client: 2, title: 'Fish', days: 1 },
    { client: 3, title: 'Base', days: 14 },
  ])
})
