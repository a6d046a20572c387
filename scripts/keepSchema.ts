import { writeFileSync } from 'node:fs'
import type Database from 'better-sqlite3'
import { migrate } from '../src/services/database/migrate.ts'
import { houseConnection, openDatabase } from '../src/services/database/open.ts'
import { fillEveryTable } from '../test/support/everything.ts'

interface Part {
  type: string
  name: string
  sql: string
}

type Value = string | number | null

function literal(value: Value): string {
  return typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value)
}

function rows(database: Database.Database, table: string): string[] {
  const found = database.prepare<[], Record<string, Value>>(`select * from "${table}"`).all()
  return found.map((row) => {
    const columns = Object.keys(row).map((column) => `"${column}"`)
    return `insert into "${table}" (${columns.join(', ')}) values (${Object.values(row).map(literal).join(', ')});`
  })
}

/** A database as SQL: tables, then their rows, then indexes and triggers. */
export function dump(database: Database.Database): string {
  const parts = database
    .prepare<[], Part>(
      `select type, name, sql from sqlite_master where sql is not null and name not like 'sqlite_%'`,
    )
    .all()
  const tables = parts.filter(({ type }) => type === 'table')
  const others = parts.filter(({ type }) => type !== 'table')
  return [
    'pragma foreign_keys = off;',
    ...tables.map(({ sql }) => `${sql};`),
    ...tables.flatMap(({ name }) => rows(database, name)),
    ...others.map(({ sql }) => `${sql};`),
    '',
  ].join('\n')
}

/** Keeps today's schema with rows in every table, for later versions to read: `node scripts/keepSchema.ts 0002-name`. */
async function keep(name: string): Promise<void> {
  const orm = await openDatabase({ url: 'sqlite::memory:' })
  await migrate(orm, { now: new Date() })
  const { database } = houseConnection(orm).patient
  fillEveryTable(database)
  writeFileSync(new URL(`../test/fixtures/schema/${name}.sql`, import.meta.url), dump(database))
  await orm.close()
}

if (import.meta.main) await keep(process.argv[2] ?? 'unnamed')
