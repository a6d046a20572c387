import { expect, test } from 'vitest'
import { deskWorld, notes, soon } from './desk.ts'

const answersTo = (phone: { taps: readonly { answers: { text: string }[] }[] }) =>
  phone.taps.map(({ answers }) => answers.map(({ text }) => text))

test('killed while the answers to two taps are held up: the next life gives both', async () => {
  const { world } = await deskWorld()
  const { phone } = world.stranger('Anna')
  phone.start()
  await world.idle()
  world.simulator.fault({ method: 'answerCallbackQuery', kind: '429', retryAfter: 60, times: 2 })
  phone.tap('note')
  await world.simulator.until(() => notes(world).length === 1)
  phone.tap('other')
  await world.simulator.until(() => notes(world).length === 2)
  await world.advance('2s')
  expect(answersTo(phone)).toEqual([[], []])
  world.unrulyOnPurpose = true // two seconds are more than one
  await world.crash()
  await world.idle()
  expect(answersTo(phone)).toEqual([['Noted note'], ['Noted other']])
})

test('what is answered is struck off by the next turn already: a kill repeats the newest answer alone', async () => {
  const { world } = await deskWorld()
  const { phone } = world.stranger('Anna')
  phone.start()
  await world.idle()
  for (const label of ['note', 'other', 'note']) {
    await phone.tap(label).answered()
    await soon(() => world.wire.inFlight === 0)
  }
  const [row] = world.ask<{ owed: string }>('select owed from conversations')
  const owed = JSON.parse(row?.owed ?? '[]') as { kind: string; text?: string }[]
  expect(owed.filter(({ kind }) => kind === 'tap')).toMatchObject([{ text: 'Noted note' }])
})
