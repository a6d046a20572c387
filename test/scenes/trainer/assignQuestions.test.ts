import { expect, test } from 'vitest'
import { type World, makeWorld } from '../../support/world.ts'

async function coached(units: 'kg' | 'lb' = 'kg'): Promise<World> {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana', { units }) })
  await world.play(`
    dana> /assign
    dana< …
  `)
  return world
}

const names = (world: World) =>
  world.ask(
    'select e.name, x.sets from workout_exercises x join exercises e on e.id = x.exercise_id order by x.id',
  )

test('unknown names: one of the closest, one’s own, left out, another name; equal names are asked once', async () => {
  const world = await coached()
  const dana = world.member('dana')
  const { went, wrote } = await world.play(`
    dana> Mon Upper
      Bench pres 3x8
      Zorbo lift 3x10
      Wobbly Arnold 3x11
      Strange thing 2x12
      My curl thing 3x13
      Thu Lower
      Zorbo lifts 4x10
    dana< Upper / Lower · for Anna
      From today, Mon 23 Nov
      Mon · Upper
      • Bench pres → Bench press – 3 × 8
      • ❓ Zorbo lift – 3 × 10
      • ❓ Wobbly Arnold – 3 × 11
      • ❓ Strange thing – 2 × 12
      • ❓ My curl thing – 3 × 13
      Thu · Lower
      • ❓ Zorbo lifts – 4 × 10  [❓ 4 exercises I do not know] [Start on Mon 30 Nov instead] [Cancel]
    — crash —
    dana> [❓ 4 exercises I do not know]
    dana< Which exercise is “Zorbo lift”?
      It stands in the plan 2 times.
      …
      Tap, or send another name.
      Then 3 more to clear up.  [➕ Add “Zorbo lift” as mine] [Leave it out] [‹ Back]
    dana> (twice) [➕ Add “Zorbo lift” as mine]
    dana< (toast) That button is out of date.…
    dana< Which muscles does “Zorbo lift” train?  [Chest] [Full body] [Other] [‹ Back]
    — crash —
    dana> [‹ Back]
    dana< Which exercise is “Zorbo lift”?…
    dana> [➕ Add “Zorbo lift” as mine]
    dana< Which muscles does “Zorbo lift” train?…
    dana> (twice) [Full body]
    dana< (toast) “Zorbo lift” is among your exercises now.
    dana< (toast) That button is out of date.…
    dana< Which exercise is “Wobbly Arnold”?
      …  [Arnold press] [➕ Add “Wobbly Arnold” as mine] [Leave it out]
    — crash —
    dana> (twice) [Arnold press]
    dana< (toast) That button is out of date.…
    dana< Which exercise is “Strange thing”?
      …
      Then one more to clear up.
    dana> (twice) [Leave it out]
    dana< (toast) That button is out of date.…
    dana< Which exercise is “My curl thing”?…  [Leave it out] [‹ Back]
    dana> quux
    dana< Which exercise is “My curl thing”?
      I know nothing like “quux”.
      Tap, or send another name.  [➕ Add “quux” as mine] [Leave it out] [‹ Back]
    — crash —
    dana> [‹ Back]
    dana< Upper / Lower · for Anna
      From today, Mon 23 Nov
      Mon · Upper
      • Bench pres → Bench press – 3 × 8
      • Zorbo lift – 3 × 10
      • Wobbly Arnold → Arnold press – 3 × 11
      • Strange thing (left out) – 2 × 12
      • ❓ My curl thing – 3 × 13
      Thu · Lower
      • Zorbo lifts → Zorbo lift – 4 × 10  [❓ One exercise I do not know]
    dana> [❓ One exercise I do not know]
    dana< …
    dana> hammer curl
    dana< “My curl thing” is Hammer curl.
      Upper / Lower · for Anna…  [✅ Assign]
    dana> [✅ Assign]
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(names(world)).toEqual([
    { name: 'Bench press', sets: 3 },
    { name: 'Zorbo lift', sets: 3 },
    { name: 'Arnold press', sets: 3 },
    { name: 'Hammer curl', sets: 3 },
    { name: 'Zorbo lift', sets: 4 },
  ])
  expect(world.rows('exercises', 'created_by is not null')).toMatchObject([
    { name: 'Zorbo lift', muscle_group: 'full_body', created_by: dana.userId },
  ])
})

test('while a name is asked about, the text can be edited or sent anew', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Zorbo 3x10
      Squat 3x5
    dana< …
    dana> [❓ One exercise I do not know]
    dana< Which exercise is “Zorbo”?…
    dana> (edits 1 back) Bench 3x10
      Squat 3x5
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Bench → Bench press – 3 × 10…  [✅ Assign]
    dana> Mystery 3x10
      Squat 3x5
    dana< Training plan · for Anna…
    dana> [❓ One exercise I do not know]
    dana< Which exercise is “Mystery”?…
    dana> Row 3x10
      Squat 3x5
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Row → Barbell row – 3 × 10…  [✅ Assign]
    dana> Mystery 3x10
    dana< …
    dana> [❓ One exercise I do not know]
    dana< …
    dana> [Leave it out]
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      ⚠️ Nothing is left of the plan.
      • Mystery (left out) – 3 × 10  [Start on Mon 30 Nov instead] [Cancel]
  `)
  expect(went).toBe(wrote)
})

