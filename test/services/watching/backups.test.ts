import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { backupName } from '../../../src/domain/backups.ts'
import { Backups } from '../../../src/services/watching/backups.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'

let fresh: FreshDatabase
let folder: string
let backups: Backups
beforeEach(async () => {
  fresh = await freshDatabase()
  folder = join(fresh.folder, 'backups')
  backups = new Backups({ file: fresh.path, folder, botId: 42 })
})
afterEach(() => fresh.close())

const at = (words: string) => new Date(`2026-11-${words}:00Z`)
const there = () => readdirSync(folder).sort()

test('one an hour: the first at once, none too soon, and the newest is found', async () => {
  expect([backups.newest(), backups.ageSeconds(at('23T07:17'))]).toEqual([undefined, null])
  const made = await backups.makeDue(at('23T07:17'))
  expect(made).toMatchObject({ path: join(folder, 'spotter-42-20261123T071700Z.sqlite') })
  expect(made?.rows).toBeGreaterThan(0)
  expect(await backups.makeDue(at('23T07:40'))).toBeUndefined()
  expect(await backups.makeDue(at('23T08:17'))).toBeDefined()
  expect(there()).toEqual(['spotter-42-20261123T071700Z.sqlite', 'spotter-42-20261123T081700Z.sqlite'])
  expect(backups.newest()?.at).toEqual(at('23T08:17'))
  expect(backups.ageSeconds(at('23T09:17'))).toBe(3600)
})

test('older ones are thinned out after the new one is there; what others put beside them stays', async () => {
  mkdirSync(folder)
  const others = ['notes.txt', 'spotter.sqlite', 'spotter-43-20260101T000000Z.sqlite', 'before-42.bak']
  for (const name of others) writeFileSync(join(folder, name), 'not ours')
  const start = at('01T00:17').getTime()
  for (let hour = 0; hour < 22 * 24; hour++)
    writeFileSync(join(folder, backupName(42, new Date(start + hour * 3_600_000))), '')
  await backups.makeDue(new Date(start + 22 * 24 * 3_600_000))
  const left = there()
  expect(left).toEqual(expect.arrayContaining(others))
  const ours = left.filter((name) => name.startsWith('spotter-42-'))
  // A day of hours (two of them newest of their days), then five more days, then two more weeks.
  expect(ours.slice(0, 4).map((name) => name.slice(11, 24))).toEqual([
    '20261108T2317',
    '20261115T2317',
    '20261117T2317',
    '20261118T2317',
  ])
  expect(ours.at(-1)).toBe('spotter-42-20261123T001700Z.sqlite')
  expect(ours.length).toBeLessThanOrEqual(35)
})

test('what a killed process left half-written goes with the next one, and never counts as a backup', async () => {
  mkdirSync(folder)
  const half = `${backupName(42, at('23T07:17'))}.unfinished`
  const foreign = `${backupName(43, at('23T07:17'))}.unfinished`
  for (const name of [half, `${half}-journal`, foreign]) writeFileSync(join(folder, name), 'half')
  expect(backups.newest()).toBeUndefined()
  await backups.makeDue(at('23T07:20'))
  expect(there()).toEqual(['spotter-42-20261123T072000Z.sqlite', foreign].sort())
})

test('one that fails leaves nothing and takes nothing; the next ring tries again', async () => {
  await backups.makeDue(at('23T07:17'))
  rmSync(fresh.path)
  writeFileSync(fresh.path, 'no database')
  await expect(backups.makeDue(at('23T08:17'))).rejects.toThrow('not a database')
  expect(there()).toEqual(['spotter-42-20261123T071700Z.sqlite'])
})

test('a folder that cannot be written to is a clear failure', async () => {
  mkdirSync(folder)
  writeFileSync(join(folder, 'inner'), 'a file, no folder')
  const nowhere = new Backups({ file: fresh.path, folder: join(folder, 'inner'), botId: 42 })
  await expect(nowhere.makeDue(at('23T07:17'))).rejects.toThrow(/ENOTDIR|unable to open/)
})

test('a stopped one makes no more', async () => {
  const running = backups.makeDue(at('23T07:17'))
  backups.stop()
  await expect(running).rejects.toThrow('ended early')
  expect(backups.isStopped).toBe(true)
  await expect(backups.makeDue(at('23T08:17'))).rejects.toThrow('aborted')
  expect(there()).toEqual([])
})

test('a backup opens by itself and has what was written last, the log beside the file included', async () => {
  const outsider = fresh.outsider()
  outsider.prepare(`insert into installation (key, value) values ('late', 'yes')`).run()
  const made = await backups.makeDue(at('23T07:17'))
  const copy = new Database(made?.path ?? '', { readonly: true })
  expect(copy.prepare(`select value from installation where key = 'late'`).pluck().get()).toBe('yes')
  copy.close()
})
