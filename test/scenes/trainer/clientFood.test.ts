import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { makeWorld } from '../../support/world.ts'

test('the coach reads what a client ate, day by day', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  const { went, wrote } = await world.play(`
    anna> /meals
    anna< …
    anna> [◻ Breakfast]
    anna< …
    anna> [⏭ Skip]
    anna< (toast) Breakfast: skipped.
    anna< …
    anna> not hungry
    anna< …
    anna> /meals pizza 600 kcal
    anna< …
    anna> [➕ None of them]
    anna< …
    dana> /clients Anna
    dana< …
    dana> [🍽 Meals]
    dana< Anna
      🍽 Meals, Mon 23 Nov
      📋 Cutting
      ⏭ 08:00 Breakfast
      not hungry
      ◻ 13:00 Lunch · at least 248 kcal
      150g chicken breast, salad
      Besides:
      ✅ pizza · 600 kcal
      Eaten: 600 of 2,100 kcal
      Protein, carbs and fat: unknown  [Sun 22 Nov] [‹ Back]
    dana> [Sun 22 Nov]
    dana< Anna
      🍽 Meals, Sun 22 Nov…
    dana> [Mon 23 Nov]
    dana< Anna
      🍽 Meals, Mon 23 Nov…
  `)
  expect(went).toBe(wrote)
})

test('other people’s clients are not there', async () => {
  const world = await makeWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  await world.trainer('Gil')
  const { went, wrote } = await world.play(`
    dana> /clients Anna
    dana< …
    dana> [🍽 Meals]
    dana< Anna…
  `)
  expect(went).toBe(wrote)
  await world.orm.em.getConnection().execute(`update users set trainer_id = null where username = 'anna'`)
  const parted = await world.play(`
    dana> [Sun 22 Nov]
    dana< (alert) That is not there (any more).
    dana< …
  `)
  expect(parted.went).toBe(parted.wrote)
})
