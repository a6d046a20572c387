import { existsSync, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { isSqliteBusy } from './connection.ts'
import { makeFolderOf } from './folder.ts'

/** Another copy of the bot works on the same file. */
export class FileHeldError extends Error {
  override name = 'FileHeldError'
}

export interface Hold {
  release(): void
}

/** Where the lock of a database lies: beside the real file, whatever links lead there. */
function lockPath(path: string): string {
  if (existsSync(path)) return `${realpathSync(path)}.lock`
  makeFolderOf(path)
  return `${join(realpathSync(dirname(path)), basename(path))}.lock`
}

/**
 * Takes the database at `path` for this process alone, or throws `FileHeldError` in one line.
 * The lock is SQLite's own on an empty file beside it, so that the system drops it however the process ends.
 */
export function holdFile(path: string): Hold {
  if (path === ':memory:') return { release: () => {} }
  const lock = new Database(lockPath(path), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if (!isSqliteBusy(error)) throw error
    throw new FileHeldError(`Another copy of the bot works on ${path}: stop it first`, { cause: error })
  }
  return { release: () => void lock.close() }
}
