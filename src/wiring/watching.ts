import type { MikroORM } from '@mikro-orm/sqlite'
import type { App } from '../app.ts'
import { describe } from '../bot/describe.ts'
import type { Log } from '../bot/log.ts'
import type { Clock } from '../domain/clock.ts'
import { ailmentsOf } from '../domain/watching.ts'
import type { Metrics } from '../http/metrics.ts'
import type { WatchServer } from '../http/server.ts'
import { inUnit } from '../services/unit.ts'
import type { Backups } from '../services/watching/backups.ts'
import { readInbox, readNumbers } from '../services/watching/numbers.ts'
import { type SelfCheckOptions, selfCheck } from '../services/watching/selfCheck.ts'
import { tellTrouble } from '../services/watching/telling.ts'

export interface CareOptions extends SelfCheckOptions {
  log: Log
}

/**
 * The hourly backup, then the daily look at everything, if they are due. What goes wrong with the backup is logged and
 * told to the admins; nothing is thrown for it.
 */
export async function takeCare(options: CareOptions, now: Date): Promise<void> {
  const { backups, log } = options
  await backUpDue(options, now)
  if (backups.isStopped) return
  const findings = await selfCheck(options, now).catch((error: unknown) => {
    if (!backups.isStopped) throw error
  })
  if (findings && findings.length > 0) log.error({ findings }, 'the daily check found something')
}

async function backUpDue({ orm, backups, defaults, log }: CareOptions, now: Date): Promise<void> {
  try {
    const made = await backups.makeDue(now)
    if (made) log.info({ ...made }, 'backup made')
  } catch (error) {
    if (backups.isStopped) return
    // It says what SQLite or the system said of files, never of what is in them.
    const reason = error instanceof Error ? error.message : 'unknown'
    log.error({ error: describe(error), reason }, 'the backup failed')
    await inUnit(orm, 'backup.failed', (unit) => tellTrouble(unit, defaults, 'backup', now))
  }
}

export interface WatchOptions {
  orm: MikroORM
  clock: Clock
  app: Pick<App, 'depths' | 'rate'>
  metrics: Metrics
  backups: Backups | undefined
  /** 0: any free port. */
  port: number
  /** Real milliseconds the database has to answer; 2000 unless said. */
  patienceMs?: number
}

/** Undefined: it cannot be read now. */
async function soon<T>(read: Promise<T>, patienceMs: number): Promise<T | undefined> {
  const late = Promise.withResolvers<undefined>()
  const timer = setTimeout(() => late.resolve(undefined), patienceMs)
  try {
    return await Promise.race([read, late.promise])
  } catch {
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

/** Opens `/health` and `/metrics` on loopback. */
export async function startWatching(options: WatchOptions): Promise<WatchServer> {
  const { orm, clock, app, metrics, backups, port, patienceMs = 2000 } = options
  const { startWatchServer } = await import('../http/server.ts')
  return startWatchServer({
    port,
    health: async () => {
      const inbox = await soon(readInbox(orm), patienceMs)
      return ailmentsOf({ now: clock.now(), polledAt: metrics.polledAt, inbox })
    },
    metrics: async () => {
      const numbers = await soon(readNumbers(orm, clock.now()), patienceMs)
      const now = clock.now()
      const { lanes, outgoing } = app.depths()
      const backupAge = backups?.ageSeconds(now) ?? null
      return metrics.text({ now, numbers, lanes, outgoing, rate: app.rate(), backupAge })
    },
  })
}
