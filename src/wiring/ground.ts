import { randomUUID } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/sqlite'
import type { Log } from '../bot/log.ts'
import { type Meter, noMeter } from '../bot/meter.ts'
import { Outgoing, usualRate } from '../bot/outgoing.ts'
import { Patience } from '../bot/patience.ts'
import type { Registry } from '../bot/registry.ts'
import { Wire } from '../bot/telegram.ts'
import type { Clock } from '../domain/clock.ts'
import { languageOf } from '../domain/language.ts'
import { makeRegistry } from '../scenes/index.ts'
import type { Defaults } from '../services/conversation.ts'
import { type Storage, localStorage } from '../storage/storage.ts'

export interface AppDeps {
  orm: MikroORM
  clock: Clock
  log: Log
  token: string
  apiRoot: string
  adminIds: ReadonlySet<number>
  defaultTimeZone: string
  /** Where kept files lie; made when missing. */
  mediaDir: string
  /** How requests leave the process; Node's own `fetch` unless said. */
  send?: typeof fetch
  /** Calls a second at most. */
  rate?: number
  /** Seconds a poll waits at the server. */
  pollSeconds?: number
  /** Whether reminders are made; they are unless said. */
  reminds?: boolean
  /** Who we are, where that was asked already. */
  me?: Me
  /** Other scenes than the program's own. */
  registry?: typeof makeRegistry
  /** Told what happens; nobody unless said. */
  meter?: Meter
}

/** The bot as Telegram knows it. */
export interface Me {
  id: number
  is_bot: true
  first_name: string
  username: string
}

/** What every part of the bot stands on. */
export interface Ground {
  orm: MikroORM
  clock: Clock
  log: Log
  meter: Meter
  me: Me
  /** Of this start alone: deliveries that another start was sending when it ended are told by it. */
  runId: string
  registry: Registry
  defaults: Defaults
  wire: Wire
  outgoing: Outgoing
  /** Calls a second. */
  perSecond: number
  patience: Patience
  storage: Storage
}

/** Asks Telegram who we are. Throws `CallFailed` with code 401 or 404 when the token is wrong. */
export function askMe(wire: Wire): Promise<Me> {
  return wire.callApi<Me>('getMe', {})
}

/** Nothing runs yet; Telegram is asked who we are unless that is said. */
export async function layGround(deps: AppDeps): Promise<Ground> {
  const { orm, clock, log, meter = noMeter, rate: perSecond = usualRate } = deps
  const wire = new Wire(deps.token, deps.apiRoot, deps.send)
  const me = deps.me ?? (await askMe(wire))
  return {
    orm,
    clock,
    log,
    meter,
    me,
    runId: randomUUID(),
    registry: (deps.registry ?? makeRegistry)({ botUsername: me.username }),
    defaults: { timeZone: deps.defaultTimeZone, adminIds: deps.adminIds, languageOf },
    wire,
    outgoing: new Outgoing({ wire, clock, meter, perSecond }),
    perSecond,
    patience: new Patience(clock, log),
    storage: localStorage(deps.mediaDir),
  }
}
