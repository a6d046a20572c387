import { get } from 'node:http'
import Database from 'better-sqlite3'
import { expect, onTestFinished, test } from 'vitest'
import { formatTimestamp } from '../../src/entities/types.ts'
import { startWatchServer } from '../../src/http/server.ts'
import { watchedWorld } from '../support/watched.ts'

/** A raw request: `fetch` does not let one say another host. */
function askAs(host: string, port: string, path: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, path, headers: { host } }, (response) => {
      response.resume()
      resolve(response.statusCode)
    }).on('error', reject)
  })
}

test('turns, sends and deliveries are counted, by how they ended', async () => {
  const { world, metric } = await watchedWorld()
  const dana = await world.trainer('Dana')
  const [anna, ben] = [await world.client('Anna', { trainer: dana }), await world.client('Ben')]
  const turns = (outcome: string) => metric(`spotter_turn_seconds_count{outcome="${outcome}"}`)
  expect([await turns('done'), await turns('refused')]).toEqual([3, undefined])
  const sent = () => metric('spotter_sends_total{method="sendMessage",result="ok"}')
  const before = (await sent()) ?? 0
  anna.phone.say('/message You are the best')
  ben.phone.say('/message Is nobody there?')
  await world.idle()
  expect([await turns('done'), await turns('refused')]).toEqual([4, 1])
  expect(await sent()).toBeGreaterThan(before)
  await world.advance('16s')
  expect(await metric('spotter_deliveries{state="sent"}')).toBe(1)
  expect(await metric('spotter_deliveries{state="due"}')).toBeUndefined()
  // It is counted among what was due within the last hour, and what is due later is not.
  const { id } = world.rows<{ id: number }>('deliveries')[0] ?? { id: 0 }
  const states = async (state: string, due: string) => {
    const outsider = new Database(world.path)
    outsider.prepare('update deliveries set state = ?, due_at = ? where id = ?').run(state, due, id)
    outsider.close()
    return metric(`spotter_deliveries{state="${state}"}`)
  }
  const at = (minutes: number) => formatTimestamp(new Date(world.clock.ms + minutes * 60_000))
  expect(await states('stale', at(-59))).toBe(1)
  expect(await states('stale', at(-61))).toBeUndefined()
  expect(await states('due', at(1))).toBeUndefined()
  expect(await states('held', at(600))).toBe(1)
  expect(await states('sending', at(-600))).toBe(1)
  expect(await states('sent', at(-1))).toBe(1)
  // The clock stands: what was sent a moment ago still is the rate.
  await world.advance('5s')
  expect(await metric('spotter_send_rate')).toBe(0)
  dana.phone.say('/help')
  await world.idle()
  expect(await metric('spotter_send_rate')).toBeGreaterThan(0)
  expect(await metric('spotter_lane_depth')).toBe(0)
  expect(await metric('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
})

test('a failure counts as three tries and a word', async () => {
  const { world, metric } = await watchedWorld()
  world.failuresExpected = true
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const outsider = new Database(world.path)
  outsider.exec(`create trigger broken before insert on weigh_ins begin select raise(abort, 'no'); end`)
  outsider.close()
  anna.phone.say('/weighin 82.4')
  await world.idle()
  expect(await metric('spotter_turn_seconds_count{outcome="failed"}')).toBe(3)
  expect(await metric('spotter_turn_seconds_count{outcome="not_saved"}')).toBe(1)
  expect(await metric('spotter_inbox_failed')).toBe(1)
})

test('Telegram’s 429 is counted', async () => {
  const { world, metric } = await watchedWorld()
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  expect(await metric('spotter_throttled_total')).toBe(0)
  world.simulator.fault({ kind: '429', method: 'sendMessage', retryAfter: 2, times: 2 })
  anna.phone.say('/help')
  await world.settle()
  await world.advance('6s')
  await world.idle()
  expect(await metric('spotter_throttled_total')).toBe(2)
  expect(await metric('spotter_sends_total{method="sendMessage",result="throttled"}')).toBe(2)
})

test('the newest backup has an age, and none has none', async () => {
  const { world, metric, backups } = await watchedWorld()
  expect(await metric('spotter_backup_age_seconds')).toBeUndefined()
  await backups.makeDue(world.clock.now())
  await world.advance('90s')
  expect(await metric('spotter_backup_age_seconds')).toBe(90)
})

test('healthy while Telegram answers; an outage shows after a minute and a half, its end with the next answer', async () => {
  const { world, health, metric } = await watchedWorld()
  const { phone } = world.stranger('Anna')
  /** Held polls are answered when there is something to say; time in this world does not end them. */
  const write = () => {
    phone.say('/help')
    return world.settle()
  }
  const well = { status: 200, body: { ok: true, reasons: [] } }
  expect(await health()).toEqual(well)
  for (let quiet = 0; quiet < 5; quiet++) {
    await world.advance('85s')
    expect(await health()).toEqual(well)
    await write()
  }
  world.wire.cut = true
  await write() // the poll that was under way
  await world.advance('85s')
  expect(await health()).toEqual(well)
  await world.advance('10s')
  expect(await health()).toEqual({ status: 503, body: { ok: false, reasons: ['polling'] } })
  const polledBefore = await metric('spotter_last_poll_timestamp_seconds')
  world.wire.cut = false
  await world.advance('10s')
  await write()
  expect(await health()).toEqual(well)
  expect(await metric('spotter_last_poll_timestamp_seconds')).toBe((polledBefore ?? 0) + 105)
})

test('an update that nothing can be made of ages, and its end is the end of it', async () => {
  const { world, health, metric } = await watchedWorld()
  world.failuresExpected = true
  const anna = await world.client('Anna', { trainer: await world.trainer('Dana') })
  const outsider = new Database(world.path)
  onTestFinished(() => void outsider.close())
  outsider.exec(`create trigger stuck before update of status on inbox begin select raise(abort, 'no'); end`)
  anna.phone.say('/help')
  await world.settle()
  await world.advance('50s')
  expect(await health()).toMatchObject({ status: 200 })
  await world.advance('20s')
  expect(await health()).toEqual({ status: 503, body: { ok: false, reasons: ['inbox'] } })
  expect(await metric('spotter_inbox_waiting')).toBe(1)
  expect(await metric('spotter_lane_depth')).toBe(1)
  expect(await metric('spotter_inbox_oldest_waiting_seconds')).toBe(70)
  outsider.exec('drop trigger stuck')
  await world.advance('10s')
  await world.idle()
  expect(await health()).toMatchObject({ status: 200 })
  expect(await metric('spotter_inbox_oldest_waiting_seconds')).toBe(0)
})

test('a database that somebody holds is told of, with no number of an hour ago; counters go on', async () => {
  const { world, health, metric } = await watchedWorld()
  await world.client('Anna', { trainer: await world.trainer('Dana') })
  expect(await metric('spotter_inbox_waiting')).toBe(0)
  const outsider = new Database(world.path)
  outsider.exec('begin immediate')
  expect(await health()).toEqual({ status: 503, body: { ok: false, reasons: ['database'] } })
  expect(await metric('spotter_inbox_waiting')).toBeUndefined()
  expect(await metric('spotter_turn_seconds_count{outcome="done"}')).toBe(2)
  outsider.exec('rollback')
  outsider.close()
  await expect.poll(health, { timeout: 10_000 }).toMatchObject({ status: 200 })
})

test('only this machine may ask, and only by its own name', async () => {
  const { url } = await watchedWorld()
  const { port } = new URL(url)
  for (const path of ['/health', '/metrics']) {
    for (const host of ['evil.example', `evil.example:${port}`, '10.0.0.1', '127.0.0.1.evil.example'])
      expect([host, await askAs(host, port, path)]).toEqual([host, 403])
    for (const host of ['127.0.0.1', `localhost:${port}`, `[::1]:${port}`])
      expect([host, await askAs(host, port, path)]).toEqual([host, 200])
  }
  // Bound to that one address: not even another of loopback is answered.
  await expect(fetch(`http://127.0.0.2:${port}/health`)).rejects.toThrow('fetch failed')
  expect((await fetch(`${url}/`)).status).toBe(404)
  expect((await fetch(`${url}/metrics`, { method: 'POST' })).status).toBe(404)
})

test('a taken port is one clear line', async () => {
  const { url } = await watchedWorld()
  const port = Number(new URL(url).port)
  const nothing = { health: async () => [], metrics: async () => ({ contentType: 'text/plain', text: '' }) }
  await expect(startWatchServer({ port, ...nothing })).rejects.toThrow(
    `Port ${port} is taken. Set HTTP_PORT to another one.`,
  )
})

test('no name, id, word or token is in what is told', async () => {
  const { world, text, url } = await watchedWorld()
  const anna = await world.client('Annabella', { trainer: await world.trainer('Dana') })
  anna.phone.say('/message my secret knee')
  await world.idle()
  await world.advance('16s')
  const told = (await text()) + (await (await fetch(`${url}/health`)).text())
  for (const word of ['Annabella', 'annabella', 'knee', String(anna.phone.id), 'AAcanary', '4242424242'])
    expect(told).not.toContain(word)
})
