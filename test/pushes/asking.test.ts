import { expect, test } from 'vitest'
import { copies, postWorld, want } from './post.ts'

/** Anna has left two reminders without an answer; the third would ask her why. */
async function unanswered() {
  const { world } = await postWorld({ at: '2026-11-22T20:00:00Z', reminds: true })
  const anna = await world.client('Anna')
  await want(world, anna, { weighIn: '08:00' })
  await world.app.plan()
  await world.advanceTo('Tuesday 12:00')
  expect(copies(world).get(`weighIn ${anna.userId} 2026-11-24`)).toBe(1)
  return { world, question: `whyNot weighIn ${anna.userId}` }
}

test('the question why that did not get out is asked later, once', async () => {
  const { world, question } = await unanswered()
  await world.advanceTo('Wednesday 07:59')
  world.wire.cut = true
  await world.advance('2m')
  expect(copies(world).get(question)).toBeUndefined()
  world.wire.cut = false
  await world.advance('5m')
  await world.idle()
  expect(copies(world).get(question)).toBe(1)
  await world.advance('1 day')
  expect(copies(world).get(question)).toBe(1)
})
