import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import type { MikroORM } from '@mikro-orm/sqlite'
import { Migration } from '@mikro-orm/migrations'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrationsList } from '../../../migrations/sqlite/index.ts'
import { foreignKeyProblems } from '../../../src/services/database/check.ts'
import { MigrationError, migrate } from '../../../src/services/database/migrate.ts'
import { houseConnection, openDatabase } from '../../../src/services/database/open.ts'
import type { MigrationList } from '../../../src/services/database/options.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { fillEveryTable, insert } from '../../support/everything.ts'

const now = new Date('2026-11-24T10:20:30Z')
const fixtures = new URL('../../fixtures/schema/', import.meta.url)

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

const backups = () => readdirSync(fresh.folder).filter((name) => name.includes('.before-'))
const file = () => readFileSync(fresh.path)

/** Opens the file of the test as a version of the bot with these migrations would. */
async function asVersion<T>(migrations: MigrationList, work: (orm: MikroORM) => Promise<T>): Promise<T> {
  await fresh.orm.close()
  const orm = await openDatabase({ url: fresh.url, migrations })
  try {
    return await work(orm)
  } finally {
    await orm.close()
  }
}

const next = (...statements: string[]) =>
  class MigrationNext extends Migration {
    override up(): void {
      for (const statement of statements) this.addSql(statement)
    }
  }

test('from nothing to all of it, without a copy, and a second time there is nothing to do', async () => {
  const orm = await openDatabase({ url: `sqlite:${fresh.folder}/empty.sqlite` })
  expect(await migrate(orm, { now })).toBeUndefined()
  expect(await orm.schema.getUpdateSchemaSQL()).toBe('')
  expect(await migrate(orm, { now })).toBeUndefined()
  expect(backups()).toEqual([])
  await orm.close()
})

