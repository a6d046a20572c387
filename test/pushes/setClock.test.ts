import { expect, test } from 'vitest'
import { makeWorld } from '../support/world.ts'
import { copies, oweAll, postWorld } from './post.ts'

const hourMs = 3_600_000

test.each([
  { name: 'back: the later, longer pause holds', jump: -hourMs, first: 60, second: 120 },
  { name: 'forward: the first, longer pause holds', jump: hourMs, first: 120, second: 5 },
])('the clock is set between two pauses of Telegram’s, $name', async ({ jump, first, second }) => {
  const world = await makeWorld()
  world.unrulyOnPurpose = true // the tap waits for its answer as long
  const anna = await world.client('Anna')
  const { simulator, clock } = world
  simulator.fault({ method: 'sendMessage', kind: '429', retryAfter: first })
  anna.phone.say('/today')
  await world.settle()
  clock.jump(jump)
  simulator.fault({ method: 'answerCallbackQuery', kind: '429', retryAfter: second })
  const [button] = anna.phone.chat().at(-2)?.buttons.flat() ?? []
  anna.phone.tap(button?.label ?? '')
  await world.settle()
  const from = simulator.calls.length
  const shown = () => simulator.calls.slice(from).filter(({ method }) => /Message/.test(method)).length
  await world.advance('118s')
  expect(shown()).toBe(0)
  await world.advance('5s')
  await world.idle()
  expect(shown()).toBeGreaterThan(0)
})

test.each([-hourMs, 1200])(
  'the clock is set by %i ms while people are answered: it goes on, and no second has more calls',
  async (jump) => {
    const { world } = await postWorld()
    const people = []
    for (let index = 0; index < 12; index++) people.push(await world.client(`P${index}`))
    world.options.rate = 5
    await world.restart()
    await world.advance('10s')
    const from = world.simulator.calls.length
    for (const { phone } of people) phone.say('/start')
    const shown = [0]
    for (let hasJumped = false; shown.length < 60;) {
      if (!hasJumped && (shown.at(-1) ?? 0) >= 4) {
        world.clock.jump(jump)
        hasJumped = true
      }
      await world.advance(100)
      shown.push(world.simulator.calls.length - from)
    }
    expect(shown.at(-1)).toBeGreaterThanOrEqual(12)
    const inASecond = shown.slice(10).map((count, index) => count - (shown[index] ?? 0))
    // One may have been under way when it was counted.
    expect(Math.max(...inASecond)).toBeLessThanOrEqual(6)
  },
)

test.each([-6 * hourMs, 6 * hourMs])(
  'the clock is set by %i ms: what was to come in a minute comes in a minute, what was to come at an hour at its hour',
  async (jump) => {
    const { world } = await postWorld({ at: '2026-11-23T14:00:00Z' })
    const [anna, ben, tom] = [
      await world.client('Anna'),
      await world.client('Ben'),
      await world.client('Tom'),
    ]
    await oweAll(world, [
      { to: anna, words: 'rest', kind: 'rest', in: '90s', lasts: '2m' },
      { to: ben, words: 'at an hour', in: '7h', lasts: '30m' },
    ])
    world.simulator.fault({ method: 'sendMessage', kind: '429', retryAfter: 20 })
    await oweAll(world, [{ to: tom, words: 'letter', lasts: '1 day' }])
    await world.advance('16s')
    world.clock.jump(jump)
    await world.advance('60s')
    expect([...copies(world)]).toEqual([['letter', 1]])
    await world.advance('18s')
    expect([...copies(world)]).toEqual([
      ['letter', 1],
      ['rest', 1],
    ])
    await world.advance(7 * hourMs - jump - 100_000)
    expect(copies(world).get('at an hour')).toBeUndefined()
    await world.advance('30s')
    expect(copies(world).get('at an hour')).toBe(1)
  },
)
