import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function annaTrains(plan = upperLower, start = 'Upper'): Promise<World> {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), plan)
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: ${start}]
    anna< …
  `)
  expect(went).toBe(wrote)
  return world
}

test('± move the next set once a press; a double tap has one effect', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> (twice) [+ 2.5 kg]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 🏋️ Upper · 1 of 4  [✅ 8 × 82.5 kg]
    anna> [− 1 rep]
    anna< 🏋️ Upper · 1 of 4  [✅ 7 × 82.5 kg]
    anna> (twice) [✅ 7 × 82.5 kg]
    anna< (toast) Bench press, set 1: 7 × 82.5 kg
    anna< (toast) That set is logged already.
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 80 kg  [✅ 8 × 82.5 kg]
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 1.
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg  [✅ 8 × 80 kg]
    anna> (stale) [↩️ Undo]
    anna< (toast) That button is out of date. Here is how things stand now.
  `)
  expect(went).toBe(wrote)
  expect(world.rows('set_logs')).toEqual([])
  expect(world.rows('exercise_completions')).toEqual([])
})

test('difficulty, RPE and a note go to the exercise; sets are edited one by one', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> [⋯ More]
    anna< Bench press  [➕ Exercise] [🏁 Finish the workout] [‹ Back]
    anna> [‹ Back]
    anna< …
    anna> [✅ All 2 left]
    anna< …
    anna> [‹]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Done: all 2 sets.
    anna> [⋯ More]
    anna< Bench press
      How hard was it? 1 easy – 5 all out
      RPE of the last set (8 × 80 kg): @6 – @10  [1] [2] [3] [4] [5] [@6] [@7] [@8] [@9] [@10] [✏️ Edit sets] [📝 Note]
    anna> [4]
    anna< (toast) Noted: 4 of 5.
    anna< Bench press
      Difficulty: 4 of 5…
    anna> [@9]
    anna< (toast) Noted: RPE 9.
    anna< …
    anna> [📝 Note]
    anna< A note on Bench press
      Your trainer reads it. Send it as a message.
    anna> left <shoulder> & elbow
    anna< Noted.
      🏋️ Upper · 1 of 4
    anna> [⋯ More]
    anna< Bench press
      💬 left <shoulder> & elbow
    anna> [✏️ Edit sets]
    anna< Bench press: tap a set to change it.  [✅ 1 · 8 × 80 kg] [✅ 2 · 8 × 80 kg · RPE 9] [‹ Back]
    anna> [✅ 2 · 8 × 80 kg · RPE 9]
    anna< Bench press, set 2
      8 × 80 kg · RPE 9
      Tap, or send it anew, such as 8x60.  [− 2.5 kg] [+ 2.5 kg] [− 1 rep] [+ 1 rep] [🗑 Take it away] [‹ Back]
    anna> (twice) [− 1 rep]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< Bench press, set 2
      7 × 80 kg · RPE 9…
    anna> gibberish
    anna< I could not read that as a set.…
    anna> 6x85
    anna< Bench press: tap a set to change it.  [✅ 1 · 8 × 80 kg] [✅ 2 · 6 × 85 kg · RPE 9]
    anna> [✅ 1 · 8 × 80 kg]
    anna< …
    anna> [🗑 Take it away]
    anna< (toast) Taken away.
    anna< Bench press: tap a set to change it.  [✅ 1 · 6 × 85 kg · RPE 9]
  `)
  expect(went).toBe(wrote)
  expect(world.rows('exercise_completions')).toMatchObject([
    {
      actual_sets: 1,
      actual_reps: '6',
      weight_used: 85,
      difficulty_rating: 4,
      notes: 'left <shoulder> & elbow',
    },
  ])
})

test('left out, and done after all', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> [⏭ Skip]
    anna< (toast) Left out: Bench press.
    anna< 🏋️ Upper · 2 of 4
    anna> [↩️ Undo]
    anna< (toast) Not left out after all: Bench press.
    anna< 🏋️ Upper · 1 of 4
    anna> (stale) [↩️ Undo]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna> [⏭ Skip]
    anna< …
    anna> [‹]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Left out.  [✅ 8 × 80 kg]
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 80 kg
  `)
  expect(went).toBe(wrote)
})

