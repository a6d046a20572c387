import type { MikroORM } from '@mikro-orm/sqlite'
import { readNote, writeNote } from '../notes.ts'
import { inUnit } from '../unit.ts'
import { databaseFile } from './open.ts'

/** The file belongs to another bot; the message is one line. */
export class ForeignBotError extends Error {
  override name = 'ForeignBotError'
}

/** Writes down whose file this is, the first time; later throws `ForeignBotError` for every other bot. */
export function assertBot(orm: MikroORM, botId: number): Promise<void> {
  return inUnit(orm, 'installation.bot', async ({ sql }) => {
    const owner = await readNote(sql, 'bot_id')
    if (owner === undefined) return writeNote(sql, 'bot_id', String(botId))
    if (owner === String(botId)) return undefined
    const file = databaseFile(orm)
    throw new ForeignBotError(
      `${file} belongs to bot ${owner}, but the token is bot ${botId}'s: use another file`,
    )
  })
}
