import { expect, test } from 'vitest'
import type { World } from '../support/world.ts'
import { copies, oweAll, postWorld, rowsOf, statesOf, want } from './post.ts'

const hourMs = 3_600_000
const people = 12
/** Somebody is owed something every ten minutes for a day and a half. */
const slots = 216
const jumps = [6, -6, -6, 6, 6, -6]

async function practice() {
  const { world } = await postWorld({ at: '2026-11-23T00:00:00Z', reminds: true })
  for (let index = 0; index < people; index++) {
    const member = await world.client(`P${index}`)
    const hour = (offset: number) => `${String((index * 2 + offset) % 24).padStart(2, '0')}:15`
    await want(world, member, { weighIn: hour(0), morning: hour(7), checkIn: hour(13) })
  }
  await world.app.plan()
  await oweAll(
    world,
    Array.from({ length: slots }, (_, index) => ({
      to: world.member(`P${index % people}`),
      words: `slot ${index}`,
      in: `${(index + 1) * 10}m`,
      lasts: index % 2 === 0 ? '30m' : '1 day',
      valuable: index % 2 === 1,
      // Nobody's quiet hours stop it: this is about the clock.
      kind: 'rest' as const,
    })),
  )
  return world
}

const dueBy = (world: World, at: number) =>
  rowsOf(world).filter(({ state, due }) => state === 'due' && due <= at)

test('six jumps of the clock by six hours, forward and back: nothing twice, and what is due goes out within a minute', async () => {
  const world = await practice()
  await world.advance('95m')
  let furthest = world.clock.ms
  for (const [index, hours] of jumps.entries()) {
    // Timers are under way, or something is due at this very moment.
    await world.advance(index % 2 === 0 ? '7m' : '5m')
    const before = world.simulator.calls.length
    world.clock.jump(hours * hourMs)
    const jumped = world.clock.ms
    await world.advance('1m')
    await world.idle()
    expect(dueBy(world, jumped), `due after jump ${index + 1} and not sent`).toEqual([])
    const isNew = jumped - furthest > hourMs
    expect(!isNew || world.simulator.calls.length > before, `sent after jump ${index + 1}`).toBe(true)
    await world.advance('40m')
    furthest = Math.max(furthest, world.clock.ms)
    expect(dueBy(world, world.clock.ms - 60_000)).toEqual([])
  }
  await world.advance('32h')
  const counts = copies(world)
  expect([...counts.values()].filter((count) => count > 1)).toEqual([])
  for (const { key, state } of rowsOf(world).filter(({ kind }) => kind === 'rest'))
    expect(counts.get(key) ?? 0, `${key} ${state}`).toBe(state === 'sent' ? 1 : 0)
  const states = statesOf(world).filter((one) => one.startsWith('slot'))
  expect(states.filter((one) => /due|sending/.test(one))).toEqual([])
  // Content waits through every jump; only what a clock gone ahead made too late is counted as stale.
  expect(
    rowsOf(world).filter(
      ({ kind, valuable, state }) => kind === 'rest' && valuable === 1 && state !== 'sent',
    ),
  ).toEqual([])
})
