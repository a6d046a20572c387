import { dirname } from 'node:path'
import type { MikroORM } from '@mikro-orm/sqlite'
import { type App, askMe, startApp } from './app.ts'
import { Wire } from './bot/telegram.ts'
import type { Clock } from './domain/clock.ts'
import type { Logger } from './log.ts'
import { type Job, startRings } from './scheduler/rings.ts'
import { assertBot } from './services/database/installation.ts'
import { holdFile } from './services/database/lock.ts'
import { migrate, refuseForeignFile } from './services/database/migrate.ts'
import { openDatabase } from './services/database/open.ts'
import { usable } from './services/database/unusable.ts'
import { parseDatabaseUrl } from './services/database/url.ts'
import { pruneDeliveries } from './services/deliveryPruning.ts'
import { pruneInbox } from './services/inbox.ts'
import { seedExercises } from './services/exercises/seed.ts'
import { Backups } from './services/watching/backups.ts'
import { localStorage } from './storage/storage.ts'
import { languageOf } from './domain/language.ts'
import { startWatching, takeCare } from './wiring/watching.ts'

export interface HouseOptions {
  databaseUrl: string
  token: string
  apiRoot: string
  adminIds: ReadonlySet<number>
  defaultTimeZone: string
  mediaDir: string
  /** Undefined: no backups are made, and nobody looks after them. */
  backupDir?: string | undefined
  /** Where `/health` and `/metrics` are, on loopback; undefined: nowhere. */
  httpPort?: number | undefined
  clock: Clock
  log: Logger
  /** Runs after the schema stands and before the bot starts. */
  furnish?(orm: MikroORM): Promise<void>
}

export interface House {
  app: App
  orm: MikroORM
  close(): Promise<void>
}

/**
 * Takes the file for this process alone, asks Telegram who we are, brings the schema up to date, and starts the bot.
 * Throws before anything is written when the token is wrong or Telegram out of reach.
 */
export async function openHouse(options: HouseOptions): Promise<House> {
  const { databaseUrl, clock, log } = options
  const file = parseDatabaseUrl(databaseUrl)
  const hold = await usable(file, () => holdFile(file))
  try {
    await usable(file, () => refuseForeignFile(file))
    const me = await askMe(new Wire(options.token, options.apiRoot))
    const orm = await usable(file, () => openDatabase({ url: databaseUrl, now: () => clock.now() }))
    try {
      const backup = await migrate(orm, { now: clock.now() })
      if (backup) log.info({ backup }, 'schema brought up to date after a verified copy')
      await assertBot(orm, me.id)
      await seedExercises(orm, clock.now())
      await options.furnish?.(orm)
      const { app, close } = await moveIn(options, orm, me)
      return {
        app,
        orm,
        close: async () => {
          await close()
          await orm.close()
          hold.release()
        },
      }
    } catch (error) {
      await orm.close()
      throw error
    }
  } catch (error) {
    hold.release()
    throw error
  }
}

/** Starts the bot, and whatever looks after it. */
async function moveIn(
  options: HouseOptions,
  orm: MikroORM,
  me: App['me'],
): Promise<{ app: App; close(): Promise<void> }> {
  const { clock, log, backupDir, httpPort } = options
  const file = parseDatabaseUrl(options.databaseUrl)
  const backups = backupDir === undefined ? undefined : new Backups({ file, folder: backupDir, botId: me.id })
  const metrics =
    httpPort === undefined ? undefined : new (await import('./http/metrics.ts')).Metrics(() => clock.now())
  const app = await startApp({ ...options, orm, me, ...(metrics && { meter: metrics }) })
  try {
    const port = httpPort ?? 0
    const server = metrics && (await startWatching({ orm, clock, app, metrics, backups, port }))
    const stop = new AbortController()
    const rings = startRings({
      jobs: jobsOf(options, { orm, app, backups, signal: stop.signal }),
      now: () => clock.now(),
      failed: (job) => log.error({ job }, 'a job failed'),
    })
    const close = async () => {
      backups?.stop()
      stop.abort()
      await Promise.all([rings.stop(), server?.close()])
      await app.stop()
    }
    return { app, close }
  } catch (error) {
    await app.stop()
    throw error
  }
}

interface Jobs {
  orm: MikroORM
  app: App
  backups: Backups | undefined
  /** Ends what takes long. */
  signal: AbortSignal
}

function jobsOf(options: HouseOptions, { orm, app, backups, signal }: Jobs): Job[] {
  const { defaultTimeZone: timeZone, adminIds, mediaDir, databaseUrl, log } = options
  const jobs: Job[] = [
    { name: 'prune the inbox', run: (now) => pruneInbox(orm, now) },
    { name: 'prune deliveries', run: (now) => pruneDeliveries(orm, now, signal) },
    { name: 'reconcile files', run: () => app.reconcile() },
    { name: 'make reminders', run: () => app.plan() },
  ]
  if (!backups) return jobs
  const care = {
    orm,
    backups,
    log,
    storage: localStorage(mediaDir),
    defaults: { timeZone, adminIds, languageOf },
    folders: [dirname(parseDatabaseUrl(databaseUrl)), mediaDir, backups.folder],
  }
  return [...jobs, { name: 'back up and check', isForStart: true, run: (now) => takeCare(care, now) }]
}
