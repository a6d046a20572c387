import type { Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'

/** Somebody who has joined, as the news of it tells. */
export interface Newcomer {
  userId: number
  name: string
  /** Telegram's username. */
  handle: string | null
  trainerId: number | null
}

/** For whoever is told of it; undefined when the person is gone again. */
export async function findNewcomer({ sql }: Unit, userId: number): Promise<Newcomer | undefined> {
  const row = await sql
    .selectFrom('users as u')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .select(['u.id', 'u.full_name', 'u.username', 'u.trainer_id', 'a.telegram_username'])
    .where('u.id', '=', userId)
    .executeTakeFirst()
  return (
    row && {
      userId: row.id,
      name: row.full_name ?? row.username,
      handle: row.telegram_username,
      trainerId: row.trainer_id,
    }
  )
}

/** The name of whoever coaches the actor. */
export async function trainerNameOf({ sql, actor }: Turn): Promise<string | null> {
  if (actor.trainerId === null) return null
  const row = await sql
    .selectFrom('users')
    .select(['full_name', 'username'])
    .where('id', '=', actor.trainerId)
    .executeTakeFirst()
  return row ? (row.full_name ?? row.username) : null
}
