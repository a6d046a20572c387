import { formatTimestamp } from '../../entities/types.ts'
import { requireAdmin } from '../access.ts'
import { Refusal } from '../errors.ts'
import { replan } from '../reminders/planning.ts'
import type { Role, Turn } from '../turn.ts'

/** Somebody as the admin sees them. */
export interface Listed {
  userId: number
  name: string
  username: string
  role: Role
  isActive: boolean
  /** False: a record that waits for its person. */
  hasJoined: boolean
  trainerName: string | null
}

export const peoplePerPage = 8

const people = ({ sql }: Turn) =>
  sql
    .selectFrom('users as u')
    .leftJoin('telegram_accounts as a', 'a.user_id', 'u.id')
    .leftJoin('users as t', 't.id', 'u.trainer_id')
    .select(['u.id', 'u.full_name', 'u.username', 'u.role', 'u.is_active', 'a.telegram_id'])
    .select(['t.full_name as trainer_full_name', 't.username as trainer_username'])

type Row = Awaited<ReturnType<ReturnType<typeof people>['executeTakeFirstOrThrow']>>

function listed(row: Row): Listed {
  return {
    userId: row.id,
    name: row.full_name ?? row.username,
    username: row.username,
    role: row.role,
    isActive: Boolean(row.is_active),
    hasJoined: row.telegram_id !== null,
    trainerName: row.trainer_full_name ?? row.trainer_username,
  }
}

/** One page of everybody, in the order they came; a page past the end is the last. Admins only. */
export async function listPeople(
  turn: Turn,
  wanted: number,
): Promise<{ people: Listed[]; page: number; pages: number }> {
  requireAdmin(turn)
  const { all } = await turn.sql
    .selectFrom('users')
    .select(({ fn }) => fn.countAll<number>().as('all'))
    .executeTakeFirstOrThrow()
  const pages = Math.max(1, Math.ceil(all / peoplePerPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const rows = await people(turn)
    .orderBy('u.id')
    .limit(peoplePerPage)
    .offset((page - 1) * peoplePerPage)
    .execute()
  return { people: rows.map(listed), page, pages }
}

/** Admins only. Refusal `notThere`. */
export async function readPerson(turn: Turn, userId: number): Promise<Listed> {
  requireAdmin(turn)
  const row = await people(turn).where('u.id', '=', userId).executeTakeFirst()
  if (!row) throw new Refusal('notThere')
  return listed(row)
}

/** Switches somebody's access on or off. Admins only; nobody locks themselves out: Refusal `notYourself`. */
export async function setActive(turn: Turn, userId: number, isActive: boolean): Promise<Listed> {
  const admin = requireAdmin(turn)
  if (admin.userId === userId && !isActive) throw new Refusal('notYourself')
  const person = await readPerson(turn, userId)
  await turn.sql
    .updateTable('users')
    .set({ is_active: isActive ? 1 : 0, updated_at: formatTimestamp(turn.now) })
    .where('id', '=', userId)
    .execute()
  if (isActive) await replan(turn, userId, turn.now)
  return { ...person, isActive }
}
