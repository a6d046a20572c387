import { formatTimestamp } from '../../entities/types.ts'
import type { Turn } from '../turn.ts'

/** Tokens that lead nowhere, per Telegram account and hour. */
export const mostGuesses = 5
const hourMs = 3_600_000

/** Whether the actor has tried too many tokens within the last hour. */
export async function guessedTooOften({ sql, actor, now }: Turn): Promise<boolean> {
  const { failures } = await sql
    .selectFrom('invite_guesses')
    .select(({ fn }) => fn.countAll<number>().as('failures'))
    .where('telegram_id', '=', actor.telegramId)
    .where('failed_at', '>', formatTimestamp(new Date(now.getTime() - hourMs)))
    .executeTakeFirstOrThrow()
  return failures >= mostGuesses
}

/** Counts a token that led nowhere, and forgets those that no longer count. */
export async function countGuess({ sql, actor, now }: Turn): Promise<void> {
  await sql
    .insertInto('invite_guesses')
    .values({ telegram_id: actor.telegramId, failed_at: formatTimestamp(now) })
    .execute()
  await sql
    .deleteFrom('invite_guesses')
    .where('failed_at', '<', formatTimestamp(new Date(now.getTime() - 24 * hourMs)))
    .execute()
}
