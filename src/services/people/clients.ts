import { namedIn } from '../../domain/people/namedIn.ts'
import { zoneOr } from '../../domain/localTime.ts'
import { type Authorized, type CoachedClient, requireTrainer } from '../access.ts'
import type { Turn } from '../turn.ts'
import { type ClientDetails, clientDetails } from './profile.ts'

/** A client of the acting coach, as their list shows them. */
export interface ListedClient {
  userId: number
  name: string
  username: string
  isActive: boolean
  /** False: a record that waits for its person. */
  hasJoined: boolean
  /** IANA name; their coach's until they say. */
  timeZone: string
}

/** What names are searched by: without case, accents and niqqud. */
function searchable(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .trim()
}

/** The acting coach's clients by name, records made ahead included. Others: Refusal `notAllowed`. */
async function allClients(turn: Turn): Promise<ListedClient[]> {
  const { userId } = requireTrainer(turn)
  const rows = await turn.sql
    .selectFrom('users as u')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .leftJoin('user_settings as s', 's.user_id', 'u.id')
    .select(['u.id', 'u.full_name', 'u.username', 'u.is_active', 'a.telegram_id', 's.time_zone'])
    .where('u.trainer_id', '=', userId)
    .where('u.role', '=', 'client')
    .execute()
  const order = new Intl.Collator(turn.actor.language)
  return rows
    .map((row) => ({
      userId: row.id,
      name: row.full_name ?? row.username,
      username: row.username,
      isActive: Boolean(row.is_active),
      hasJoined: row.telegram_id !== null,
      timeZone: zoneOr(row.time_zone, turn.actor.timeZone),
    }))
    .sort((one, other) => order.compare(one.name, other.name) || one.userId - other.userId)
}

/** How many clients the acting coach has, and how many they expect who have not joined. */
export async function countClients(turn: Turn): Promise<{ joined: number; invited: number }> {
  const all = await allClients(turn)
  const joined = all.filter(({ hasJoined }) => hasJoined).length
  return { joined, invited: all.length - joined }
}

/** Clients whose name or username has all the words somebody typed; those who are called just so come alone. */
export async function findClients(turn: Turn, typed: string | null): Promise<ListedClient[]> {
  const all = await allClients(turn)
  const wanted = searchable((typed ?? '').replace(/^@/, ''))
  if (wanted === '') return all
  const called = all.filter(({ name, username }) => [name, username].map(searchable).includes(wanted))
  if (called.length > 0) return called
  const words = wanted.split(/\s+/)
  return all.filter(({ name, username }) => {
    const text = `${searchable(name)} ${searchable(username)}`
    return words.every((word) => text.includes(word))
  })
}

/** The acting coach's clients whom a line names, and a word of their names that it has; undefined where it names none. */
export async function namedClients(
  turn: Turn,
  line: string,
): Promise<{ people: ListedClient[]; word: string } | undefined> {
  return namedIn(line, await allClients(turn))
}

/** What a client told about themselves; only their own coach gets here. */
export function readClientDetails(turn: Turn, client: Authorized<CoachedClient>): Promise<ClientDetails> {
  return clientDetails(turn, client.userId)
}