test('another exercise instead: what was done stays, the planned load goes, and there is a way back', async () => {
  const world = await annaTrains('# Legs\nSquat 3x5 @100\nLeg press 2x10 @120', 'Legs')
  const { went, wrote } = await world.play(`
    anna> [✅ 5 × 100 kg]
    anna< …
    anna> [🔀 Swap]
    anna< What instead of Back squat?
      Tap one, or send a name.  [Goblet squat] [‹ Back]
    anna> [Goblet squat]
    anna< (toast) From here on: Goblet squat.
    anna< 🏋️ Legs · 2 of 3
      Goblet squat
      Set 1 of 2 · 5  [✅ 5 reps]
    anna> 5x24
    anna< Logged: Goblet squat, set 1: 5 reps × 24 kg…
    anna> [↩️ Undo]
    anna< …
    anna> [🔀 Swap]
    anna< What instead of Goblet squat?…
    anna> no such thing at all
    anna< I know no exercise like that. Try another name.
      What instead of Goblet squat?…
    anna> hack sqat
    anna< From here on: Hack squat.
      🏋️ Legs · 2 of 3
      Hack squat
      Set 1 of 2 · 5
    anna> [🔀 Swap]
    anna< What instead of Hack squat?…
    anna> extension
    anna< Which one do you mean?
      Or send another name.  [Leg extension] [‹ Back]
    anna> [‹ Back]
    anna< 🏋️ Legs · 2 of 3…
  `)
  expect(went).toBe(wrote)
  expect(
    world.ask(`select i.position, e.name, f.name as planned, i.sets, i.status, i.weight, c.actual_reps
      from workout_items i join exercises e on e.id = i.exercise_id
      left join exercises f on f.id = i.swapped_from_id
      left join exercise_completions c on c.workout_item_id = i.id order by i.position`),
  ).toEqual([
    {
      position: 0,
      name: 'Back squat',
      planned: null,
      sets: 1,
      status: 'done',
      weight: 100,
      actual_reps: '5',
    },
    {
      position: 1,
      name: 'Hack squat',
      planned: 'Back squat',
      sets: 2,
      status: 'open',
      weight: null,
      actual_reps: null,
    },
    {
      position: 2,
      name: 'Leg press',
      planned: null,
      sets: 2,
      status: 'open',
      weight: 120,
      actual_reps: null,
    },
  ])
})

test('a workout without a plan: exercises by name, as many sets as last time', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      You have no trainer here at the moment. You can train without a plan.  [Without a plan]
    anna> (twice) [Without a plan]
    anna< (toast) It is under way already.
    anna< Workout without a plan
      Which exercise? Send its name.  [🏁 Finish the workout]
    anna> bech press
    anna< Added: Bench press.
      🏋️ Workout without a plan · 1 of 1
      Bench press
      Set 1 of 3
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      Type what you did, such as 8x60.  [🔀 Swap] [⏭ Skip] [⋯ More]
    anna> 10x60 rpe 7
    anna< Logged: Bench press, set 1: 10 reps × 60 kg · RPE 7…
    anna> [✅ All 2 left]
    anna< …
    anna> [➕ Exercise]
    anna< Which exercise?
      Send its name.  [‹ Back]
    anna> plank
    anna< Added: Plank.
      🏋️ Workout without a plan · 2 of 2
      Plank
      Set 1 of 3
    anna> 60s
    anna< Logged: Plank, set 1: 60 s…
    anna> pull up
    anna< Added: Pull-up.
      🏋️ Workout without a plan · 3 of 3
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< Finish here?
      5 sets are still open.…
    anna> [🏁 Yes, finish]
    anna< 🏁 Workout without a plan ends here.
      Mon 23 Nov · 1 min · 4 sets, 1,800 kg
      2 exercises; left out: Pull-up
    anna> [Done]
    anna< …
    anna> [Without a plan]
    anna< …
    anna> bench
    anna< Added: Bench press.
      🏋️ Workout without a plan · 1 of 1
      Bench press
      Set 1 of 3
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      Last time, Mon 23 Nov: 10, 10, 10 × 60 kg  [✅ 10 × 60 kg]
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< (toast) Nothing was logged, so nothing was kept.
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workouts')).toHaveLength(1)
})

