import { expect, test } from 'vitest'
import { cutting, cuttingDay, giveDay } from '../../support/meals.ts'
import { givePlan } from '../../support/plans.ts'
import { makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

test('one card leads from waking to sleeping: training, food, the scale and the check-in that is due', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, upperLower, { trainer: dana })
  giveDay(world, anna, '2026-11-23', cuttingDay, cutting)
  const last = `insert into progress_entries (client_id, date, body_fat) values (?, ?, 20)`
  await world.orm.em.getConnection().execute(last, [anna.userId, '2026-11-17'])
  const { went, wrote } = await world.play(`
    anna> /weighin 82,4
    anna< …
    anna> /today
    anna< Today, Mon 23 Nov
      🏋️ Upper
      • Bench press – 2 × 6–8 × 80 kg
      A1 Barbell row – 2 × 10 × 60 kg
      A2 Face pull – 2 × 15
      • Plank – 1 × 45 s
      Next: Lower, Thu 26 Nov.
      ◻ 08:00 Breakfast
      ◻ 13:00 Lunch
      Eaten: 0 of 2,100 kcal
      ⚖️ 82.4 kg today  [▶️ Start: Upper] [🍽 Breakfast] [Another day’s workout] [Without a plan] [📋 My plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
    — Tuesday 08:00 —
    anna> /today
    anna< Today, Tue 24 Nov
      🌿 Nothing is planned for today.
      Still open: Upper, Mon 23 Nov.
      Next: Lower, Thu 26 Nov.
      📋 The last check-in was on Tue 17 Nov: time for a new one.  [Upper …] [Another day’s workout] [Without a plan] [📋 My plan] [🍽 Meals] [⚖️ Weigh-in] [📋 Check-in] [📈 Progress] [History] [Settings]
  `)
  expect(went).toBe(wrote)
})
