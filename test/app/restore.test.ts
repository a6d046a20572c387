import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type House, openHouse } from '../../src/house.ts'
import { makeLog } from '../../src/log.ts'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { addJoined } from '../../src/services/practice.ts'
import { inUnit } from '../../src/services/unit.ts'
import { VirtualClock } from '../support/clock.ts'
import { botToken } from '../support/world.ts'

/** A Telegram, a clock and a folder, in which houses can be opened one after another. */
async function ground() {
  const clock = new VirtualClock('2026-11-23T07:30:00Z')
  const folder = mkdtempSync(join(tmpdir(), 'spotter-house-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const simulator = await startSimulator({
    token: botToken,
    botUsername: 'spotter_test_bot',
    clock: { now: () => clock.ms, after: (ms, run) => clock.after(ms, run) },
  })
  onTestFinished(() => simulator.stop())
  let open: House | undefined
  const close = async () => {
    await open?.close()
    open = undefined
  }
  onTestFinished(close)
  const start = async (place: string, options: { httpPort?: number; backups?: boolean } = {}) => {
    const { backups = true, httpPort } = options
    open = await openHouse({
      databaseUrl: `sqlite:${join(folder, place, 'spotter.sqlite')}`,
      token: botToken,
      apiRoot: simulator.apiRoot,
      adminIds: new Set(),
      defaultTimeZone: 'UTC',
      mediaDir: join(folder, place, 'media'),
      backupDir: backups ? join(folder, place, 'backups') : undefined,
      httpPort,
      clock,
      log: makeLog('silent', process.stderr),
    })
    return open
  }
  return { clock, folder, simulator, start, close }
}

/** A process of its own makes them, on a machine that may be busy. */
const patience = { timeout: 30_000 }

const backupsIn = (folder: string) => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** Whatever people wrote is carried out and answered. */
async function rest(house: House, simulator: Simulator): Promise<void> {
  await simulator.until(() => simulator.waiting.length === 0 && simulator.polling)
  await house.app.idle()
}

test('a backup put into an empty place is the practice as it was: the bot starts on it and people go on', async () => {
  const { clock, folder, simulator, start, close } = await ground()
  const { id, ...anna } = { id: 7_100_001, firstName: 'Anna', username: 'anna' }
  const phone = simulator.person({ id, ...anna })
  const first = await start('first', { backups: false })
  await inUnit(first.orm, 'test.join', ({ sql }) =>
    addJoined(sql, { ...anna, telegramId: id, role: 'client' }, clock.now()),
  )
  phone.say('/weighin 82.4')
  await rest(first, simulator)
  await close()
  expect(backupsIn(join(folder, 'first', 'backups'))).toEqual([])

  // A backup is made at start already: no ring is awaited.
  await start('first')
  const whole = () => backupsIn(join(folder, 'first', 'backups')).filter((name) => name.endsWith('.sqlite'))
  await expect.poll(whole, patience).toHaveLength(1)
  const [backup = ''] = whole()
  await close()

  mkdirSync(join(folder, 'second'))
  copyFileSync(join(folder, 'first', 'backups', backup), join(folder, 'second', 'spotter.sqlite'))
  const second = await start('second')
  phone.say('/weighin 82')
  await rest(second, simulator)
  expect(phone.last().text).toContain('82.4')
  const weights = await inUnit(second.orm, 'test.weights', ({ sql }) =>
    sql.selectFrom('weigh_ins').select('weight').orderBy('id').execute(),
  )
  expect(weights).toEqual([{ weight: 82.4 }, { weight: 82 }])
})

test('a house with a port tells its health and numbers; without one nobody listens; closing lets the port go', async () => {
  const { start, close } = await ground()
  const port = 10_000 + (process.pid % 20_000)
  await start('place', { httpPort: port })
  const response = await fetch(`http://127.0.0.1:${port}/health`)
  expect([response.status, await response.json()]).toEqual([200, { ok: true, reasons: [] }])
  await expect
    .poll(async () => (await fetch(`http://127.0.0.1:${port}/metrics`)).text(), patience)
    .toMatch(/^spotter_backup_age_seconds \d/m)
  // Another house on the same port says so, and leaves no bot behind.
  const other = await ground()
  await expect(other.start('place', { httpPort: port })).rejects.toThrow('Set HTTP_PORT to another one')
  expect((await fetch(`http://127.0.0.1:${port}/health`)).status).toBe(200)
  await close()
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed')
  await start('place')
  await expect(fetch(`http://127.0.0.1:${port}/health`)).rejects.toThrow('fetch failed')
})

test('closing while a backup is under way ends it at once, and half a file is nobody’s backup', async () => {
  const { folder, start, close } = await ground()
  await start('place')
  await close()
  expect(backupsIn(join(folder, 'place', 'backups')).filter((name) => name.includes('unfinished'))).toEqual(
    [],
  )
})
