import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

async function annaTrains(options: { units?: 'kg' | 'lb' } = {}): Promise<World> {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana, ...options })
  await givePlan(world, anna, upperLower)
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
  `)
  expect(went).toBe(wrote)
  return world
}

const sets = (world: World) =>
  world.ask('select set_number as no, reps, seconds, weight as kg, rpe, source from set_logs order by id')

test('sets are read as people type them, and said out in full', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> 8x82,5 rpe 9
    anna< Logged: Bench press, set 1: 8 reps × 82.5 kg · RPE 9
      🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 82.5 kg · RPE 9
      ⏱ Rest until 07:32:33  [✅ 8 × 82.5 kg]
    anna> 75
    anna< Logged: Bench press, set 2: 8 reps × 75 kg
      🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 1 of 2 · 10 × 60 kg
    anna> 9
    anna< Logged: Barbell row, set 1: 9 reps × 60 kg
      🏋️ Upper · 3 of 4
      A2 Face pull
    anna> 15x20
    anna< Logged: Face pull, set 1: 15 reps × 20 kg
      🏋️ Upper · 2 of 4
      A1 Barbell row
      Set 2 of 2 · 10 × 60 kg
    anna> 60kg x 8
    anna< Logged: Barbell row, set 2: 8 reps × 60 kg
      🏋️ Upper · 3 of 4
    anna> 12
    anna< Logged: Face pull, set 2: 12 reps × 20 kg
      🏋️ Upper · 4 of 4
      Plank
    anna> 1:10
    anna< Logged: Plank, set 1: 70 s
      🏋️ Upper · 4 of 4
      Plank
      Done: one set.
      ✅ 1 · 70 s
      🎉 Everything is done.  [🏁 Finish] [↩️ Undo]
  `)
  expect(went).toBe(wrote)
  expect(sets(world)).toEqual([
    { no: 1, reps: 8, seconds: null, kg: 82.5, rpe: 9, source: 'typed' },
    { no: 2, reps: 8, seconds: null, kg: 75, rpe: null, source: 'typed' },
    { no: 1, reps: 9, seconds: null, kg: 60, rpe: null, source: 'typed' },
    { no: 1, reps: 15, seconds: null, kg: 20, rpe: null, source: 'typed' },
    { no: 2, reps: 8, seconds: null, kg: 60, rpe: null, source: 'typed' },
    { no: 2, reps: 12, seconds: null, kg: 20, rpe: null, source: 'typed' },
    { no: 1, reps: null, seconds: 70, kg: null, rpe: null, source: 'typed' },
  ])
  expect(world.ask('select actual_sets, actual_reps, weight_used from exercise_completions')).toEqual([
    { actual_sets: 2, actual_reps: '8,8', weight_used: 82.5 },
    { actual_sets: 2, actual_reps: '9,8', weight_used: 60 },
    { actual_sets: 2, actual_reps: '15,12', weight_used: 20 },
    { actual_sets: 1, actual_reps: '70s', weight_used: null },
  ])
})

test('several sets at once, and numbers that may have been meant the other way round', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> [›]
    anna< …
    anna> [›]
    anna< 🏋️ Upper · 3 of 4
      A2 Face pull
      Set 1 of 2 · 15
    anna> 16x14; 16x14
    anna< Logged: Face pull, set 1: 16 reps × 14 kg; set 2: 16 reps × 14 kg
      🏋️ Upper · 2 of 4  [🔃 I meant 14 × 16 kg]
    anna> (twice) [🔃 I meant 14 × 16 kg]
    anna< (toast) Corrected: Face pull, set 1: 14 reps × 16 kg; set 2: 14 reps × 16 kg
    anna< (toast) That button is out of date. Here is how things stand now.
    anna< 🏋️ Upper · 2 of 4
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select actual_reps, weight_used from exercise_completions')).toEqual([
    { actual_reps: '14,14', weight_used: 16 },
  ])
  expect(world.ask('select typed_weight, typed_unit from set_logs')).toEqual([
    { typed_weight: '16', typed_unit: 'kg' },
    { typed_weight: '16', typed_unit: 'kg' },
  ])
})

test('a list, sets at once, words about a set: short ways of saying it', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> 8x82,5 left shoulder <hurts>
    anna< Logged: Bench press, set 1: 8 reps × 82.5 kg · 💬 left shoulder <hurts>
      🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 80 kg
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 82.5 kg · 💬 left shoulder <hurts>
      …
    anna> (edits 1 back) 8x80 spotted
    anna< Corrected: Bench press, set 1: 8 reps × 80 kg · 💬 spotted…
    anna> 6,6,5
    anna< Logged: Bench press, set 2: 6 reps × 80 kg; set 3: 6 reps × 80 kg; set 4: 5 reps × 80 kg…
    anna> 2x10x62,5
    anna< Logged: Barbell row, set 1: 10 reps × 62.5 kg; set 2: 10 reps × 62.5 kg…
    anna> can I do 8 of these?
    anna< I could not read that as a set. For instance 8x60, 60kg x 8, 45s.…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select reps, weight, notes from set_logs order by id')).toEqual([
    { reps: 8, weight: 80, notes: 'spotted' },
    { reps: 6, weight: 80, notes: null },
    { reps: 6, weight: 80, notes: null },
    { reps: 5, weight: 80, notes: null },
    { reps: 10, weight: 62.5, notes: null },
    { reps: 10, weight: 62.5, notes: null },
  ])
})

