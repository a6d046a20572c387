import { formatTimestamp } from '../entities/types.ts'
import type { Sql } from './unit.ts'

/** Somebody who has joined: the demo, the tests and the bench begin with such people. */
export interface JoinedPerson {
  telegramId: number
  firstName: string
  lastName?: string
  username: string
  role: 'trainer' | 'client' | 'admin'
  trainerId?: number
  language?: 'en' | 'he'
  timeZone?: string
  units?: 'kg' | 'lb'
}

/** Whether nobody has joined yet. */
export async function nobodyJoined(sql: Sql): Promise<boolean> {
  return (await sql.selectFrom('users').select('id').limit(1).executeTakeFirst()) === undefined
}

/** A picture in the storage, as the row of a kept file that its person sent. Answers its id. */
export async function addKeptPicture(
  sql: Sql,
  userId: number,
  { path, bytes }: { path: string; bytes: number },
  now: Date,
): Promise<number> {
  const { id } = await sql
    .insertInto('file_uploads')
    .values({
      user_id: userId,
      filename: path.slice(path.indexOf('/') + 1),
      original_filename: null,
      file_path: path,
      file_size: bytes,
      mime_type: 'image/jpeg',
      upload_type: 'telegram',
      media_kind: 'photo',
      created_at: formatTimestamp(now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

/** Writes a person as joining and onboarding would leave them. Answers their user id. */
export async function addJoined(sql: Sql, person: JoinedPerson, now: Date): Promise<number> {
  const at = formatTimestamp(now)
  const { telegramId, firstName, lastName, username, role, trainerId = null, language = 'en' } = person
  const { id } = await sql
    .insertInto('users')
    .values({
      username,
      full_name: [firstName, lastName].filter(Boolean).join(' '),
      role,
      trainer_id: trainerId,
      is_active: 1,
      created_at: at,
      updated_at: at,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await sql
    .insertInto('user_settings')
    .values({
      user_id: id,
      time_zone: person.timeZone ?? 'UTC',
      units: person.units ?? 'kg',
      created_at: at,
      updated_at: at,
    })
    .execute()
  if (role === 'client') {
    await sql
      .insertInto('client_profiles')
      .values({ user_id: id, trainer_id: trainerId, consented_at: at })
      .execute()
  } else {
    await sql.insertInto('trainer_profiles').values({ user_id: id }).execute()
  }
  await sql
    .insertInto('telegram_accounts')
    .values({
      telegram_id: telegramId,
      user_id: id,
      telegram_username: username,
      first_name: firstName,
      language_code: language,
      chat_state: 'reachable',
      created_at: at,
      updated_at: at,
    })
    .execute()
  await sql
    .insertInto('conversations')
    .values({ telegram_id: telegramId, version: 0, rev: 0, updated_at: at })
    .execute()
  return id
}
