import type Database from 'better-sqlite3'
import type { Statement } from 'better-sqlite3'

const changesSchema = /^\s*(?:create|alter|drop|pragma|vacuum|attach|detach|reindex|analyze)\b/i

/** Commands to the engine that are never worth keeping and may make kept statements stale. */
export const isSchemaChange = (sql: string): boolean => changesSchema.test(sql)

/**
 * Prepared statements by their text, the most recently used kept: preparing costs more than running.
 * Statements live as long as the connection, and are forgotten when the schema changes.
 */
export class StatementCache {
  readonly #database: Database.Database
  readonly #most: number
  readonly #kept = new Map<string, Statement>()
  prepared = 0

  constructor(database: Database.Database, most = 500) {
    this.#database = database
    this.#most = most
  }

  get size(): number {
    return this.#kept.size
  }

  take(sql: string): Statement {
    const kept = this.#kept.get(sql)
    if (kept) {
      this.#kept.delete(sql)
      this.#kept.set(sql, kept)
      return kept
    }
    this.prepared += 1
    if (isSchemaChange(sql)) {
      this.#kept.clear()
      return this.#database.prepare(sql)
    }
    const statement = this.#database.prepare(sql)
    this.#kept.set(sql, statement)
    if (this.#kept.size > this.#most) this.#dropOldest()
    return statement
  }

  clear(): void {
    this.#kept.clear()
  }

  #dropOldest(): void {
    for (const sql of this.#kept.keys()) {
      this.#kept.delete(sql)
      return
    }
  }
}
