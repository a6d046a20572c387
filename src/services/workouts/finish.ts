import type { WorkoutState } from '../../domain/enums.ts'
import { type Walk, setsDone } from '../../domain/workout/walk.ts'
import { formatTimestamp, parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import { endRestFor } from '../reminders/peace.ts'
import { query, run } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { settleFinished, settleForgotten } from './reminded.ts'
import { callOffRest } from './rest.ts'
import { endState, readWalk } from './walk.ts'

/**
 * Ends the actor's workout under way: finished when nothing is open, else left. One without a single set leaves
 * no trace. Answers with the walk, whether it was kept, and whether reminders go on that rested while the actor was ill;
 * undefined when that workout was over already.
 */
export async function finishWorkout(
  turn: Turn,
  workoutId: number,
): Promise<{ walk: Walk; kept: boolean; isWellAgain: boolean } | undefined> {
  const { userId } = requireClient(turn)
  const walk = await readWalk(turn)
  if (!walk || walk.id !== workoutId) return undefined
  if (walk.rest) await callOffRest(turn, walk.id)
  const kept = setsDone(walk) > 0 || (await hasLog(turn, walk.id))
  if (!kept) {
    await forget(turn, walk.id)
    await settleForgotten(turn, walk)
  } else {
    await turn.sql
      .updateTable('workouts')
      .set({ state: endState(walk), finished_at: formatTimestamp(turn.now) })
      .where('id', '=', walk.id)
      .where('client_id', '=', userId)
      .execute()
    await settleFinished(turn, walk)
  }
  return { walk, kept, isWellAgain: kept && (await endRestFor(turn, 'ill')) }
}

const logText = `select 1 as found from exercise_completions c where c.workout_id = ?
  union all select 1 from photos p join workout_items i on i.id = p.workout_item_id where i.workout_id = ?
  union all select 1 from reviews r join workout_items i on i.id = r.workout_item_id
    where i.workout_id = ? and r.state <> 'withdrawn' limit 1`

/** What another program logged of it, sum by sum, has no sets of ours; what was shown of it stays as well. */
async function hasLog({ sql }: Turn, workoutId: number): Promise<boolean> {
  return (await query(sql, logText, [workoutId, workoutId, workoutId])).length > 0
}

async function forget({ sql }: Turn, workoutId: number): Promise<void> {
  await run(
    sql,
    'delete from reviews where workout_item_id in (select id from workout_items where workout_id = ?)',
    [workoutId],
  )
  await sql.deleteFrom('workouts').where('id', '=', workoutId).execute()
}

/** A workout can be gone back into for so long, in hours after its end. */
const reopensFor = 24

/** The actor's newest workout, where it was ended less than a day ago and can be gone back into. */
export async function reopenable(
  turn: Turn,
): Promise<{ id: number; name: string | null; state: WorkoutState } | undefined> {
  const { userId } = requireClient(turn)
  const [newest] = await turn.sql
    .selectFrom('workouts')
    .select(['id', 'name', 'state', 'finished_at'])
    .where('client_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(1)
    .execute()
  if (!newest || newest.state === 'running' || newest.finished_at === null) return undefined
  const since = turn.now.getTime() - parseTimestamp(newest.finished_at).getTime()
  return since > reopensFor * 3_600_000 ? undefined : newest
}

/** Goes back into a workout of the actor's that is `reopenable`, as if it had not been ended. False when it is not (any more). */
export async function reopenWorkout(turn: Turn, workoutId: number): Promise<boolean> {
  if ((await reopenable(turn))?.id !== workoutId) return false
  await turn.sql
    .updateTable('workouts')
    .set({ state: 'running', finished_at: null })
    .where('id', '=', workoutId)
    .execute()
  return true
}

async function updateOwn(
  turn: Turn,
  workoutId: number,
  values: { difficulty_rating: number } | { notes: string },
): Promise<void> {
  const { userId } = requireClient(turn)
  const updated = await turn.sql
    .updateTable('workouts')
    .set(values)
    .where('id', '=', workoutId)
    .where('client_id', '=', userId)
    .executeTakeFirst()
  if (Number(updated.numUpdatedRows) === 0) throw new Refusal('notThere')
}

/** How hard the whole workout was, 1–5. Refusal `notThere` for other numbers and other people's workouts. */
export async function rateWorkout(turn: Turn, workoutId: number, rating: number): Promise<void> {
  if (!Number.isInteger(rating) || rating < 1 || rating > 5) throw new Refusal('notThere')
  await updateOwn(turn, workoutId, { difficulty_rating: rating })
}

/** A word on the whole workout; at most 1,000 characters are kept. */
export async function noteWorkout(turn: Turn, workoutId: number, text: string): Promise<void> {
  await updateOwn(turn, workoutId, { notes: text.trim().slice(0, 1000) })
}

/** As `noteWorkout`, below what was said of it before. */
export async function addToNote(turn: Turn, workoutId: number, text: string): Promise<void> {
  const { userId } = requireClient(turn)
  const row = await turn.sql
    .selectFrom('workouts')
    .select('notes')
    .where('id', '=', workoutId)
    .where('client_id', '=', userId)
    .executeTakeFirst()
  await noteWorkout(turn, workoutId, [row?.notes, text].filter(Boolean).join('\n'))
}
