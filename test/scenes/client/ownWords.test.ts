import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

/** Anna has logged one set of the bench press, rated it and noted something. */
async function annaHurts(): Promise<World> {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  await givePlan(world, await world.client('Anna', { trainer: dana }), upperLower)
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
    anna> 8x80
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [4]
    anna< …
    anna> [📝 Note]
    anna< …
    anna> my knee hurts
    anna< Noted.…
  `)
  expect(went).toBe(wrote)
  return world
}

const sums = (world: World) =>
  world.ask('select actual_reps, notes, difficulty_rating as rating from exercise_completions order by id')
const kept = (world: World) =>
  world.ask('select comment, difficulty_rating as rating from workout_items where position = 0')

const nothing = [{ comment: null, rating: null }]
const words = [{ comment: 'my knee hurts', rating: 4 }]

test('what was said of an exercise outlives the undoing of its only set, and is there again with the next one', async () => {
  const world = await annaHurts()
  const undone = await world.play(`
    anna> [↩️ Undo]
    anna< (toast) Taken back: Bench press, set 1.
    anna< 🏋️ Upper · 1 of 4
      Bench press
      Set 1 of 2 · 6–8 × 80 kg
    anna> [⋯ More]
    anna< Bench press
      💬 my knee hurts
      Difficulty: 4 of 5  [➕ Exercise] [🏁 Finish the workout] [‹ Back]
  `)
  expect(undone.went).toBe(undone.wrote)
  // Other programs take a sum for an exercise that was done.
  expect(sums(world)).toEqual([])
  expect(kept(world)).toEqual(words)
  const again = await world.play(`
    anna> [‹ Back]
    anna< …
    — crash —
    anna> [✅ 8 × 80 kg]
    anna< …
  `)
  expect(again.went).toBe(again.wrote)
  expect(sums(world)).toEqual([{ actual_reps: '8', notes: 'my knee hurts', rating: 4 }])
  expect(kept(world)).toEqual(nothing)
})

test('taken away in the list of sets, or done otherwise: the words stay; the trainer reads them in any case', async () => {
  const world = await annaHurts()
  const { went, wrote } = await world.play(`
    anna> [⋯ More]
    anna< …
    anna> [✏️ Edit sets]
    anna< …
    anna> [✅ 1 · 8 × 80 kg]
    anna< …
    anna> [🗑 Take it away]
    anna< …
    anna> [‹ Back]
    anna< …
    anna> [›]
    anna< …
    anna> 10x60
    anna< …
    anna> [⋯ More]
    anna< …
    anna> [🏁 Finish the workout]
    anna< …
    anna> yes
    anna< 🏁 Upper ends here.
      …
      One exercise; left out: Bench press, Face pull, Plank
  `)
  expect(went).toBe(wrote)
  expect(kept(world)).toEqual(words)
  expect(sums(world)).toMatchObject([{ actual_reps: '10', notes: null, rating: null }])
  const read = await world.play(`
    dana> /clients
    dana< …
    dana> [Anna]
    dana< …
    dana> [📖 History]
    dana< …
  `)
  expect(read.went).toBe(read.wrote)
  const { phone } = world.member('dana')
  phone.tap(phone.last().buttons[0]?.[0]?.label ?? '')
  await world.settle()
  expect(phone.last().text).toMatch(/Bench press[^•]*not done[^•]*my knee hurts/iu)
})

test('another exercise instead: the words go along, the rating was of the other lift', async () => {
  const world = await annaHurts()
  const { went, wrote } = await world.play(`
    anna> [↩️ Undo]
    anna< …
    anna> [🔀 Swap]
    anna< …
    anna> goblet squat
    anna< …
    anna> 8x20
    anna< …
  `)
  expect(went).toBe(wrote)
  expect(sums(world)).toEqual([{ actual_reps: '8', notes: 'my knee hurts', rating: null }])
})
