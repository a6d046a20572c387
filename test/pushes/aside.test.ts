import { expect, test } from 'vitest'
import { copies, oweAll, postWorld, rowsOf, want } from './post.ts'

test('who blocked the bot is set aside: what is fresh when they return comes then, the rest is counted as stale', async () => {
  const { world } = await postWorld({ at: '2026-11-23T08:00:00Z', reminds: true })
  const [anna, ben] = [await world.client('Anna'), await world.client('Ben')]
  await want(world, anna, { weighIn: '09:00', morning: '09:10', checkIn: '14:30' })
  await world.app.plan()
  const kinds = ['short', 'long', 'nudge'] as const
  const lasts = { short: '20m', long: '1 day', nudge: '4h' }
  await oweAll(world, [
    ...kinds.map((words) => ({
      to: anna,
      words,
      in: '30m',
      lasts: lasts[words],
      valuable: words !== 'nudge',
    })),
    { to: ben, words: 'for Ben', in: '30m' },
  ])
  anna.phone.block()
  await world.idle()
  const from = world.simulator.calls.length
  await world.advanceTo('11:30')
  const tried = world.simulator.calls.slice(from).filter(({ params }) => params['chat_id'] === anna.phone.id)
  expect([tried, copies(world).get('for Ben')]).toEqual([[], 1])
  anna.phone.unblock()
  await world.idle()
  await world.advance('1m')
  await world.idle()
  const id = anna.userId
  expect([...copies(world).keys()].toSorted()).toEqual([
    'for Ben',
    'long',
    `morning ${id} 2026-11-23`,
    'nudge',
  ])
  await world.advanceTo('15:00')
  expect(copies(world).get(`checkIn ${id} 2026-11-23`)).toBe(1)
  const stale = rowsOf(world).flatMap(({ key, state }) => (state === 'stale' ? key : []))
  expect(stale.toSorted()).toEqual(['short', `weighIn:${id}:2026-11-23`])
})

test('Telegram’s pause outlives a clock that is set back', async () => {
  const { world } = await postWorld()
  const anna = await world.client('Anna')
  world.simulator.fault({ method: 'sendMessage', kind: '429', retryAfter: 30 })
  await oweAll(world, [{ to: anna, words: 'one' }])
  await world.advance('16s')
  world.clock.jump(-6 * 3_600_000)
  await world.advance('13s')
  expect(copies(world).size).toBe(0)
  await world.advance('31s')
  await world.idle()
  expect(copies(world).get('one')).toBe(1)
})
