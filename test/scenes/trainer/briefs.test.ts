import { expect, test } from 'vitest'
import { giveWeek, put } from '../../support/meals.ts'
import { muteClients } from '../../support/muting.ts'
import { pastMonths, write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

const states = (world: World, kind: string) =>
  world
    .ask<{ state: string }>('select state from deliveries where kind = ? order by due_at', kind)
    .map(({ state }) => state)

test('in the morning a coach hears who needs them, and a row opens its client', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const [anna, ben] = [
    await world.client('Anna', { trainer: dana }),
    await world.client('Ben', { trainer: dana }),
  ]
  await givePlan(world, anna, 'Free\nSquat 3x5', { from: '2026-11-02', trainer: dana })
  await muteClients(world, anna, ben)
  await write(world, `update workout_plans set end_date = '2026-11-29'`)
  await world.app.plan()
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ 2 clients need you
      • Anna: 📅 plan ends Sunday
      • Ben: 📄 no plan  [Anna] [Ben]
    dana> [Ben]
    dana< Ben
      No plan at the moment.…
    `,
  )
  expect(dana.phone.chat().some(({ photo }) => photo)).toBe(false)
})

test('eight rows at most, and a way to all the others; in Hebrew', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', reminds: true })
  const dana = await world.trainer('Dana', { language: 'he' })
  for (let number = 10; number < 20; number++) {
    const anna = await world.client(`Anna ${number}`, { trainer: dana })
    await givePlan(world, anna, 'Free\nSquat 3x5', { from: '2026-11-02', trainer: dana })
  }
  await muteClients(world, ...[...world.members.values()].filter(({ name }) => name !== 'Dana'))
  await write(world, `update workout_plans set end_date = '2026-11-24'`)
  await world.app.plan()
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ 10 מתאמנים צריכים אותך
      • Anna 10: 📅 התוכנית נגמרת היום
      • Anna 11: 📅 התוכנית נגמרת היום
      • Anna 12: 📅 התוכנית נגמרת היום
      • Anna 13: 📅 התוכנית נגמרת היום
      • Anna 14: 📅 התוכנית נגמרת היום
      • Anna 15: 📅 התוכנית נגמרת היום
      • Anna 16: 📅 התוכנית נגמרת היום
      • Anna 17: 📅 התוכנית נגמרת היום
      … ועוד שניים  [Anna 10] [Anna 17] [… ועוד שניים]
    dana> [… ועוד שניים]
    dana< המתאמנים שלך…
    `,
  )
})

test('those who have no plan yet are one line, and push nobody out', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const yoav = await world.client('Yoav', { trainer: dana })
  await givePlan(world, yoav, 'Free\nSquat 3x5', { from: '2026-11-02', trainer: dana })
  await write(world, `update telegram_accounts set created_at = '2026-11-20 07:00:00.000000'`)
  for (let number = 10; number < 20; number++) await world.client(`Anna ${number}`, { trainer: dana })
  await muteClients(world, ...[...world.members.values()].filter(({ name }) => name !== 'Dana'))
  await world.app.plan()
  await plays(
    world,
    `
    — 08:00 —
    dana< ☀️ 11 clients need you
      • Yoav: 🌱 joined 4 days ago, not trained yet
      📄 No plan yet: Anna 10, Anna 11, Anna 12 and 7 more  [Yoav] [All clients]
    dana> [All clients]
    dana< Your clients…
    `,
  )
})

test('where nobody needs them nothing is said; what is true at sending counts', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:30:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteClients(world, anna)
  await world.app.plan()
  await givePlan(world, anna, 'Free\nSquat 3x5', { trainer: dana })
  await plays(world, '— 09:00 —')
  expect(states(world, 'brief')[0]).toBe('cancelled')
})

test('on Monday the week is told: who missed most first', async () => {
  const world = await makeWorld({ at: '2026-11-23T08:10:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  const ben = await world.client('Ben', { trainer: dana })
  const cy = await world.client('Cy', { trainer: dana })
  await world.client('Dov', { trainer: dana })
  await world.client('Eli', { trainer: await world.trainer('Tom') })
  await muteClients(
    world,
    ...[...world.members.values()].filter(({ name }) => name !== 'Dana' && name !== 'Tom'),
  )
  await givePlan(world, ben, 'Strong\nMon Day\nSquat 3x5\nSun Other\nRow 3x5', {
    from: '2026-11-09',
    trainer: dana,
  })
  await pastMonths(world, anna)
  const [meal] = giveWeek(world, cy, { start_date: '2026-11-18' }, [{ meal: { time_of_day: '12:00' } }])
  const ate = { client_id: cy.userId!, planned_meal_id: meal!, eaten_at: '2026-11-20 12:00:00.000000' }
  put(world, 'eaten_meals', { ...ate, local_date: '2026-11-20', status: 'eaten' })
  put(world, 'eaten_meals', { ...ate, local_date: '2026-11-21', status: 'skipped' })
  for (const [{ userId }, date, kg] of [
    [ben, '2026-11-13', 81],
    [ben, '2026-11-20', 79.7],
    // Nothing in the week before: it says since when.
    [cy, '2026-11-04', 84],
    [cy, '2026-11-20', 83.5],
  ] as const)
    await write(
      world,
      'insert into weigh_ins (client_id, weight, recorded_at) values (?, ?, ?)',
      userId,
      kg,
      `${date} 06:00:00.000000`,
    )
  await write(world, 'update client_profiles set target_weight = 80.3 where user_id = ?', ben.userId)
  await world.app.plan()
  await plays(
    world,
    `
    — 08:30 —
    dana< 📊 The week Mon 16 Nov – Sun 22 Nov
      Ben: 🏋️ missed 2 of 2 · ⚖️ −0.7 kg · 🎯 weight goal reached
      Cy: 🍽 missed 3 meals · ⚖️ −0.4 kg since Wed 4 Nov
      Anna: 🏋️ 2 · ◐ one broken off · ⚖️ −0.2 kg  [All clients]
    dana> [All clients]
    dana< Your clients…
    `,
  )
})
