import { expect, test } from 'vitest'
import { encodeAction } from '../../src/views/callbackData.ts'
import { givePlan } from '../support/plans.ts'
import { makeWorld } from '../support/world.ts'
import { upperLower } from '../scenes/client/plansOfAnna.ts'
import { deskWorld } from './desk.ts'

const faults = ['429', '5xx', 'reset', 'late', 'html', 'truncated'] as const
/** What people wrote, of whatever kind; the token's own canary is looked for by every world. */
const canary = /canary|kneecap|ברך/i

test('neither the token nor what people wrote is told, whatever fails', async () => {
  const { world, desk } = await deskWorld()
  world.failuresExpected = true
  world.unrulyOnPurpose = true
  const anna = world.stranger('Canary-Anna', { username: 'canary_anna', lastName: 'Kneecap' })
  anna.phone.start()
  await world.idle()
  const words = 'my kneecap canary\n    at src/kneecap.ts:1:1 "canary" \'ברך\''
  desk.fail(words, 3)
  desk.fail('kneecap once', 1, () => new TypeError('x is not a canary', { cause: new Error('kneecap') }))
  desk.card = (count) => (count === 2 ? `<canary>${words}</canary>` : `Canary ${count}`)
  for (const text of [words, 'kneecap once', 'kneecap again', 'kneecap at last']) {
    anna.phone.say(text)
    await world.idle()
  }
  for (const method of ['sendMessage', 'editMessageText', 'answerCallbackQuery', 'getUpdates']) {
    // A poll that is late is waited for, for a minute of real time.
    for (const kind of faults)
      if (kind !== 'late' || method !== 'getUpdates') world.simulator.fault({ method, kind })
    const data = encodeAction({ name: 'pick', at: 'desk.open', value: 'kneecap.canary' })
    for (let times = 0; times < 3; times++) {
      anna.phone.tapRaw(data, anna.phone.last().id)
      anna.phone.say(`kneecap ${times} ${method}`)
      await world.settle()
      await world.advance('4s')
    }
    await world.advance('12s')
    world.simulator.clearFaults()
    await world.idle()
  }
  world.wire.cut = true
  anna.phone.say('kneecap offline')
  await world.settle()
  world.wire.cut = false
  await world.advance('12s')
  await world.idle()
  const told = world.log.toString()
  expect(told).not.toMatch(canary)
  expect(world.log.lines.filter(({ level }) => level !== 'info').length).toBeGreaterThan(10)
  expect(JSON.stringify(world.rows('inbox', `status = 'failed'`).map(({ error }) => error))).not.toMatch(
    canary,
  )
})

test('nor in the real house: names, plans, sets, notes, files, pushes and what cannot be fetched', async () => {
  const world = await makeWorld({ admins: ['Office'] })
  world.unrulyOnPurpose = true
  const dana = await world.trainer('Dana-Canary')
  const anna = await world.client('Kneecap-Anna', { trainer: dana })
  await givePlan(world, anna, upperLower, { trainer: dana })
  for (const { phone } of [dana, anna]) phone.start()
  await world.idle()
  world.simulator.fault({ method: 'getFile', kind: '5xx', times: 9 })
  world.simulator.fault({ method: 'sendMessage', kind: 'html', times: 2 })
  for (const text of [
    '/assign',
    'Mon Kneecap\nBench press 3x8 @60 "canary"',
    '/invite Kneecap Canary',
    '/exercises',
    'kneecap lift',
  ])
    dana.phone.say(text)
  dana.phone.sendFile(new TextEncoder().encode('Kneecap canary 3x8'), 'canary.txt', 'text/plain')
  for (const text of ['/settings', 'canary', '/today', '8x60', 'kneecap hurts']) anna.phone.say(text)
  await world.settle()
  for (const time of ['4m', '4m', '2m']) await world.advance(time)
  await world.idle()
  expect(world.log.toString()).not.toMatch(canary)
})
