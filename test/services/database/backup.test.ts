import { chmodSync, existsSync, readdirSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { User } from '../../../src/entities/users.ts'
import { backUp, checkCopy } from '../../../src/services/database/backup.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { fillEveryTable, insert } from '../../support/everything.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

function read<T>(path: string, sql: string): T[] {
  const database = new Database(path, { readonly: true })
  const rows = database.prepare<[], T>(sql).pluck().all()
  database.close()
  return rows
}

test('the copy has everything, stands alone, and replaces an older one', async () => {
  fillEveryTable(fresh.outsider())
  const target = `${fresh.folder}/backups/copy.sqlite`
  const first = await backUp(fresh.path, target)
  insert(fresh.outsider(), 'users', { username: 'late', role: 'client' })
  const second = await backUp(fresh.path, target)
  const number = expect.any(Number) as number
  expect(first).toEqual({ path: target, bytes: number, rows: number, foreignKeyProblems: 0 })
  expect(second.rows).toBe(first.rows + 1)
  expect(await checkCopy(target)).toEqual(second)
  expect(second.bytes).toBeGreaterThan(100_000)
  expect(read(target, 'select username from users order by id')).toEqual(['office', 'dana', 'anna', 'late'])
  expect(readdirSync(`${fresh.folder}/backups`)).toEqual(['copy.sqlite'])
})

test('while the bot writes, the copy is one moment of it: whole transactions only', async () => {
  const stop = new AbortController()
  const writing = (async () => {
    for (let i = 0; !stop.signal.aborted; i++) {
      await fresh.orm.em.fork().transactional(async (em) => {
        em.create(User, { username: `left${i}`, role: 'client' })
        await em.flush()
        em.create(User, { username: `right${i}`, role: 'client' })
      })
      await new Promise(setImmediate)
    }
  })()
  const target = `${fresh.folder}/copy.sqlite`
  for (let round = 0; round < 5; round++) {
    await backUp(fresh.path, target)
    const names = read<string>(target, 'select username from users')
    expect(names.filter((name) => name.startsWith('left'))).toHaveLength(names.length / 2)
  }
  stop.abort()
  await writing
})

test('an open transaction of ours is left out, and goes on', async () => {
  const em = fresh.orm.em.fork()
  await em.begin()
  await em.insert(User, { username: 'unfinished', role: 'client' })
  await backUp(fresh.path, `${fresh.folder}/copy.sqlite`)
  await em.commit()
  expect(read(`${fresh.folder}/copy.sqlite`, 'select username from users')).toEqual([])
  expect(read(fresh.path, 'select username from users')).toEqual(['unfinished'])
})

test('rows that point nowhere are copied as they are, and counted', async () => {
  insert(fresh.outsider(), 'weigh_ins', { client_id: 999, weight: 70 })
  expect(await backUp(fresh.path, `${fresh.folder}/copy.sqlite`)).toMatchObject({ foreignKeyProblems: 1 })
})

test('what cannot be copied leaves no copy behind', async () => {
  const target = `${fresh.folder}/copy.sqlite`
  const broken = `${fresh.folder}/broken.sqlite`
  writeFileSync(broken, 'no database')
  await expect(backUp(broken, target)).rejects.toThrow('file is not a database')
  await expect(backUp(`${fresh.folder}/nowhere.sqlite`, target)).rejects.toThrow(
    'unable to open database file',
  )
  expect(existsSync(target)).toBe(false)
  expect(readdirSync(fresh.folder).filter((name) => name.includes('unfinished'))).toEqual([])
})

test('a damaged page is found before the copy takes its name', async () => {
  fillEveryTable(fresh.outsider())
  const db = fresh.outsider()
  db.pragma('wal_checkpoint(truncate)')
  db.unsafeMode()
  db.pragma('writable_schema = on')
  db.prepare(
    `update sqlite_master set sql = replace(sql, '"notes" text null', '"notes" text not null') where name = 'recipes'`,
  ).run()
  db.prepare(
    `update sqlite_master set sql = replace(sql, '"description" text null', '"description" text not null') where name = 'recipes'`,
  ).run()
  db.pragma('writable_schema = reset')
  chmodSync(fresh.path, 0o600)
  await expect(backUp(fresh.path, `${fresh.folder}/copy.sqlite`)).rejects.toThrow(/damaged|constraint/)
  expect(existsSync(`${fresh.folder}/copy.sqlite`)).toBe(false)
})

test('a copy is for its owner alone, and so is the folder that is made for it', async () => {
  const target = `${fresh.folder}/backups/copy.sqlite`
  await backUp(fresh.path, target)
  const rights = [target, `${fresh.folder}/backups`].map((path) => (statSync(path).mode & 0o777).toString(8))
  expect(rights).toEqual(['600', '700'])
})

test('one that is told to stop ends at once and leaves nothing', async () => {
  const stop = new AbortController()
  const target = `${fresh.folder}/copy.sqlite`
  const running = backUp(fresh.path, target, stop.signal)
  stop.abort()
  await expect(running).rejects.toThrow('The backup ended early (stopped)')
  await expect(backUp(fresh.path, target, stop.signal)).rejects.toThrow('aborted')
  expect(readdirSync(fresh.folder).filter((name) => name.startsWith('copy'))).toEqual([])
})

test('a copy that was damaged later is found by reading it through', async () => {
  fillEveryTable(fresh.outsider())
  const target = `${fresh.folder}/copy.sqlite`
  const { bytes } = await backUp(fresh.path, target)
  truncateSync(target, bytes - 4096 * 20)
  await expect(checkCopy(target)).rejects.toThrow(/damaged|malformed/)
  await expect(checkCopy(`${fresh.folder}/gone.sqlite`)).rejects.toThrow('unable to open database file')
})
