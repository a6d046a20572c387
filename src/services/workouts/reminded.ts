import { offeredOn } from '../../domain/workout/due.ts'
import type { Walk } from '../../domain/workout/walk.ts'
import { requireClient } from '../access.ts'
import type { DoneReminder } from '../reminders/done.ts'
import { settle } from '../reminders/settling.ts'
import type { Turn } from '../turn.ts'

type How = DoneReminder['how']

/** The reminder of a workout's day, and the one that offered it the day after it was missed. */
async function settleBoth(
  turn: Turn,
  { date, weekday }: { date: string; weekday: number | null },
  how: { workout: How; missed: How },
): Promise<void> {
  await settle(turn, 'workout', { date, how: how.workout })
  const offered = offeredOn(weekday, date)
  if (offered !== undefined) await settle(turn, 'missed', { date: offered, how: how.missed })
}

async function weekdayOf({ sql }: Turn, sessionId: number | null): Promise<number | null> {
  if (sessionId === null) return null
  const day = await sql
    .selectFrom('workout_sessions')
    .select('day_of_week')
    .where('id', '=', sessionId)
    .executeTakeFirst()
  return day?.day_of_week ?? null
}

/** A workout began. */
export function settleBegun(turn: Turn, of: { date: string; weekday: number | null }): Promise<void> {
  return settleBoth(turn, of, { workout: 'begun', missed: 'begun' })
}

/** A workout is over. */
export async function settleFinished(turn: Turn, { localDate: date, sessionId }: Walk): Promise<void> {
  const weekday = await weekdayOf(turn, sessionId)
  await settleBoth(turn, { date, weekday }, { workout: 'done', missed: 'done' })
}

/** A workout was ended with nothing logged, and is gone: what others of its day made of the reminders stays. */
export async function settleForgotten(turn: Turn, { localDate: date, sessionId }: Walk): Promise<void> {
  const { userId } = requireClient(turn)
  const kept = await turn.sql
    .selectFrom('workouts')
    .select('workout_session_id as session')
    .where('client_id', '=', userId)
    .where('local_date', '=', date)
    .execute()
  const weekday = await weekdayOf(turn, sessionId)
  const same = kept.filter(({ session }) => session === sessionId)
  await settleBoth(
    turn,
    { date, weekday },
    { workout: kept.length > 0 ? 'done' : 'nothing', missed: same.length > 0 ? 'done' : 'nothing' },
  )
}
