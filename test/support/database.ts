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
import { seedExercises } from '../../src/services/exercises/seed.ts'

const migrations = new URL('../../migrations/sqlite/', import.meta.url)
const library = new URL('../../src/domain/library/', import.meta.url)
const cache = new URL('../../node_modules/.cache/spotter/', import.meta.url).pathname

function hashOf(...folders: URL[]): string {
  const hash = createHash('sha256')
  for (const folder of folders)
    for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort())
      if (name.endsWith('.ts')) hash.update(name).update(readFileSync(new URL(name, folder)))
  return hash.digest('hex').slice(0, 16)
}

/** Migrated once for every state of the migrations (and the library), whoever comes first. */
async function template(withLibrary: boolean): Promise<string> {
  const state = withLibrary ? `library-${hashOf(migrations, library)}` : hashOf(migrations)
  const path = join(cache, `template-${state}.sqlite`)
  if (existsSync(path)) return path
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'spotter-template-'))
  const made = join(folder, 'template.sqlite')
  const orm = await openDatabase({ url: `sqlite:${made}` })
  await migrate(orm, { now: new Date(0) })
  if (withLibrary) await seedExercises(orm, new Date(0))
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

/** A migrated database in a folder of its own, empty but for the exercises where `library` is set. Close it when done. */
export async function freshDatabase({
  library: withLibrary = false,
  ...options
}: { now?: () => Date; library?: boolean } = {}): Promise<FreshDatabase> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-db-'))
  const path = join(folder, 'spotter.sqlite')
  copyFileSync(await template(withLibrary), path)
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
