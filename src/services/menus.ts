import type { MikroORM } from '@mikro-orm/sqlite'
import { type Defaults, reachableActors } from './conversation.ts'
import { readNote, writeNote } from './notes.ts'
import type { Actor } from './turn.ts'
import { inUnit } from './unit.ts'

const key = 'menus'

/** Everybody whose menu may be another than `signature` stands for: nobody where it was noted already. */
export function awaitingMenus(orm: MikroORM, signature: string, defaults: Defaults): Promise<Actor[]> {
  return inUnit(orm, 'menus.awaiting', async ({ sql }) => {
    const isNoted = (await readNote(sql, key)) === signature
    return isNoted ? [] : reachableActors(sql, defaults)
  })
}

/** Everybody has the menus that `signature` stands for. */
export function noteMenus(orm: MikroORM, signature: string): Promise<void> {
  return inUnit(orm, 'menus.note', ({ sql }) => writeNote(sql, key, signature))
}
