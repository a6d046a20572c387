import { fork } from 'node:child_process'
import { rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import { resolve } from 'node:path'
import { makeFolderOf } from './folder.ts'

/** A copy that was read through and is on the disk. */
export interface Backup {
  path: string
  bytes: number
  /** Rows of all tables together. */
  rows: number
  /** Rows that pointed nowhere in the original already: writers with foreign keys off leave such. */
  foreignKeyProblems: number
}

/** `user_version` of a copy; in the file of a bot that runs it is 0. */
export const copyMark = 1

/** What the child process is asked. */
export type BackupOrder = { source: string; target: string } | { check: string }

/** What it answers: the copy, or why there is none. */
export type BackupAnswer = { done: Backup } | { failed: string }

/** The end of the name that a copy bears until it is whole. */
const unfinished = '.unfinished'
export const unfinishedName = (target: string): string => `${target}${unfinished}`

const niceness = 10

/**
 * Copies the database file `source` to `target` while it is in use, as it was at one moment, and checks the copy
 * (integrity, foreign keys, how many rows) before it takes its name; readable to its owner alone. Runs in a process of
 * its own: nothing waits for it. The copy bears `copyMark`. An existing `target` is replaced. Throws when the copy cannot be made or is damaged,
 * or when `signal` ends it, and leaves none then.
 */
export async function backUp(source: string, target: string, signal?: AbortSignal): Promise<Backup> {
  makeFolderOf(target, 0o700)
  const order = { source: resolve(source), target: resolve(target) }
  try {
    return await ask(order, signal)
  } catch (error) {
    for (const rest of ['', '-journal']) rmSync(`${unfinishedName(order.target)}${rest}`, { force: true })
    throw error
  }
}

/** Reads a copy through, in a process of its own. Throws where it is damaged or cannot be read. */
export function checkCopy(path: string, signal?: AbortSignal): Promise<Backup> {
  return ask({ check: resolve(path) }, signal)
}

function ask(order: BackupOrder, signal?: AbortSignal): Promise<Backup> {
  signal?.throwIfAborted()
  const child = fork(new URL('./backupChild.ts', import.meta.url), [], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
    env: {},
  })
  const stop = () => void child.kill('SIGKILL')
  signal?.addEventListener('abort', stop)
  return new Promise<Backup>((done, failed) => {
    child.once('message', (answer: BackupAnswer) =>
      'done' in answer ? done(answer.done) : failed(new Error(answer.failed)),
    )
    child.once('error', failed)
    child.once('exit', (code) => failed(new Error(`The backup ended early (${code ?? 'stopped'})`)))
    child.send(order, () => {})
    makeNice(child.pid)
  }).finally(() => {
    signal?.removeEventListener('abort', stop)
    stop()
  })
}

/** Whoever waits for the bot goes first. */
function makeNice(pid: number | undefined): void {
  try {
    if (pid !== undefined) setPriority(pid, niceness)
  } catch {
    // It has ended already, or the system does not allow it.
  }
}
