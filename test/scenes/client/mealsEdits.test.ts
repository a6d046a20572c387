import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function goes(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const eaten = (world: World) =>
  world.ask(`select status, as_planned as planned, description as said, calories as kcal, reason
    from eaten_meals order by id`)

async function annaCuts(at = '2026-11-23T13:05:00Z') {
  const world = await makeWorld({ at })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  return { world, anna }
}

/** Anna wrote a pizza for her lunch. */
const pizza = `
  anna> /meals
  anna< …
  anna> [◻ Lunch]
  anna< …
  anna> Pizza 700 kcal
  anna< Noted: Pizza 700 kcal…
`

test('an edit to “as planned” after the plan was rewritten changes nothing, and says so', async () => {
  const { world, anna } = await annaCuts()
  await goes(world, pizza)
  giveDay(world, anna, '2026-11-23', [{ name: 'Brunch', parts: [] }])
  await goes(
    world,
    `
    anna> (edits 1 back) as planned
    anna< The plan of that day has this meal no more, so the meal stays as it was…
  `,
  )
  expect(eaten(world)).toMatchObject([{ status: 'eaten', planned: 0, said: 'Pizza 700 kcal', kcal: 700 }])
})

test('an edit to “as planned” takes the meal of the plan as it is now, by its name', async () => {
  const { world, anna } = await annaCuts()
  await goes(world, pizza)
  giveDay(world, anna, '2026-11-23', [
    { name: 'lunch', parts: [{ type: 'protein', description: 'tofu', calories: 150 }] },
  ])
  await goes(
    world,
    `
    anna> (edits 1 back) as planned
    anna< Corrected: as planned…
  `,
  )
  expect(eaten(world)).toMatchObject([{ status: 'eaten', planned: 1, said: null, kcal: 150 }])
})

test('a long reason of a skip is cut after a word, wherever it was said', async () => {
  const { world } = await annaCuts()
  const long = 'nobody at home and nothing in the fridge '.repeat(40).trim()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> skipped, ${long}
    anna< Lunch: skipped…
    anna> [‹ The day]
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [⏭ Skip]
    anna< …
    anna> ${long}
    anna< The reason is noted…
  `,
  )
  const reasons = world.ask('select reason, length(reason) as length from eaten_meals')
  expect(reasons).toHaveLength(2)
  for (const { reason, length } of reasons) {
    expect(reason).toMatch(/^nobody at home .* (nobody|at|home|and|nothing|in|the|fridge)…$/)
    expect(length).toBeGreaterThan(480)
    expect(length).toBeLessThanOrEqual(500)
  }
})

test('an edit means what a first message would: skipped, as planned, food; never a food called “skipped”', async () => {
  const { world } = await annaCuts()
  await goes(world, pizza)
  await goes(
    world,
    `
    anna> (edits 1 back) skipped, no time
    anna< Corrected: skipped, no time
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: no time…
    anna> (edits 1 back) skipped
    anna< Corrected: skipped
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped.…
    anna> (edits 1 back) pasta 600 kcal
    anna< Corrected: pasta 600 kcal
      🍽 Lunch · 13:00
      💬 salad first
      ≠ Something else was eaten: pasta…
    anna> (edits 1 back) as planned
    anna< Corrected: as planned
      🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.…
    anna> (edits 1 back) 82.4 kg
    anna< I could not read the changed message as food, so the meal stays as it was…
    anna> (edits 1 back) done
    anna< Corrected: done…
    anna> (edits 1 back) can I have pizza instead?
    anna< I could not read the changed message as food, so the meal stays as it was…
  `,
  )
  expect(eaten(world)).toEqual([{ status: 'eaten', planned: 1, said: null, kcal: 248, reason: null }])
  expect(world.ask('select marked_ok from meal_uploads')).toEqual([{ marked_ok: 1 }])
})

test('an edit of the answer to “why” is a reason again, or that it was eaten after all', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> skipped
    anna< …
    anna> skipped, not hungry
    anna< The reason is noted.
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: not hungry…
    anna> (edits 1 back) pizza made me ill
    anna< Corrected: pizza made me ill
      🍽 Lunch · 13:00
      💬 salad first
      ⏭ Skipped: pizza made me ill…
    anna> (edits 1 back) as planned
    anna< Corrected: as planned
      🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.…
    anna> [↩️ Undo]
    anna< …
    anna> [⏭ Skip]
    anna< …
    anna> as planned
    anna< Lunch: noted.
      🍽 Lunch · 13:00
      💬 salad first
      ✅ Eaten as planned.…
  `,
  )
})

test('outside any plan nothing is skipped or as planned; a meal with photos was not skipped', async () => {
  const { world } = await annaCuts()
  await goes(
    world,
    `
    anna> snack: brownie 300 kcal
    anna< Which meal was it?…
    anna> [➕ None of them]
    anna< Noted: brownie 300 kcal…
    anna> (edits 1 back) skipped
    anna< I could not read the changed message as food, so the meal stays as it was…
    anna> (edits 1 back) brownie 310 kcal
    anna< Corrected: brownie 310 kcal…
    anna> (edits 1 back) as planned
    anna< I could not read the changed message as food, so the meal stays as it was…
    anna> /meals
    anna< …
    anna> [➕ Something else]
    anna< …
    anna> skipped
    anna< I could not read that as food, so nothing was noted…
    anna> [‹ Back]
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> pizza 700 kcal
    anna< …
    anna> (sends photo)
    anna< …
    anna> (edits 2 back) skipped
    anna< There are photos of this meal, so it cannot have been skipped: it stays as it was…
  `,
  )
  expect(eaten(world)).toMatchObject([
    { said: 'brownie 310 kcal', kcal: 310 },
    { status: 'eaten', said: 'pizza 700 kcal', kcal: 700 },
  ])
})

test('an edit reaches as far back as everything else does: a week', async () => {
  const { world } = await annaCuts()
  await goes(world, pizza)
  await goes(
    world,
    `
    — Monday 13:05 —
    anna> (edits 1 back) Pizza 800 kcal
    anna< Corrected: Pizza 800 kcal…
    — Tuesday 13:05 —
    anna> (edits 1 back) Pizza 900 kcal
    anna< Meals can be logged for today and the 7 days before it…
    anna> (edits 1 back) as planned
    anna> (edits 1 back) skipped
  `,
  )
  expect(eaten(world)).toMatchObject([{ status: 'eaten', planned: 0, kcal: 800 }])
})
