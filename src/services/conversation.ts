import { zoneOr } from '../domain/localTime.ts'
import { formatTimestamp, parseTimestamp } from '../entities/types.ts'
import { type Owed, type Presence, joinOwed, presenceOf, readOwed } from './owed.ts'
import { replan } from './reminders/planning.ts'
import type { Actor } from './turn.ts'
import type { Sql, Unit } from './unit.ts'

/** The person as Telegram introduces them with every update. */
export interface Introduction {
  id: number
  firstName: string
  lastName?: string
  username?: string
  languageCode?: string
}

/** Where somebody is in the conversation: a named scene and step, and what that step has to remember. */
export interface Place {
  scene: string
  step: string
  version: number
  data: unknown
}

export interface Conversation {
  place: Place | null
  /** When they last did something in that place; null where nobody knows. */
  touchedAt: Date | null
  /** Grows with every card shown. */
  rev: number
  owed: Owed[]
  presence: Presence
  unread: Unread | null
}

/** The newest message that nothing could be made of: it may be edited into something readable, or sent to the trainer. */
export interface Unread {
  messageId: number
  /** Rows of the first release have none. */
  text?: string
  /** It was a reply to the card, and so means to correct. */
  toCard: boolean
}

export interface Defaults {
  timeZone: string
  adminIds: ReadonlySet<number>
  /** The shipped language for a Telegram language code. */
  languageOf(code: string | undefined): 'en' | 'he'
}

const accounts = (sql: Sql) =>
  sql
    .selectFrom('telegram_accounts as a')
    .leftJoin('users as u', 'u.id', 'a.user_id')
    .leftJoin('user_settings as s', 's.user_id', 'a.user_id')
    .leftJoin('conversations as c', 'c.telegram_id', 'a.telegram_id')
    .select([
      'a.telegram_id',
      'a.user_id',
      'a.telegram_username',
      'a.first_name',
      'a.language_code',
      'a.chat_state',
    ])
    .select(['u.role', 'u.full_name', 'u.is_active', 'u.trainer_id', 's.time_zone', 's.units', 's.language'])
    .select([
      'c.scene',
      'c.step',
      'c.version',
      'c.state',
      'c.rev',
      'c.owed',
      'c.card_message_id',
      'c.card_live',
      'c.typed_message_id',
      'c.pictures',
      'c.unread',
      'c.touched_at',
    ])

const arrivalQuery = (sql: Sql, telegramId: number) =>
  accounts(sql).where('a.telegram_id', '=', telegramId).executeTakeFirst()

type ArrivalRow = NonNullable<Awaited<ReturnType<typeof arrivalQuery>>>

function actorOf(row: ArrivalRow | undefined, who: Introduction, defaults: Defaults): Actor {
  return {
    telegramId: who.id,
    userId: row?.user_id ?? null,
    role: row?.role ?? null,
    isAdmin: defaults.adminIds.has(who.id) || row?.role === 'admin',
    isActive: !row || row.user_id === null || Boolean(row.is_active),
    fullName: row?.full_name ?? [who.firstName, who.lastName].filter(Boolean).join(' '),
    trainerId: row?.trainer_id ?? null,
    language: row?.language ?? defaults.languageOf(who.languageCode ?? row?.language_code ?? undefined),
    timeZone: zoneOr(row?.time_zone, defaults.timeZone),
    units: row?.units ?? 'kg',
  }
}

function conversationOf(row: ArrivalRow | undefined): Conversation {
  const place =
    row?.scene && row.step
      ? {
          scene: row.scene,
          step: row.step,
          version: row.version ?? 0,
          data: JSON.parse(row.state ?? '{}') as unknown,
        }
      : null
  return {
    place,
    touchedAt: row?.touched_at ? parseTimestamp(row.touched_at) : null,
    rev: row?.rev ?? 0,
    owed: readOwed(row?.owed ?? null),
    presence: presenceOf(row),
    unread: row?.unread ? (JSON.parse(row.unread) as Unread) : null,
  }
}

/** Whoever was erased and comes back is somebody new: nothing of where they stood is left. */
const nowhere = {
  scene: null,
  step: null,
  version: 0,
  state: null,
  rev: 0,
  owed: null,
  card_message_id: null,
  card_live: 0,
  typed_message_id: null,
  pictures: null,
  unread: null,
  acted_at: null,
  touched_at: null,
} as const

type Introducing = Pick<Unit, 'sql' | 'due'>

