import { existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Makes the folder of a file where it is missing, with these rights. Node's own recursion never ends where no folder
 * can be made.
 */
export function makeFolderOf(path: string, mode?: number): void {
  const folder = dirname(path)
  if (existsSync(folder)) return
  makeFolderOf(folder)
  mkdirSync(folder, { mode })
}
