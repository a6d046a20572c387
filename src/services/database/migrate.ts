import { existsSync } from 'node:fs'
import type { MikroORM } from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import { backUp } from './backup.ts'
import { foreignKeyProblems } from './check.ts'
import { databaseFile, houseConnection } from './open.ts'
import { assertPragmas } from './pragmas.ts'

/** The schema cannot be brought up to date; the message is one line, and the file is as it was. */
export class MigrationError extends Error {
  override name = 'MigrationError'
}

const bookkeeping = 'mikro_orm_migrations'

function tablesOf(database: Database.Database): Set<string> {
  const names = database
    .prepare<[], string>(`select name from sqlite_master where type = 'table'`)
    .pluck()
    .all()
  return new Set(names.filter((name) => !name.startsWith('sqlite_')))
}

function refuseOthers(file: string, tables: ReadonlySet<string>): void {
  const [other] = tables
  if (other === undefined || tables.has(bookkeeping)) return
  const found = tables.has('users') ? 'users' : other
  throw new MigrationError(
    `${file} has a table "${found}" but no "${bookkeeping}": it was not made by this bot`,
  )
}

/** Refuses the file of another program before it is opened as ours, which alone would change it (to WAL). */
export function refuseForeignFile(file: string): void {
  if (!existsSync(file)) return
  const database = new Database(file, { readonly: true })
  try {
    refuseOthers(file, tablesOf(database))
  } finally {
    database.close()
  }
}

/** Refuses files that are not ours to change, before anything is written to them. */
function refuseForeign(orm: MikroORM, tables: ReadonlySet<string>): void {
  const file = databaseFile(orm)
  refuseOthers(file, tables)
  if (!tables.has(bookkeeping)) return
  const { database } = houseConnection(orm).patient
  const done = database.prepare<[], string>(`select name from ${bookkeeping}`).pluck().all()
  const known = new Set(orm.config.get('migrations').migrationsList?.map((it) => it.name))
  const unknown = done.find((name) => !known.has(name))
  if (unknown === undefined) return
  throw new MigrationError(`${file} was made by a newer version of the bot (it knows "${unknown}")`)
}

/** Rebuilding a table drops it: with foreign keys on, its dependants would go with it, even inside a transaction. */
async function withoutForeignKeys<T>(orm: MikroORM, work: () => Promise<T>): Promise<T> {
  const { database, cache } = houseConnection(orm).patient
  database.pragma('foreign_keys = off')
  try {
    return await work()
  } finally {
    cache.clear()
    database.pragma('foreign_keys = on')
    assertPragmas(database)
  }
}

async function carryOut(orm: MikroORM): Promise<void> {
  const before = foreignKeyProblems(orm).length
  await orm.em.getConnection().transactional(async (transaction) => {
    await orm.migrator.up({ transaction })
    const [problem, ...more] = foreignKeyProblems(orm)
    if (!problem || more.length + 1 <= before) return
    throw new Error(`rows of "${problem.table}" would point nowhere in "${problem.parent}"`)
  })
}

const stamp = (now: Date) => now.toISOString().replace(/[-:]/g, '').slice(0, 15)

/**
 * Brings the schema up to date, after a verified copy `FILE.before-MIGRATION-TIME.bak` of a file that has something
 * in it. Answers with the copy's path, or undefined where none was needed. All or nothing: when it fails, the file
 * is as it was, and a `MigrationError` says why in one line. `now` names the copy.
 */
export async function migrate(orm: MikroORM, { now }: { now: Date }): Promise<string | undefined> {
  const tables = tablesOf(houseConnection(orm).patient.database)
  refuseForeign(orm, tables)
  const [first] = await orm.migrator.getPending()
  if (!first) return undefined
  const file = databaseFile(orm)
  const worthKeeping = file !== ':memory:' && tables.size > 0
  const copy = worthKeeping ? `${file}.before-${first.name}-${stamp(now)}.bak` : undefined
  if (copy !== undefined) await backUp(file, copy)
  try {
    await withoutForeignKeys(orm, () => carryOut(orm))
  } catch (error) {
    const [reason] = (error instanceof Error ? error.message : String(error)).split('\n')
    throw new MigrationError(`${file} stays as it was, migration ${first.name} failed: ${reason}`, {
      cause: error,
    })
  }
  return copy
}
