import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Kysely } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Tables } from '../../../src/entities/tables.ts'
import { User } from '../../../src/entities/users.ts'
import {
  databaseStats,
  houseConnection,
  onStatement,
  openDatabase,
} from '../../../src/services/database/open.ts'
import { assertPragmas, setPragmas } from '../../../src/services/database/pragmas.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

test('promises hold on every opening: WAL, synchronous FULL, foreign keys, a short busy timeout', async () => {
  const { database } = houseConnection(fresh.orm).patient
  const pragma = (name: string) => database.pragma(name, { simple: true })
  expect(pragma('journal_mode')).toBe('wal')
  expect(pragma('synchronous')).toBe(2)
  expect(pragma('foreign_keys')).toBe(1)
  expect(pragma('busy_timeout')).toBeLessThanOrEqual(50)
  expect(pragma('secure_delete')).toBe(1)
  await fresh.orm.close()
  fresh.orm = await openDatabase({ url: fresh.url })
  assertPragmas(houseConnection(fresh.orm).patient.database)
})

test.each([
  ['journal_mode', 'delete'],
  ['synchronous', 'normal'],
  ['foreign_keys', 'off'],
  ['busy_timeout', '5000'],
])('a connection whose %s is %s is refused', (name, value) => {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-pragmas-'))
  const database = new Database(join(folder, 'a.sqlite'))
  setPragmas(database)
  assertPragmas(database)
  database.pragma(`${name} = ${value}`)
  expect(() => assertPragmas(database)).toThrow(`The database does not keep ${name}`)
  database.close()
  rmSync(folder, { recursive: true })
})

test('folders are made, and other databases are refused before anything is', async () => {
  const orm = await openDatabase({ url: `sqlite:${fresh.folder}/a/b/c.sqlite` })
  await orm.close()
  await expect(openDatabase({ url: 'postgres://localhost/spotter' })).rejects.toThrow('expected sqlite:PATH')
})

test('Kysely runs in the fork’s own transaction: it sees what the fork wrote, and goes back with it', async () => {
  const em = fresh.orm.em.fork()
  await em.begin()
  em.create(User, { username: 'anna', role: 'client' })
  await em.flush()
  const sql = em.getKysely() as unknown as Kysely<Tables>
  expect(await sql.selectFrom('users').select('username').execute()).toEqual([{ username: 'anna' }])
  await sql.insertInto('users').values({ username: 'bob', role: 'client' }).execute()
  expect(await em.count(User)).toBe(2)
  await em.rollback()
  expect(await fresh.orm.em.fork().count(User)).toBe(0)
})

test('a transaction inside a transaction goes back alone', async () => {
  await fresh.orm.em.fork().transactional(async (em) => {
    em.create(User, { username: 'anna', role: 'client' })
    await em.flush()
    const inner = em.transactional(async (deeper) => {
      deeper.create(User, { username: 'bob', role: 'client' })
      await deeper.flush()
      throw new Error('no')
    })
    await expect(inner).rejects.toThrow('no')
  })
  const names = fresh.outsider().prepare('select username from users').pluck().all()
  expect(names).toEqual(['anna'])
})

test('statements and commits are counted, and told to who listens', async () => {
  const before = databaseStats(fresh.orm)
  const heard: string[] = []
  const end = onStatement(fresh.orm, (sql) => heard.push(sql))
  const em = fresh.orm.em.fork()
  await em.begin()
  expect(databaseStats(fresh.orm).open).toBe(true)
  await em.findOne(User, { username: 'anna' })
  await em.insert(User, { username: 'anna', role: 'client' })
  await em.commit()
  end()
  await em.count(User)
  const after = databaseStats(fresh.orm)
  expect(after).toEqual({ statements: before.statements + 3, commits: before.commits + 1, open: false })
  expect(heard).toEqual([expect.stringMatching(/^select/), expect.stringMatching(/^insert/)])
})

test('the ORM’s own statements stay prepared: values are bound, not written into the text', async () => {
  const { cache } = houseConnection(fresh.orm).patient
  for (const username of ['a', 'b', 'c?', "d'e"]) {
    await fresh.orm.em.fork().insert(User, { username, role: 'client', fullName: `Mr ${username}` })
  }
  const prepared = cache.prepared
  for (const username of ['a', 'b', 'c?', "d'e"]) {
    const found = await fresh.orm.em.fork().findOneOrFail(User, { username })
    expect(found).toMatchObject({ username, fullName: `Mr ${username}`, isActive: true })
  }
  expect(cache.prepared - prepared).toBe(1)
})
