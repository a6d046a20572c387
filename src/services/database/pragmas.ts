import type Database from 'better-sqlite3'

/** ms; longer waits are awaited by the connection, because SQLite's own waiting blocks the whole process. */
export const busyTimeout = 20

/** ms; a start may wait: nobody else does yet. The child of a bot that was killed may still put the log away. */
const openingTimeout = 10_000

/** Pragma, what is set, and what must be read back. Order matters: the journal mode comes first, and our short patience last. */
const wanted: readonly (readonly [name: string, set: string, read: string | number])[] = [
  ['journal_mode', 'wal', 'wal'],
  ['synchronous', 'full', 2],
  ['foreign_keys', 'on', 1],
  ['temp_store', 'memory', 2],
  // What was deleted is overwritten: it may be about somebody's health.
  ['secure_delete', 'on', 1],
  ['recursive_triggers', 'off', 0],
  ['trusted_schema', 'off', 0],
  ['busy_timeout', String(busyTimeout), busyTimeout],
]

export function setPragmas(database: Database.Database): void {
  database.pragma(`busy_timeout = ${openingTimeout}`)
  for (const [name, value] of wanted) database.pragma(`${name} = ${value}`)
}

/** Throws one line naming the first promise of ours that SQLite does not keep. */
export function assertPragmas(database: Database.Database): void {
  for (const [name, , read] of wanted) {
    const found: unknown = database.pragma(name, { simple: true })
    // A database in memory has no file to keep a log beside.
    const fine = found === read || (name === 'journal_mode' && found === 'memory')
    if (!fine) throw new Error(`The database does not keep ${name} = ${read} (found ${String(found)})`)
  }
}
