import { expect, test } from 'vitest'
import { muteCoaches } from '../../support/muting.ts'
import { write } from '../../support/pastMonths.ts'
import { givePlan } from '../../support/plans.ts'
import { makeWorld } from '../../support/world.ts'

/** A workout on Thursdays, and an hour of her own for its reminder. */
async function annaBlocks() {
  const world = await makeWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await givePlan(world, anna, 'Thu Push\nPush-up 3x8', { from: '2026-11-22' })
  await write(
    world,
    `insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, 'workout', 1, '12:40')`,
    anna.userId,
  )
  await world.app.plan()
  anna.phone.block()
  await world.advanceTo('Thursday 12:18')
  return { world, anna }
}

test('who lets the bot in again is reminded of what comes within the hour', async () => {
  const { world, anna } = await annaBlocks()
  anna.phone.unblock()
  await world.idle()
  await world.advanceTo('12:41')
  expect(anna.phone.last().text).toContain('Time for your workout')
})

test('who writes again after Telegram refused a message is reminded of what comes within the hour', async () => {
  const { world, anna } = await annaBlocks()
  anna.phone.unblock()
  await world.idle()
  await write(world, `delete from deliveries where local_date >= '2026-11-26'`)
  await write(world, `update telegram_accounts set chat_state = 'blocked' where user_id = ?`, anna.userId)
  anna.phone.say('/today')
  await world.idle()
  await world.advanceTo('12:41')
  expect(anna.phone.last().text).toContain('Time for your workout')
})

test('whose access an admin switches on again is reminded of what comes within the hour', async () => {
  const world = await makeWorld({ at: '2026-11-26T09:00:00Z', reminds: true, admins: ['Office'] })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await muteCoaches(world, dana)
  await givePlan(world, anna, 'Thu Push\nPush-up 3x8', { from: '2026-11-22' })
  const rule = `insert into reminder_rules (user_id, kind, is_on, time_of_day) values (?, 'workout', 1, '12:40')`
  await write(world, rule, anna.userId)
  await write(world, 'update users set is_active = 0 where id = ?', anna.userId)
  await world.app.plan()
  await world.advanceTo('12:18')
  const { went, wrote } = await world.play(`
    office> /people
    office< …
    office> [⛔ Anna · Client]
    office< …
    office> [Switch access on]
    office< …
  `)
  expect(went).toBe(wrote)
  await world.advanceTo('12:41')
  expect(anna.phone.last().text).toContain('Time for your workout')
})
