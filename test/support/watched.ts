import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { Metrics } from '../../src/http/metrics.ts'
import { Backups } from '../../src/services/watching/backups.ts'
import { localStorage } from '../../src/storage/storage.ts'
import { languageOf } from '../../src/domain/language.ts'
import { type CareOptions, startWatching, takeCare } from '../../src/wiring/watching.ts'
import { type World, type WorldOptions, makeWorld } from './world.ts'

/** Backups of the world's database, in a folder beside its pictures. */
export const backupsOf = (world: World): Backups =>
  new Backups({ file: world.path, folder: join(world.mediaDir, '..', 'backups'), botId: world.app.me.id })

/** What rings every hour, with enough room on the disk unless said. */
export function careOf(world: World, options: Partial<CareOptions> = {}) {
  const adminIds = new Set((world.options.admins ?? []).map((name) => world.member(name).phone.id))
  const care: CareOptions = {
    orm: world.orm,
    storage: localStorage(world.mediaDir),
    backups: backupsOf(world),
    defaults: { timeZone: world.zone, adminIds, languageOf },
    folders: [world.mediaDir],
    freePercent: async () => 50,
    log: world.log,
    ...options,
  }
  return { backups: care.backups, ring: () => takeCare(care, world.clock.now()) }
}

/** A bot whose health and numbers can be asked for. */
export async function watchedWorld(options: WorldOptions = {}) {
  let metrics: Metrics | undefined
  const world = await makeWorld({
    ...options,
    meter: (clock) => (metrics = new Metrics(() => clock.now())),
  })
  if (!metrics) throw new Error('nobody counts')
  const { orm, clock, app } = world
  const backups = backupsOf(world)
  const server = await startWatching({ orm, clock, app, metrics, backups, port: 0, patienceMs: 200 })
  onTestFinished(() => server.close())
  const url = `http://127.0.0.1:${server.port}`
  const text = async () => (await fetch(`${url}/metrics`)).text()
  return {
    world,
    backups,
    url,
    text,
    /** The value of a line of the page as it stands there, or undefined. */
    async metric(line: string): Promise<number | undefined> {
      const found = (await text()).split('\n').find((words) => words.startsWith(`${line} `))
      return found === undefined ? undefined : Number(found.slice(line.length + 1))
    },
    async health(): Promise<{ status: number; body: unknown }> {
      const response = await fetch(`${url}/health`)
      return { status: response.status, body: await response.json() }
    },
  }
}
