import { formatTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { callOff, owe } from '../deliveries.ts'
import { Refusal } from '../errors.ts'
import { settle } from '../reminders/settling.ts'
import type { Actor, Turn } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { type OneCheckIn, readCheckIn, readOneCheckIn } from './reading.ts'

const weekMs = 7 * 24 * 3_600_000

const keyOf = (entry: number, finishedAt: Date): string => `checkIn:${entry}:${formatTimestamp(finishedAt)}`

/** `keyOf` in SQL, of the progress entry `e` as it was sent last. */
export const toldKeyText = `'checkIn:' || e.id || ':' || e.finished_at`

/** Which sending a button belongs to: 0 before the first, else the moment of the last, ms. */
export const sendingOf = (finishedAt: Date | null): number => finishedAt?.getTime() ?? 0

/**
 * Sends the acting client's check-in of a day to their trainer, if they have one, or sends it again as it is now.
 * False when it was sent since the button of `seen` was shown. Refusal `notThere`.
 */
export async function sendCheckIn(turn: Turn, date: string, seen: number): Promise<boolean> {
  const { userId, trainerId } = requireClient(turn)
  const checkIn = await readCheckIn(turn, date)
  if (!checkIn) throw new Refusal('notThere')
  const { id, finishedAt } = checkIn
  if (sendingOf(finishedAt) !== seen) return false
  const { now } = turn
  await turn.sql
    .updateTable('progress_entries')
    .set({ finished_at: formatTimestamp(now) })
    .where('id', '=', id)
    .execute()
  await settle(turn, 'checkIn', { date })
  if (trainerId === null) return true
  if (finishedAt) await callOff(turn.sql, keyOf(id, finishedAt), now)
  await owe(
    turn,
    {
      key: keyOf(id, now),
      kind: 'checkedIn',
      recipientId: trainerId,
      payload: { client: userId, entry: id, at: now.toISOString(), isAgain: finishedAt !== null },
      dueAt: now,
      expiresAt: new Date(now.getTime() + weekMs),
      valuable: true,
    },
    now,
  )
  return true
}

/** What a coach is told of a check-in, as it stands; undefined when it is gone, or the client is not theirs any more. */
export async function toldCheckIn(
  unit: Unit,
  actor: Actor,
  { client, entry, at }: { client: number; entry: number; at: Date },
): Promise<OneCheckIn | undefined> {
  try {
    return await readOneCheckIn({ ...unit, actor, now: at }, client, entry)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
