import { expect, test } from 'vitest'
import { shownAs } from '../../src/domain/workout/proposal.ts'
import { encodeAction } from '../../src/views/callbackData.ts'
import { givePlan } from '../support/plans.ts'
import { makeWorld } from '../support/world.ts'
import { upperLower } from '../scenes/client/plansOfAnna.ts'
import { deskWorld } from './desk.ts'

test('one line per turn: which update, from where to where, what came of it, ms, statements, commits', async () => {
  const { world, desk } = await deskWorld()
  const anna = world.stranger('Anna')
  desk.refuse('no')
  for (const act of [
    () => anna.phone.start(),
    () => anna.phone.say('hello'),
    () => anna.phone.say('no'),
    () => anna.phone.tap('note'),
    () => anna.phone.block(),
  ]) {
    act()
    await world.idle()
  }
  const [first] = world.rows<{ update_id: number }>('inbox')
  expect(world.log.lines.map(({ level, message }) => `${level} ${message}`)).toEqual(
    Array.from({ length: 5 }, () => 'info turn'),
  )
  expect(world.log.turns.map(({ ms, ...line }) => (expect(ms).toBeTypeOf('number'), line))).toEqual([
    {
      update: first?.update_id,
      inbox: 1,
      from: '-',
      to: 'desk.open',
      outcome: 'command',
      statements: 5,
      commits: 1,
    },
    {
      update: Number(first?.update_id) + 1,
      inbox: 2,
      from: 'desk.open',
      to: 'desk.open',
      outcome: 'text',
      statements: 4,
      commits: 1,
    },
    {
      update: Number(first?.update_id) + 2,
      inbox: 3,
      from: 'desk.open',
      to: 'desk.open',
      outcome: 'refused notThere',
      statements: 3,
      commits: 1,
    },
    {
      update: Number(first?.update_id) + 3,
      inbox: 4,
      from: 'desk.open',
      to: 'desk.open',
      outcome: 'tap',
      statements: 4,
      commits: 1,
    },
    {
      update: Number(first?.update_id) + 4,
      inbox: 5,
      from: 'desk.open',
      to: 'desk.open',
      outcome: 'reach',
      statements: 4,
      commits: 1,
    },
  ])
})

test('people side by side: each line counts its own turn alone', async () => {
  const { world } = await deskWorld()
  const people = Array.from({ length: 20 }, (_, index) => world.stranger(`P${index}`))
  for (const { phone } of people) phone.start()
  await world.idle()
  for (const { phone } of people) phone.say('hello')
  await world.idle()
  const counts = world.log.turns.map(({ statements, commits }) => `${String(statements)} ${String(commits)}`)
  expect(new Set(counts.slice(0, 20))).toEqual(new Set(['5 1']))
  expect(new Set(counts.slice(20))).toEqual(new Set(['4 1']))
})

test('logging a set as planned takes ten statements and one commit', async () => {
  const world = await makeWorld()
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, upperLower, { trainer: dana })
  const { went, wrote } = await world.play(`
    anna> /today
    anna< …
    anna> [▶️ Start: Upper]
    anna< …
  `)
  expect(went).toBe(wrote)
  const [item] = world.ask<{ id: number }>('select id from workout_items order by position limit 1')
  const card = anna.phone.last().id
  for (const set of [1, 2]) {
    anna.phone.tapRaw(
      encodeAction({
        name: 'logSet',
        item: item?.id ?? 0,
        set,
        shows: shownAs({ reps: 8, seconds: null, weight: 80 }),
      }),
      card,
    )
    await world.idle()
  }
  expect(world.rows('set_logs')).toHaveLength(2)
  expect(world.log.turns.slice(-2)).toMatchObject([
    { outcome: 'logged 1', commits: 1 },
    { outcome: 'logged 1', commits: 1 },
  ])
  for (const { statements } of world.log.turns.slice(-2)) expect(statements).toBeLessThanOrEqual(10)
})