test('an order of numbers that stays open is asked once, with the readings of that very line', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Squat 3x10x12
      Bench press 4x10x12
    dana< Which number is which?
      Squat 3x10x12
      I ask once for the whole plan.  [3 × 10 · 12 kg] [3 × 12 · 10 kg] [12 × 10 · 3 kg] [Cancel]
    — crash —
    dana> (twice) [3 × 12 · 10 kg]
    dana< (toast) That button is out of date.…
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Squat → Back squat – 3 × 12 · 10 kg
      • Bench press – 4 × 12 · 10 kg  [✅ Assign]
    dana> (edits 1 back) Squat 3x10x12
      Bench press 4x10x100
    dana< Training plan · for Anna
      From today, Mon 23 Nov
      • Squat → Back squat – 3 × 10 · 12 kg
      • Bench press – 4 × 10 · 100 kg  [✅ Assign]
  `)
  expect(went).toBe(wrote)
})

test('every place that was not understood has its line, its column and its reason; without them only when said', async () => {
  const world = await coached('lb')
  const { went, wrote } = await world.play(`
    dana> Strength, from 31.2.2027 until 1.3.2027
      Mon Upper
        • Squat 3x12-8
      Row 2x3155
      Abs
      Press 0x8
      Curl 3x8 900kg
      Dips 3x8 rest 90min
      Pull-up 12-10-8 4 sets
      Bench press 3x8 @180
      Thu Lower
      ${'y'.repeat(1001)}
    dana< Strength · for Anna
      From today, Mon 23 Nov, to Mon 1 Mar 2027
      Mon · Upper
      • Bench press – 3 × 8 · 180 lb
      ⚠️ 10 places I could not read
      Line 1, column 1: Strength, from 31.2.2027 until 1.3.2027
      There is no such date.
      Line 3, column 11: 3x12-8
      The range is upside down: the lower number goes first.
      Line 4, column 5: 2x3155
      That cannot be the number of reps: 1 to 200, or two hours.
      Line 5, column 1: Abs
      Sets and reps are missing, such as 3x8.
      Line 6, column 7: 0x8
      That cannot be the number of sets: 1 to 20.
      Line 7, column 10: 900kg
      That cannot be the load: at most 600 kg.
      Line 8, column 10: rest 90min
      That cannot be the rest: at most an hour.
      Line 9, column 9: 12-10-8
      There are not as many numbers in the list as sets.
      Line 11, column 1: Thu Lower
      There is no exercise in this day.
      Line 12, column 1: ${'y'.repeat(40)}
      This line is too long: at most 1,000 characters.
      To correct it, edit your message or send the text again.  [✅ Assign without those 10 lines]
    — crash —
    dana> [✅ Assign without those 10 lines]
    dana< (toast) ✅ Strength is with Anna now.
    dana< …
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(world.rows('workout_exercises')).toMatchObject([{ sets: 3, reps: '8', weight: 81.6466 }])
})

test('dates that are over, or upside down, stop a plan', async () => {
  const world = await coached()
  const { went, wrote } = await world.play(`
    dana> Old, from 1.10.2026 until 1.11.2026
      Mon Upper
      Squat 3x8
    dana< Old · for Anna
      From Thu 1 Oct to Sun 1 Nov
      ⚠️ These dates are over. Please change them.
      Mon · Upper
      • Squat → Back squat – 3 × 8  [Cancel]
    dana> (edits 1 back) Odd, from 1.3.2027 until 1.2.2027
      Mon Upper
      Squat 3x8
    dana< Odd · for Anna
      From Mon 1 Mar 2027 to Mon 1 Feb 2027
      ⚠️ The plan would end before it starts. Please change the dates.
      Mon · Upper
      • Squat → Back squat – 3 × 8
      ⚠️ One place I could not read
      Line 1, column 1: Odd, from 1.3.2027 until 1.2.2027
      The end is before the start.…  [Cancel]
  `)
  expect(went).toBe(wrote)
  await world
    .member('dana')
    .phone.tapRaw('pick:assign.preview:anyway', world.member('dana').phone.last().id)
    .answered()
  await world.idle()
  expect(world.rows('workout_plans')).toEqual([])
})
