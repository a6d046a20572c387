import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { makeWorld } from '../../support/world.ts'

test('foods that were taken back are not offered once more', async () => {
  const world = await makeWorld({ at: '2026-11-23T13:05:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  const { went, wrote } = await world.play(`
    anna> /meals
    anna< …
    anna> [◻ Lunch]
    anna< …
    anna> pizza 600 kcal
    anna< …
    anna> [↩️ Undo]
    anna< …
    anna> (sends photo)
    anna< …
    anna> burger 800 kcal
    anna< …
    anna> [↩️ Undo]
    anna< …
    anna> [≠ Something else]
    anna< What did you eat instead of Lunch?
      Write it, with numbers if you have them: 2 slices of pizza 600 kcal P25 C70 F22. A food on each line.  [‹ Back]
    anna> salad 200 kcal
    anna< …
    anna> [≠ Something else]
    anna< …
    anna> soup 100 kcal
    anna< …
    anna> [Yes, note it]
    anna< …
    anna> [≠ Something else]
    anna< What did you eat instead of Lunch?
      Write it, with numbers if you have them: 2 slices of pizza 600 kcal P25 C70 F22. A food on each line.
      Or once more:  [soup · 100 kcal] [‹ Back]
  `)
  expect(went).toBe(wrote)
})
