import { headline } from '../../domain/notices.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { isCoach, requireMember } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'

/** What somebody was told, by us or by another program. */
export interface OwnNotice {
  id: number
  /** Null where nothing was said at all. */
  title: string | null
  message: string | null
  /** Who wrote it; null: nobody but the bot, or somebody who is gone. */
  sender: string | null
  at: Date
  /** What it was sent as, where we sent it. */
  delivery: { id: number; kind: string; payload: unknown } | null
}

/** Of a client who is no coach's any more, or another's, that coach reads nothing, whoever took them away. */
function readable(turn: Turn, userId: number) {
  const own = turn.sql
    .selectFrom('notifications as n')
    .leftJoin('users as s', 's.id', 'n.sender_id')
    .leftJoin('users as a', 'a.id', 'n.about_id')
    .where('n.recipient_id', '=', userId)
  if (!isCoach(turn)) return own
  return own
    .where((eb) => eb.or([eb('s.role', 'is not', 'client'), eb('s.trainer_id', '=', userId)]))
    .where((eb) => eb.or([eb('a.role', 'is not', 'client'), eb('a.trainer_id', '=', userId)]))
}

const ownNotices = (turn: Turn, userId: number) =>
  readable(turn, userId).select(['n.id', 'n.title', 'n.message', 'n.created_at', 's.full_name', 's.username'])

type Row = Awaited<ReturnType<ReturnType<typeof ownNotices>['execute']>>[number]

const said = (words: string | null): string | null => (words?.trim() ? words.trim() : null)

function noticeOf({ id, title, message, created_at, full_name, username }: Row) {
  const words = said(message)
  return {
    id,
    title: said(title) ?? (words && headline(words)),
    message: words,
    sender: full_name ?? username,
    at: parseTimestamp(created_at),
  }
}

const perPage = 8

export interface NoticePage {
  notices: Omit<OwnNotice, 'delivery'>[]
  page: number
  pages: number
  /** All that are not seen. */
  count: number
  /** The newest of them all; 0 where there is none. */
  newest: number
}

/** What the actor has not seen, newest first; pages count from 1. Strangers: Refusal `notAllowed`. */
export async function unreadNotices(turn: Turn, wanted: number): Promise<NoticePage> {
  const { userId } = requireMember(turn)
  const all = await readable(turn, userId)
    .select((eb) => [eb.fn.countAll<number>().as('count'), eb.fn.max('n.id').as('newest')])
    .where('n.is_read', '=', 0)
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(all.count / perPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const rows = await ownNotices(turn, userId)
    .where('n.is_read', '=', 0)
    .orderBy('n.created_at', 'desc')
    .orderBy('n.id', 'desc')
    .limit(perPage)
    .offset((page - 1) * perPage)
    .execute()
  return { notices: rows.map(noticeOf), page, pages, count: all.count, newest: all.newest ?? 0 }
}

/** One of the actor's. Somebody else's and none at all answer alike: Refusal `notThere`. */
export async function readNotice(turn: Turn, id: number): Promise<OwnNotice> {
  const { userId } = requireMember(turn)
  const row = await ownNotices(turn, userId).where('n.id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('notThere')
  const sent = await turn.sql
    .selectFrom('deliveries')
    .select(['id', 'kind', 'payload'])
    .where('notification_id', '=', id)
    .where('recipient_id', '=', userId)
    .executeTakeFirst()
  const delivery = sent ? { ...sent, payload: JSON.parse(sent.payload) as unknown } : null
  return { ...noticeOf(row), delivery }
}

/** The actor has seen it. Refusal: `notThere`. */
export async function markRead(turn: Turn, id: number): Promise<void> {
  const { userId } = requireMember(turn)
  const found = await turn.sql
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('id', '=', id)
    .where('recipient_id', '=', userId)
    .executeTakeFirst()
  if (Number(found.numUpdatedRows) === 0) throw new Refusal('notThere')
}

/** The actor has seen all there were when the list was shown: those up to `newest`. */
export async function markAllRead(turn: Turn, newest: number): Promise<void> {
  const { userId } = requireMember(turn)
  await turn.sql
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('recipient_id', '=', userId)
    .where('is_read', '=', 0)
    .where('id', '<=', newest)
    .execute()
}

/** The actor tapped or answered a message in their chat: what it told is seen. A message that told nothing is none. */
export async function noteSeen({ sql, actor }: Turn, messageId: number): Promise<void> {
  const { userId } = actor
  if (userId === null) return
  await sql
    .updateTable('notifications')
    .set({ is_read: 1 })
    .where('is_read', '=', 0)
    .where('recipient_id', '=', userId)
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('deliveries')
        .select((one) => one.ref('notification_id').$notNull().as('id'))
        .where('recipient_id', '=', userId)
        .where('message_id', '=', messageId)
        .where('notification_id', 'is not', null),
    )
    .execute()
}
