import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'
import { furnishPractice, practicePeople } from './demoPractice.ts'
import type { Clock } from './domain/clock.ts'
import { openHouse } from './house.ts'
import type { Logger } from './log.ts'
import { startSimulator } from './simulator/simulator.ts'

const folder = join('data', 'demo')
/** Not a secret: the simulator on loopback is the only server that knows it. */
const demoToken = '7000000001:demo-token-known-only-to-the-simulator'

export interface Demo {
  url: string
  close(): Promise<void>
}

/** Removes the demo's file, messages and pictures, and nothing else. */
export function resetDemo(): void {
  rmSync(folder, { recursive: true, force: true })
}

/** The real bot over real HTTP against the simulator, with people and plans to play with. */
export async function startDemo({
  config,
  clock,
  log,
}: {
  config: Config
  clock: Clock
  log: Logger
}): Promise<Demo> {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const simulator = await startSimulator({
    port: config.port,
    host: config.host,
    clock: { now: () => clock.now().getTime(), after: (ms, run) => clock.after(ms, run) },
    file: join(folder, 'telegram.sqlite'),
    token: demoToken,
    botUsername: 'spotter_demo_bot',
  })
  const fresh = simulator.people.length === 0
  const people = fresh ? practicePeople.map((person) => simulator.person(person)) : []
  const house = await openHouse({
    databaseUrl: `sqlite:${join(folder, 'spotter.sqlite')}`,
    token: demoToken,
    apiRoot: simulator.apiRoot,
    adminIds: new Set([practicePeople[0].id]),
    defaultTimeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    clock,
    log,
    furnish: (orm) => (fresh ? furnishPractice(orm, clock.now()) : Promise.resolve()),
  })
  for (const person of people) person.start()
  return {
    url: simulator.url,
    close: async () => {
      await house.close()
      await simulator.stop()
    },
  }
}
