import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, readdir, rename, rm } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
import { DriveFile } from 'flydrive'
import { FSDriver } from 'flydrive/drivers/fs'

const privateFile = 0o600
const privateFolder = 0o700

/** What is on the disk stays there when the power goes. */
async function synced(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/**
 * A folder of this machine. Unlike flydrive's own driver, a file is there whole or not at all, also after a power cut,
 * and nobody but us may read it.
 */
export class LocalFolder extends FSDriver {
  readonly #root: string

  constructor(root: string) {
    super({ location: root, visibility: 'private' })
    this.#root = root
  }

  override async put(key: string, contents: string | Uint8Array): Promise<void> {
    const path = join(this.#root, key)
    const unfinished = `${path}.${randomUUID()}.part`
    await mkdir(dirname(path), { recursive: true, mode: privateFolder })
    try {
      const handle = await open(unfinished, 'wx', privateFile)
      try {
        await handle.writeFile(contents)
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(unfinished, path)
    } catch (error) {
      await rm(unfinished, { force: true })
      throw error
    }
    await synced(dirname(path))
    // The folder may be new as well.
    await synced(dirname(dirname(path)))
  }

  /** flydrive's own answers the whole buffer it read into, which for an empty file is 64 KiB of zeros. */
  override async getBytes(key: string): Promise<Uint8Array> {
    return new Uint8Array(await readFile(join(this.#root, key)))
  }

  /** All files below, of any folder; flydrive's own fails where another program's file has an unusual name. */
  override async listAll(): Promise<{ objects: DriveFile[] }> {
    const found = await readdir(this.#root, { recursive: true, withFileTypes: true }).catch(notThere)
    const keys = found.flatMap((entry) =>
      entry.isFile() ? relative(this.#root, join(entry.parentPath, entry.name)).split(sep).join('/') : [],
    )
    return { objects: keys.filter((key) => usual.test(key)).map((key) => new DriveFile(key, this)) }
  }
}

/** What flydrive takes for a key as it is. */
const usual = /^\w[\w-]*(?:[./][\w-]+)*$/

function notThere(error: unknown): [] {
  if ((error as { code?: unknown }).code !== 'ENOENT') throw error
  return []
}
