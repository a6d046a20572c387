import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { makeFolderOf } from './folder.ts'

/** A copy that was read through and is on the disk. */
export interface Backup {
  path: string
  bytes: number
  /** Rows that pointed nowhere in the original already: writers with foreign keys off leave such. */
  foreignKeyProblems: number
}

/**
 * Copies the database file `source` to `target` while it is in use, as it was at one moment, and checks the copy
 * (integrity, foreign keys) before it takes its name. Runs in a thread of its own: nothing waits for it.
 * An existing `target` is replaced. Throws when the copy cannot be made or is damaged, and leaves none then.
 */
export function backUp(source: string, target: string): Promise<Backup> {
  makeFolderOf(target)
  const workerData = { source: resolve(source), target: resolve(target) }
  const worker = new Worker(new URL('./backupWorker.ts', import.meta.url), { workerData })
  return new Promise((done, failed) => {
    worker.once('message', done)
    worker.once('error', failed)
    worker.once('exit', (code) => failed(new Error(`The backup ended early (${code})`)))
  })
}
