import { expect, test } from 'vitest'
import { deskWorld, notes, soon } from './desk.ts'

async function readingDesk() {
  const { world, desk } = await deskWorld()
  desk.reads = true
  const [anna, ben] = [world.stranger('Anna'), world.stranger('Ben')]
  for (const { phone } of [anna, ben]) phone.start()
  await world.idle()
  const send = ({ phone }: typeof anna, text: string | Uint8Array) =>
    phone.sendFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'plan.txt', 'text/plain')
  return { world, desk, anna, ben, send }
}

const states = (rows: { state?: unknown }[]) => rows.map(({ state }) => state)

test('a text file is fetched outside the turn, and comes into the person’s lane as what it says', async () => {
  const { world, anna, ben, send } = await readingDesk()
  send(anna, 'Mon Upper\r\nBench 3x8')
  send(ben, Buffer.from('\ufeffשלום', 'utf16le'))
  send(anna, '\ufeffwith a mark, a NUL\0 and \u202emarks')
  await world.idle()
  expect(notes(world).toSorted()).toEqual([
    'read: Mon Upper\r\nBench 3x8',
    'read: with a mark, a NUL and marks',
    'read: שלום',
  ])
  expect(world.log.turns.filter(({ outcome }) => outcome === 'internal')).toHaveLength(3)
})

test('what is no text, or too much of it, is nothing', async () => {
  const { world, anna, send } = await readingDesk()
  send(anna, new Uint8Array([0x50, 0x4b, 3, 4, 0xff, 0xfe, 0xc3, 0x28]))
  send(anna, 'x'.repeat(256 * 1024 + 1))
  send(anna, 'x'.repeat(256 * 1024))
  await world.idle()
  expect(notes(world).map((note) => note.slice(0, 15))).toEqual([
    'read: nothing',
    'read: nothing',
    'read: xxxxxxxxx',
  ])
  expect(states(world.rows('incoming_files'))).toEqual(['failed', 'failed', 'done'])
})

test('trouble on the way is tried again, three times at most; no network at all is waited out', async () => {
  const { world, anna, ben, send } = await readingDesk()
  world.simulator.fault({ method: 'getFile', kind: '5xx' })
  world.simulator.fault({ method: 'download', kind: 'truncated' })
  send(anna, 'at last')
  await world.settle()
  await world.advance('5s')
  await world.idle()
  expect(notes(world)).toEqual(['read: at last'])
  const fault = world.simulator.fault({ method: 'download', kind: '5xx', times: 9 })
  send(anna, 'never')
  await world.settle()
  await world.advance('10s')
  await world.idle()
  expect(fault.hits).toBe(3)
  expect(notes(world).at(-1)).toBe('read: nothing')
  fault.cancel()
  world.wire.cut = true
  send(ben, 'offline')
  await world.settle()
  await world.advance('12s')
  world.wire.cut = false
  await world.advance('15s')
  await world.idle()
  expect(notes(world).at(-1)).toBe('read: offline')
})

test('one that does not come holds nobody else up, and is fetched after the next start', async () => {
  const { world, anna, ben, send } = await readingDesk()
  const fault = world.simulator.fault({ method: 'download', kind: 'hang', times: 1 })
  send(anna, 'slow')
  await soon(() => fault.hits === 1)
  send(ben, 'quick')
  await soon(() => notes(world).length === 1)
  expect(notes(world)).toEqual(['read: quick'])
  await world.crash()
  await world.idle()
  expect(notes(world)).toEqual(['read: quick', 'read: slow'])
})
