import { formatTimestamp } from '../../entities/types.ts'
import type { Introduction } from '../conversation.ts'
import { owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { countGuess, guessedTooOften } from './guesses.ts'
import { adoptRecord } from './merging.ts'
import { addClient, addSettings, addUser, chooseUsername, introducedName, linkAccount } from './records.ts'
import { settingsLike } from './records.ts'
import { hashToken, looksLikeToken } from './tokens.ts'

/** An invitation that can be accepted right now. */
export interface Invitation {
  id: number
  role: 'trainer' | 'client'
  inviterId: number
  inviterName: string
  /** The record that waits, if one was made ahead. */
  userId: number | null
  name: string | null
}

/** Whether the actor may join anybody: a stranger may, and a client whom nobody coaches. */
export function mayJoin({ actor }: Turn, role: Invitation['role']): boolean {
  if (actor.userId === null) return true
  return role === 'client' && actor.role === 'client' && actor.trainerId === null
}

async function acceptable(
  turn: Turn,
  by: { id: number } | { tokenHash: string },
): Promise<Invitation | undefined> {
  const row = await turn.sql
    .selectFrom('invites as i')
    .innerJoin('users as inviter', 'inviter.id', 'i.inviter_id')
    .leftJoin('users as u', 'u.id', 'i.user_id')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'i.user_id')
    .select(['i.id', 'i.role', 'i.user_id', 'i.name', 'inviter.id as inviterId'])
    .select(['inviter.full_name', 'inviter.username', 'u.trainer_id', 'u.is_active'])
    .where('id' in by ? 'i.id' : 'i.token_hash', '=', 'id' in by ? by.id : by.tokenHash)
    .where('i.used_at', 'is', null)
    .where('i.revoked_at', 'is', null)
    .where('i.expires_at', '>', formatTimestamp(turn.now))
    .where('inviter.is_active', '=', 1)
    .where('a.id', 'is', null)
    .executeTakeFirst()
  if (!row) return undefined
  const { id, role, inviterId, user_id: userId, name } = row
  if (userId !== null && (row.trainer_id !== inviterId || !row.is_active)) return undefined
  return { id, role, inviterId, inviterName: row.full_name ?? row.username, userId, name }
}

/**
 * Looks behind a token. `null` for whatever does not lead to somebody: unknown, used, expired, revoked,
 * or one try too many; each such try is counted. Not a Refusal, since the count has to be kept.
 */
export async function openInvite(turn: Turn, token: string): Promise<Invitation | null> {
  if (await guessedTooOften(turn)) return null
  const found = looksLikeToken(token) ? await acceptable(turn, { tokenHash: hashToken(token) }) : undefined
  if (!found) await countGuess(turn)
  return found ?? null
}

/** The invitation somebody is looking at, as it is now; `null` when it was used, revoked or has run out meanwhile. */
export async function readInvite(turn: Turn, inviteId: number): Promise<Invitation | null> {
  return (await acceptable(turn, { id: inviteId })) ?? null
}

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

/** The actor of this very turn is somebody else now: what is shown next is shown to them. */
export async function becomeUser({ sql, actor }: Turn, userId: number): Promise<void> {
  const row = await sql
    .selectFrom('users as u')
    .leftJoin('user_settings as s', 's.user_id', 'u.id')
    .select(['u.role', 'u.full_name', 'u.trainer_id', 's.language', 's.time_zone', 's.units'])
    .where('u.id', '=', userId)
    .executeTakeFirstOrThrow()
  actor.userId = userId
  actor.role = row.role
  actor.fullName = row.full_name ?? actor.fullName
  actor.trainerId = row.trainer_id
  actor.language = row.language ?? actor.language
  actor.timeZone = row.time_zone ?? actor.timeZone
  actor.units = row.units ?? actor.units
}
