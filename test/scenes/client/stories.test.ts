import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type WorldOptions, type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function annaTrains(options: WorldOptions = {}): Promise<World> {
  const world = await makeWorld(options)
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), upperLower, { trainer: dana })
  return world
}

const workouts = (world: World) =>
  world.ask('select name, local_date, state, started_at, finished_at, difficulty_rating, notes from workouts')

const allOfUpper = `
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> [✅ 10 × 60 kg]
    anna< …
    anna> [✅ 15 reps]
    anna< …
    anna> [✅ 10 × 60 kg]
    anna< …
    anna> [✅ 15 reps]
    anna< …
    anna> [✅ 45 s]
    anna< (toast) Plank, set 1: 45 s
    anna< 🏋️ Upper · 4 of 4
      Plank
      Done: one set.
      ✅ 1 · 45 s
      🎉 Everything is done.  [🏁 Finish] [➕ Exercise] [↩️ Undo]
    anna> [🏁 Finish]`

test('a whole workout, one tap a set', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov
      🏋️ Upper
      • Bench press – 2 × 6–8 × 80 kg
      A1 Barbell row – 2 × 10 × 60 kg
      A2 Face pull – 2 × 15
      • Plank – 1 × 45 s
      Next: Lower, Thu 26 Nov.  [▶️ Start: Upper] [Another day’s workout] [Without a plan] [History] [Settings]
    anna> [▶️ Start: Upper]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.  [✅ 8 × 80 kg] [− 2.5 kg] [+ 2.5 kg] [− 1 rep] [+ 1 rep] [✅ All 2 left] [🔀 Swap] [⏭ Skip] [⋯ More] [›]
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 80 kg
      ⏱ Rest until 07:32:33  [✅ 8 × 80 kg] [↩️ Undo]
    — 150s later —
    anna< ⏱ The rest is over.
      Bench press, set 2 of 2  [✅ 8 × 80 kg]
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< 🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 1 of 2 · 10 × 60 kg
      💡 Hinge to a flat back and row the bar to the navel.
      First time.
      ⏱ Rest until 07:35:04  [✅ 10 × 60 kg] [✅ All 2 left] [↩️ Undo] [‹] [›]
    anna> [✅ 10 × 60 kg]
    anna< (toast) Barbell row, set 1: 10 × 60 kg
    anna< 🏋️ Upper · 3 of 4
      A2 Face pull
      Set 1 of 2 · 15
      💡 Pull the rope to the forehead and finish with the thumbs back.
      First time.  [✅ 15 reps]
    anna> [✅ All 2 left]
    anna< (toast) Face pull: 2 sets logged.
    anna< 🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 2 of 2 · 10 × 60 kg
    anna> [✅ 10 × 60 kg]
    anna< (toast) Barbell row, set 2: 10 × 60 kg
    anna< 🏋️ Upper · 4 of 4
      Plank
      Set 1 of 1 · 45 s
      💡 Squeeze glutes and belly, one straight line.
      First time.
      ⏱ Rest until 07:33:37  [✅ 45 s] [− 5 s] [+ 5 s] [↩️ Undo] [🔀 Swap] [⏭ Skip] [‹] [⋯ More]
    anna> [✅ 45 s]
    anna< (toast) Plank, set 1: 45 s
    anna< 🏋️ Upper · 4 of 4
      Plank
      Done: one set.
      ✅ 1 · 45 s
      🎉 Everything is done.  [🏁 Finish] [➕ Exercise] [↩️ Undo]
    anna> [🏁 Finish]
    anna< 🎉 Upper is done.
      Mon 23 Nov · 3 min · 7 sets, 2,480 kg
      4 exercises
      How hard was the whole workout? 1 easy – 5 all out  [1] [2] [3] [4] [5] [↩️ Back into the workout] [📝 Note] [Done]
    anna> [4]
    anna< (toast) Noted: 4 of 5.
    anna< …
    anna> [📝 Note]
    anna< A note on this workout
      Your trainer reads it. Send it as a message.  [‹ Back]
    anna> slept <badly>
    anna< Noted.
      🎉 Upper is done.
      Mon 23 Nov · 3 min · 7 sets, 2,480 kg
      4 exercises
      Difficulty: 4 of 5
      💬 slept <badly>  [Done]
    anna> [Done]
    anna< Today, Mon 23 Nov
      ✅ Upper: done today.
      Next: Lower, Thu 26 Nov.  [Another day’s workout]
  `)
  expect(went).toBe(wrote)
  expect(workouts(world)).toMatchObject([
    {
      name: 'Upper',
      local_date: '2026-11-23',
      state: 'finished',
      difficulty_rating: 4,
      notes: 'slept <badly>',
    },
  ])
  expect(
    world.ask(`select e.name, c.actual_sets, c.actual_reps, c.weight_used, x.sets as planned
      from exercise_completions c join workout_exercises x on x.id = c.workout_exercise_id
      join exercises e on e.id = x.exercise_id order by c.id`),
  ).toEqual([
    { name: 'Bench press', actual_sets: 2, actual_reps: '8,8', weight_used: 80, planned: 2 },
    { name: 'Barbell row', actual_sets: 2, actual_reps: '10,10', weight_used: 60, planned: 2 },
    { name: 'Face pull', actual_sets: 2, actual_reps: '15,15', weight_used: null, planned: 2 },
    { name: 'Plank', actual_sets: 1, actual_reps: '45s', weight_used: null, planned: 1 },
  ])
  const chat = world.member('anna').phone.chat()
  expect(chat.filter(({ text }) => text.includes('The rest is over'))).toEqual([])
})

test('Monday’s workout done on Tuesday', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    — Tuesday 18:00 —
    anna> /today
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Still open: Upper, Mon 23 Nov.
      Next: Lower, Thu 26 Nov.  [Upper …] [Another day’s workout] [Without a plan]
    anna> [Upper …]
    anna< 🏋️ Upper
      • Bench press – 2 × 6–8 × 80 kg
      A1 Barbell row – 2 × 10 × 60 kg
      A2 Face pull – 2 × 15
      • Plank – 1 × 45 s  [▶️ Start: Upper] [‹ Back]
    anna> [▶️ Start: Upper]
    anna< …
    ${allOfUpper}
    anna< 🎉 Upper is done.
      Tue 24 Nov · …
    anna> [Done]
    anna< Today, Tue 24 Nov
      ✅ Upper: done today.
      Next: Lower, Thu 26 Nov.
  `)
  expect(went).toBe(wrote)
  expect(workouts(world)).toMatchObject([{ local_date: '2026-11-24', state: 'finished' }])
})

