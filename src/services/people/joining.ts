import { formatTimestamp } from '../../entities/types.ts'
import type { Introduction } from '../conversation.ts'
import { owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import { replan } from '../reminders/planning.ts'
import type { Turn } from '../turn.ts'
import { type Invitation, mayJoin, readInvite } from './invitation.ts'
import { adoptRecord } from './merging.ts'
import {
  addClient,
  addSettings,
  addUser,
  becomeUser,
  chooseUsername,
  introducedName,
  linkAccount,
  settingsLike,
} from './records.ts'

/** Uses the invitation up. False: somebody was faster. */
async function claim({ sql, now }: Turn, inviteId: number): Promise<boolean> {
  const { numUpdatedRows } = await sql
    .updateTable('invites')
    .set({ used_at: formatTimestamp(now) })
    .where('id', '=', inviteId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', formatTimestamp(now))
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** A record made ahead becomes the actor's own. */
async function takeRecord(turn: Turn, userId: number, who: Introduction): Promise<number> {
  const own = await turn.sql
    .selectFrom('users')
    .select(['id', 'username'])
    .where('id', '=', userId)
    .executeTakeFirstOrThrow()
  const username = await chooseUsername(turn.sql, who.username, own.username, own)
  await turn.sql
    .updateTable('users')
    .set({ username, updated_at: formatTimestamp(turn.now) })
    .where('id', '=', userId)
    .execute()
  return userId
}

async function joinAsClient(turn: Turn, who: Introduction, invitation: Invitation): Promise<number> {
  const { inviterId, userId: prepared } = invitation
  const { userId: own } = turn.actor
  if (own !== null) return adoptRecord(turn, own, inviterId, prepared)
  if (prepared !== null) return takeRecord(turn, prepared, who)
  return addClient(turn, inviterId, {
    name: introducedName(who),
    ...(who.username !== undefined && { username: who.username }),
  })
}

async function joinAsTrainer(
  turn: Turn,
  who: Introduction,
  { inviterId, name }: Invitation,
): Promise<number> {
  const userId = await addUser(turn, {
    role: 'trainer',
    name: name ?? introducedName(who),
    ...(who.username !== undefined && { username: who.username }),
  })
  await turn.sql.insertInto('trainer_profiles').values({ user_id: userId }).execute()
  await addSettings(turn, userId, await settingsLike(turn.sql, inviterId))
  return userId
}

/** The inviter hears of it; a month later it would be no news. */
async function tellInviter(turn: Turn, { id, role, inviterId }: Invitation, userId: number): Promise<void> {
  const { now } = turn
  await owe(
    turn,
    {
      key: `joined:${id}`,
      kind: role === 'client' ? 'joined' : 'trainerJoined',
      recipientId: inviterId,
      payload: { userId },
      dueAt: now,
      expiresAt: new Date(now.getTime() + 30 * 24 * 3_600_000),
      valuable: true,
    },
    now,
  )
}

/**
 * The actor accepts, and for a client that is the consent to keeping data about their health.
 * `null` when the invitation has gone meanwhile. Refusal `alreadyJoined` for whoever has a trainer or another role.
 */
export async function acceptInvite(
  turn: Turn,
  who: Introduction,
  inviteId: number,
): Promise<Invitation | null> {
  const invitation = await readInvite(turn, inviteId)
  if (!invitation) return null
  if (!mayJoin(turn, invitation.role)) throw new Refusal('alreadyJoined')
  if (!(await claim(turn, inviteId))) return null
  const userId =
    invitation.role === 'client'
      ? await joinAsClient(turn, who, invitation)
      : await joinAsTrainer(turn, who, invitation)
  await linkAccount(turn, userId)
  await replan(turn, userId, turn.now)
  await turn.sql.updateTable('invites').set({ used_by: userId }).where('id', '=', inviteId).execute()
  if (invitation.role === 'client') await consent(turn, userId)
  await tellInviter(turn, invitation, userId)
  await becomeUser(turn, userId)
  return invitation
}

async function consent({ sql, now }: Turn, userId: number): Promise<void> {
  await sql
    .updateTable('client_profiles')
    .set({ consented_at: formatTimestamp(now) })
    .where('user_id', '=', userId)
    .execute()
}
