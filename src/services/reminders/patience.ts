import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { addDays } from '../../domain/localTime.ts'
import { isNudge } from '../../domain/reminders/conduct.ts'
import {
  type OpenQuestion,
  type Pause,
  type Taken,
  memoryDays,
  patience,
  pausedUntil,
} from '../../domain/reminders/patience.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import type { Sql, Unit } from '../unit.ts'
import { newestPlan } from './newestPlan.ts'

/**
 * Days in a row on which reminders of a kind came and nothing came of any: of meals there are several a day. What lies
 * further back says nothing of somebody by now.
 */
async function unansweredOf(
  sql: Sql,
  userId: number,
  { kind, today, since }: { kind: ReminderKind; today: string; since: string | null },
): Promise<number> {
  const rows = await sql
    .selectFrom('deliveries')
    .select((eb) => eb.fn.max('answered_at').as('answered_at'))
    .where('recipient_id', '=', userId)
    .where('kind', '=', kind)
    .where('state', 'in', ['sent', 'uncertain'])
    .where('local_date', '>=', addDays(today, -memoryDays))
    .where('due_at', '>=', since ?? '')
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

const stored = (at: string | null | undefined): Date | null => (at ? parseTimestamp(at) : null)

/**
 * How somebody takes a kind of reminder on a local day of theirs: counted anew from the plan it is of. The caller proves the
 * right to know.
 */
export async function takenBy(sql: Sql, userId: number, kind: ReminderKind, today: string): Promise<Taken> {
  const states = await statesOf(sql, userId)
  const own = states.find((state) => state.kind === kind)
  const since = await newestPlan(sql, userId, kind, today)
  const isOfPlan = since === null || (own?.asked_at ?? '') >= since
  return {
    unanswered: await unansweredOf(sql, userId, { kind, today, since }),
    askedAt: isOfPlan ? stored(own?.asked_at) : null,
    pausedUntil: pausedUntil(pausesIn(states), kind, today),
    toldAt: isOfPlan ? stored(own?.told_at) : null,
  }
}

/** The kinds of which somebody was told that they stop, and when; no word came on it. The caller proves the right to know. */
export async function askedOf(sql: Sql, userId: number): Promise<({ kind: ReminderKind } & OpenQuestion)[]> {
  const states = await statesOf(sql, userId)
  return states.flatMap(({ kind, reason, asked_at, told_at }) =>
    reason === null && asked_at !== null
      ? [{ kind, askedAt: parseTimestamp(asked_at), toldAt: stored(told_at) }]
      : [],
  )
}

/** Those of them that ask: the question why stands. */
export async function askedKinds(sql: Sql, userId: number): ReturnType<typeof askedOf> {
  return (await askedOf(sql, userId)).filter(({ kind }) => isNudge(kind))
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
