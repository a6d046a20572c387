import { formatTimestamp } from '../../entities/types.ts'
import { authorizeClient, isCoach, requireClient, requireMember } from '../access.ts'
import { owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'

/** Characters; a message of Telegram's has at most 4,096, and who writes and what is answered stand in it too. */
const longest = 3500
const keptForMs = 7 * 24 * 3_600_000

/** Who writes to whom; names as they go by. */
export interface Correspondent {
  userId: number
  name: string
}

/** Whether it would not arrive whole. Each line may be shown with a mark of its direction. */
export function isTooLong(text: string): boolean {
  return text.length + text.split('\n').length > longest
}

/**
 * The name somebody goes by, who would get a letter now. Refusal `outOfReach`: their access is off, they have not
 * joined or have blocked the bot. A letter would wait for them until nobody remembers it.
 */
async function reach({ sql }: Unit, userId: number): Promise<Correspondent> {
  const row = await sql
    .selectFrom('users as u')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .select(['u.full_name', 'u.username', 'u.is_active', 'a.chat_state'])
    .where('u.id', '=', userId)
    .executeTakeFirst()
  const name = row?.full_name ?? row?.username ?? '…'
  if (!row?.is_active || row.chat_state !== 'reachable') throw new Refusal('outOfReach', { name })
  return { userId, name }
}

/** The trainer of the client who acts. Refusals: `notAllowed`, `noTrainer`, `outOfReach`. */
export async function ownTrainer(turn: Turn): Promise<Correspondent> {
  const { trainerId } = requireClient(turn)
  if (trainerId === null) throw new Refusal('noTrainer')
  return reach(turn, trainerId)
}

/** A coach's own client, who can read a letter. Refusals: `notAllowed`, `notThere`, `outOfReach`. */
export async function ownClient(turn: Turn, client: number): Promise<Correspondent> {
  const { userId } = await authorizeClient(turn, client)
  return reach(turn, userId)
}

/** Keeps a letter and owes it to its reader. `answers`: the letter that this one answers. */
async function post(
  turn: Turn,
  reader: Correspondent,
  text: string,
  answers: number | null,
): Promise<Correspondent> {
  const { userId } = requireMember(turn)
  if (isTooLong(text)) throw new Refusal('answerTooLong', { most: longest })
  const { id } = await turn.sql
    .insertInto('notifications')
    .values({
      sender_id: userId,
      recipient_id: reader.userId,
      type: answers === null ? 'message' : 'reply',
      title: turn.actor.fullName,
      message: text,
      is_read: 0,
      in_reply_to_id: answers,
      created_at: formatTimestamp(turn.now),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await owe(
    turn,
    {
      key: `letter:${id}`,
      kind: 'letter',
      recipientId: reader.userId,
      payload: { letter: id },
      dueAt: turn.now,
      expiresAt: new Date(turn.now.getTime() + keptForMs),
      valuable: true,
      notification: id,
    },
    turn.now,
  )
  return reader
}

/** The client writes to their trainer. Refusals: as `ownTrainer`, `answerTooLong`. */
export async function writeToTrainer(turn: Turn, text: string): Promise<Correspondent> {
  return post(turn, await ownTrainer(turn), text, null)
}

/** A coach writes to their own client. Refusals: as `ownClient`, `answerTooLong`. */
export async function writeToClient(turn: Turn, client: number, text: string): Promise<Correspondent> {
  return post(turn, await ownClient(turn, client), text, null)
}

export interface Letter {
  id: number
  text: string
  sender: Correspondent
  /** Who wrote it is a client of the reader's; else their trainer. */
  isFromClient: boolean
  /** What it answers. */
  quote: string | null
}

const letters = ({ sql }: Unit, readerId: number) =>
  sql
    .selectFrom('notifications as n')
    .innerJoin('users as s', 's.id', 'n.sender_id')
    .leftJoin('notifications as q', 'q.id', 'n.in_reply_to_id')
    .select(['n.id', 'n.message', 's.id as sender_id', 's.full_name', 's.username', 's.trainer_id'])
    .select('q.message as quote')
    .where('n.type', 'in', ['message', 'reply'])
    .where('n.recipient_id', '=', readerId)

/** A letter to this reader, from whoever still is their client or their trainer; undefined else. */
export async function letterTo(
  unit: Unit,
  reader: { userId: number | null; trainerId: number | null },
  letterId: number,
): Promise<Letter | undefined> {
  if (reader.userId === null) return undefined
  const row = await letters(unit, reader.userId).where('n.id', '=', letterId).executeTakeFirst()
  if (!row) return undefined
  const isFromClient = row.trainer_id === reader.userId
  if (!isFromClient && reader.trainerId !== row.sender_id) return undefined
  return {
    id: row.id,
    text: row.message ?? '',
    sender: { userId: row.sender_id, name: row.full_name ?? row.username },
    isFromClient,
    quote: row.quote,
  }
}

/** A letter to the actor. Refusal: `notThere`, for one that is somebody else's too, or whose writer is theirs no more. */
async function readLetter(turn: Turn, letterId: number): Promise<Letter> {
  requireMember(turn)
  const letter = await letterTo(turn, turn.actor, letterId)
  if (!letter) throw new Refusal('notThere')
  return letter
}

/** A letter to the actor, whose writer can read an answer. Refusals: `notThere`, `outOfReach`. */
export async function letterToAnswer(turn: Turn, letterId: number): Promise<Letter> {
  const letter = await readLetter(turn, letterId)
  await reach(turn, letter.sender.userId)
  return letter
}

/** Answers a letter, which counts as read then. Refusals: as `letterToAnswer`, `answerTooLong`. */
export async function answerLetter(turn: Turn, letterId: number, text: string): Promise<Correspondent> {
  const letter = await letterToAnswer(turn, letterId)
  await turn.sql.updateTable('notifications').set({ is_read: 1 }).where('id', '=', letterId).execute()
  return post(turn, letter.sender, text, letterId)
}

/** What a message in the actor's chat carried; undefined when it was no delivery. */
async function deliveredIn(
  turn: Turn,
  messageId: number,
): Promise<{ kind: string; payload: unknown } | undefined> {
  const { userId } = turn.actor
  if (userId === null) return undefined
  const row = await turn.sql
    .selectFrom('deliveries')
    .select(['kind', 'payload'])
    .where('recipient_id', '=', userId)
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row && { kind: row.kind, payload: JSON.parse(row.payload) as unknown }
}

/** What a message in the actor's chat was: a letter, or news of a client of theirs; undefined when it was neither. */
export async function toldIn(
  turn: Turn,
  messageId: number,
): Promise<{ letter: number } | { client: number } | undefined> {
  const told = await deliveredIn(turn, messageId)
  if (typeof told?.payload !== 'object' || told.payload === null) return undefined
  const { letter, client, userId } = told.payload as Record<string, unknown>
  if (told.kind === 'letter' && typeof letter === 'number') return { letter }
  const about = client ?? userId
  return isCoach(turn) && typeof about === 'number' ? { client: about } : undefined
}

/** What told a coach of the letters of a client of theirs, up to one of them. */
const noAnswerText = `update deliveries set answered_at = ? where answered_at is null and dedupe_key in
  (select 'letter:' || n.id from notifications n where n.recipient_id = ? and n.sender_id = ? and n.id <= ?
  and n.type in ('message', 'reply'))`

/** The acting coach says that what a client wrote, up to a letter, needs no answer. Refusals: `notAllowed`, `notThere`. */
export async function needNoAnswer(turn: Turn, clientId: number, upTo: number): Promise<void> {
  const { userId, trainerId } = await authorizeClient(turn, clientId)
  await run(turn.sql, noAnswerText, [formatTimestamp(turn.now), trainerId, userId, upTo])
}
