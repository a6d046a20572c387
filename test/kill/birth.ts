import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { type Simulator, startSimulator } from '../../src/simulator/simulator.ts'
import { freshDatabase } from '../support/database.ts'
import { openedCopy } from './autopsy.ts'
import { Draw } from './draw.ts'
import { Lives, theBot, theNextVersion } from './lives.ts'
import { token } from './run.ts'

/** How long a start may take on a busy machine. */
const startMs = 60_000
/** How long a commit is waited for that does not come. */
const patienceMs = 2000
const kept = new URL('../fixtures/schema/', import.meta.url)

/** Lets a program begin and kills it: at a drawn time, or at one of its first commits. Answers whether it came to its end before. */
async function dieEarly(lives: Lives, draw: Draw, folder: string, mostCommits: number): Promise<boolean> {
  const sign = join(folder, 'begun')
  rmSync(sign, { force: true })
  const atCommit = draw.chance(0.5)
  const dieAtCommit = { when: draw.of(['before', 'after'] as const), count: draw.int(1, mostCommits) }
  const life = lives.begin({ sign, ...(atCommit && { dieAtCommit }) })
  for (let waited = 0; !existsSync(sign) && waited < startMs; waited += 2) await pause(2)
  const timer = setTimeout(() => life.kill(), atCommit ? patienceMs : draw.int(0, 300))
  const { code, signal } = await life.ended
  clearTimeout(timer)
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(lives.output.join(''))
  return signal === null
}

const schemaText = `select name, sql from sqlite_master where name not like 'sqlite_%' order by name`
const countText = `select (select count(*) from exercises), (select count(*) from exercise_names)`

/** The file of a bot that was never born: nothing, or the whole schema; no exercises, or all. */
async function expectNothingOrWhole(path: string): Promise<void> {
  if (!existsSync(path)) return
  const whole = await freshDatabase({ library: true })
  const reference = whole.outsider()
  const file = openedCopy(path)
  try {
    expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
    const names = file.prepare(schemaText).pluck().all()
    if (names.filter((name) => name !== 'mikro_orm_migrations').length === 0) return
    expect(file.prepare(schemaText).all()).toEqual(reference.prepare(schemaText).all())
    const counts = file.prepare(countText).raw().get()
    expect([[0, 0], reference.prepare(countText).raw().get()]).toContainEqual(counts)
  } finally {
    file.close()
    await whole.close()
  }
}

async function expectAtWork(simulator: Simulator, lives: Lives): Promise<void> {
  const life = lives.begin({}, { last: true })
  const anna = simulator.person({ firstName: 'Anna' })
  anna.say('/id')
  await anna.sees(String(anna.id), 60_000)
  life.stop()
  expect(await life.ended).toEqual({ code: 0, signal: null })
}

/** Kills a bot that starts on nothing, again and again; then it is let live. */
export async function firstStarts(seed: string, kills: number): Promise<void> {
  const draw = new Draw(seed)
  const folder = mkdtempSync(join(tmpdir(), 'spotter-birth-'))
  const path = join(folder, 'data', 'spotter.sqlite')
  const simulator = await startSimulator({ token, botUsername: 'spotter_test_bot' })
  const env = { BOT_TOKEN: token, TELEGRAM_API_ROOT: simulator.apiRoot, DATABASE_URL: `sqlite:${path}` }
  const lives = new Lives(theBot, { cwd: folder, env })
  try {
    for (let kill = 0; kill < kills; kill++) {
      await dieEarly(lives, draw, folder, 5)
      await expectNothingOrWhole(path)
    }
    await expectAtWork(simulator, lives)
    await expectNothingOrWhole(path)
    expect(lives.output.join('')).not.toContain('AAcanary')
  } finally {
    lives.close()
    await simulator.stop()
  }
  rmSync(folder, { recursive: true })
}

const isNext = (file: Database.Database): boolean =>
  file.prepare(`select count(*) from mikro_orm_migrations where name = 'MigrationNext'`).pluck().get() === 1

/** Old or new, never between; and a copy that has its name is a sound copy of the old one. */
function expectOldOrNew(folder: string, users: unknown[]): 'old' | 'new' {
  const file = openedCopy(join(folder, 'spotter.sqlite'))
  const migrated = isNext(file)
  const nicknamed = migrated ? file.prepare('select nickname from users order by id').pluck().all() : []
  expect(file.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(file.pragma('foreign_key_check')).toEqual([])
  expect(file.prepare('select username from users order by id').pluck().all()).toEqual(users)
  expect(nicknamed).toEqual(migrated ? users : [])
  const made = file.prepare(`select count(*) from sqlite_master where name = 'nicknames'`).pluck().get()
  expect(made).toBe(migrated ? 1 : 0)
  file.close()
  const copies = readdirSync(folder).filter((name) => name.endsWith('.bak'))
  for (const name of copies) {
    const copy = new Database(join(folder, name), { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(copy.prepare('select username from users order by id').pluck().all()).toEqual(users)
    expect(isNext(copy)).toBe(false)
    copy.close()
  }
  if (migrated) expect(copies.length).toBeGreaterThan(0)
  return migrated ? 'new' : 'old'
}

function keptFile(folder: string): unknown[] {
  for (const name of readdirSync(folder)) rmSync(join(folder, name))
  const file = new Database(join(folder, 'spotter.sqlite'))
  file.exec(readFileSync(new URL(readdirSync(kept).sort().at(-1) ?? '', kept), 'utf8'))
  const users = file.prepare('select username from users order by id').pluck().all()
  file.close()
  expect(users.length).toBeGreaterThan(0)
  return users
}

/** Kills the next version while it brings kept files up to date; each comes through in the end. Answers how many did. */
export async function migrations(seed: string, kills: number): Promise<number> {
  const draw = new Draw(seed)
  const folder = mkdtempSync(join(tmpdir(), 'spotter-migrating-'))
  const env = { DATABASE_URL: `sqlite:${join(folder, 'spotter.sqlite')}` }
  const lives = new Lives(theNextVersion, { cwd: folder, env })
  let through = 0
  try {
    for (let killed = 0; killed < kills; through++) {
      const users = keptFile(folder)
      while (!(await dieEarly(lives, draw, folder, 2))) {
        killed++
        expectOldOrNew(folder, users)
      }
      expect(expectOldOrNew(folder, users)).toBe('new')
    }
  } finally {
    lives.close()
  }
  rmSync(folder, { recursive: true })
  return through
}
