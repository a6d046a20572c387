import type { MikroORM } from '@mikro-orm/sqlite'
import { inUnit } from '../unit.ts'
import { databaseFile } from './open.ts'

/** The file belongs to another bot; the message is one line. */
export class ForeignBotError extends Error {
  override name = 'ForeignBotError'
}

/** Writes down whose file this is, the first time; later throws `ForeignBotError` for every other bot. */
export function assertBot(orm: MikroORM, botId: number): Promise<void> {
  return inUnit(orm, 'installation.bot', async ({ sql }) => {
    const row = await sql
      .selectFrom('installation')
      .select('value')
      .where('key', '=', 'bot_id')
      .executeTakeFirst()
    if (!row) {
      await sql
        .insertInto('installation')
        .values({ key: 'bot_id', value: String(botId) })
        .execute()
      return
    }
    if (row.value === String(botId)) return
    const file = databaseFile(orm)
    throw new ForeignBotError(
      `${file} belongs to bot ${row.value}, but the token is bot ${botId}'s: use another file`,
    )
  })
}
