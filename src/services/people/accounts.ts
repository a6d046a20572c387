import { formatTimestamp } from '../../entities/types.ts'
import { type Authorized, type CoachedClient, requireAdmin } from '../access.ts'
import type { Introduction } from '../conversation.ts'
import { owe } from '../deliveries.ts'
import { forgetClient } from '../notices/former.ts'
import type { Turn } from '../turn.ts'
import { addSettings, addUser, becomeUser, introducedName, linkAccount } from './records.ts'

/** Makes the record of an admin whom so far only configuration knows. False: nothing had to be made. */
export async function ensureAdminRecord(turn: Turn, who: Introduction): Promise<boolean> {
  if (!turn.actor.isAdmin || turn.actor.userId !== null) return false
  requireAdmin(turn)
  const userId = await addUser(turn, {
    role: 'admin',
    name: introducedName(who),
    ...(who.username !== undefined && { username: who.username }),
  })
  await turn.sql.insertInto('trainer_profiles').values({ user_id: userId }).execute()
  await addSettings(turn, userId, { timeZone: null, units: turn.actor.units })
  await linkAccount(turn, userId)
  await becomeUser(turn, userId)
  return true
}

/**
 * Ends the coaching: the client stays, with all that was logged and planned. They are told; the coach keeps nothing of
 * what was told of them.
 */
export async function unlinkClient(turn: Turn, client: Authorized<CoachedClient>): Promise<void> {
  const { sql, now } = turn
  await sql
    .updateTable('users')
    .set({ trainer_id: null, updated_at: formatTimestamp(now) })
    .where('id', '=', client.userId)
    .execute()
  await sql
    .updateTable('client_profiles')
    .set({ trainer_id: null })
    .where('user_id', '=', client.userId)
    .execute()
  await forgetClient(sql, client, now)
  await owe(
    turn,
    {
      key: `unlinked:${client.userId}:${formatTimestamp(now)}`,
      kind: 'unlinked',
      recipientId: client.userId,
      payload: { trainer: turn.actor.fullName },
      dueAt: now,
      expiresAt: new Date(now.getTime() + 7 * 24 * 3_600_000),
      valuable: true,
    },
    now,
  )
}
