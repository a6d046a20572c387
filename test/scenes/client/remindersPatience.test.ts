import { expect, test } from 'vitest'
import { planAll } from '../../../src/services/reminders/planning.ts'
import { giveWeek } from '../../support/meals.ts'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { careOf } from '../../support/watched.ts'
import { type World, makeWorld } from '../../support/world.ts'
import { upperLower } from './plansOfAnna.ts'

const texts = (world: World, who: string) =>
  world
    .member(who)
    .phone.chat()
    .map(({ text }) => text)

async function annaTrains(at: string) {
  const world = await makeWorld({ at, reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await givePlan(world, anna, upperLower, { from: '2026-11-23' })
  for (const kind of ['weighIn', 'checkIn', 'morning', 'missed'])
    await write(
      world,
      'insert into reminder_rules (user_id, kind, is_on) values (?, ?, 0)',
      anna.userId,
      kind,
    )
  await write(world, 'update workout_plans set end_date = null')
  await world.app.plan()
  return { world, anna, dana }
}

test('who logs their meals in the evening is not asked why every day', async () => {
  const world = await makeWorld({ at: '2026-11-24T07:00:00Z', reminds: true })
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const meals = ['08:00', '13:00', '19:00'].map((time_of_day) => ({ meal: { time_of_day } }))
  giveWeek(world, anna, { start_date: '2026-11-01' }, meals)
  await world.app.plan()
  for (const day of ['Tuesday', 'Wednesday'])
    await world.play(`
    — ${day} 21:00 —
    anna< …
    anna> (stale) [✅ Ate as planned]
    anna< …
  `)
  expect(texts(world, 'anna').filter((text) => text.startsWith('🔕')).length).toBeLessThan(2)
})

test('what quiet hours drop is no failure that admins hear of', async () => {
  const world = await makeWorld({ at: '2026-11-23T05:00:00Z', reminds: true, admins: ['Office'] })
  world.member('Office').phone.start()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  giveWeek(world, anna, { start_date: '2026-11-01' }, [{ meal: { time_of_day: '06:30' } }])
  await world.app.plan()
  await world.advanceTo('09:00')
  await careOf(world).ring()
  await world.app.plan()
  await world.advanceTo('09:10')
  expect(texts(world, 'office').join()).not.toContain('🩺')
})

test('later today survives a change of settings', async () => {
  const { world } = await annaTrains('2026-11-23T17:00:00Z')
  await world.play(`
    — 17:30 —
    anna< ⏰ Time for your workout…
    anna> [Another time]
    anna< …
    anna> [Later today]
    anna< ⏰ Your workout: I will ask again at 19:30.
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [🌙 Quiet hours]
    anna< …
    anna> 23:00-06:00
    anna< …
  `)
  expect(world.rows('deliveries', `dedupe_key like '%:later'`)).toHaveLength(1)
})

test('who said that they are ill did not go silent', async () => {
  const { world, anna } = await annaTrains('2026-11-23T09:00:00Z')
  await write(
    world,
    `insert into nudge_states (user_id, kind, reason, paused_until) values (?, 'workout', 'ill', '2026-11-30')`,
    anna.userId,
  )
  await world.advanceTo('Saturday 12:00')
  expect(texts(world, 'dana').join()).not.toContain('🔇')
})

test('who answered after the question why is asked anew the next time, before their coach is told', async () => {
  const { world, anna } = await annaTrains('2026-11-23T17:00:00Z')
  for (const day of ['Monday', 'Thursday']) await world.advanceTo(`${day} 18:00`).catch(() => undefined)
  const seen = anna.phone.chat().findLast(({ text }) => text.startsWith('⏰'))
  if (!seen) throw new Error('No reminder')
  await world.advanceTo('Monday 18:00').catch(() => undefined)
  anna.phone.tapStale(seen, 'Not today')
  await world.idle()
  for (const day of ['Thursday', 'Monday', 'Thursday', 'Monday']) await world.advanceTo(`${day} 18:00`)
  expect(texts(world, 'anna').filter((text) => text.startsWith('🔕'))).toHaveLength(2)
})

test('one zone that this machine does not know stops nobody else', async () => {
  const world = await makeWorld({ at: '2026-11-23T05:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await write(world, 'update user_settings set time_zone = ? where user_id = ?', 'Mars/Base', anna.userId)
  await planAll(world.orm, new Date('2026-11-25T05:00:00Z'), 'Europe/Berlin')
})

test.each(['anna', 'dana'] as const)(
  'a zone that this machine does not know, of %s, stops nobody',
  async (who) => {
    const world = await makeWorld({ at: '2026-11-23T06:30:00Z', reminds: true })
    const dana = await world.trainer('Dana')
    const anna = await world.client('Anna', { trainer: dana })
    const { userId } = { anna, dana }[who]
    for (const column of ['time_zone', 'home_time_zone'])
      await write(world, `update user_settings set ${column} = 'Mars/Base' where user_id = ?`, userId)
    await world.app.plan()
    const { went, wrote } = await world.play(`
    dana> /clients
    dana< …  [Anna]
    dana> [Anna]
    dana< Anna…
    anna> /today
    anna< …
    anna> /weighin 82.4
    anna< …
    anna> /settings
    anna< …
  `)
    expect(went).toBe(wrote)
    await world.advanceTo('Tuesday 08:30')
    expect(texts(world, 'dana').at(-1)).toContain('Anna⁩: 📄 no plan')
  },
)

test('nothing of an erased client stays in their coach’s list', async () => {
  const { world, anna, dana } = await annaTrains('2026-11-23T09:00:00Z')
  await world.advanceTo('Saturday 12:00')
  await write(world, 'delete from users where id = ?', anna.userId)
  expect(world.rows('notifications', `recipient_id = ${dana.userId} and title like '%Anna%'`)).toEqual([])
})

/** Anna leaves the reminders of her workouts without an answer, and the question why; Dana has been told on the day of the story. */
async function annaLeavesThem() {
  const story = await annaTrains('2026-11-23T17:00:00Z')
  for (const day of ['Monday', 'Thursday', 'Monday', 'Thursday'])
    await story.world.advanceTo(`${day} 18:00`).catch(() => undefined)
  return story
}

const isNamed = async (world: World): Promise<boolean> => {
  await world.play('dana> /clients\ndana< …\ndana> [Anna]\ndana< …')
  return texts(world, 'dana').at(-1)?.includes('leaves reminders without an answer') ?? false
}

test('who leaves reminders without an answer is named to their coach for two weeks', async () => {
  const { world } = await annaLeavesThem()
  expect(texts(world, 'dana').filter((text) => text.includes('leaves reminders'))).toHaveLength(1)
  expect(await isNamed(world)).toBe(true)
  await world.advance(13 * 86_400_000)
  expect(await isNamed(world)).toBe(true)
  await world.advance(86_400_000)
  expect(await isNamed(world)).toBe(false)
})

test('nor any more once they switched that kind off; on again it comes as if nothing had been', async () => {
  const { world, anna } = await annaLeavesThem()
  await world.play(`
    anna> /settings
    anna< …
    anna> [🔔 Reminders]
    anna< …
    anna> [Workout]
    anna< …
    anna> [🔕 Switch off]
    anna< …
  `)
  expect(await isNamed(world)).toBe(false)
  const before = anna.phone.chat().length
  await world.advanceTo('Monday 12:00')
  await world.play('anna> [🔔 Switch on]\nanna< …')
  const { went, wrote } = await world.play(`
    — 17:31 —
    anna< ⏰ Time for your workout…
  `)
  expect(went).toBe(wrote)
  expect(anna.phone.chat().length).toBeGreaterThan(before)
})

test('nor when another program switched it off', async () => {
  const { world, anna } = await annaLeavesThem()
  await write(
    world,
    `insert into reminder_rules (user_id, kind, is_on) values (?, 'workout', 0)`,
    anna.userId,
  )
  expect(await isNamed(world)).toBe(false)
})

test('nor while they are ill', async () => {
  const { world } = await annaLeavesThem()
  await world.play('anna> [🤒 Ill]\nanna< …\ndana< …')
  expect(await isNamed(world)).toBe(false)
  expect(texts(world, 'dana').at(-1)).toContain('🤒 Ill, asked for nothing until')
})

test('what was left without an answer long ago counts no more', async () => {
  const { world, anna } = await annaTrains('2026-11-23T17:00:00Z')
  await world.advanceTo('Thursday 18:00')
  await write(
    world,
    `insert into reminder_rules (user_id, kind, is_on) values (?, 'workout', 0)`,
    anna.userId,
  )
  await write(world, `delete from deliveries where kind = 'workout' and state = 'due'`)
  await world.advance(18 * 86_400_000)
  await write(world, `delete from reminder_rules where user_id = ? and kind = 'workout'`, anna.userId)
  await write(world, 'delete from reminder_horizons')
  await world.app.plan()
  await world.advanceTo('Thursday 18:00')
  expect(texts(world, 'anna').filter((text) => text.startsWith('⏰'))).toHaveLength(3)
  expect(texts(world, 'anna').join()).not.toContain('🔕')
})

test('who trains again is reminded again, however long nothing came', async () => {
  const { world } = await annaLeavesThem()
  // As if months had passed: what was sent then is forgotten.
  await write(world, `delete from deliveries where kind = 'workout' and state <> 'due'`)
  const { went, wrote } = await world.play(`
    — Friday 12:00 —
    anna> /today
    anna< …
    anna> [Without a plan]
    anna< …
    anna> /today
    anna< …
    anna> [🏁 Finish]
    anna< …
    — Monday 17:31 —
    anna< ⏰ Time for your workout…
  `)
  expect(went).toBe(wrote)
})
