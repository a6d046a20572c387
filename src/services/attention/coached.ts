import { localDate, zoneOr } from '../../domain/localTime.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireTrainer } from '../access.ts'
import type { Clients } from '../people/clientSet.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** A client of the acting coach, and the signs of life there are. */
export interface Coached {
  userId: number
  name: string
  isActive: boolean
  timeZone: string
  /** Their local day, `YYYY-MM-DD`. */
  today: string
  /** Null for a record that waits for its person. */
  joinedAt: Date | null
  actedAt: Date | null
  loggedAt: Date | null
  /** The day of the last set they logged; null before the first. */
  trainedOn: string | null
  /** Workouts or meals were ever planned for them. */
  wasPlanned: boolean
  /** The day of their last check-in that was sent, or that others wrote. */
  checkedInOn: string | null
  /** kg */
  target: number | null
}

interface Row {
  id: number
  name: string
  is_active: number
  time_zone: string | null
  account_at: string | null
  used_at: string | null
  acted_at: string | null
  target: number | null
  trained: string | null
  weighed: string | null
  eaten: string | null
  uploaded: string | null
  completed: string | null
  checked_in: string | null
  planned: number
}

/** The newest of a column, among the rows of client `u`. */
export const newest = (table: string, column: string, order = column) =>
  `(select x.${column} from ${table} x where x.client_id = u.id order by x.${order} desc limit 1)`

const text = `select u.id, coalesce(u.full_name, u.username) as name, u.is_active, s.time_zone,
  a.created_at as account_at, (select max(i.used_at) from invites i where i.used_by = u.id) as used_at, c.acted_at,
  p.target_weight as target, ${newest('exercise_completions', 'completed_at')} as trained,
  ${newest('weigh_ins', 'recorded_at')} as weighed, ${newest('eaten_meals', 'eaten_at', 'local_date')} as eaten,
  ${newest('meal_uploads', 'uploaded_at')} as uploaded, ${newest('meal_completions', 'completed_at')} as completed,
  (select e.date from progress_entries e where e.client_id = u.id and (e.finished_at is not null or
    (e.begun_here is null and e.weigh_in_id is null and coalesce(e.weight, e.body_fat, e.notes) is not null)) order by e.date desc limit 1) as checked_in,
  (${['workout_plans', 'meal_plans', 'nutrition_plans'].map((table) => `exists (select 1 from ${table} x where x.client_id = u.id)`).join(' or ')}) as planned
  from users u left join user_settings s on s.user_id = u.id left join telegram_accounts a on a.user_id = u.id
  left join conversations c on c.telegram_id = a.telegram_id left join client_profiles p on p.user_id = u.id
  where u.trainer_id = ? and u.role = 'client' and (u.id = ? or ? is null)`

const momentOf = (stored: string | null): Date | null => (stored === null ? null : parseTimestamp(stored))

function coachedOf(row: Row, { actor, now }: Turn): Coached {
  const { id: userId, name, target, trained } = row
  const logged = [trained, row.weighed, row.eaten, row.uploaded, row.completed].flatMap((at) =>
    at === null ? [] : parseTimestamp(at).getTime(),
  )
  const timeZone = zoneOr(row.time_zone, actor.timeZone)
  return {
    userId,
    name,
    isActive: Boolean(row.is_active),
    timeZone,
    today: localDate(now, timeZone),
    joinedAt: row.account_at === null ? null : momentOf(row.used_at ?? row.account_at),
    actedAt: momentOf(row.acted_at),
    loggedAt: logged.length === 0 ? null : new Date(Math.max(...logged)),
    trainedOn: trained === null ? null : localDate(parseTimestamp(trained), timeZone),
    wasPlanned: Boolean(row.planned),
    checkedInOn: row.checked_in,
    target,
  }
}

const ofCoach = `in (select u.id from users u where u.trainer_id = ? and u.role = 'client' and (u.id = ? or ? is null))`

/** Clients of the acting coach, and all of them as a condition. */
export interface CoachedClients {
  coachId: number
  list: readonly Coached[]
  clients: Clients
}

/** All clients of the acting coach, or the one who is named. Others: Refusal `notAllowed`. */
export async function coachedClients(turn: Turn, only: number | null = null): Promise<CoachedClients> {
  const { userId: coachId } = requireTrainer(turn)
  const values = [coachId, only, only]
  const list = (await query<Row>(turn.sql, text, values)).map((row) => coachedOf(row, turn))
  const zones = new Map(list.map(({ userId, timeZone }) => [userId, timeZone]))
  const zoneOf = (client: number) => zones.get(client) ?? turn.actor.timeZone
  return { coachId, list, clients: { of: ofCoach, values, zoneOf } }
}
