import { expect, test } from 'vitest'
import { makeWorld } from './world.ts'

test('a transcript is played, and the difference shows', async () => {
  const world = await makeWorld()
  world.stranger('Eve')
  const { went, wrote } = await world.play(`
    eve> /help
    eve< …
    — 2m later —
    eve> hello
    eve< Something else
  `)
  console.log(went)
  expect(wrote).toContain('Something else')
  expect(went).not.toBe(wrote)
})
