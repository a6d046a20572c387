import { afterEach, beforeEach, expect, test } from 'vitest'
import { User } from '../../../src/entities/users.ts'
import { isBusy } from '../../../src/services/errors.ts'
import { PatientConnection } from '../../../src/services/database/connection.ts'
import { houseConnection, openDatabase } from '../../../src/services/database/open.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { otherProcess } from '../../support/process.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

/** Holds the write lock for the given ms after its first line, or until it is killed. */
const holder = `
import Database from 'better-sqlite3'
const [path, ms] = process.argv.slice(1)
const db = new Database(path)
db.exec("begin immediate; insert into users (username, role) values ('other', 'client')")
console.log('held')
setTimeout(() => { db.exec('commit'); db.close() }, Number(ms))
`

/** Keeps everybody out for the given ms, as the last one to close does while it puts its log away. */
const shutter = `
import Database from 'better-sqlite3'
const [path, ms] = process.argv.slice(1)
const db = new Database(path)
db.pragma('locking_mode = exclusive')
db.exec("begin immediate; insert into users (username, role) values ('other', 'client')")
console.log('shut')
setTimeout(() => { db.exec('commit'); db.close() }, Number(ms))
`

/** The longest time the event loop stood still while `work` ran, in ms. */
async function longestPause(work: () => Promise<unknown>): Promise<number> {
  let longest = 0
  let last = performance.now()
  const ticks = setInterval(() => {
    const now = performance.now()
    longest = Math.max(longest, now - last - 5)
    last = now
  }, 5)
  await work()
  clearInterval(ticks)
  return longest
}

const add = (username: string) =>
  fresh.orm.em.fork().transactional(async (em) => {
    await em.count(User)
    em.create(User, { username, role: 'client' })
  })

test('two seconds of somebody else’s lock do not stop the bot, and its write succeeds', async () => {
  const other = await otherProcess(holder, fresh.path, '2000')
  const began = performance.now()
  const pause = await longestPause(() => add('ours'))
  expect(performance.now() - began).toBeGreaterThan(1000)
  await other.ended
  expect(pause).toBeLessThan(250)
  expect(await fresh.orm.em.fork().count(User)).toBe(2)
})

test('a transaction that could not begin leaves the connection free for the next one', async () => {
  const { patient } = houseConnection(fresh.orm)
  const begin = patient.begin.bind(patient)
  patient.begin = () => Promise.reject(Object.assign(new Error('locked'), { code: 'SQLITE_BUSY' }))
  await expect(add('first')).rejects.toThrow('locked')
  await expect(add('second')).rejects.toThrow('locked')
  patient.begin = begin
  await add('third')
  expect(await fresh.orm.em.fork().count(User)).toBe(1)
}, 5000)

test('a rollback that fails leaves it free too', async () => {
  const { patient } = houseConnection(fresh.orm)
  const { database } = patient
  const failing = fresh.orm.em.fork().transactional(async () => {
    // Ends the transaction behind the connection's back: nothing is left to roll back.
    const take = patient.cache.take.bind(patient.cache)
    patient.cache.take = (sql) => {
      if (sql !== 'rollback') return take(sql)
      patient.cache.take = take
      throw new Error('the disk is gone')
    }
    throw new Error('the turn failed')
  })
  await expect(failing).rejects.toThrow('the turn failed')
  expect(database.inTransaction).toBe(true)
  await add('next')
  expect(await fresh.orm.em.fork().count(User)).toBe(1)
}, 5000)

test('a single write outside any transaction waits in the same way', async () => {
  const other = await otherProcess(holder, fresh.path, '600')
  await fresh.orm.em.fork().insert(User, { username: 'ours', role: 'client' })
  await other.ended
  expect(await fresh.orm.em.fork().count(User)).toBe(2)
})

test('a start waits for whoever shuts the file for a moment', async () => {
  await fresh.orm.close()
  const other = await otherProcess(shutter, fresh.path, '600')
  fresh.orm = await openDatabase({ url: fresh.url })
  await other.ended
  expect(await fresh.orm.em.fork().count(User)).toBe(1)
})

test('reading goes on beside the lock', async () => {
  const other = await otherProcess(holder, fresh.path, '60000')
  expect(await fresh.orm.em.fork().count(User)).toBe(0)
  other.child.kill('SIGKILL')
  await other.ended
})

test('what a killed writer held is free at once', async () => {
  const other = await otherProcess(holder, fresh.path, '60000')
  const ours = add('ours')
  other.child.kill('SIGKILL')
  await ours
  expect(await fresh.orm.em.fork().count(User)).toBe(1)
})

test('patience ends: the turn fails as busy, to be tried later', async () => {
  const outsider = fresh.outsider()
  outsider.exec('begin immediate')
  const second = fresh.outsider()
  second.pragma('busy_timeout = 5')
  const hasty = new PatientConnection(second, { most: 50, firstPause: 5, longestPause: 10 })
  const failed = await hasty.begin().catch((error: unknown) => error)
  expect(isBusy(failed)).toBe(true)
  outsider.exec('rollback')
  await hasty.begin()
  await hasty.rollback()
})

test('increments by many turns at once are all kept', async () => {
  await add('anna')
  const bump = () =>
    fresh.orm.em.fork().transactional(async (em) => {
      const anna = await em.findOneOrFail(User, { username: 'anna' })
      anna.fullName = String(Number(anna.fullName ?? 0) + 1)
    })
  await Promise.all(Array.from({ length: 50 }, bump))
  expect((await fresh.orm.em.fork().findOneOrFail(User, { username: 'anna' })).fullName).toBe('50')
})

const incrementer = `
import Database from 'better-sqlite3'
const db = new Database(process.argv[1])
db.pragma('busy_timeout = 5000')
console.log('ready')
for (let i = 0; i < 100; i++) {
  db.exec("begin immediate; update users set full_name = coalesce(full_name, 0) + 1 where username = 'anna'; commit")
}
`

test('two processes that count on the same row lose nothing', async () => {
  await add('anna')
  const other = await otherProcess(incrementer, fresh.path)
  for (let i = 0; i < 50; i++) {
    await fresh.orm.em.fork().transactional(async (em) => {
      const anna = await em.findOneOrFail(User, { username: 'anna' })
      anna.fullName = String(Number(anna.fullName ?? 0) + 1)
    })
  }
  await other.ended
  const found = fresh.outsider().prepare('select cast(full_name as integer) from users').pluck().get()
  expect(found).toBe(150)
})
