import type { MikroORM } from '@mikro-orm/sqlite'
import type { KeptSpec, PictureSpec } from '../domain/pictures.ts'
import { formatTimestamp } from '../entities/types.ts'
import { type Sql, inUnit } from './unit.ts'

/** A button as Telegram takes it. */
export interface WireButton {
  text: string
  callback_data?: string
  url?: string
  copy_text?: { text: string }
  style?: string
}

/** An answer that is committed but perhaps not yet shown. `id` is unique within the conversation. */
export type Owed =
  | { kind: 'card'; id: string; rev: number; html: string; keyboard: WireButton[][]; live: boolean }
  | {
      kind: 'message'
      id: string
      chatId?: number
      html: string
      keyboard: WireButton[][]
      picture?: PictureSpec | KeptSpec
      file?: { name: string; text: string }
      /** A line of HTML for where kept files are kept no more. */
      gone?: string
      /** What was shown under it before goes. */
      key?: string
    }
  | { kind: 'edit'; id: string; messageId: number; html: string; keyboard: WireButton[][] }
  | { kind: 'delete'; id: string; messageId: number }
  | { kind: 'delete'; id: string; key: string }
  | { kind: 'tap'; id: string; callbackId: string; text?: string; alert?: boolean }
  | { kind: 'menu'; id: string; role: string; language: string }
  | { kind: 'leave'; id: string; chatId: number }

/** Where a person's card is, and what stands beside it, as far as the database knows. */
export interface Presence {
  cardMessageId: number | null
  cardLive: boolean
  /** The newest message the person typed, or picture they were shown: a card above it moves down instead of being edited. */
  typedMessageId: number | null
  /** Messages beside the card that can be taken away, by the key they were shown under. */
  pictures: Record<string, number[]>
}

/** The columns of `conversations` that hold a presence; all empty where there is no such row. */
interface PresenceRow {
  card_message_id: number | null
  card_live: number | null
  typed_message_id: number | null
  pictures: string | null
}

export function presenceOf(row: PresenceRow | undefined): Presence {
  return {
    cardMessageId: row?.card_message_id ?? null,
    cardLive: Boolean(row?.card_live),
    typedMessageId: row?.typed_message_id ?? null,
    pictures: row?.pictures ? (JSON.parse(row.pictures) as Record<string, number[]>) : {},
  }
}

/** Message ids grow; none counts as older than any. */
export function newerOf(one: number | null, other: number | null): number | null {
  return one === null || other === null ? (one ?? other) : Math.max(one, other)
}

function presenceValues(
  { cardMessageId, cardLive, typedMessageId, pictures }: Presence,
  typed: number | null,
) {
  return {
    card_message_id: cardMessageId,
    card_live: cardLive ? 1 : 0,
    typed_message_id: newerOf(typedMessageId, typed),
    pictures: Object.keys(pictures).length === 0 ? null : JSON.stringify(pictures),
  }
}

export function readOwed(text: string | null): Owed[] {
  const items: unknown = text === null ? [] : JSON.parse(text)
  return Array.isArray(items) ? (items as Owed[]) : []
}

function writeOwed(items: Owed[]): string | null {
  return items.length === 0 ? null : JSON.stringify(items)
}

/**
 * What stays owed when a turn adds its answers: a newer card takes the place of an unshown one, and what is shown
 * by now need not wait to be struck off.
 */
export function joinOwed(before: Owed[], added: Owed[], shown: ReadonlySet<string>): string | null {
  const newCard = added.some((item) => item.kind === 'card')
  const kept = before.filter((item) => !shown.has(item.id) && !(newCard && item.kind === 'card'))
  return writeOwed([...kept, ...added])
}

/** Owes somebody one thing more, beside what their own turns owe them. Nothing to whom we never met. */
export async function oweMore(sql: Sql, telegramId: number, item: Owed): Promise<void> {
  const row = await sql
    .selectFrom('conversations')
    .select('owed')
    .where('telegram_id', '=', telegramId)
    .executeTakeFirst()
  if (!row) return
  await sql
    .updateTable('conversations')
    .set({ owed: writeOwed([...readOwed(row.owed), item]) })
    .where('telegram_id', '=', telegramId)
    .execute()
}

async function strike(
  sql: Sql,
  telegramId: number,
  ids: ReadonlySet<string>,
  now: Date,
  presence?: Presence,
): Promise<void> {
  const row = await sql
    .selectFrom('conversations')
    .select(['owed', 'typed_message_id'])
    .where('telegram_id', '=', telegramId)
    .executeTakeFirst()
  if (!row) return
  const left = readOwed(row.owed).filter((item) => !ids.has(item.id))
  await sql
    .updateTable('conversations')
    .set({
      owed: writeOwed(left),
      updated_at: formatTimestamp(now),
      ...(presence && presenceValues(presence, row.typed_message_id)),
    })
    .where('telegram_id', '=', telegramId)
    .execute()
}

/** After a send: the answers are no longer owed, and what is where on the screen is known by message ids. */
export function strikeSent(
  orm: MikroORM,
  telegramId: number,
  ids: string[],
  now: Date,
  presence?: Presence,
): Promise<void> {
  return inUnit(orm, 'owed.sent', ({ sql }) => strike(sql, telegramId, new Set(ids), now, presence))
}

/** After edits, in one commit for many people: repeating one of these would be harmless. */
export function strikeShown(
  orm: MikroORM,
  shown: ReadonlyMap<number, ReadonlySet<string>>,
  now: Date,
): Promise<void> {
  return inUnit(orm, 'owed.shown', async ({ sql }) => {
    for (const [telegramId, ids] of shown) await strike(sql, telegramId, ids, now)
  })
}

/** Everything an earlier run committed and did not see delivered. */
export function allOwed(orm: MikroORM): Promise<{ telegramId: number; items: Owed[]; presence: Presence }[]> {
  return inUnit(orm, 'owed.all', async ({ sql }) => {
    const rows = await sql
      .selectFrom('conversations')
      .select(['telegram_id', 'owed', 'card_message_id', 'card_live', 'typed_message_id', 'pictures'])
      .where('owed', 'is not', null)
      .execute()
    return rows.map((row) => ({
      telegramId: row.telegram_id,
      items: readOwed(row.owed),
      presence: presenceOf(row),
    }))
  })
}

/** Telegram said 403: nothing more is owed or pushed until the person writes again. */
export function markUnreachable(orm: MikroORM, telegramId: number, now: Date): Promise<void> {
  return inUnit(orm, 'owed.unreachable', async ({ sql }) => {
    await sql
      .updateTable('telegram_accounts')
      .set({ chat_state: 'blocked' })
      .where('telegram_id', '=', telegramId)
      .execute()
    await sql
      .updateTable('conversations')
      .set({ owed: null, updated_at: formatTimestamp(now) })
      .where('telegram_id', '=', telegramId)
      .execute()
  })
}
