import {
  type AnyEntity,
  type Configuration,
  type Dictionary,
  type EntityData,
  type LoggingOptions,
  type NativeQueryBuilder,
  type QueryResult,
  type RawQueryFragment,
  SqliteConnection,
  SqliteDriver,
  type Transaction,
} from '@mikro-orm/sqlite'
import Database from 'better-sqlite3'
import { CompiledQuery } from 'kysely'
import { bindable } from './binding.ts'
import type { PatientConnection } from './connection.ts'
import { type PatientDialect, patientDialect } from './dialect.ts'

type BeginOptions = NonNullable<Parameters<SqliteConnection['begin']>[0]>
type Executed = QueryResult | EntityData<AnyEntity> | EntityData<AnyEntity>[]

/** MikroORM's SQLite connection, over our Kysely dialect. */
export class HouseConnection extends SqliteConnection {
  #dialect: PatientDialect | undefined

  get patient(): PatientConnection {
    if (!this.#dialect) throw new Error('The database is not open')
    return this.#dialect.connection
  }

  override createKyselyDialect(options: Dictionary): PatientDialect {
    const database = new Database(this.config.get('dbName'), options)
    this.#dialect = patientDialect(database, this.config.get('onCreateConnection'))
    return this.#dialect
  }

  override async getNativeClient(): Promise<Database.Database> {
    await this.ensureConnection()
    return this.patient.database
  }

  override async executeDump(dump: string): Promise<void> {
    const database = await this.getNativeClient()
    database.exec(dump)
  }

  /** Takes the write lock once Kysely has handed the connection over, and gives it back when that cannot be done. */
  override async begin(options: BeginOptions = {}): Promise<Transaction> {
    const transaction = await super.begin(options)
    if (options.ctx) return transaction
    try {
      await this.patient.begin()
    } catch (error) {
      await transaction.rollback().execute()
      throw error
    }
    return transaction
  }

  /** As MikroORM's, but values are bound instead of written into the text, so that statements stay prepared. */
  override async execute<T extends Executed = EntityData<AnyEntity>[]>(
    query: string | NativeQueryBuilder | RawQueryFragment,
    params: readonly unknown[] | Dictionary<unknown> = [],
    method: 'all' | 'get' | 'run' = 'all',
    ctx?: Transaction,
    loggerContext?: LoggingOptions,
  ): Promise<T> {
    const bound = bindable(query, params)
    if (!bound) return super.execute<T>(query, params, method, ctx, loggerContext)
    await this.ensureConnection()
    const compiled = CompiledQuery.raw(bound.sql, bound.values)
    const run = async () => {
      const result = await (ctx ?? this.getClient()).executeQuery(compiled)
      return this.transformRawResult<T>(result, method)
    }
    return this.executeQuery(bound.sql, run, { ...loggerContext, query: bound.sql, params: bound.values })
  }
}

/** MikroORM's SQLite driver with a connection that begins at once, waits awaited and keeps statements prepared. */
export class HouseDriver extends SqliteDriver {
  protected override readonly connection: HouseConnection

  constructor(config: Configuration) {
    super(config)
    this.connection = new HouseConnection(config)
  }
}
