import { setTimeout as pause } from 'node:timers/promises'
import type Database from 'better-sqlite3'
import type { CompiledQuery, DatabaseConnection, QueryResult } from 'kysely'
import { StatementCache } from './statements.ts'

/** How long an outside writer's lock is waited for, and how long between two tries, in ms. */
export interface Patience {
  most: number
  firstPause: number
  longestPause: number
}

export const patience: Patience = { most: 5000, firstPause: 10, longestPause: 50 }

export function isSqliteBusy(error: unknown): boolean {
  const code = error instanceof Error ? (error as { code?: unknown }).code : undefined
  return typeof code === 'string' && code.startsWith('SQLITE_BUSY')
}

/** Tries again while somebody else writes. The waiting is awaited: nothing else stands still. */
async function patiently<T>(run: () => T, { most, firstPause, longestPause }: Patience): Promise<T> {
  const giveUp = performance.now() + most
  for (let rest = firstPause; ; rest = Math.min(rest + firstPause, longestPause)) {
    try {
      return run()
    } catch (error) {
      if (!isSqliteBusy(error) || performance.now() >= giveUp) throw error
      await pause(rest)
    }
  }
}

export type StatementListener = (sql: string) => void

/** The one connection: keeps its statements prepared, counts, and waits for outside writers without blocking. */
export class PatientConnection implements DatabaseConnection {
  readonly database: Database.Database
  readonly cache: StatementCache
  readonly listeners = new Set<StatementListener>()
  readonly #patience: Patience
  statements = 0
  commits = 0

  constructor(database: Database.Database, howPatient: Patience = patience) {
    this.database = database
    this.cache = new StatementCache(database)
    this.#patience = howPatient
  }

  get open(): boolean {
    return this.database.inTransaction
  }

  /** Takes the write lock at once: a transaction that reads first could not be retried later. */
  async begin(): Promise<void> {
    await this.rollback() // whatever an earlier one could not roll back
    const begin = this.cache.take('begin immediate')
    await patiently(() => begin.run(), this.#patience)
  }

  async commit(): Promise<void> {
    const commit = this.cache.take('commit')
    await patiently(() => commit.run(), this.#patience)
    this.commits += 1
  }

  /** Throws nothing: the connection has to come back, and the next transaction tries again to clear it. */
  async rollback(): Promise<void> {
    // SQLite rolls back by itself after some errors (a full disk, say).
    if (!this.database.inTransaction) return
    try {
      this.cache.take('rollback').run()
    } catch {
      // The error that led here is the one to tell.
    }
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    if (this.database.inTransaction) return this.#run<R>(sql, parameters)
    return patiently(() => this.#run<R>(sql, parameters), this.#patience)
  }

  async *streamQuery<R>({ sql, parameters }: CompiledQuery): AsyncIterableIterator<QueryResult<R>> {
    this.#count(sql)
    for (const row of this.database.prepare<unknown[], R>(sql).iterate(parameters)) yield { rows: [row] }
  }

  #run<R>(sql: string, parameters: readonly unknown[]): QueryResult<R> {
    this.#count(sql)
    const statement = this.cache.take(sql)
    if (statement.reader) return { rows: statement.all(parameters) as R[] }
    const { changes, lastInsertRowid } = statement.run(parameters)
    return { insertId: BigInt(lastInsertRowid), numAffectedRows: BigInt(changes), rows: [] }
  }

  #count(sql: string): void {
    this.statements += 1
    for (const listener of this.listeners) listener(sql)
  }
}
