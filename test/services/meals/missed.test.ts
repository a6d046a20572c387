import { expect, test } from 'vitest'
import { addDays } from '../../../src/domain/localTime.ts'
import { foodDayOf } from '../../../src/services/meals/day.ts'
import { missedMeals } from '../../../src/services/meals/missed.ts'
import { inUnit } from '../../../src/services/unit.ts'
import { cuttingDay, giveDay, giveWeek, put } from '../../support/meals.ts'
import { type Member, type World, makeWorld } from '../../support/world.ts'

const zone = 'Asia/Tokyo'
const days = { from: '2026-11-16', until: '2026-11-22' }

/** What each day's card calls open, day by day. */
async function openOnCards(world: World, { userId = 0 }: Member): Promise<number> {
  let open = 0
  for (let date = days.from; date <= days.until; date = addDays(date, 1)) {
    const { meals } = await inUnit(world.orm, 'test.day', ({ sql }) =>
      foodDayOf(sql, { userId, timeZone: zone }, date),
    )
    open += meals.filter(({ eaten }) => eaten === undefined).length
  }
  return open
}

test('meals missed in a week are those that the days themselves call open, whoever wrote what was eaten', async () => {
  const world = await makeWorld({ zone })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const ben = await world.client('Ben', { trainer: dana })
  await world.client('Cy', { trainer: dana })
  const weekly = [
    { meal: { time_of_day: '08:00' } },
    { meal: { time_of_day: '13:00' } },
    { meal: { day_of_week: 6 } },
  ]
  const [breakfast = 0, lunch = 0] = giveWeek(world, anna, { start_date: '2026-11-17' }, weekly)
  giveWeek(world, ben, { start_date: '2026-11-01', end_date: '2026-11-17' }, weekly)
  giveDay(world, anna, '2026-11-20', cuttingDay)
  const client_id = anna.userId!
  const eaten = { client_id, local_date: '2026-11-18', eaten_at: '2026-11-18 03:00:00.000000' }
  put(world, 'eaten_meals', { ...eaten, planned_meal_id: breakfast, status: 'eaten' })
  put(world, 'eaten_meals', { ...eaten, planned_meal_id: lunch, status: 'skipped' })
  put(world, 'eaten_meals', { ...eaten, name: 'Cake', status: 'eaten' })
  // By others: Monday 23:30 UTC is Tuesday in Tokyo; one twice, one pending, one of a dated meal.
  const completed = { client_id, planned_meal_id: lunch, status: 'completed' }
  put(world, 'meal_completions', { ...completed, completed_at: '2026-11-16 23:30:00' })
  put(world, 'meal_completions', { ...completed, completed_at: '2026-11-17 05:00:00' })
  put(world, 'meal_completions', { ...completed, completed_at: '2026-11-19 05:00:00', status: 'pending' })
  const [entry] = world.ask<{ id: number }>('select id from meal_entries order by id limit 1')
  put(world, 'meal_uploads', { client_id, meal_entry_id: entry!.id, uploaded_at: '2026-11-20 05:00:00' })
  const clients = {
    of: 'in (select id from users where trainer_id = ?)',
    values: [dana.userId],
    zoneOf: () => zone,
  }
  const missed = await inUnit(world.orm, 'test.missed', ({ sql }) =>
    missedMeals(sql, clients, days, () => false),
  )
  expect(missed.get(client_id)).toBe(await openOnCards(world, anna))
  expect(missed.get(client_id)).toBe(8 + 1 + cuttingDay.length - 1 - 1)
  expect(missed.get(ben.userId!)).toBe(await openOnCards(world, ben))
  expect(missed.get(ben.userId!)).toBe(4)
  expect(missed.size).toBe(2)
  const spared = await inUnit(world.orm, 'test.missed', ({ sql }) =>
    missedMeals(sql, clients, days, (client, date) => client === client_id || date < '2026-11-17'),
  )
  expect(spared.get(client_id)).toBeUndefined()
  expect(spared.get(ben.userId!)).toBe(2)
})
