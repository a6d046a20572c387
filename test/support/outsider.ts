import Database from 'better-sqlite3'
import { insert } from './everything.ts'
import type { World } from './world.ts'

/** Writes a row as another program would; answers its id. */
export function writeRow(
  world: Pick<World, 'path'>,
  table: string,
  row: Record<string, string | number | null>,
): number {
  const file = new Database(world.path)
  try {
    return insert(file, table, row)
  } finally {
    file.close()
  }
}
