import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { type World, makeWorld } from '../../support/world.ts'

const eaten = (world: World) =>
  world.ask(`select local_date as day, status, as_planned as planned, description as said, calories as kcal,
    unknown_parts as unknown, reason, source from eaten_meals order by id`)
const uploads = (world: World) =>
  world.ask(`select u.marked_ok as ok, e.name, u.eaten_meal_id is not null as ours from meal_uploads u
    left join meal_entries e on e.id = u.meal_entry_id order by u.id`)

test('a whole day with a dated plan: alternatives, optional parts, something else, skipped', async () => {
  const world = await makeWorld({ at: '2026-11-23T07:50:00Z' })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  const { went, wrote } = await world.play(`
    anna> /meals
    anna< xx
    anna> [◻ Breakfast]
    anna< xx
    anna> [○ 2 slices rye bread]
    anna< xx
    anna> [☐ 1 apple]
    anna< xx
    anna> [✅ Ate as planned]
    anna< xx
    anna> [▶️ Next: Lunch]
    anna< xx
    anna> Pizza 700 kcal P30 C80 F25
    anna< xx
    anna> [‹ The day]
    anna< xx
    anna> [‹ Today]
    anna< xx
    anna> [🍽 Meals]
    anna< xx
    anna> [➕ Something else]
    anna< xx
    anna> Snack: ice cream
    anna< xx
    anna> [‹ The day]
    anna< xx
    anna> [≠ Lunch]
    anna< xx
    anna> [↩️ Undo]
    anna< xx
    anna> [⏭ Skip]
    anna< xx
    anna> [No time]
    anna< xx
  `)
  expect(went).toBe(wrote)
  expect(eaten(world)).toEqual([])
  expect(uploads(world)).toEqual([])
})
