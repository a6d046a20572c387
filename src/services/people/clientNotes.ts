import { localDate } from '../../domain/localTime.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import type { Authorized, CoachedClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Turn } from '../turn.ts'

/** What a coach keeps in mind about a client. */
export interface ClientNote {
  id: number
  text: string
  /** The coach's local day on which it was written, `YYYY-MM-DD`. */
  date: string
}

/** Characters. */
const longest = 3000

const notesOf = ({ sql }: Turn, { userId, trainerId }: Authorized<CoachedClient>) =>
  sql
    .selectFrom('client_notes')
    .select(['id', 'text', 'created_at'])
    .where('client_id', '=', userId)
    .where('trainer_id', '=', trainerId)

function noteOf(
  { id, text, created_at }: { id: number; text: string; created_at: string },
  turn: Turn,
): ClientNote {
  return { id, text, date: localDate(parseTimestamp(created_at), turn.actor.timeZone) }
}

const notesPerPage = 5

/** A page of the acting coach's notes on a client, newest first; one past the end is the last. */
export async function listNotes(
  turn: Turn,
  client: Authorized<CoachedClient>,
  wanted: number,
): Promise<{ notes: ClientNote[]; page: number; pages: number }> {
  const rows = await notesOf(turn, client).orderBy('id', 'desc').execute()
  const pages = Math.max(1, Math.ceil(rows.length / notesPerPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const shown = rows.slice((page - 1) * notesPerPage, page * notesPerPage)
  return { notes: shown.map((row) => noteOf(row, turn)), page, pages }
}

/** The acting coach's newest note on a client. */
export async function newestNote(
  turn: Turn,
  client: Authorized<CoachedClient>,
): Promise<ClientNote | undefined> {
  const row = await notesOf(turn, client).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row && noteOf(row, turn)
}

/** One of the acting coach's own notes on a client. Another coach's and none at all: Refusal `notThere`. */
export async function readNote(
  turn: Turn,
  client: Authorized<CoachedClient>,
  id: number,
): Promise<ClientNote> {
  const row = await notesOf(turn, client).where('id', '=', id).executeTakeFirst()
  if (!row) throw new Refusal('notThere')
  return noteOf(row, turn)
}

/** Keeps a note. Refusal `answerTooLong`. */
export async function addNote(
  turn: Turn,
  { userId, trainerId }: Authorized<CoachedClient>,
  text: string,
): Promise<void> {
  if (Array.from(text).length > longest) throw new Refusal('answerTooLong', { most: longest })
  await turn.sql
    .insertInto('client_notes')
    .values({ client_id: userId, trainer_id: trainerId, text, created_at: formatTimestamp(turn.now) })
    .execute()
}

/** Deletes one of the acting coach's own notes on a client. Refusal `notThere`. */
export async function deleteNote(turn: Turn, client: Authorized<CoachedClient>, id: number): Promise<void> {
  const note = await readNote(turn, client, id)
  await turn.sql.deleteFrom('client_notes').where('id', '=', note.id).execute()
}
