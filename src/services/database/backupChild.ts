import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { type Backup, type BackupAnswer, type BackupOrder, copyMark, unfinishedName } from './backup.ts'

// The program of the child process.

/** Waits until what was written is on the disk. */
function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

/** How many rows each table has. */
function count(database: Database.Database): Map<string, number> {
  const tables = database
    .prepare<[], string>(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all()
  const rowsOf = (table: string) =>
    database
      .prepare<[], number>(`select count(*) from "${table.replaceAll('"', '""')}"`)
      .pluck()
      .get() ?? 0
  return new Map(tables.map((table) => [table, rowsOf(table)]))
}

/** Whoever starts on it shall know that it was the past. */
function markAsCopy(path: string): void {
  const database = new Database(path, { fileMustExist: true })
  try {
    database.pragma(`user_version = ${copyMark}`)
  } finally {
    database.close()
  }
}

const versionOf = (database: Database.Database): unknown => database.pragma('data_version', { simple: true })

/** Copies; answers the rows that the copy must have, where nobody wrote meanwhile. */
function copy(source: string, target: string): Map<string, number> | undefined {
  // SQLite writes into an empty file, and leaves its rights as they are.
  closeSync(openSync(target, 'wx', 0o600))
  const from = new Database(source, { fileMustExist: true })
  try {
    const before = versionOf(from)
    const rows = count(from)
    from.prepare('vacuum into ?').run(target)
    return versionOf(from) === before ? rows : undefined
  } finally {
    from.close()
  }
}

/** Throws where the copy is damaged. Rows that point nowhere are the writers' fault, and are only counted. */
function verify(path: string, expected?: Map<string, number>): Omit<Backup, 'path'> {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const found: unknown = database.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`The copy of the database is damaged: ${String(found)}`)
    const rows = count(database)
    for (const [table, most] of expected ?? [])
      if (rows.get(table) !== most) throw new Error(`The copy of the database is not whole: ${table}`)
    return {
      bytes: statSync(path).size,
      rows: [...rows.values()].reduce((sum, some) => sum + some, 0),
      foreignKeyProblems: database.prepare('pragma foreign_key_check').all().length,
    }
  } finally {
    database.close()
  }
}

function backUp(source: string, target: string): Backup {
  const unfinished = unfinishedName(target)
  for (const rest of ['', '-journal']) rmSync(`${unfinished}${rest}`, { force: true })
  const rows = copy(source, unfinished)
  markAsCopy(unfinished)
  const found = verify(unfinished, rows)
  sync(unfinished)
  renameSync(unfinished, target)
  sync(dirname(target))
  return { path: target, ...found }
}

function carryOut(order: BackupOrder): BackupAnswer {
  try {
    if ('check' in order) return { done: { path: order.check, ...verify(order.check) } }
    return { done: backUp(order.source, order.target) }
  } catch (error) {
    return { failed: error instanceof Error ? error.message : 'unknown' }
  }
}

process.on('message', (order: BackupOrder) => process.send?.(carryOut(order)))
process.on('disconnect', () => process.exit(0))