test('a double tap on Start leaves the client on the live card; for another day, or once it is over, it is out of date', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [Another day’s workout]
    anna< …
    anna> [Lower · not yet]
    anna< 🏋️ Lower…  [▶️ Start: Lower]
    anna> /today
    anna< …
    anna> (twice) [▶️ Start: Upper]
    anna< (toast) It is under way already.
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> (stale) [▶️ Start: Upper]
    anna< (toast) It is under way already.
    anna> (stale) [▶️ Start: Lower]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< Today, Mon 23 Nov
      ⏳ Upper is under way since 07:30: one of 7 sets done.  [▶️ Back into the workout] [🏁 Finish]
    anna> [🏁 Finish]
    anna< …
    anna> [🏁 Yes, finish]
    anna< …
    anna> (stale) [▶️ Start: Upper]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< Today, Mon 23 Nov…
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workouts')).toHaveLength(1)
})

test('the same workout twice in a day', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    ${allOfUpper}
    anna< …
    anna> [Done]
    anna< Today, Mon 23 Nov
      ✅ Upper: done today.
      Next: Lower, Thu 26 Nov.
    anna> (stale) [▶️ Start: Upper]
    anna< (toast) That button is out of date. Here is how things stand now.
    anna> [Another day’s workout]
    anna< Which workout?  [Upper · Mon 23 Nov] [Lower · not yet] [‹ Back]
    anna> [Upper · Mon 23 Nov]
    anna< 🏋️ Upper…
    anna> [▶️ Start: Upper]
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      Last time, Mon 23 Nov: 8, 8 × 80 kg  [✅ 8 × 80 kg]
    anna> 8x85
    anna< Logged: Bench press, set 1: 8 reps × 85 kg…
    anna> [⋯ More]
    anna< Bench press…
    anna> [🏁 Finish the workout]
    anna< Finish here?
      6 sets are still open.  [🏁 Yes, finish] [‹ Back]
    anna> [🏁 Yes, finish]
    anna< 🏁 Upper ends here.
      Mon 23 Nov · 1 min · one set, 680 kg
      One exercise; left out: Barbell row, Face pull, Plank
      1,800 kg less than last time, Mon 23 Nov.
      🏆 Records
      Bench press: heaviest 85 kg (before: 80 kg) · estimated 1RM 107.7 kg (before: 101.3 kg)
  `)
  expect(went).toBe(wrote)
  expect(workouts(world)).toMatchObject([{ state: 'finished' }, { state: 'left' }])
  expect(world.ask('select count(*) as n from set_logs')).toEqual([{ n: 8 }])
})

test('left after set 2 and resumed next morning', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
    — Tuesday 06:10 —
    anna< ⏱ The rest is over.
      Barbell row, set 1 of 2  [✅ 10 × 60 kg]
    anna> /today
    anna< Today, Tue 24 Nov
      ⏳ Upper is under way since Mon 23 Nov 07:30: 2 of 7 sets done.  [▶️ Back into the workout] [🏁 Finish]
    anna> [▶️ Back into the workout]
    anna< 🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 1 of 2 · 10 × 60 kg
      💡 Hinge to a flat back and row the bar to the navel.
      First time.
      ⏱ The rest is over.  [✅ 10 × 60 kg]
    anna> [✅ 10 × 60 kg]
    anna< …
    anna> [✅ 15 reps]
    anna< …
    anna> [✅ 10 × 60 kg]
    anna< …
    anna> [✅ 15 reps]
    anna< …
    anna> [✅ 45 s]
    anna< …
    anna> [🏁 Finish]
    anna< 🎉 Upper is done.
      Mon 23 Nov · 1 min · 7 sets, 2,480 kg
  `)
  expect(went).toBe(wrote)
  expect(workouts(world)).toMatchObject([{ local_date: '2026-11-23', state: 'finished' }])
})

