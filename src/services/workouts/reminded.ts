import { isOfYesterday } from '../../domain/workout/due.ts'
import type { Walk } from '../../domain/workout/walk.ts'
import type { DoneReminder } from '../reminders/done.ts'
import { settle } from '../reminders/settling.ts'
import type { Turn } from '../turn.ts'

/** A workout answers the reminder of its day, and one of the day before that which was missed. */
export async function settleWorkout(
  turn: Turn,
  { date, weekday, how }: { date: string; weekday: number | null; how: DoneReminder['how'] },
): Promise<void> {
  await settle(turn, 'workout', { date, how })
  if (isOfYesterday(weekday, date)) await settle(turn, 'missed', { date, how })
}

/** A workout is over. */
export async function settleFinished(turn: Turn, { localDate: date, sessionId }: Walk): Promise<void> {
  const day =
    sessionId === null
      ? undefined
      : await turn.sql
          .selectFrom('workout_sessions')
          .select('day_of_week')
          .where('id', '=', sessionId)
          .executeTakeFirst()
  await settleWorkout(turn, { date, weekday: day?.day_of_week ?? null, how: 'done' })
}
