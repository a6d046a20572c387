import { expect, test } from 'vitest'
import { write } from '../support/pastMonths.ts'
import { givePlan } from '../support/plans.ts'
import { type Member, type World, makeWorld } from '../support/world.ts'
import { copies, oweAll, postWorld, rowsOf, statesOf, want } from './post.ts'

const hourMs = 3_600_000

const notes = (world: World) =>
  rowsOf(world).flatMap(({ kind, state, attempts }) => (kind === 'heldNote' ? [{ state, attempts }] : []))

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

test.each([-hourMs, hourMs / 6])(
  'the clock is set by %i ms just before the quiet hours end: what they held comes at their end',
  async (jump) => {
    const { world } = await postWorld({ at: '2026-11-23T06:50:00Z' })
    const anna = await world.client('Anna')
    await oweAll(world, [{ to: anna, words: 'news', lasts: '1 day', valuable: true }])
    await world.advance('20s')
    world.clock.jump(jump)
    await world.advance('20s')
    expect(rowsOf(world).find(({ kind }) => kind === 'heldNote')?.due).toBe(
      Date.parse('2026-11-23T07:00:00Z'),
    )
    await world.advanceTo('06:59')
    expect(copies(world).get('news') ?? 0).toBe(jump > 0 ? 1 : 0)
    await world.advanceTo('07:01')
    expect(copies(world).get('news')).toBe(1)
  },
)

test('a note that is tried once more after a few seconds moves along', async () => {
  const { world } = await postWorld({ at: '2026-11-23T06:50:00Z' })
  const anna = await world.client('Anna')
  await oweAll(world, [{ to: anna, words: 'news', lasts: '1 day', valuable: true }])
  await world.advance('20s')
  world.simulator.fault({ method: 'sendMessage', kind: 'reset', effect: 'before' })
  await world.advanceTo('07:00')
  await world.advance('1s')
  expect(notes(world)).toEqual([{ state: 'due', attempts: 1 }])
  // What changes twice within a millisecond is dated by the machine's own clock.
  await write(
    world,
    `update deliveries set updated_at = '2026-11-23 07:00:00.000000' where kind = 'heldNote'`,
  )
  // Otherwise the quiet hours would hold it once more.
  await write(world, `update user_settings set quiet_from = '22:00', quiet_to = '05:00'`)
  world.clock.jump(-hourMs)
  await world.advance('21s')
  expect(copies(world).get('news')).toBe(1)
})

test.each([-hourMs, hourMs / 60])(
  'a reminder of an hour close by stays at its hour when the clock is set by %i ms',
  async (jump) => {
    const { world } = await postWorld({ at: '2026-11-23T14:00:00Z', reminds: true })
    await want(world, await world.client('Anna'), { weighIn: '14:10' })
    await world.app.plan()
    await world.advance('16s')
    world.clock.jump(jump)
    await world.advance('20s')
    const [due] = rowsOf(world).flatMap(({ key, due: at }) => (key.endsWith('2026-11-23') ? [at] : []))
    expect(due).toBe(Date.parse('2026-11-23T14:10:00Z'))
  },
)

/** The clock is ahead for as long as it takes to notice, and set back. */
async function ahead(world: World, ms: number): Promise<void> {
  world.clock.jump(ms)
  await world.advance('20s')
  await world.app.plan()
  await world.advance('20s')
  world.clock.jump(-ms)
  await world.advance('20s')
  await world.app.plan()
}

test.each([6, 400 * 24])(
  'the clock is %i hours ahead before the morning, and set back: the day goes on as it was',
  async (hours) => {
    const world = await makeWorld({ at: '2026-11-23T06:00:00Z', reminds: true })
    const dana = await world.trainer('Dana')
    const anna = await world.client('Anna', { trainer: dana })
    await givePlan(world, anna, 'Mon Free\nSquat 3x5', { from: '2026-11-02', trainer: dana })
    await world.app.plan()
    await ahead(world, hours * hourMs)
    const from = world.simulator.calls.length
    await world.advanceTo('18:00')
    const said = ({ phone }: Member) =>
      world.simulator.calls
        .slice(from)
        .flatMap(({ method, params }) =>
          method === 'sendMessage' && params['chat_id'] === phone.id
            ? [String(params['text']).split('\n', 1)[0]]
            : [],
        )
    expect(said(anna)).toEqual([
      expect.stringContaining('Good morning!'),
      expect.stringContaining('Time for your workout'),
    ])
    expect(said(dana)).toEqual([expect.stringContaining('One client needs you')])
  },
)

test('a machine that slept through the end of a rest says nothing of it when it is awake', async () => {
  const { world } = await postWorld()
  await oweAll(world, [
    { to: await world.client('Anna'), words: 'rest', kind: 'rest', in: '90s', lasts: '2m' },
    { to: await world.client('Ben'), words: 'letter', in: '90s', lasts: '1 day' },
  ])
  await world.advance('30s')
  world.clock.sleep(8 * hourMs)
  await world.advance('4m')
  expect([...copies(world)]).toEqual([['letter', 1]])
})

test('set back while the bot was off: what the clock before took for too late still comes', async () => {
  const { world } = await postWorld()
  await oweAll(world, [{ to: await world.client('Anna'), words: 'at an hour', in: '3h', lasts: '30m' }])
  world.clock.jump(6 * hourMs)
  await world.advance('20s')
  expect(statesOf(world)).toEqual(['at an hour stale'])
  await world.stop()
  world.clock.jump(-6 * hourMs)
  await world.start()
  expect(statesOf(world)).toEqual(['at an hour due'])
  await world.advance('3h')
  expect(copies(world).get('at an hour')).toBe(1)
})
