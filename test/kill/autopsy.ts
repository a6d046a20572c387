import { copyFileSync, existsSync, rmSync } from 'node:fs'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import type { Owed } from '../../src/services/owed.ts'
import type { RawUpdate } from '../../src/bot/input.ts'
import type { Simulator } from '../../src/simulator/simulator.ts'
import { rowsOfClient, strayRows } from './rows.ts'
import type { Trainee } from './trainee.ts'
import { rowsOf, sightsOf } from './words.ts'

interface InboxRow {
  raw: string
  status: 'waiting' | 'done' | 'failed'
  attempts: number
}

/** What a dead bot left of one client. */
export interface Remains {
  /** How many deeds were carried out. */
  done: number
  /** The most tries of an update that still waits. */
  attempts: number
  /** Answers are owed that may have been sent. */
  owing: boolean
}

/** The file as it is on the disk at this moment, opened as a copy, so that nothing is changed by looking. */
export function openedCopy(path: string): Database.Database {
  const copy = `${path}.autopsy`
  for (const suffix of ['', '-wal', '-shm']) rmSync(copy + suffix, { force: true })
  for (const suffix of ['', '-wal']) if (existsSync(path + suffix)) copyFileSync(path + suffix, copy + suffix)
  return new Database(copy)
}

/**
 * Holds the file of a dead bot against the diaries: every client's rows are exactly what the deeds make that the
 * inbox calls done, those are the first ones in their order, and what was committed is either seen or still owed.
 */
export function autopsy(path: string, trainees: readonly Trainee[], simulator: Simulator): Remains[] {
  const database = openedCopy(path)
  try {
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(database.pragma('foreign_key_check')).toEqual([])
    const users = trainees.map(({ client }) => client.userId)
    expect(strayRows(database, users)).toEqual({ foreign_sets: 0, empty_sums: 0, sets_of_others: 0 })
    return trainees.map((trainee) => examine(database, trainee, simulator))
  } finally {
    database.close()
  }
}

function examine(database: Database.Database, trainee: Trainee, simulator: Simulator): Remains {
  const { client, diary } = trainee
  const { name, id } = client.phone
  const rows = database
    .prepare<[number], InboxRow>('select raw, status, attempts from inbox where lane = ? order by id')
    .all(id)
  const updates = rows.map(({ raw }) => JSON.parse(raw) as RawUpdate)
  const ids = updates.map((update) => update.update_id)
  expect(ids, `${name}: updates are kept once each, in order`).toEqual(
    [...new Set(ids)].toSorted((a, b) => a - b),
  )
  const statuses = rows.map(({ status }) => status)
  const done = statuses.filter((status) => status === 'done').length
  const inOrder = statuses.map((_, index) => (index < done ? 'done' : 'waiting'))
  expect(statuses, `${name}: updates are carried out one after another`).toEqual(inOrder)
  const taps = updates.map((update) => update.callback_query?.id)
  expect(taps, `${name}: what is kept is what was done`).toEqual(
    diary.entries.slice(0, taps.length).map(({ tap }) => tap),
  )
  expect(rowsOfClient(database, client.userId), `${name}: rows after ${done} deeds`).toEqual(
    rowsOf(diary.at(done)),
  )
  const owed = owedTo(database, id)
  expectAnswersKept(trainee, owed, done, simulator)
  return {
    done,
    attempts: Math.max(0, ...rows.slice(done).map(({ attempts }) => attempts)),
    owing: owed.length > 0,
  }
}

function owedTo(database: Database.Database, telegramId: number): Owed[] {
  const text = database
    .prepare<[number], string | null>('select owed from conversations where telegram_id = ?')
    .pluck()
    .get(telegramId)
  return JSON.parse(text ?? '[]') as Owed[]
}

/** The answer to the last deed carried out is on the screen, or owed; every tap has been answered, or that is owed. */
function expectAnswersKept(
  { client, diary, sight }: Trainee,
  owed: readonly Owed[],
  done: number,
  simulator: Simulator,
): void {
  const { name } = client.phone
  const due = sightsOf(diary.at(done))
  if (!owed.some(({ kind }) => kind === 'card') && !due.includes(sight))
    expect(`seen: ${sight}`, `${name}: the card after ${done} deeds is seen or owed`).toBe(
      `due: ${due.join(' or ')}`,
    )
  const tried = new Set(
    simulator.calls
      .filter(({ method, fault }) => method === 'answerCallbackQuery' && fault !== '429')
      .map(({ params }) => params['callback_query_id']),
  )
  const open = diary.entries
    .slice(0, done)
    .flatMap(({ tap }) => tap ?? [])
    .filter((tap) => !tried.has(tap) && !owed.some((item) => item.kind === 'tap' && item.callbackId === tap))
  expect(open, `${name}: taps that are neither answered nor owed an answer`).toEqual([])
}