test.each(readdirSync(fixtures))('the kept schema %s comes up to date with its rows', async (name) => {
  const path = `${fresh.folder}/kept.sqlite`
  const kept = new Database(path)
  kept.exec(readFileSync(new URL(name, fixtures), 'utf8'))
  const tables = kept
    .prepare<[], string>(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`)
    .pluck()
    .all()
    .filter((table) => table !== 'mikro_orm_migrations')
  const before = new Map(tables.map((table) => [table, kept.prepare(`select * from "${table}"`).all()]))
  kept.close()
  expect(tables.length).toBeGreaterThanOrEqual(35)
  const orm = await openDatabase({ url: `sqlite:${path}` })
  await migrate(orm, { now })
  expect(await orm.schema.getUpdateSchemaSQL()).toBe('')
  expect(foreignKeyProblems(orm)).toEqual([])
  const { database } = houseConnection(orm).patient
  for (const [table, rows] of before) {
    expect([table, rows.length]).not.toEqual([table, 0])
    expect(database.prepare(`select * from "${table}"`).all()).toMatchObject(rows)
  }
  for (const meta of orm.getMetadata().getAll().values()) await orm.em.fork().find(meta.class, {})
  await orm.close()
})

test('letters that were sent before lead to their row, where there still is one', async () => {
  const path = `${fresh.folder}/kept.sqlite`
  const kept = new Database(path)
  kept.exec(readFileSync(new URL('0002-day.sql', fixtures), 'utf8'))
  const send = kept.prepare(
    `insert into deliveries (dedupe_key, kind, recipient_id, payload, due_at, updated_at) values (?, 'letter', 2, ?, '2026-11-03', '2026-11-03 09:00:00.000000')`,
  )
  for (const letter of [1, 4711]) send.run(`letter:${letter}`, JSON.stringify({ letter }))
  kept.close()
  const orm = await openDatabase({ url: `sqlite:${path}` })
  await migrate(orm, { now })
  const { database } = houseConnection(orm).patient
  const leadTo = database.prepare(
    `select dedupe_key, notification_id, updated_at from deliveries where kind = 'letter' order by id`,
  )
  expect(leadTo.raw().all()).toEqual([
    ['letter:1', 1, '2026-11-03 09:00:00.000000'],
    ['letter:4711', null, '2026-11-03 09:00:00.000000'],
  ])
  await orm.close()
})

test('tables made anew give no number that was given before', async () => {
  const path = `${fresh.folder}/kept.sqlite`
  const kept = new Database(path)
  kept.exec(readFileSync(new URL('0001-first.sql', fixtures), 'utf8'))
  const anew = ['planned_meals', 'progress_entries']
  for (const table of anew) {
    // As if later rows had been deleted.
    kept.prepare('update sqlite_sequence set seq = 4711 where name = ?').run(table)
    expect(kept.prepare(`select max(id) < 4711 from ${table}`).pluck().get()).toBe(1)
  }
  kept.close()
  const orm = await openDatabase({ url: `sqlite:${path}` })
  await migrate(orm, { now })
  const { database } = houseConnection(orm).patient
  const numbering = database.prepare(
    `select name, seq from sqlite_sequence where name like 'planned_meals%' or name like 'progress_entries%'
      order by name`,
  )
  expect(numbering.all()).toEqual(anew.map((name) => ({ name, seq: 4711 })))
  await orm.close()
})

test('a table rebuilt as MikroORM writes it keeps its dependants and triggers; a verified copy is made before', async () => {
  const db = fresh.outsider()
  fillEveryTable(db)
  const counts = () =>
    db.prepare('select (select count(*) from set_logs), (select count(*) from weigh_ins)').raw().get()
  const before = counts()
  db.unsafeMode()
  db.pragma('writable_schema = on')
  db.exec(
    `update sqlite_master set sql = replace(sql, 'check (trainer_id <> id)', 'check (trainer_id > id)') where name = 'users'`,
  )
  db.pragma('writable_schema = reset')
  const statements = (await fresh.orm.schema.getUpdateSchemaSQL()).split(/;\n+/)
  expect(statements).toContain('drop table `users`')
  const copy = await asVersion([...migrationsList, next(...statements)], async (orm) => {
    const path = await migrate(orm, { now })
    expect(houseConnection(orm).patient.database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(foreignKeyProblems(orm)).toEqual([])
    expect(await orm.schema.getUpdateSchemaSQL()).toBe('')
    return path
  })
  expect(counts()).toEqual(before)
  expect(copy).toBe(`${fresh.path}.before-MigrationNext-20261124T102030.bak`)
  const kept = new Database(copy, { readonly: true })
  expect(kept.prepare('select count(*) from set_logs').pluck().get()).toBe(2)
  expect(kept.prepare('select count(*) from mikro_orm_migrations').pluck().get()).toBe(migrationsList.length)
  kept.close()
})

test.each([
  ['a fault in its SQL', ['create table extra (a)', 'drop table nowhere'], 'no such table: nowhere'],
  ['rows that would point nowhere', ['delete from users'], 'would point nowhere in "users"'],
  [
    'a row against a constraint',
    [`insert into users (username, role) values ('x', 'king')`],
    'CHECK constraint failed',
  ],
])('%s leaves the file as it was, and one line says why', async (_, statements, reason) => {
  fillEveryTable(fresh.outsider())
  const failed = await asVersion([...migrationsList, next(...statements)], async (orm) => {
    const error = await migrate(orm, { now }).catch((thrown: unknown) => thrown)
    const { database } = houseConnection(orm).patient
    expect(database.pragma('foreign_keys', { simple: true })).toBe(1)
    expect(database.inTransaction).toBe(false)
    return error
  })
  expect(failed).toBeInstanceOf(MigrationError)
  expect(failed).toMatchObject({ message: expect.stringContaining(reason) as string })
  expect((failed as Error).message).toMatch(/^[^\n]*stays as it was, migration MigrationNext failed[^\n]*$/)
  const db = fresh.outsider()
  expect(db.prepare(`select count(*) from sqlite_master where name = 'extra'`).pluck().get()).toBe(0)
  expect(db.prepare('select count(*) from users').pluck().get()).toBe(3)
  expect(db.prepare('select count(*) from mikro_orm_migrations').pluck().get()).toBe(migrationsList.length)
})

test('rows that pointed nowhere before do not stop a migration', async () => {
  insert(fresh.outsider(), 'weigh_ins', { client_id: 999, weight: 70 })
  const list = [...migrationsList, next('create table extra (a)')]
  await asVersion(list, (orm) => migrate(orm, { now }))
  expect(fresh.outsider().prepare('select count(*) from extra').pluck().get()).toBe(0)
})

test('somebody else’s database is refused in one line, and not touched', async () => {
  const path = `${fresh.folder}/theirs.sqlite`
  const theirs = new Database(path)
  theirs.pragma('journal_mode = wal')
  theirs.exec('create table users (id integer primary key, name text)')
  theirs.close()
  const orm = await openDatabase({ url: `sqlite:${path}` })
  const refusal = migrate(orm, { now })
  await expect(refusal).rejects.toThrow(
    `${path} has a table "users" but no "mikro_orm_migrations": it was not made by this bot`,
  )
  const tables = houseConnection(orm).patient.database.prepare('select name from sqlite_master').pluck().all()
  expect(tables).toEqual(['users'])
  await orm.close()
})

test('a file made by a newer version is refused', async () => {
  await asVersion([...migrationsList, next('create table extra (a)')], (orm) => migrate(orm, { now }))
  fresh.orm = await openDatabase({ url: fresh.url })
  await expect(migrate(fresh.orm, { now })).rejects.toThrow(
    'made by a newer version of the bot (it knows "MigrationNext")',
  )
})

test('a file that is no database is left alone', async () => {
  const path = `${fresh.folder}/letter.sqlite`
  writeFileSync(path, 'Dear database, '.repeat(100))
  await expect(openDatabase({ url: `sqlite:${path}` })).rejects.toThrow('file is not a database')
  expect(readFileSync(path, 'utf8')).toMatch(/^Dear/)
})

test('without anything pending the file is not even written to', async () => {
  fresh.outsider().pragma('wal_checkpoint(truncate)')
  const before = file()
  expect(await migrate(fresh.orm, { now })).toBeUndefined()
  fresh.outsider().pragma('wal_checkpoint(truncate)')
  expect(file().equals(before)).toBe(true)
})
