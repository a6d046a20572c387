import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { backUp } from '../../src/services/database/backup.ts'
import type { World } from '../support/world.ts'
import { copies, oweAll, postWorld, statesOf } from './post.ts'

async function backupOf(world: World): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'spotter-restored-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return (await backUp(world.path, join(folder, 'backup.sqlite'))).path
}

/** The bot is stopped, and goes on from a file of before. */
async function restore(world: World, backup: string): Promise<void> {
  await world.stop()
  for (const rest of ['', '-wal', '-shm']) rmSync(world.path + rest, { force: true })
  copyFileSync(backup, world.path)
  await world.start()
}

test('a backup is put back: no nudge comes twice, and what is still to come does', async () => {
  const { world } = await postWorld()
  const to = await world.client('Anna')
  const ben = await world.client('Ben')
  await oweAll(world, [
    { to, words: 'nudge', in: '40m', lasts: '2h' },
    { to: ben, words: 'content', in: '40m', lasts: '1 day', valuable: true },
    { to, words: 'later', in: '2h' },
  ])
  const backup = await backupOf(world)
  await world.advance('50m')
  expect([...copies(world).keys()].toSorted()).toEqual(['content', 'nudge'])
  await restore(world, backup)
  await world.advance('2m')
  expect(statesOf(world)).toEqual(['nudge uncertain', 'content sent', 'later due'])
  await world.advance('2h')
  expect(Object.fromEntries(copies(world))).toEqual({ nudge: 1, content: 2, later: 1 })
})

test('put back once, it is a file like any other: what comes due while the bot is restarted still comes', async () => {
  const { world } = await postWorld()
  const to = await world.client('Anna')
  await oweAll(world, [{ to, words: 'nudge', in: '40m', lasts: '2h' }])
  await restore(world, await backupOf(world))
  await world.stop()
  world.clock.turnTo(world.clock.ms + 41 * 60_000)
  await world.start()
  await world.advance('1m')
  expect(copies(world).get('nudge')).toBe(1)
})
