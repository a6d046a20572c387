import { formatTimestamp } from '../../entities/types.ts'
import type { Turn } from '../turn.ts'
import { countGuess, guessedTooOften } from './guesses.ts'
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
