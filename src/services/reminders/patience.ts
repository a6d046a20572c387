import { sql as text } from 'kysely'
import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import {
  type Course,
  type Pause,
  type Taken,
  courseOf,
  memoryDays,
  patience,
  pausedUntil,
} from '../../domain/reminders/patience.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import type { ClaimedDelivery } from '../deliveries.ts'
import type { Sql, Unit } from '../unit.ts'
import { reminderPayload } from './payload.ts'
import { hoursOf } from './quietGate.ts'
import { tellUnanswered } from './unanswered.ts'

/**
 * Days in a row on which reminders of a kind came and nothing came of any: of meals there are several a day. What lies
 * further back says nothing of somebody by now.
 */
async function unansweredOf(sql: Sql, userId: number, kind: ReminderKind, today: string): Promise<number> {
  const rows = await sql
    .selectFrom('deliveries')
    .select((eb) => eb.fn.max('answered_at').as('answered_at'))
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('state', 'in', ['sent', 'uncertain'])
    .where('local_date', '>=', addDays(today, -memoryDays))
    .groupBy('local_date')
    .orderBy('local_date', 'desc')
    .limit(patience)
    .execute()
  const answered = rows.findIndex(({ answered_at }) => answered_at !== null)
  return answered < 0 ? rows.length : answered
}

const statesOf = (sql: Sql, userId: number) =>
  sql
    .selectFrom('nudge_states')
    .select(['kind', 'reason', 'asked_at', 'paused_until', 'told_at'])
    .where('user_id', '=', userId)
    .execute()

type State = Awaited<ReturnType<typeof statesOf>>[number]

const pausesIn = (states: readonly State[]): Pause[] =>
  states.flatMap(({ kind, reason, paused_until: until }) =>
    reason === null || until === null ? [] : [{ kind, reason, until }],
  )

/** The pauses somebody asked for, over or not. The caller proves the right to know. */
export const pausesOf = async (sql: Sql, userId: number): Promise<Pause[]> =>
  pausesIn(await statesOf(sql, userId))

/** How somebody takes a kind of reminder on a local day of theirs. The caller proves the right to know. */
export async function takenBy(sql: Sql, userId: number, kind: ReminderKind, today: string): Promise<Taken> {
  const states = await statesOf(sql, userId)
  const own = states.find((state) => state.kind === kind)
  return {
    unanswered: await unansweredOf(sql, userId, kind, today),
    askedAt: own?.asked_at ? parseTimestamp(own.asked_at) : null,
    pausedUntil: pausedUntil(pausesIn(states), kind, today),
    toldAt: own?.told_at ? parseTimestamp(own.told_at) : null,
  }
}

export type NudgeChange = Partial<{
  asked_at: string | null
  told_at: string | null
  paused_until: string | null
  reason: PauseReason | null
}>

/** Notes how somebody takes a kind of reminder. */
export async function noteNudge(
  sql: Sql,
  userId: number,
  kind: ReminderKind,
  change: NudgeChange,
  now: Date,
): Promise<void> {
  const updated_at = formatTimestamp(now)
  await sql
    .insertInto('nudge_states')
    .values({ user_id: userId, kind, ...change, updated_at })
    .onConflict((conflict) => conflict.columns(['user_id', 'kind']).doUpdateSet({ ...change, updated_at }))
    .execute()
}

async function isAsking(sql: Sql, deliveryId: number): Promise<boolean> {
  const { payload } = await sql
    .selectFrom('deliveries')
    .select('payload')
    .where('id', '=', deliveryId)
    .executeTakeFirstOrThrow()
  return reminderPayload(JSON.parse(payload))?.asks === true
}

/** They are asked why, in place of this reminder; it may be worded several times before it gets out. */
async function noteAsking(sql: Sql, deliveryId: number): Promise<void> {
  await sql
    .updateTable('deliveries')
    .set({ payload: text<string>`json_set(payload, '$.asks', json('true'))` })
    .where('id', '=', deliveryId)
    .execute()
}

/**
 * What becomes of a nudge that would be sent now, by how its recipient took the last ones; notes that they are asked, and
 * has their coach told once.
 */
export async function takeCourse(
  unit: Unit,
  { id, recipientId, kind }: Pick<ClaimedDelivery, 'id' | 'recipientId'> & { kind: ReminderKind },
  now: Date,
  defaultZone: string,
): Promise<Course> {
  const { zone } = await hoursOf(unit.sql, recipientId, defaultZone)
  const taken = await takenBy(unit.sql, recipientId, kind, localDate(now, zone))
  const course = courseOf(taken, now)
  if (course === 'leave' && taken.pausedUntil === null && (await isAsking(unit.sql, id))) return 'ask'
  const at = formatTimestamp(now)
  if (course === 'ask') {
    await noteAsking(unit.sql, id)
    await noteNudge(
      unit.sql,
      recipientId,
      kind,
      { asked_at: at, told_at: null, reason: null, paused_until: null },
      now,
    )
  }
  if (course === 'tell') {
    await noteNudge(unit.sql, recipientId, kind, { told_at: at }, now)
    await tellUnanswered(unit, { clientId: recipientId, kind, zone: defaultZone }, now)
  }
  return course
}

/** Whoever is back is asked anew some other time; a pause they asked for stays. */
export async function forgetAsking(
  { sql }: Pick<Unit, 'sql'>,
  userId: number,
  kinds: readonly ReminderKind[],
): Promise<void> {
  await sql
    .deleteFrom('nudge_states')
    .where('user_id', '=', userId)
    .where('kind', 'in', [...kinds])
    .where('reason', 'is', null)
    .execute()
}
