import { expect, test } from 'vitest'
import { givePlan } from '../../support/plans.ts'
import { type World, makeWorld } from '../../support/world.ts'

async function plays(world: World, transcript: string): Promise<void> {
  const { went, wrote } = await world.play(transcript)
  expect(went).toBe(wrote)
}

test('a letter waits for weeks, until it is answered or said to need no answer', async () => {
  const world = await makeWorld({ at: '2026-11-02T12:00:00Z' })
  const dana = await world.trainer('Dana')
  const anna = await world.client('Anna', { trainer: dana })
  await givePlan(world, anna, 'Free, 12 weeks\nMon Day\nSquat 3x5', { from: '2026-11-30', trainer: dana })
  await plays(world, 'anna> /message Is this fine?\nanna< …\ndana< 💬 Anna writes…')
  world.clock.jump(40 * 24 * 3_600_000)
  await plays(
    world,
    `
    anna> /message And this?
    anna< …
    dana< 💬 Anna writes…
    dana> /clients anna
    dana< Anna
      💬 wrote, no answer for 40 days…
    dana> [✓ Needs no answer]
    dana< (toast) …
    dana< Anna…
    `,
  )
  expect(dana.phone.last().text).not.toContain('💬')
})
