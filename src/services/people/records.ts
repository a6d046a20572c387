import { formatTimestamp } from '../../entities/types.ts'
import type { Introduction } from '../conversation.ts'
import type { Turn, Units } from '../turn.ts'
import type { Sql } from '../unit.ts'
import { cleanName, cut, nameLimit, usernameBase } from './names.ts'
import { zoneOr } from '../../domain/localTime.ts'

/** The first free of `anna`, `anna2`, `anna3` … */
async function firstFree(sql: Sql, base: string): Promise<string> {
  const rows = await sql
    .selectFrom('users')
    .select('username')
    .where('username', '>=', base)
    .where('username', '<', `${base}:`) // the sign after 9
    .execute()
  const taken = new Set(rows.map(({ username }) => username))
  let name = base
  for (let number = 2; taken.has(name); number++) name = `${base}${number}`
  return name
}

/** Telegram's username where it is free, else one made from the name. `own` may be their present one. */
export async function chooseUsername(
  sql: Sql,
  telegram: string | undefined,
  name: string,
  own?: { id: number; username: string },
): Promise<string> {
  if (telegram !== undefined && telegram !== '') {
    const holder = await sql
      .selectFrom('users')
      .select('id')
      .where('username', '=', telegram)
      .executeTakeFirst()
    if (!holder || holder.id === own?.id) return telegram
  }
  return own?.username ?? firstFree(sql, usernameBase(name))
}

/** The name Telegram introduces somebody by; the username, or nothing, where that is empty. */
export function introducedName(who: Introduction): string {
  const name = cleanName([who.firstName, who.lastName ?? ''].join(' '))
  return cut(name || (who.username ?? ''), nameLimit)
}

export interface NewUser {
  role: 'admin' | 'trainer' | 'client'
  name: string
  /** Telegram's, if there is one. */
  username?: string
  trainerId?: number
}

/** A users row without password and e-mail. Answers its id. */
export async function addUser(
  { sql, now }: Turn,
  { role, name, username, trainerId }: NewUser,
): Promise<number> {
  const at = formatTimestamp(now)
  const { id } = await sql
    .insertInto('users')
    .values({
      username: await chooseUsername(sql, username, name),
      full_name: name || null,
      role,
      is_active: 1,
      trainer_id: trainerId ?? null,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Where somebody starts from until they say: for clients, what their coach uses. */
export async function addSettings(
  { sql, now }: Turn,
  userId: number,
  like: { timeZone: string | null; units: Units },
): Promise<void> {
  const at = formatTimestamp(now)
  await sql
    .insertInto('user_settings')
    .values({ user_id: userId, time_zone: like.timeZone, units: like.units, created_at: at, updated_at: at })
    .onConflict((conflict) => conflict.column('user_id').doNothing())
    .execute()
}

/** Where a person's settings start: as those of whoever invited them. */
export async function settingsLike(
  sql: Sql,
  userId: number,
): Promise<{ timeZone: string | null; units: Units }> {
  const row = await sql
    .selectFrom('user_settings')
    .select(['time_zone', 'units'])
    .where('user_id', '=', userId)
    .executeTakeFirst()
  return { timeZone: row?.time_zone ?? null, units: row?.units ?? 'kg' }
}

/** A client's record: users row, profile and settings. Answers the user's id. */
export async function addClient(
  turn: Turn,
  coachId: number,
  person: { name: string; username?: string },
): Promise<number> {
  const userId = await addUser(turn, { ...person, role: 'client', trainerId: coachId })
  await turn.sql.insertInto('client_profiles').values({ user_id: userId, trainer_id: coachId }).execute()
  await addSettings(turn, userId, await settingsLike(turn.sql, coachId))
  return userId
}

/** Ties the actor's Telegram account to a user. */
export async function linkAccount({ sql, actor, now }: Turn, userId: number): Promise<void> {
  await sql
    .updateTable('telegram_accounts')
    .set({ user_id: userId, updated_at: formatTimestamp(now) })
    .where('telegram_id', '=', actor.telegramId)
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
  actor.timeZone = zoneOr(row.time_zone, actor.timeZone)
  actor.units = row.units ?? actor.units
}
