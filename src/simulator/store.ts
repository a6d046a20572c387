import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'

/** Keeps records of each kind by key; what is put is there after a restart. */
export interface Store {
  all(kind: string): [key: string, value: unknown][]
  put(kind: string, key: string | number, value: unknown): void
  remove(kind: string, key: string | number): void
  close(): void
}

const forgetful: Store = { all: () => [], put() {}, remove() {}, close() {} }

/** Opens a SQLite file, or keeps nothing for `:memory:`. */
export function openStore(file: string): Store {
  if (file === ':memory:') return forgetful
  mkdirSync(dirname(file), { recursive: true })
  const db = new DatabaseSync(file)
  db.exec('pragma journal_mode = wal; pragma synchronous = normal; pragma busy_timeout = 2000')
  db.exec(
    'create table if not exists records (kind text, key text, value text not null, primary key (kind, key))',
  )
  const all = db.prepare('select key, value from records where kind = ? order by rowid')
  const put = db.prepare(
    'insert into records values (?, ?, ?) on conflict do update set value = excluded.value',
  )
  const remove = db.prepare('delete from records where kind = ? and key = ?')
  return {
    all: (kind) =>
      all.all(kind).map((row) => [String(row['key']), JSON.parse(String(row['value'])) as unknown]),
    put: (kind, key, value) => void put.run(kind, String(key), JSON.stringify(value)),
    remove: (kind, key) => void remove.run(kind, String(key)),
    close: () => db.close(),
  }
}
