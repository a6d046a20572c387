import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { deskWorld, notes } from './desk.ts'

test('somebody else holds the lock for longer than is waited at a time: all of it is carried out, once', async () => {
  const { world } = await deskWorld()
  const [anna, ben] = [world.stranger('Anna'), world.stranger('Ben')]
  for (const { phone } of [anna, ben]) phone.start()
  await world.idle()
  const other = new Database(world.path)
  other.exec('begin immediate')
  const tap = anna.phone.tap('note')
  ben.phone.say('typed')
  let longest = 0
  let last = performance.now()
  const ticking = setInterval(() => {
    longest = Math.max(longest, performance.now() - last)
    last = performance.now()
  }, 5)
  await new Promise((resolve) => void setTimeout(resolve, 7000))
  await world.clock.advance(1000)
  expect(await tap.answered()).toMatchObject({ text: '' })
  clearInterval(ticking)
  other.exec('rollback')
  other.close()
  await world.settle()
  await world.advance('5s')
  await world.idle()
  expect(notes(world).toSorted()).toEqual(['note', 'typed'])
  expect(longest).toBeLessThan(1000)
  expect(world.log.toString()).toContain('SQLITE_BUSY')
  expect(anna.phone.last().text).toBe('Noted note\n\nCard 1')
})