async function introduce(
  { sql, due }: Introducing,
  row: ArrivalRow | undefined,
  who: Introduction,
  now: Date,
): Promise<void> {
  const values = {
    telegram_username: who.username ?? null,
    first_name: who.firstName,
    language_code: who.languageCode ?? null,
  }
  if (!row) {
    const at = formatTimestamp(now)
    await sql
      .insertInto('telegram_accounts')
      .values({ telegram_id: who.id, ...values, chat_state: 'reachable', created_at: at, updated_at: at })
      .execute()
    await sql
      .insertInto('conversations')
      .values({ telegram_id: who.id, ...nowhere, updated_at: at })
      .onConflict((conflict) => conflict.column('telegram_id').doUpdateSet({ ...nowhere, updated_at: at }))
      .execute()
    return
  }
  const same =
    row.telegram_username === values.telegram_username &&
    row.first_name === values.first_name &&
    row.language_code === values.language_code
  if (same && row.chat_state === 'reachable') return
  await sql
    .updateTable('telegram_accounts')
    .set({ ...values, chat_state: 'reachable' })
    .where('telegram_id', '=', who.id)
    .execute()
  // Nothing was made for them while they could not be reached.
  if (row.chat_state !== 'reachable' && row.user_id !== null) await replan({ sql, due }, row.user_id, now)
}

/** Reads who acts and where they are, and remembers what Telegram says of them. Whoever writes is reachable. */
export async function arrive(
  unit: Introducing,
  who: Introduction,
  now: Date,
  defaults: Defaults,
): Promise<{ actor: Actor; conversation: Conversation }> {
  const row = await arrivalQuery(unit.sql, who.id)
  await introduce(unit, row, who, now)
  return { actor: actorOf(row, who, defaults), conversation: conversationOf(row) }
}

/** Reads the actor anew, for answers after a change of role, language or name in the same turn. */
export async function actorAgain(sql: Sql, who: Introduction, defaults: Defaults): Promise<Actor> {
  return actorOf(await arrivalQuery(sql, who.id), who, defaults)
}

/** Everybody who has joined and can be reached. */
export async function reachableActors(sql: Sql, defaults: Defaults): Promise<Actor[]> {
  const rows = await accounts(sql)
    .where('a.user_id', 'is not', null)
    .where('a.chat_state', '=', 'reachable')
    .orderBy('a.telegram_id')
    .execute()
  return rows.map((row) => actorOf(row, { id: row.telegram_id, firstName: row.first_name ?? '' }, defaults))
}

export interface Departure {
  place: Place | null
  touchedAt: Date | null
  rev: number
  before: Owed[]
  added: Owed[]
  /** What of `before` the person has got by now. */
  shown: ReadonlySet<string>
  typedMessageId: number | null
  unread: Unread | null
  /** When the person wrote or tapped; null for events of our own. */
  actedAt: Date | null
}

/** Stores the place in the conversation and the answer owed, in the transaction of the effect. */
export async function depart(sql: Sql, telegramId: number, departure: Departure, now: Date): Promise<void> {
  const { place, touchedAt, rev, before, added, shown, typedMessageId, unread, actedAt } = departure
  const values = {
    scene: place?.scene ?? null,
    step: place?.step ?? null,
    version: place?.version ?? 0,
    state: place ? JSON.stringify(place.data) : null,
    touched_at: touchedAt && formatTimestamp(touchedAt),
    rev,
    owed: joinOwed(before, added, shown),
    typed_message_id: typedMessageId,
    unread: unread && JSON.stringify(unread),
    updated_at: formatTimestamp(now),
    ...(actedAt && { acted_at: formatTimestamp(actedAt) }),
  }
  const { numUpdatedRows } = await sql
    .updateTable('conversations')
    .set(values)
    .where('telegram_id', '=', telegramId)
    .executeTakeFirstOrThrow()
  // An account that another program made has no conversation yet.
  if (numUpdatedRows === 0n)
    await sql
      .insertInto('conversations')
      .values({ telegram_id: telegramId, ...values })
      .execute()
}

/** The person blocked the bot, or let it in again. */
export async function setReachable(sql: Sql, telegramId: number, reachable: boolean): Promise<void> {
  await sql
    .updateTable('telegram_accounts')
    .set({ chat_state: reachable ? 'reachable' : 'blocked' })
    .where('telegram_id', '=', telegramId)
    .execute()
}
