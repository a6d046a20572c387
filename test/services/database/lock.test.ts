import { existsSync, symlinkSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { assertBot } from '../../../src/services/database/installation.ts'
import { FileHeldError, holdFile } from '../../../src/services/database/lock.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { otherProcess } from '../../support/process.ts'

let fresh: FreshDatabase
beforeEach(async () => {
  fresh = await freshDatabase()
})
afterEach(() => fresh.close())

const copyOfTheBot = `
import { holdFile } from './src/services/database/lock.ts'
holdFile(process.argv[1])
console.log('held')
setTimeout(() => {}, 60_000)
`

test('one copy of the bot per file, until it ends, kill -9 included', async () => {
  const other = await otherProcess(copyOfTheBot, fresh.path)
  expect(() => holdFile(fresh.path)).toThrow(FileHeldError)
  expect(() => holdFile(fresh.path)).toThrow(`Another copy of the bot works on ${fresh.path}: stop it first`)
  other.child.kill('SIGKILL')
  await other.ended
  holdFile(fresh.path).release()
})

test('a released file can be taken again, in the same process too', () => {
  const hold = holdFile(fresh.path)
  expect(() => holdFile(fresh.path)).toThrow('Another copy')
  hold.release()
  holdFile(fresh.path).release()
})

test('links to one file are one file, and the database itself is not touched', () => {
  symlinkSync(fresh.path, `${fresh.folder}/link.sqlite`)
  const hold = holdFile(`${fresh.folder}/link.sqlite`)
  expect(() => holdFile(fresh.path)).toThrow('Another copy')
  expect(fresh.outsider().prepare('select count(*) from users').pluck().get()).toBe(0)
  hold.release()
})

test('a file that is not there yet can be held, its folder is made', () => {
  const path = `${fresh.folder}/new/spotter.sqlite`
  const hold = holdFile(path)
  expect(() => holdFile(path)).toThrow('Another copy')
  expect(existsSync(path)).toBe(false)
  hold.release()
})

test('a file knows its bot and refuses another', async () => {
  await assertBot(fresh.orm, 42)
  await assertBot(fresh.orm, 42)
  await expect(assertBot(fresh.orm, 43)).rejects.toThrow(
    `${fresh.path} belongs to bot 42, but the token is bot 43's`,
  )
  await assertBot(fresh.orm, 42)
})
