import type { WorkoutState } from '../../domain/enums.ts'
import { localDate } from '../../domain/localTime.ts'
import { type PastWorkout, setsOfPast, volumeOfPast } from '../../domain/workout/past.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { authorizeSubject } from '../access.ts'
import { Refusal } from '../errors.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { type Subject, readPastDay, readPastWorkout } from './past.ts'

/** One entry of the list: a workout, or a day of rows that other programs wrote. */
export interface PastLine {
  workoutId: number | null
  date: string
  names: readonly string[]
  state: WorkoutState | null
  sets: number
  /** kg */
  volume: number
}

export interface HistoryPage {
  /** The coach's client whose history it is; null for the reader's own. */
  name: string | null
  lines: PastLine[]
  page: number
  pages: number
}

/** One past workout: by its id, or by the day of rows without one. */
export type PastKey = { workout: number } | { date: string }

const linesPerPage = 8

const workoutsText = `select w.id, w.local_date, w.started_at from workouts w
  where w.client_id = ? and (w.state <> 'running'
    or exists (select 1 from exercise_completions c where c.workout_id = w.id))`

const othersText = `select completed_at from exercise_completions where client_id = ? and workout_id is null`

interface Entry {
  key: PastKey
  date: string
  at: number
}

async function entriesOf({ sql }: Turn, client: Subject): Promise<Entry[]> {
  const workouts = await query<{ id: number; local_date: string; started_at: string }>(sql, workoutsText, [
    client.userId,
  ])
  const others = await query<{ completed_at: string }>(sql, othersText, [client.userId])
  const days = new Map<string, number>()
  for (const { completed_at: text } of others) {
    const at = parseTimestamp(text)
    const date = localDate(at, client.timeZone)
    days.set(date, Math.max(at.getTime(), days.get(date) ?? 0))
  }
  const entries = [
    ...workouts.map(({ id, local_date: date, started_at: started }) => ({
      key: { workout: id },
      date,
      at: parseTimestamp(started).getTime(),
    })),
    ...[...days].map(([date, at]) => ({ key: { date }, date, at })),
  ]
  return entries.toSorted((a, b) => (a.date === b.date ? b.at - a.at : a.date < b.date ? 1 : -1))
}

function readPast(turn: Turn, client: Subject, key: PastKey): Promise<PastWorkout | undefined> {
  return 'workout' in key ? readPastWorkout(turn, client, key.workout) : readPastDay(turn, client, key.date)
}

function lineOf(past: PastWorkout): PastLine {
  const { workoutId, date, names, state } = past
  return { workoutId, date, names, state, sets: setsOfPast(past), volume: volumeOfPast(past) }
}

/**
 * One page of past workouts, newest first; a page past the end is the last. One under way counts once a set is
 * logged. `clientId` null is the actor's own; a number a client of the acting coach. Refusals: `notThere`, `notAllowed`.
 */
export async function listHistory(turn: Turn, clientId: number | null, wanted: number): Promise<HistoryPage> {
  const client = await authorizeSubject(turn, clientId)
  const entries = await entriesOf(turn, client)
  const pages = Math.max(1, Math.ceil(entries.length / linesPerPage))
  const page = Math.min(Math.max(1, wanted), pages)
  const lines: PastLine[] = []
  for (const { key } of entries.slice((page - 1) * linesPerPage, page * linesPerPage)) {
    const past = await readPast(turn, client, key)
    if (past) lines.push(lineOf(past))
  }
  return { name: client.name, lines, page, pages }
}

/** One past workout with every set of it. Somebody else's and none at all answer alike: Refusal `notThere`. */
export async function readHistory(
  turn: Turn,
  clientId: number | null,
  key: PastKey,
): Promise<{ name: string | null; past: PastWorkout }> {
  const client = await authorizeSubject(turn, clientId)
  const past = await readPast(turn, client, key)
  if (!past) throw new Refusal('notThere')
  return { name: client.name, past }
}