test('a reply to the card corrects, an edited message says anew, a reply to an own message too', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> [✅ 8 × 80 kg]
    anna< (toast) Bench press, set 1: 8 × 80 kg
    anna< …
    anna> 7x80
    anna< Logged: Bench press, set 2: 7 reps × 80 kg…
    anna> (replies to card) 1: 80x6
    anna< Corrected: Bench press, set 1: 6 reps × 80 kg…
    anna> (replies to card) 82.5
    anna< Corrected: Bench press, set 2: 7 reps × 82.5 kg…
    anna> (edits 1 back) 77,5x5
    anna< Corrected: Bench press, set 2: 5 reps × 77.5 kg…
    anna> (replies to 77,5x5) 8x77,5
    anna< Corrected: Bench press, set 2: 8 reps × 77.5 kg…
    anna> rpe 8
    anna< Corrected: Bench press, set 2: 8 reps × 77.5 kg · RPE 8…
    anna> (replies to card) 5: 80x6
    anna< There is no set 5 to correct here.…
    anna> (edits 1 back) 2: 80x4
    anna< Corrected: Bench press, set 2: 4 reps × 80 kg · RPE 8…
  `)
  expect(went).toBe(wrote)
  expect(sets(world)).toMatchObject([
    { no: 1, reps: 6, kg: 80 },
    { no: 2, reps: 4, kg: 80, rpe: 8 },
  ])
  expect(world.ask('select actual_reps, weight_used from exercise_completions')).toEqual([
    { actual_reps: '6,4', weight_used: 80 },
  ])
})

test('an edited message of several sets gains and loses some', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> 8x80; 7x80
    anna< Logged: Bench press, set 1: 8 reps × 80 kg; set 2: 7 reps × 80 kg…
    anna> (edits 1 back) 8x80
    anna< Corrected: Bench press, set 1: 8 reps × 80 kg
      Taken away: Bench press, set 2: 7 reps × 80 kg
      …
    anna> (edits 1 back) what a day
    anna< I could not read the changed message as a set, so what it logged stays as it is.…
    anna> (edits 1 back) 6x80; 6x80; 5x80
    anna< Corrected: Bench press, set 1: 6 reps × 80 kg
      Logged: Bench press, set 2: 6 reps × 80 kg; set 3: 5 reps × 80 kg
      …
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select actual_sets, actual_reps from exercise_completions')).toEqual([
    { actual_sets: 3, actual_reps: '6,6,5' },
  ])
})

test('what cannot be read is said in words, and nothing is logged', async () => {
  const world = await annaTrains()
  const { went, wrote } = await world.play(`
    anna> I feel great
    anna< I could not read that as a set. For instance 8x60, 60kg x 8, 45s.
      🏋️ Upper · 1 of 4
    anna> 8x700
    anna< That is more than anybody lifts or counts, so nothing was logged: at most 200 reps, 600 kg, 2 hours.
      🏋️ Upper · 1 of 4
    anna> -5
    anna< I could not read that as a set.…
    anna> (edits 1 back) still not
    anna> 8x8O
    anna< I could not read that as a set.…
    anna> (edits 1 back) 8x80
    anna< Logged: Bench press, set 1: 8 reps × 80 kg…
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 1.
    anna< …
    anna> (edits 2 back) 5x80
    anna> ${Array.from({ length: 21 }, () => '8x60').join(';')}
    anna< That is too much at once: at most 20 sets, please.
      🏋️ Upper · 1 of 4
    anna> (sends photo)
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(sets(world)).toEqual([])
})

test('pounds are shown as they were typed and kept as kg', async () => {
  const world = await annaTrains({ units: 'lb' })
  const { went, wrote } = await world.play(`
    anna> 8x180
    anna< Logged: Bench press, set 1: 8 reps × 180 lb
      🏋️ Upper · 1 of 4
      Bench press
      Set 2 of 2 · 6–8 × 176.4 lb
      💬 pause on the chest
      💡 Shoulder blades back and down, bar to the lower chest, feet planted.
      First time.
      ✅ 1 · 8 × 180 lb
      ⏱ Rest until 07:32:33  [✅ 8 × 180 lb] [− 5 lb] [+ 5 lb]
    anna> [+ 5 lb]
    anna< 🏋️ Upper · 1 of 4  [✅ 8 × 185 lb]
    anna> 80kg x 5
    anna< Logged: Bench press, set 2: 5 reps × 176.4 lb…
  `)
  expect(went).toBe(wrote)
  expect(world.ask('select weight, typed_weight, typed_unit from set_logs')).toEqual([
    { weight: 81.6466, typed_weight: '180', typed_unit: 'lb' },
    { weight: 80, typed_weight: '80', typed_unit: 'kg' },
  ])
})

test('typed where there was no signal: sets carry the message’s own time, in order', async () => {
  const world = await annaTrains()
  await world.stop()
  const { phone } = world.member('anna')
  phone.write('8x80')
  await world.clock.advance(180_000)
  phone.write('7x80')
  await world.clock.advance(3_600_000)
  await world.start()
  await world.idle()
  expect(world.ask('select reps, performed_at from set_logs order by id')).toEqual([
    { reps: 8, performed_at: '2026-11-23 07:30:02.000000' },
    { reps: 7, performed_at: '2026-11-23 07:33:02.000000' },
  ])
  expect(world.ask('select state from deliveries')).toEqual([{ state: 'stale' }])
  expect(phone.chat().filter(({ text }) => text.includes('The rest is over'))).toEqual([])
})
