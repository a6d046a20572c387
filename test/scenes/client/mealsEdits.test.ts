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
