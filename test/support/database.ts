import { createHash } from 'node:crypto'
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MikroORM } from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import { migrate } from '../../src/services/database/migrate.ts'
import { openDatabase } from '../../src/services/database/open.ts'

const migrations = new URL('../../migrations/sqlite/', import.meta.url)
const cache = new URL('../../node_modules/.cache/spotter/', import.meta.url).pathname

function hashOfMigrations(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(migrations).sort())
    hash.update(name).update(readFileSync(new URL(name, migrations)))
  return hash.digest('hex').slice(0, 16)
}

/** Migrated once for every state of the migrations folder, whoever comes first. */
async function template(): Promise<string> {
  const path = join(cache, `template-${hashOfMigrations()}.sqlite`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'spotter-template-'))
  const made = join(folder, 'template.sqlite')
  const orm = await openDatabase({ url: `sqlite:${made}` })
  await migrate(orm, { now: new Date(0) })
  await orm.close()
  const mine = `${path}.${process.pid}`
  copyFileSync(made, mine)
  renameSync(mine, path)
  rmSync(folder, { recursive: true })
  return path
}

export interface FreshDatabase {
  orm: MikroORM
  url: string
  path: string
  /** A folder of this database's own, for whatever lies beside it. */
  folder: string
  /** A second connection, as somebody else's program would make it. */
  outsider(): Database.Database
  /** Closes what was opened and removes the folder. */
  close(): Promise<void>
}

/** A migrated, empty database in a folder of its own. Close it when done. */
export async function freshDatabase(options: { now?: () => Date } = {}): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-db-'))
  const path = join(folder, 'spotter.sqlite')
  copyFileSync(await template(), path)
  const url = `sqlite:${path}`
  const orm = await openDatabase({ url, ...options })
  const outsiders: Database.Database[] = []
  return {
    orm,
    url,
    path,
    folder,
    outsider: () => {
      const database = new Database(path)
      database.pragma('foreign_keys = off')
      outsiders.push(database)
      return database
    },
    close: async () => {
      for (const database of outsiders) database.close()
      await orm.close()
      rmSync(folder, { recursive: true })
    },
  }
}
