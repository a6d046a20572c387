import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { localStorage } from '../../src/storage/storage.ts'

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'spotter-media-'))
  onTestFinished(() => rmSync(made, { recursive: true, force: true }))
  return made
}

async function allOf(storage: ReturnType<typeof localStorage>): Promise<string[]> {
  const paths: string[] = []
  for await (const { path } of storage.all()) paths.push(path)
  return paths.toSorted()
}

const mode = (path: string) => (statSync(path).mode & 0o777).toString(8)

test('what is written is read back, is nobody else’s to read, and its name tells nothing', async () => {
  const root = join(folder(), 'media')
  const storage = localStorage(root)
  expect(await allOf(storage)).toEqual([])
  for (const size of [0, 1, 4096, 1_000_003]) {
    const bytes = new Uint8Array(size).fill(7)
    const path = await storage.write(bytes, 'jpg')
    expect(path).toMatch(/^([\da-f]{2})\/\1[\da-f]{30}\.jpg$/)
    expect(await storage.read(path)).toEqual(bytes)
    expect([mode(root), mode(join(root, path, '..')), mode(join(root, path))]).toEqual(['700', '700', '600'])
  }
  const paths = await allOf(storage)
  expect(paths).toHaveLength(4)
  for (const path of paths) expect(await storage.remove(path)).toBe(true)
  expect(await allOf(storage)).toEqual([])
  expect(await storage.read(paths[0]!)).toBeUndefined()
})

test('no path leads out, and files of others are neither listed nor removed', async () => {
  const root = folder()
  const storage = localStorage(join(root, 'media'))
  mkdirSync(join(root, 'media', 'holiday'), { recursive: true })
  writeFileSync(join(root, 'secret'), 'x')
  for (const name of ['.gitkeep', 'größe.jpg', 'holiday/1.jpg', 'a b.jpg', 'secret'])
    writeFileSync(join(root, 'media', name), 'x')
  const ways = ['../secret', 'holiday/../../secret', '/secret', `${root}/secret`, 'a\0b', '', '.', 'holiday']
  for (const path of [...ways, 'größe.jpg', 'secret/below', 'x'.repeat(900)])
    expect([path, await storage.read(path)]).toEqual([path, undefined])
  expect(await allOf(storage)).toEqual([])
  for (const path of [...ways, 'secret', 'holiday/1.jpg'])
    expect([path, await storage.remove(path)]).toEqual([path, false])
  expect(readdirSync(join(root, 'media')).toSorted()).toEqual(
    ['.gitkeep', 'a b.jpg', 'größe.jpg', 'holiday', 'secret'].toSorted(),
  )
  expect(await storage.read('holiday/1.jpg')).toEqual(new TextEncoder().encode('x'))
})

test('what could not be written whole is not there at all', async () => {
  const root = folder()
  const storage = localStorage(root)
  // A file where the folder should be, for the superuser may write anywhere.
  for (let at = 0; at < 256; at++) writeFileSync(join(root, at.toString(16).padStart(2, '0')), '')
  await expect(storage.write(new Uint8Array(10), 'jpg')).rejects.toThrow('Cannot write')
  expect(readdirSync(root)).toHaveLength(256)
})

test('a file counts as being worked on until its rows are settled', async () => {
  const storage = localStorage(folder())
  const path = await storage.write(new Uint8Array(1), 'ogg')
  expect(storage.isFresh(path)).toBe(true)
  storage.settle([path])
  expect(storage.isFresh(path)).toBe(false)
})
