import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Calls, type Call } from './calls.ts'
import { realClock, type SimulatorClock } from './clock.ts'
import { Faults, type Fault, type FaultHandle } from './faults.ts'
import { makeGroup, type Group } from './group.ts'
import type { ClockMover } from './moving.ts'
import { joinPerson, Person, type PersonOptions } from './person.ts'
import { Guard } from './pageGuard.ts'
import { pageHandler } from './pageRoutes.ts'
import { Rates } from './rules/rates.ts'
import { openStore } from './store.ts'
import { BotApi } from './wire/botApi.ts'
import type { Update } from './wire/types.ts'
import { World, type Violation } from './world.ts'

export type { Call } from './calls.ts'
export type { SimulatorClock } from './clock.ts'
export type { Fault, FaultHandle } from './faults.ts'
export type { Group } from './group.ts'
export type { ClockMover, Move } from './moving.ts'
export type { PageMessage as SeenMessage } from './pageApi.ts'
export type { Person, PersonOptions } from './person.ts'
export type { Update } from './wire/types.ts'
export type { Violation } from './world.ts'

export interface SimulatorOptions {
  /** 0 or nothing: any free port. */
  port?: number
  host?: string
  clock?: SimulatorClock
  /** With it the page can move the clock forward. */
  mover?: ClockMover | undefined
  /** SQLite file that keeps everything, with a folder `<file>.files` beside it; `:memory:` keeps nothing. */
  file?: string
  /** `<bot id>:<secret>`, as BotFather gives it. */
  token: string
  botUsername?: string
  botName?: string
  /** Enforce Telegram's send rates. */
  limits?: boolean
  /** Latest calls kept in `calls`. */
  keepCalls?: number
  /** Told what goes wrong inside the simulator itself. */
  log?: (words: string) => void
}

/** A Telegram of one's own on loopback. */
export interface Simulator {
  /** Address of the chat page, `http://127.0.0.1:1234`. */
  readonly url: string
  /** What a bot takes for `https://api.telegram.org`. */
  readonly apiRoot: string
  readonly token: string
  readonly botId: number
  readonly botUsername: string
  /** Every call of the bot, oldest first. */
  readonly calls: readonly Call[]
  /** Unknown parameters and broken rules; a good bot leaves none. */
  readonly violations: readonly Violation[]
  /** Updates the bot has not confirmed. */
  readonly waiting: readonly Update[]
  /** The bot waits for updates right now. */
  readonly polling: boolean
  /** People who are there, those of an earlier run included. */
  readonly people: readonly Person[]
  /** Somebody new, or with a known `id` that same person again. */
  person(options: PersonOptions): Person
  /** A group with the bot in it; everybody there is told. */
  group(people: Person[], title?: string): Group
  fault(fault: Fault): FaultHandle
  clearFaults(): void
  /** Hands an update out once more, although confirmed. */
  redeliver(updateId: number): void
  /** The ids of updates go on from anywhere, as after a week of silence. Nothing may be waiting. */
  restartIds(from: number): void
  /** The next batch of two or more updates comes in another order: backwards unless said. */
  reorder(rearrange?: (updates: Update[]) => Update[]): void
  /** Waits until `look` finds something; asked again whenever anything happens. Real time, 5 s unless said. */
  until<T>(look: () => T, timeoutMs?: number): Promise<NonNullable<T>>
  /** Closes the port and the file; waiting calls end without an answer. */
  stop(): Promise<void>
}

/** Starts a simulator; resolves when it listens. Rejects when the port is taken. */
export async function startSimulator(options: SimulatorOptions): Promise<Simulator> {
  const { port = 0, host = '127.0.0.1', clock = realClock, file = ':memory:', token } = options
  const username = options.botUsername ?? 'spotter_demo_bot'
  const bot = {
    id: Number(token.split(':')[0]),
    is_bot: true,
    first_name: options.botName ?? 'Spotter',
    username,
  }
  if (!Number.isSafeInteger(bot.id)) throw new Error('a token looks like 123456:secret')
  const store = openStore(file)
  const folder = file === ':memory:' ? undefined : `${file}.files`
  const world = new World({ clock, mover: options.mover, store, folder, bot })
  const calls = new Calls(options.keepCalls ?? 100_000)
  const faults = new Faults()
  const api = new BotApi({ world, token, calls, faults, rates: options.limits ? new Rates() : undefined })
  const guard = new Guard(host)
  const page = pageHandler(world, guard)
  const log = options.log ?? (() => {})
  const server = createServer((request, response) => {
    void route({ api, page, guard }, request, response).catch((error: unknown) => {
      log(`simulator: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
      response.destroy()
    })
  })
  server.requestTimeout = 0
  // The bot lets idle connections go: were we the first, a request could be on its way into one that closes.
  server.keepAliveTimeout = 0
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  const url = `http://${shownHost(host)}:${(server.address() as AddressInfo).port}`
  let stopped: Promise<void> | undefined
  const stop = async () => {
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    store.close()
  }
  return {
    url,
    apiRoot: url,
    token,
    botId: bot.id,
    botUsername: username,
    calls: calls.list,
    violations: world.violations,
    get waiting() {
      return world.updates.waiting
    },
    get polling() {
      return world.updates.polling
    },
    get people() {
      return [...world.state.people.values()].map(({ user }) => new Person(world, user.id))
    },
    person: (person) => joinPerson(world, person),
    group: (people, title = 'A group') => makeGroup(world, people, title),
    fault: (fault) => faults.add(fault),
    clearFaults: () => faults.clear(),
    redeliver: (updateId) => world.updates.redeliver(updateId),
    restartIds: (from) => world.updates.restartIds(from),
    reorder: (rearrange = (updates) => updates.toReversed()) => world.updates.reorder(rearrange),
    until: (look, timeoutMs = 5000) =>
      world.events.until(look, () => `what ${look.toString()} looks for`, timeoutMs),
    stop: () => (stopped ??= stop()),
  }
}

/** An address a browser can open; `0.0.0.0` and `::` stand for every one of this machine. */
function shownHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1'
  return host.includes(':') ? `[${host}]` : host
}

interface Rooms {
  api: BotApi
  page: ReturnType<typeof pageHandler>
  guard: Guard
}

async function route(
  { api, page, guard }: Rooms,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const address = new URL(request.url ?? '/', 'http://simulator')
  if (!/^\/(file\/)?bot/.test(address.pathname)) return page(request, response)
  if (guard.letsBot(request.headers)) return api.handle(request, response, address)
  response.writeHead(403).end('No page of another site may speak for the bot.\n')
  return undefined
}
