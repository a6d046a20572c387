import { MikroORM } from '@mikro-orm/sqlite'
import { setEntityClock } from '../../entities/clock.ts'
import { makeFolderOf } from './folder.ts'
import { HouseConnection } from './driver.ts'
import { type MigrationList, sharedOptions } from './options.ts'
import { assertPragmas, setPragmas } from './pragmas.ts'
import { parseDatabaseUrl } from './url.ts'

export interface OpenOptions {
  /** `sqlite:PATH`; folders are made when missing. */
  url: string
  /** What created_at and updated_at take when nobody says another time. */
  now?: () => Date
  /** Other migrations than the program's own. */
  migrations?: MigrationList
}

/**
 * Opens the one connection to the file: WAL, synchronous FULL, foreign keys on, all asserted.
 * The schema is not touched; `migrate` does that. Throws one clear line for other schemes.
 */
export async function openDatabase({ url, now, migrations }: OpenOptions): Promise<MikroORM> {
  const path = parseDatabaseUrl(url)
  if (path !== ':memory:') makeFolderOf(path)
  const orm: MikroORM = await MikroORM.init({
    ...sharedOptions(path, migrations),
    onCreateConnection: async (): Promise<void> => setPragmas(houseConnection(orm).patient.database),
  })
  if (now) setEntityClock(orm.em.getDriver(), now)
  await orm.connect()
  assertPragmas(houseConnection(orm).patient.database)
  return orm
}

/** Our connection below the ORM. Throws for a database that `openDatabase` did not open. */
export function houseConnection(orm: MikroORM): HouseConnection {
  const connection: unknown = orm.em.getConnection()
  if (!(connection instanceof HouseConnection)) throw new Error('Not a database opened by openDatabase')
  return connection
}

/** The path of the file as it was given, or `:memory:`. */
export function databaseFile(orm: MikroORM): string {
  return orm.config.get('dbName') ?? ':memory:'
}

export interface DatabaseStats {
  /** Statements run since the database was opened, begin and commit left out. */
  statements: number
  /** Transactions committed since then. */
  commits: number
  /** Whether a transaction is open at this moment. */
  open: boolean
}

/** Read before and after a turn: there is one connection, so whatever ran in between was the turn's. */
export function databaseStats(orm: MikroORM): DatabaseStats {
  const { statements, commits, open } = houseConnection(orm).patient
  return { statements, commits, open }
}

/** Tells of every statement before it runs, by its text. Answers with what ends it. */
export function onStatement(orm: MikroORM, listener: (sql: string) => void): () => void {
  const { listeners } = houseConnection(orm).patient
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
