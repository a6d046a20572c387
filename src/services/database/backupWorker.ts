import { closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'
import type { Backup } from './backup.ts'

interface Order {
  source: string
  target: string
}

/** Waits until what was written is on the disk. */
function sync(path: string): void {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function copy(source: string, target: string): void {
  const from = new Database(source, { fileMustExist: true })
  try {
    from.prepare('vacuum into ?').run(target)
  } finally {
    from.close()
  }
}

/** Throws where the copy is damaged. Rows that point nowhere are the writers' fault, and are only counted. */
function verify(path: string): number {
  const database = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const found: unknown = database.pragma('integrity_check', { simple: true })
    if (found !== 'ok') throw new Error(`The copy of the database is damaged: ${String(found)}`)
    return database.prepare('pragma foreign_key_check').all().length
  } finally {
    database.close()
  }
}

function backUp({ source, target }: Order): Backup {
  const unfinished = `${target}.unfinished`
  rmSync(unfinished, { force: true })
  try {
    copy(source, unfinished)
    const foreignKeyProblems = verify(unfinished)
    sync(unfinished)
    renameSync(unfinished, target)
    sync(dirname(target))
    return { path: target, bytes: statSync(target).size, foreignKeyProblems }
  } catch (error) {
    rmSync(unfinished, { force: true })
    throw error
  }
}

parentPort?.postMessage(backUp(workerData as Order), [])
