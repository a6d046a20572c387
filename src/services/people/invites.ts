import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { requireAdmin, requireMember, requireTrainer } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import { addClient } from './records.ts'
import { hashToken, newToken } from './tokens.ts'

export const inviteHours = 72
/** Links and records of one inviter that wait at the same time. */
export const mostWaiting = 200
/** Names taken from one message. */
export const mostNames = 20

/** Whoever may have invited somebody: a coach, or an admin with a record. */
function requireInviter(turn: Turn): { userId: number } {
  if (!turn.actor.isAdmin) return requireTrainer(turn)
  requireAdmin(turn)
  return requireMember(turn)
}

/** A link just made: the only moment at which its token is known. */
export interface FreshInvite {
  token: string
  role: 'trainer' | 'client'
  name: string | null
  expiresAt: Date
}

interface Wanted {
  role: 'trainer' | 'client'
  inviterId: number
  userId: number | null
  name: string | null
}

async function makeInvite({ sql, now }: Turn, wanted: Wanted): Promise<FreshInvite> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + inviteHours * 3_600_000)
  await sql
    .insertInto('invites')
    .values({
      token_hash: hashToken(token),
      role: wanted.role,
      inviter_id: wanted.inviterId,
      user_id: wanted.userId,
      name: wanted.name,
      expires_at: formatTimestamp(expiresAt),
      created_at: formatTimestamp(now),
    })
    .execute()
  return { token, role: wanted.role, name: wanted.name, expiresAt }
}

const liveInvites = ({ sql, now }: Turn, inviterId: number) =>
  sql
    .selectFrom('invites')
    .where('inviter_id', '=', inviterId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', formatTimestamp(now))

async function refuseTooMany(turn: Turn, inviterId: number, more: number): Promise<void> {
  const { waiting } = await liveInvites(turn, inviterId)
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  if (waiting + more > mostWaiting) throw new Refusal('tooManyInvites', { most: mostWaiting })
}

/** A client link of the actor's. With names, each gets a record at once, so that plans can wait for it. */
export async function inviteClients(turn: Turn, names: readonly string[]): Promise<FreshInvite[]> {
  const coach = requireTrainer(turn)
  const wanted = names.slice(0, mostNames)
  await refuseTooMany(turn, coach.userId, Math.max(1, wanted.length))
  const link = { role: 'client', inviterId: coach.userId } as const
  if (wanted.length === 0) return [await makeInvite(turn, { ...link, userId: null, name: null })]
  const made: FreshInvite[] = []
  for (const name of wanted) {
    const userId = await addClient(turn, coach.userId, { name })
    made.push(await makeInvite(turn, { ...link, userId, name }))
  }
  return made
}

/** Links by which trainers join; the name is only a reminder of whom it is for. The inviter has a record. */
export async function inviteTrainers(turn: Turn, names: readonly string[]): Promise<FreshInvite[]> {
  requireAdmin(turn)
  const { userId: inviterId } = requireInviter(turn)
  const wanted = names.length === 0 ? [null] : names.slice(0, mostNames)
  await refuseTooMany(turn, inviterId, wanted.length)
  const made: FreshInvite[] = []
  for (const name of wanted)
    made.push(await makeInvite(turn, { role: 'trainer', inviterId, userId: null, name }))
  return made
}

/** Somebody who has not come yet: a record that waits, or a link without one. */
export interface Waiting {
  kind: 'record' | 'link'
  /** Of the user, or of the invite. */
  id: number
  role: 'trainer' | 'client'
  name: string | null
  /** NULL: no link leads there at the moment. */
  expiresAt: Date | null
}

/** Everybody the actor waits for, newest first. */
export async function whoIsAwaited(turn: Turn): Promise<Waiting[]> {
  const { userId: inviterId } = requireInviter(turn)
  const links = await liveInvites(turn, inviterId)
    .select(['id', 'role', 'user_id', 'name', 'expires_at'])
    .orderBy('id', 'desc')
    .execute()
  const records = await turn.sql
    .selectFrom('users as u')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .select(['u.id', 'u.full_name', 'u.username'])
    .where('u.trainer_id', '=', inviterId)
    .where('u.role', '=', 'client')
    .where('a.id', 'is', null)
    .orderBy('u.id', 'desc')
    .execute()
  const linkOf = new Map(links.map((link) => [link.user_id, parseTimestamp(link.expires_at)]))
  return [
    ...records.map((row): Waiting => {
      const name = row.full_name ?? row.username
      return { kind: 'record', id: row.id, role: 'client', name, expiresAt: linkOf.get(row.id) ?? null }
    }),
    ...links.flatMap((row): Waiting[] => {
      const { id, role, name } = row
      return row.user_id === null
        ? [{ kind: 'link', id, role, name, expiresAt: parseTimestamp(row.expires_at) }]
        : []
    }),
  ]
}

/** One of those awaited. Refusal `notThere` where it is nobody of the actor's, or they have come meanwhile. */
export async function findAwaited(turn: Turn, kind: Waiting['kind'], id: number): Promise<Waiting> {
  const found = (await whoIsAwaited(turn)).find((one) => one.kind === kind && one.id === id)
  if (!found) throw new Refusal('notThere')
  return found
}

/** Ends the links that lead to somebody awaited; a record stays, with what waits in it. */
export async function revokeInvite(turn: Turn, awaited: Waiting): Promise<void> {
  const { kind, id } = await findAwaited(turn, awaited.kind, awaited.id)
  await turn.sql
    .updateTable('invites')
    .set({ revoked_at: formatTimestamp(turn.now) })
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where(kind === 'record' ? 'user_id' : 'id', '=', id)
    .execute()
}

/** A new link for somebody awaited; the old one ends. */
export async function renewInvite(turn: Turn, awaited: Waiting): Promise<FreshInvite> {
  const { kind, id, role, name } = await findAwaited(turn, awaited.kind, awaited.id)
  await revokeInvite(turn, awaited)
  const { userId: inviterId } = requireInviter(turn)
  return makeInvite(turn, { role, inviterId, userId: kind === 'record' ? id : null, name })
}
