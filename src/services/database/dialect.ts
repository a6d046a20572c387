import type Database from 'better-sqlite3'
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { PatientConnection } from './connection.ts'

type CreatedHook = (connection: DatabaseConnection) => Promise<void>

/**
 * Kysely over one patient connection. Kysely's own mutex hands it to one transaction at a time, and never gets it back
 * when beginning fails: so that is left to `HouseConnection`, which can.
 */
function patientDriver(connection: PatientConnection, created: CreatedHook | undefined): Driver {
  const command = (text: string) => connection.executeQuery(CompiledQuery.raw(text))
  return {
    init: async () => created?.(connection),
    acquireConnection: async () => connection,
    beginTransaction: async () => {},
    commitTransaction: () => connection.commit(),
    rollbackTransaction: () => connection.rollback(),
    savepoint: async (_, name) => void (await command(`savepoint "${name}"`)),
    rollbackToSavepoint: async (_, name) => void (await command(`rollback to "${name}"`)),
    releaseSavepoint: async (_, name) => void (await command(`release "${name}"`)),
    releaseConnection: async () => {},
    destroy: async () => void connection.database.close(),
  }
}

export interface PatientDialect extends Dialect {
  connection: PatientConnection
}

export function patientDialect(database: Database.Database, created?: CreatedHook): PatientDialect {
  const connection = new PatientConnection(database)
  return {
    connection,
    createDriver: () => patientDriver(connection, created),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createAdapter: () => new SqliteAdapter(),
    createIntrospector: (db) => new SqliteIntrospector(db),
  }
}