test('a plan replaced in mid-workout changes nothing under the client’s hands', async () => {
  const world = await annaTrains()
  const [anna, dana] = [world.member('anna'), world.member('dana')]
  const begun = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< …
  `)
  expect(begun.went).toBe(begun.wrote)
  const [first] = world.rows<{ id: number }>('workout_plans')
  const newer = await givePlan(world, anna, '# Push\nOverhead press 3x5 @40', { trainer: dana })
  await world.orm.em
    .getConnection()
    .execute('update workout_plans set previous_id = ? where id = ?', [first?.id, newer])
  const { went, wrote } = await world.play(`
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 2: 8 × 80 kg
    anna< 🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 1 of 2 · 10 × 60 kg
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> yes
    anna< 🏁 Upper ends here.…
    anna> [Done]
    anna< Today, Mon 23 Nov
      🏋️ Push
      • Overhead press – 3 × 5 × 40 kg  [▶️ Start: Push]
  `)
  expect(went).toBe(wrote)
  expect(
    world.ask(`select c.actual_reps, s.name from exercise_completions c
      join workout_exercises x on x.id = c.workout_exercise_id join workout_sessions s on s.id = x.workout_session_id`),
  ).toEqual([{ actual_reps: '8,8', name: 'Upper' }])
})

test('finished past midnight it counts for the day it was begun', async () => {
  const world = await annaTrains({ at: '2026-11-23T22:40:00Z', zone: 'Europe/Berlin' })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< Today, Mon 23 Nov…
    anna> [▶️ Start: Upper]
    anna< …
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 80 kg
      ⏱ Rest until 23:42:33
    — Tuesday 00:20 —
    anna< ⏱ The rest is over.…
    anna> [✅ 8 × 80 kg]
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> yes
    anna< 🏁 Upper ends here.
      Mon 23 Nov · 40 min · 2 sets, 1,280 kg
    anna> [Done]
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Next: Lower, Thu 26 Nov.
  `)
  expect(went).toBe(wrote)
  expect(workouts(world)).toMatchObject([
    { local_date: '2026-11-23', finished_at: expect.stringMatching(/^2026-11-23 23:2/) as string },
  ])
})
