import type { MikroORM } from '@mikro-orm/sqlite'
import { type App, askMe, startApp } from './app.ts'
import { Wire } from './bot/telegram.ts'
import type { Clock } from './domain/clock.ts'
import type { Logger } from './log.ts'
import { startRings } from './scheduler/rings.ts'
import { assertBot } from './services/database/installation.ts'
import { holdFile } from './services/database/lock.ts'
import { migrate, refuseForeignFile } from './services/database/migrate.ts'
import { openDatabase } from './services/database/open.ts'
import { usable } from './services/database/unusable.ts'
import { parseDatabaseUrl } from './services/database/url.ts'
import { pruneInbox } from './services/inbox.ts'
import { seedExercises } from './services/exercises/seed.ts'

export interface HouseOptions {
  databaseUrl: string
  token: string
  apiRoot: string
  adminIds: ReadonlySet<number>
  defaultTimeZone: string
  mediaDir: string
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
      const app = await startApp({ ...options, orm, me })
      const rings = startRings({
        jobs: [
          { name: 'prune the inbox', run: (now) => pruneInbox(orm, now) },
          { name: 'reconcile files', run: () => app.reconcile() },
          { name: 'make reminders', run: () => app.plan() },
        ],
        now: () => clock.now(),
        failed: (job) => log.error({ job }, 'a job failed'),
      })
      return {
        app,
        orm,
        close: async () => {
          await rings.stop()
          await app.stop()
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
