import { randomBytes } from 'node:crypto'
import { Disk } from 'flydrive'
import { LocalFolder } from './localFolder.ts'

const ours = /^([\da-f]{2})\/\1[\da-f]{30}\.[a-z\d]{2,5}(?:\.[\da-f-]{36}\.part)?$/

/** What is stored under one path. */
export interface Stored {
  path: string
  /** When it was written, by the storage's own clock. */
  writtenAt: Date
}

/**
 * Where kept files lie. A path tells nothing of whose the file is or what it shows. Files that are not named by us are
 * left alone: the folder may be shared with other programs.
 */
export class Storage {
  readonly #disk: Disk
  /** Written, but no row points to them yet. */
  readonly #fresh = new Set<string>()

  constructor(disk: Disk) {
    this.#disk = disk
  }

  /** Writes a file of its own; answers its path. Until `settle` it counts as being worked on. */
  async write(bytes: Uint8Array, ending: string): Promise<string> {
    const name = randomBytes(16).toString('hex')
    const path = `${name.slice(0, 2)}/${name}.${ending}`
    this.#fresh.add(path)
    try {
      await this.#disk.put(path, bytes)
    } catch (error) {
      this.#fresh.delete(path)
      throw error
    }
    return path
  }

  /** The rows that point to them are committed, or never will be. */
  settle(paths: readonly string[]): void {
    for (const path of paths) this.#fresh.delete(path)
  }

  /** Whether a row for it may still be on its way. */
  isFresh(path: string): boolean {
    return this.#fresh.has(path)
  }

  /** Undefined where there is no such file, or its path leads out of the storage. */
  async read(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (!(await this.has(path))) return undefined
    return new Uint8Array(await this.#disk.getBytes(path))
  }

  async has(path: string): Promise<boolean> {
    // flydrive would look for `/x` at `x`.
    if (path.startsWith('/')) return false
    try {
      return await this.#disk.exists(path)
    } catch (error) {
      if (isPathImpossible(error)) return false
      throw error
    }
  }

  /** Removes a file that we have named; one that is not there is no fault. Answers false for any other path. */
  async remove(path: string): Promise<boolean> {
    if (!ours.test(path)) return false
    await this.#disk.delete(path)
    return true
  }

  /** Every file named by us, half-written ones too. */
  async *all(): AsyncGenerator<Stored> {
    for (let page: string | undefined, first = true; first || page !== undefined; first = false) {
      const options = { recursive: true, ...(page !== undefined && { paginationToken: page }) }
      const { objects, paginationToken } = await this.#disk.listAll('/', options)
      page = paginationToken
      for (const file of objects) {
        if (!file.isFile || !ours.test(file.key)) continue
        yield { path: file.key, writtenAt: (await file.getMetaData()).lastModified }
      }
    }
  }
}

const impossible = new Set<unknown>([
  'E_PATH_TRAVERSAL_DETECTED',
  'E_UNALLOWED_CHARACTERS',
  'E_INVALID_KEY',
  'ENOTDIR',
  'ENAMETOOLONG',
  'ELOOP',
])

/** It leads out, or no storage has such a path: nothing of ours is there. */
function isPathImpossible(error: unknown): boolean {
  const { code, cause } = error as { code?: unknown; cause?: { code?: unknown } }
  return impossible.has(code) || impossible.has(cause?.code)
}

/** Kept files in a folder of this machine. The only place that knows where files lie. */
export function localStorage(folder: string): Storage {
  return new Storage(new Disk(new LocalFolder(folder)))
}