test('lists go set by set, distances are one tap, percentages lean on last time', async () => {
  const world = await annaTrains('# Mix\nSquat 12-10-8 @60\nRun 2x400m\nBench press 2x5 75%', 'Mix')
  const { went, wrote } = await world.play(`
    anna> [✅ 12 × 60 kg]
    anna< (toast) Back squat, set 1: 12 × 60 kg
    anna< 🏋️ Mix · 1 of 3
      Back squat
      Set 2 of 3 · 10 × 60 kg  [✅ 10 × 60 kg]
    anna> [✅ All 2 left]
    anna< (toast) Back squat: 2 sets logged.
    anna< 🏋️ Mix · 2 of 3
      Running
      Set 1 of 2 · 400 m  [✅ 400 m]
    anna> [✅ All 2 left]
    anna< (toast) Running: 2 sets logged.
    anna< 🏋️ Mix · 3 of 3
      Bench press
      Set 1 of 2 · 5 × 75%  [✅ 5 reps]
    anna> 5x70
    anna< Logged: Bench press, set 1: 5 reps × 70 kg
      🏋️ Mix · 3 of 3  [✅ 5 × 70 kg]
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select actual_reps from exercise_completions')).toMatchObject([
    { actual_reps: '12,10,8' },
    { actual_reps: '1,1' },
    { actual_reps: '5' },
  ])
})

test('buttons of somebody else’s workout, and forged ones, change nothing and answer alike', async () => {
  const world = await annaTrains()
  await givePlan(world, await world.client('Tom', { trainer: world.member('dana') }), upperLower)
  const started = await world.play(`
    tom> /today
    tom< …
    tom> [▶️ Start: Upper]
    tom< …
  `)
  expect(started.went).toBe(started.wrote)
  world.unrulyOnPurpose = true
  const tom = world.member('tom').phone
  const [annas] = world.ask<{
    id: number
  }>(`select i.id from workout_items i join workouts w on w.id = i.workout_id
    where w.client_id = ${world.member('anna').userId ?? 0} order by i.id`)
  const missing = 999_999
  const answers = new Set<string>()
  for (const item of [annas?.id ?? 0, missing])
    for (const data of [
      `logSet:${item.toString(36)}:1:1`,
      `logAll:${item.toString(36)}:1:1`,
      `load:${item.toString(36)}:1:1pqo:1`,
      `skipItem:${item.toString(36)}`,
      `visitItem:${item.toString(36)}`,
      `swapItem:${item.toString(36)}`,
      `moreOf:${item.toString(36)}`,
      `meantOtherwise:${item.toString(36)}:1`,
    ]) {
      tom.tapRaw(data, tom.chat().findLast(({ from }) => from === 'bot')?.id ?? 0)
      await world.settle()
      answers.add(`${tom.toasts.at(-1)?.text ?? ''} ${tom.toasts.length > 0}`)
    }
  expect([...answers]).toEqual(['That is not there (any more). true'])
  expect(world.rows('set_logs')).toEqual([])
  expect(world.ask('select distinct status, next_weight from workout_items')).toEqual([
    { status: 'open', next_weight: null },
  ])
})

test('sets behind the name of an exercise are logged with it, also after it was asked which one', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [Without a plan]
    anna< …
    anna> bench press 10x60
    anna< Logged: Bench press, set 1: 10 reps × 60 kg
      🏋️ Workout without a plan · 1 of 1…
    anna> squat 8x40
    anna< Logged: Back squat, set 1: 8 reps × 40 kg…
    anna> raise 8x40
    anna< Which one do you mean?
      Or send another name.  [Lying leg raise] [Lateral raise]
    anna> [Lateral raise]
    anna< Logged: Lateral raise, set 1: 8 reps × 40 kg…
    anna> (edits 1 back) 8x45
    anna< Corrected: Lateral raise, set 1: 8 reps × 45 kg…
  `)
  expect(went).toBe(wrote)
})

test('the same in Hebrew', async () => {
  const world = await makeWorld()
  await world.client('Anna', { language: 'he' })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [בלי תוכנית]
    anna< …
    anna> לחיצת חזה 10x60
    anna< נרשם: לחיצת חזה, סט 1: 10 חזרות × 60 ק״ג…
  `)
  expect(went).toBe(wrote)
})

test('words at the end of a workout are its note; sets are none; there is a way back into what was left open', async () => {
  const world = await makeWorld()
  await world.client('Anna')
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [Without a plan]
    anna< …
    anna> bench press 10x60
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< 🏁 Workout without a plan ends here.…
    anna> good session but shoulder sore
    anna< Noted with the workout.
      🏁 Workout without a plan ends here.
      Mon 23 Nov · 1 min · one set, 600 kg
      One exercise
      How hard was the whole workout? 1 easy – 5 all out
      💬 good session but shoulder sore
    anna> will rest it
    anna< …
    anna> 8x60
    anna< I could not place that…
    anna> [3]
    anna< …
    anna> /today
    anna< Today, Mon 23 Nov…  [↩️ Back into it: Workout without a plan]
    anna> [↩️ Back into it: Workout without a plan]
    anna< 🏋️ Workout without a plan · 1 of 1
      Bench press
      Set 2 of 3…
    — 1m later —
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …
    — Wednesday 07:30 —
    anna> /today
    anna< Today, Wed 25 Nov
      You have no trainer here at the moment. You can train without a plan.  [Without a plan]
    anna> (stale) [↩️ Back into it: Workout without a plan]
    anna< (toast) That button is out of date. Here is how things stand now.
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select notes, difficulty_rating, state from workouts')).toEqual([
    { notes: 'good session but shoulder sore\nwill rest it', difficulty_rating: 3, state: 'left' },
  ])
})
