import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'
import { lift } from './lifting.ts'

const plans = (world: World) =>
  world.ask('select id, name, start_date, end_date, previous_id from workout_plans order by id')

const assigned = (text: string) => `
    dana> /assign anna
      ${text.split('\n').join('\n      ')}
    dana< …
    dana> [✅ Assign]
    dana< …
    anna< …`

const upper =
  'Upper, 6 weeks from today\nMon Upper\nBench press 3x8 @80 rest 90\nRow 3x8\nThu Lower\nSquat 5x5'

async function coached(
  units: 'kg' | 'lb' = 'kg',
  client: { language?: 'en' | 'he'; units?: 'kg' | 'lb' } = {},
): Promise<World> {
  const world = await makeWorld({ callTimeoutMs: 5000 })
  await world.client('Anna', { trainer: await world.trainer('Dana', { units }), ...client })
  return world
}

test('a new version: what changes is shown and told, what was logged stays with the old one', async () => {
  const world = await coached()
  const before = await world.play(assigned(upper))
  expect(before.went).toBe(before.wrote)
  const logged = lift(world, 'Upper')
  const kept = ['workouts', 'exercise_completions', 'set_logs'].map((table) => world.rows(table))
  const { went, wrote } = await world.play(`
    — 48h later —
    dana> /clients anna
    dana< …
    dana> [✏️ Edit the training plan]
    dana< Upper · Anna
      Copy the text, change it, and send it back whole.
      Plan: Upper, from 2026-11-23 until 2027-01-03
      Mon Upper
      Bench press 3x8 @80kg rest 90s
      Barbell row 3x8
      Thu Lower
      Back squat 5x5  [‹ Back] [Cancel]
    — crash —
    dana> Plan: Upper, from 2026-11-23 until 2027-01-03
      Mon Upper
      Bench press 4x6 @82,5 rest 90s // slow
      Dip 3x8
      Fri Lower
      Back squat 5x5
      Sat Run
      Run 5 km
    dana< Upper · Anna
      What changes:
      Mon · Upper
      ✏️ Bench press: 3 × 8 · 80 kg · rest 90 s → 4 × 6 · 82.5 kg · rest 90 s · 💬 slow
      ➕ Dip – 3 × 8
      ➖ Barbell row
      ✏️ Thu · Lower → Fri · Lower
      ➕ New day: Sat · Run
      • Run → Running – 1 × 5 km  [✅ Save] [Cancel]
    — crash —
    dana> (twice) [✅ Save]
    dana< (toast) ✅ Saved. Anna goes on with the new version.
    dana< (toast) That button is out of date.…
    dana< Anna
      ▶️ Upper · Wed 25 Nov – Sun 3 Jan 2027…
    anna< ✏️ Dana changed your plan Upper:
      Mon · Upper
      ✏️ Bench press: 3 × 8 · 80 kg · rest 90 s → 4 × 6 · 82.5 kg · rest 90 s · 💬 slow
      ➕ Dip – 3 × 8
      ➖ Barbell row
      ✏️ Thu · Lower → Fri · Lower
      ➕ New day: Sat · Run  [🏋️ Today]
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([
    { id: 1, name: 'Upper', start_date: '2026-11-23', end_date: '2026-11-24', previous_id: null },
    { id: 2, name: 'Upper', start_date: '2026-11-25', end_date: '2027-01-03', previous_id: 1 },
  ])
  expect(['workouts', 'exercise_completions', 'set_logs'].map((table) => world.rows(table))).toEqual(kept)
  expect(world.rows('set_logs')).toMatchObject([{ id: logged.set, reps: 8, weight: 80 }])
  expect(
    world.ask('select workout_exercise_id from exercise_completions where id = ?', logged.completion),
  ).toEqual([{ workout_exercise_id: 1 }])
})

test('versions follow one another: unlogged ones give way, one logged today ends today', async () => {
  const world = await coached()
  const edit = (text: string) => `
    dana> /clients anna
    dana< …
    dana> [✏️ Edit the training plan]
    dana< …
    dana> ${text.split('\n').join('\n      ')}
    dana< …
    dana> [✅ Save]
    dana< …
    anna< …`
  const one = await world.play(
    assigned('Base\nMon Upper\nSquat 5x5') + edit('Plan: Base\nMon Upper\nSquat 5x6'),
  )
  expect(one.went).toBe(one.wrote)
  // Nothing was logged under the first.
  expect(plans(world)).toEqual([
    { id: 2, name: 'Base', start_date: '2026-11-23', end_date: null, previous_id: null },
  ])
  lift(world, 'Base')
  const two = await world.play(edit('Plan: Base\nMon Upper\nSquat 5x7'))
  expect(two.went).toBe(two.wrote)
  expect(plans(world)).toEqual([
    { id: 2, name: 'Base', start_date: '2026-11-23', end_date: '2026-11-23', previous_id: null },
    { id: 3, name: 'Base', start_date: '2026-11-23', end_date: null, previous_id: 2 },
  ])
  const three = await world.play(edit('Plan: Base\nMon Upper\nSquat 5x8'))
  expect(three.went).toBe(three.wrote)
  // The third version was never trained by; the chain holds without it.
  expect(plans(world)).toEqual([
    { id: 2, name: 'Base', start_date: '2026-11-23', end_date: '2026-11-23', previous_id: null },
    { id: 4, name: 'Base', start_date: '2026-11-23', end_date: null, previous_id: 2 },
  ])
  const card = await world.play(`
    dana> /clients anna
    dana< Anna
      ▶️ Base · since Mon 23 Nov
      Workouts, 4 weeks: 1 of 1 planned
      …  [📋 Base] [✏️ Edit the training plan]
  `)
  expect(card.went).toBe(card.wrote)
})

test('a version may begin later: the old one goes on until then', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`${assigned('Base\nMon Upper\nSquat 5x5')}
    — 24h later —
    dana> /clients anna
    dana< …
    dana> [📋 Base]
    dana< …
    dana> [✏️ Edit the training plan]
    dana< …
    dana> Plan: Base 2, from 1.12.2026, 4 weeks
      Mon Upper
      Squat 5x5
    dana< Base 2 · Anna
      What changes:
      ✏️ The plan is called Base 2
      📅 From Tue 1 Dec to Mon 28 Dec  [✅ Save]
    dana> [✅ Save]
    dana< (toast) ✅ Saved. Anna goes on with the new version.
    dana< Anna
      ▶️ Base · Mon 23 Nov – Mon 30 Nov
      ⏭ Base 2 · Tue 1 Dec – Mon 28 Dec…
    anna< ✏️ Dana changed your plan Base 2:
      ✏️ The plan is called Base 2
      📅 From Tue 1 Dec to Mon 28 Dec  [🏋️ Today]
    dana> [📋 Base 2]
    dana< …
    dana> [✏️ Edit the training plan]
    dana< Base 2 · Anna
      Copy the text, change it, and send it back whole.
      Plan: Base 2, from 2026-12-01 until 2026-12-28
      Mon Upper
      Back squat 5x5…
    dana> Mon Upper
      Squat 3x3
    dana< Base 2 · Anna
      What changes:
      Mon · Upper
      ✏️ Squat → Back squat: 5 × 5 → 3 × 3…
    dana> [✅ Save]
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toEqual([
    { id: 1, name: 'Base', start_date: '2026-11-23', end_date: '2026-11-30', previous_id: null },
    { id: 3, name: 'Base 2', start_date: '2026-12-01', end_date: '2026-12-28', previous_id: 1 },
  ])
})

test('no difference: said so, and nothing is stored', async () => {
  const world = await coached('lb')
  const { went, wrote } =
    await world.play(`${assigned('Base\nMon Upper\nSquat 5x5 @180\nA1 Dip 3x8\nA2 Row 12-10-8 RPE 8')}
    dana> /clients anna
    dana< …
    dana> [✏️ Edit the training plan]
    dana< Base · Anna
      Copy the text, change it, and send it back whole.
      Plan: Base, from 2026-11-23
      Mon Upper
      Back squat 5x5 @180lb
      A1 Dip 3x8
      A2 Barbell row 3x12,10,8 RPE 8…
    dana> Plan: Base, from 2026-11-23
      Mon Upper
      Squat 5x5 180
      A1 Dip 3x8
      A2 Row 12-10-8 RPE 8
    dana< The text says what the plan says already, so nothing was stored.
      Anna
      ▶️ Base · since Mon 23 Nov…
    dana> [✏️ Edit the training plan]
    dana< …
    dana> [‹ Back]
    dana< Anna…
  `)
  expect(went).toBe(wrote)
  expect(plans(world)).toMatchObject([{ id: 1, previous_id: null }])
  expect(world.rows('deliveries', "kind = 'planChanged'")).toEqual([])
})

test('unknown names and problems are asked about as for a new plan; a client reads their own language and unit', async () => {
  const world = await coached('lb', { language: 'he', units: 'kg' })
  const { went, wrote } = await world.play(`${assigned('Base\nMon Upper\nSquat 5x5 @180')}
    dana> /clients anna
    dana< …
    dana> [✏️ Edit the training plan]
    dana< …
    dana> Mon Upper
      Squat 5x5 @200
      Zorbo 3x8
      Row 3x12-8
    dana< Base · Anna
      What changes:
      Mon · Upper
      ✏️ Squat → Back squat: 5 × 5 · 180 lb → 5 × 5 · 200 lb
      ➕ ❓ Zorbo – 3 × 8
      ⚠️ One place I could not read
      Line 4, column 5: 3x12-8
      The range is upside down: the lower number goes first.…  [❓ One exercise I do not know]
    dana> [❓ One exercise I do not know]
    dana< Which exercise is “Zorbo”?…
    dana> dips
    dana< “Zorbo” is Dip.
      Base · Anna…  [✅ Save without that line]
    — crash —
    dana> (edits 2 back) Mon Upper
      Squat 5x5 @200
      Zorbo 3x8
      Row 3x8-12
    dana< Base · Anna
      What changes:
      Mon · Upper
      ✏️ Squat → Back squat: 5 × 5 · 180 lb → 5 × 5 · 200 lb
      ➕ Zorbo → Dip – 3 × 8
      ➕ Row → Barbell row – 3 × 8–12  [✅ Save]
    dana> [✅ Save]
    dana< (toast) ✅ Saved. Anna goes on with the new version.
    dana< …
    anna< ✏️ שינויים בתוכנית Base מאת Dana:
      יום ב׳ · Upper
      ✏️ סקוואט: 5 × 5 · 81.6 ק״ג ← 5 × 5 · 90.7 ק״ג
      ➕ מקבילים – 3 × 8
      ➕ חתירה במוט – 3 × 8–12  [🏋️ היום]
  `)
  expect(went).toBe(wrote)
})

test('a long plan comes as a file, and a changed file comes back', async () => {
  const world = await coached()
  const days = Array.from(
    { length: 60 },
    (_, n) => `Day ${n + 1}\nSquat ${(n % 9) + 1}x5 @${n + 60}\nRow 3x8 rest 2:30\nDip 3x8`,
  )
  const { phone } = world.member('dana')
  const assign = await world.play(`
    dana> /assign anna
    dana< …
  `)
  expect(assign.went).toBe(assign.wrote)
  phone.write(['Long', ...days].join('\n'))
  await world.idle()
  const { went, wrote } = await world.play(`
    dana> [✅ Assign]
    dana< …
    anna< …
    dana> [✏️ Edit the training plan]
    dana< Long · Anna
      The text is in the file beside this. Change it, and send it back whole, as text or as a file.  [‹ Back] [Cancel]
    dana< (plan.txt) The plan as text
    — crash —
    dana> (sends file plan.txt) Plan: Long
      Day 1
      Squat 1x5 @60
      Row 3x8 rest 2:30
    dana< Long · Anna
      What changes:
      Day 1
      ➖ Dip
      ➖ No more: Day 2…  [✅ Save]
    dana> [✅ Save]
    dana< …
    anna< ✏️ Dana changed your plan Long:
      Day 1
      ➖ Dip
      …
      … and 48 more changes  [🏋️ Today]
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workout_exercises')).toHaveLength(2)
})

test('a plan that ended or changed meanwhile is not edited', async () => {
  const world = await coached()
  await world.play(assigned('Base\nMon Upper\nSquat 5x5'))
  const { went, wrote } = await world.play(`
    dana> /clients anna
    dana< …
    dana> [✏️ Edit the training plan]
    dana< …
    — 24h later —
  `)
  expect(went).toBe(wrote)
  const old = world.member('dana').phone.chat()
  await world.play(`
    dana> Mon Upper
      Squat 5x6
    dana< …
    dana> [✅ Save]
    dana< …
    anna< …
  `)
  // The button of the old card names a plan that is no more.
  const stale = old.findLast(({ from, buttons }) => from === 'bot' && buttons.length > 0)
  expect(stale).toBeDefined()
  const { phone } = world.member('dana')
  expect((await phone.tapRaw('pick:clients.one:e1', phone.last().id).answered()).text).toBe(
    'That is not there (any more).',
  )
  await world.idle()
  expect(plans(world)).toMatchObject([{ id: 2 }])
})
