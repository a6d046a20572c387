import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { onePixel } from '../support/play.ts'
import { type World, makeWorld } from '../support/world.ts'
import { soon } from './desk.ts'

function change(world: World, sql: string): void {
  const database = new Database(world.path)
  database.exec(sql)
  database.close()
}

const onDisk = ({ mediaDir }: World): string[] =>
  existsSync(mediaDir)
    ? readdirSync(mediaDir, { recursive: true, encoding: 'utf8' }).filter((name) =>
        statSync(join(mediaDir, name)).isFile(),
      )
    : []

test('files that cannot be kept are set aside, their people told, and others go on', async () => {
  const world = await makeWorld()
  const names = Array.from({ length: 8 }, (_, at) => `Unlucky${at}`)
  const unlucky = await Promise.all(names.map((name) => world.client(name)))
  const ben = await world.client('Ben')
  change(
    world,
    `create trigger poison before insert on file_uploads when new.user_id != ${ben.userId}
     begin select raise(abort, 'poison'); end`,
  )
  for (const { phone } of unlucky) phone.sendPhoto(onePixel)
  await soon(() => world.log.lines.filter(({ level }) => level === 'error').length >= 8)
  ben.phone.sendPhoto(onePixel)
  await world.settle()
  await world.advance('3s')
  await world.idle()
  expect(ben.phone.last().text).toContain('Kept')
  for (const { phone } of unlucky) expect(phone.last().text).toContain('so nothing was kept')
  expect(world.rows('incoming_files', `state = 'failed' and payload is null`)).toHaveLength(8)
  expect(world.rows('file_uploads')).toHaveLength(1)
  expect(onDisk(world)).toHaveLength(1 + world.rows('thumbnails').length)
})

test('where not even that can be said the file is let go, and the next one comes', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  change(
    world,
    `create trigger poison before insert on inbox when new.internal_key = 'media:1'
     begin select raise(abort, 'poison'); end`,
  )
  anna.phone.sendPhoto(onePixel)
  anna.phone.sendPhoto(onePixel)
  await world.settle()
  await world.advance('5s')
  await world.idle()
  expect(world.rows('incoming_files')).toMatchObject([
    { state: 'failed', payload: null },
    { state: 'done', payload: null },
  ])
  expect(world.rows('file_uploads')).toHaveLength(1)
})

test('a disk that takes nothing is waited out', async () => {
  const world = await makeWorld()
  const anna = await world.client('Anna')
  rmSync(world.mediaDir, { recursive: true, force: true })
  writeFileSync(world.mediaDir, '')
  anna.phone.sendPhoto(onePixel)
  await world.settle()
  await world.advance('1m')
  expect(anna.phone.last().text).toContain('let me have a look')
  rmSync(world.mediaDir)
  mkdirSync(world.mediaDir)
  await world.advance('10s')
  await world.idle()
  expect(anna.phone.last().text).toContain('Kept')
})

test('what was kept, and then found no place, is not left behind: its person is told that it was not saved', async () => {
  const world = await makeWorld()
  world.failuresExpected = true
  const anna = await world.client('Anna')
  change(world, `create trigger poison before insert on photos begin select raise(abort, 'poison'); end`)
  anna.phone.sendPhoto([onePixel, onePixel])
  await world.settle()
  await world.advance('5s')
  await world.idle()
  expect(anna.phone.last().text).toContain('so nothing was kept. Please send it once more.')
  expect(world.rows('inbox', `status = 'failed'`)).toMatchObject([{ source: 'internal' }])
  for (const table of ['photos', 'file_uploads', 'thumbnails', 'doomed_files'])
    expect([table, world.rows(table)]).toEqual([table, []])
  expect(onDisk(world)).toEqual([])
})

test('nor where even the word on it fails', async () => {
  const world = await makeWorld()
  world.failuresExpected = true
  const anna = await world.client('Anna')
  change(
    world,
    `create trigger poison before insert on photos begin select raise(abort, 'poison'); end;
     create trigger silence before update of status on inbox when new.source = 'internal' and new.status = 'done'
     begin select raise(abort, 'silence'); end`,
  )
  anna.phone.sendPhoto(onePixel)
  await world.settle()
  await world.advance('10s')
  await world.idle()
  expect(world.rows('file_uploads')).toEqual([])
  expect(onDisk(world)).toEqual([])
})
