import { expect, test } from 'vitest'
import { deskWorld, notes, soon } from './desk.ts'

async function readingDesk(options: Parameters<typeof deskWorld>[0] = {}) {
  const { world, desk } = await deskWorld(options)
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

test('trouble on the way is tried again for minutes, then given up', async () => {
  const { world, anna, ben, send } = await readingDesk()
  world.simulator.fault({ method: 'getFile', kind: '5xx', times: 2 })
  world.simulator.fault({ method: 'download', kind: 'truncated', times: 2 })
  send(anna, 'at last')
  await world.settle()
  await world.advance('30s')
  expect(notes(world)).toEqual(['read: at last'])
  const fault = world.simulator.fault({ method: 'download', kind: '5xx', times: 99 })
  send(anna, 'never')
  await world.settle()
  for (const time of ['4m', '4m']) await world.advance(time)
  expect(notes(world)).toEqual(['read: at last'])
  await world.advance('2m')
  await world.idle()
  expect(notes(world)).toEqual(['read: at last', 'read: nothing'])
  expect(fault.hits).toBe(9)
  fault.cancel()
  send(ben, 'again')
  await world.idle()
  expect(notes(world).at(-1)).toBe('read: again')
})

test('an outage is waited out over any number of tries and restarts', async () => {
  const { world, anna, send } = await readingDesk()
  for (let run = 0; run < 2; run++) {
    const fault = world.simulator.fault({ method: 'getFile', kind: 'hang', times: 1 })
    if (run === 0) send(anna, 'offline')
    else await world.start()
    await soon(() => fault.hits === 1)
    world.wire.cut = true
    await world.advance('1m')
    await world.crash({ boot: false })
  }
  expect(world.rows('incoming_files')).toMatchObject([{ state: 'pending', attempts: 0 }])
  await world.start()
  await world.idle()
  expect(notes(world)).toEqual(['read: offline'])
})

test('files that Telegram does not hand out hold up nobody else’s', async () => {
  const { world, ben, send } = await readingDesk()
  const others = Array.from({ length: 8 }, (_, at) => world.stranger(`Other${at}`))
  for (const { phone } of others) phone.start()
  await world.idle()
  const fault = world.simulator.fault({ method: 'download', kind: '5xx', times: 99 })
  for (const other of others) send(other, 'never')
  await world.settle()
  await world.advance('5s')
  expect(fault.hits).toBe(8 * 3)
  fault.cancel()
  send(ben, 'quick')
  await world.settle()
  expect(notes(world)).toEqual(['read: quick'])
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

test('a file of which Telegram says nothing, while it answers else, is given up after as many tries, over restarts too', async () => {
  const { world, anna, ben, send } = await readingDesk({ callTimeoutMs: 400 })
  let stuck: unknown
  const fault = world.simulator.fault({
    method: 'getFile',
    kind: 'hang',
    times: 99,
    match: (values) => (stuck ??= values['file_id']) === values['file_id'],
  })
  send(anna, 'never')
  await soon(() => fault.hits === 1)
  send(ben, 'goes on')
  send(anna, 'waits behind')
  await world.advance('40s')
  await world.restart()
  for (const minute of ['1m', '2m', '3m', '5m']) {
    await world.settle()
    await world.advance(minute)
  }
  await world.idle()
  expect(notes(world)).toEqual(['read: goes on', 'read: nothing', 'read: waits behind'])
  expect(fault.hits).toBe(9)
  await world.restart()
  await world.idle()
  expect(fault.hits).toBe(9)
})

test('as long as Telegram answers nothing at all, nothing is counted against a file', async () => {
  const { world, anna, send } = await readingDesk({ callTimeoutMs: 400 })
  const faults = ['getFile', 'getMe'].map((method) =>
    world.simulator.fault({ method, kind: 'hang', times: 999 }),
  )
  send(anna, 'later')
  await soon(() => (faults[0]?.hits ?? 0) > 0)
  await world.advance('65s')
  expect(faults[0]?.hits).toBeGreaterThan(9)
  expect(world.rows('incoming_files')).toMatchObject([{ state: 'pending', attempts: 0 }])
  for (const fault of faults) fault.cancel()
  await world.advance('30s')
  await world.idle()
  expect(notes(world)).toEqual(['read: later'])
})
