import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../config.ts'
import { furnishPractice, practicePeople } from './practice.ts'
import { DemoTime, clockOf } from './time.ts'
import type { Clock } from '../domain/clock.ts'
import { openHouse } from '../house.ts'
import type { Logger } from '../log.ts'
import { holdFile } from '../services/database/lock.ts'
import { localStorage } from '../storage/storage.ts'
import { type Simulator, startSimulator } from '../simulator/simulator.ts'

const usualFolder = join('data', 'demo')
/** Not a secret: the simulator on loopback is the only server that knows it. */
const demoToken = '7000000001:demo-token-known-only-to-the-simulator'

export interface Demo {
  url: string
  close(): Promise<void>
}

export interface DemoOptions {
  config: Pick<Config, 'port' | 'host'> & Partial<Pick<Config, 'backupDir' | 'httpPort'>>
  /** The demo's own is ahead of it by what it was moved forward. */
  clock: Clock
  log: Logger
  /** Where the database, the messages and the pictures lie; made when missing. */
  folder?: string
}

/** Removes the demo's file, messages, pictures and time, and nothing else. Throws `FileHeldError` while the demo runs. */
export function resetDemo(folder = usualFolder): void {
  if (!existsSync(folder)) return
  holdFile(databaseIn(folder)).release()
  rmSync(folder, { recursive: true, force: true })
}

/** The real bot over real HTTP against the simulator, with people and plans to play with. */
export async function startDemo({
  config,
  log,
  folder = usualFolder,
  ...options
}: DemoOptions): Promise<Demo> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const clock = clockOf(options.clock, folder)
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const time = new DemoTime(clock, timeZone)
  const simulator = await openTelegram({ config, clock, log, folder }, time)
  const mediaDir = join(folder, 'media')
  try {
    const house = await openHouse({
      databaseUrl: `sqlite:${databaseIn(folder)}`,
      token: demoToken,
      apiRoot: simulator.apiRoot,
      adminIds: new Set([practicePeople[0].id]),
      defaultTimeZone: timeZone,
      mediaDir,
      backupDir: config.backupDir,
      httpPort: config.httpPort,
      clock,
      log,
      furnish: (orm) => furnishPractice(orm, localStorage(mediaDir), clock.now(), timeZone),
    })
    for (const { id } of practicePeople) {
      const person = simulator.people.find((other) => other.id === id)
      if (person?.chat().length === 0) person.start()
    }
    time.begin({ house, simulator })
    return {
      url: simulator.url,
      close: async () => {
        await time.end()
        await house.close()
        await simulator.stop()
      },
    }
  } catch (error) {
    await simulator.stop()
    throw error
  }
}

async function openTelegram(
  { config, clock, log, folder }: Required<DemoOptions>,
  mover: DemoTime,
): Promise<Simulator> {
  const { port, host } = config
  try {
    const simulator = await startSimulator({
      port,
      host,
      clock: { now: () => clock.now().getTime(), after: (ms, run) => clock.after(ms, run) },
      mover,
      file: join(folder, 'telegram.sqlite'),
      token: demoToken,
      botUsername: 'spotter_demo_bot',
      log: (words) => log.error({ simulator: words.split('\n', 1)[0] }, 'the simulator failed'),
    })
    const known = new Set(simulator.people.map(({ id }) => id))
    for (const person of practicePeople) if (!known.has(person.id)) simulator.person(person)
    return simulator
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw new Error(`Port ${port} of ${host} is taken. Set PORT to another one.`, { cause: error })
  }
}

const databaseIn = (folder: string): string => join(folder, 'spotter.sqlite')
