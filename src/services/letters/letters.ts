import { formatTimestamp } from '../../entities/types.ts'
import { authorizeClient, requireClient, requireMember } from '../access.ts'
import { owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'

/** Characters; a message of Telegram's has at most 4,096. */
const longest = 4096
const keptForMs = 7 * 24 * 3_600_000

/** Who writes to whom; names as they go by. */
export interface Correspondent {
  userId: number
  name: string
}

async function nameOf({ sql }: Unit, userId: number): Promise<string> {
  const row = await sql
    .selectFrom('users')
    .select(['full_name', 'username'])
    .where('id', '=', userId)
    .executeTakeFirst()
  return row?.full_name ?? row?.username ?? '…'
}

/** The trainer of the client who acts. Refusals: `notAllowed`, `noTrainer`. */
export async function ownTrainer(turn: Turn): Promise<Correspondent> {
  const { trainerId } = requireClient(turn)
  if (trainerId === null) throw new Refusal('noTrainer')
  return { userId: trainerId, name: await nameOf(turn, trainerId) }
}

/** Keeps a letter and owes it to its reader. `answers`: the letter that this one answers. */
async function post(
  turn: Turn,
  reader: Correspondent,
  text: string,
  answers: number | null,
): Promise<Correspondent> {
  const { userId } = requireMember(turn)
  if (text.length > longest) throw new Refusal('answerTooLong', { most: longest })
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

/** The client writes to their trainer. Refusals: `notAllowed`, `noTrainer`, `answerTooLong`. */
export async function writeToTrainer(turn: Turn, text: string): Promise<Correspondent> {
  return post(turn, await ownTrainer(turn), text, null)
}

/** A coach writes to their own client. Refusals: `notAllowed`, `notThere`, `answerTooLong`. */
export async function writeToClient(turn: Turn, client: number, text: string): Promise<Correspondent> {
  return post(turn, await authorizeClient(turn, client), text, null)
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
export async function readLetter(turn: Turn, letterId: number): Promise<Letter> {
  requireMember(turn)
  const letter = await letterTo(turn, turn.actor, letterId)
  if (!letter) throw new Refusal('notThere')
  return letter
}

/** Answers a letter, which counts as read then. Refusals: `notThere`, `answerTooLong`. */
export async function answerLetter(turn: Turn, letterId: number, text: string): Promise<Correspondent> {
  const letter = await readLetter(turn, letterId)
  await turn.sql.updateTable('notifications').set({ is_read: 1 }).where('id', '=', letterId).execute()
  return post(turn, letter.sender, text, letterId)
}

/** The letter that a message in the actor's chat carried; undefined when it carried none. */
export async function letterIn(turn: Turn, messageId: number): Promise<number | undefined> {
  const { userId } = turn.actor
  if (userId === null) return undefined
  const row = await turn.sql
    .selectFrom('deliveries')
    .select('payload')
    .where('recipient_id', '=', userId)
    .where('kind', '=', 'letter')
    .where('message_id', '=', messageId)
    .executeTakeFirst()
  return row ? (JSON.parse(row.payload) as { letter: number }).letter : undefined
}
