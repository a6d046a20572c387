import type { Verdict } from '../../domain/enums.ts'
import { requireClient } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { nameOfExercise } from '../workouts/walk.ts'

/** What was shown of a lift, and what became of it. */
export interface FormLine {
  /** The first photo of it. */
  photoId: number
  setNumber: number | null
  count: number
  /** Null for a client without a trainer. */
  state: 'waiting' | 'done' | 'withdrawn' | null
  verdict: Verdict | null
  comment: string | null
}

const linesText = `select min(p.id) as "photoId", p.set_number as "setNumber", count(*) as count, r.state, r.verdict, r.comment
  from photos p left join reviews r on r.id = p.review_id
  where p.client_id = ? and p.workout_item_id = ? and p.purpose = 'form'
  group by p.set_number, p.review_id, r.state, r.verdict, r.comment order by min(p.id)`

/** What the acting client showed of a lift in their workout. */
export function formLines(turn: Turn, itemId: number): Promise<FormLine[]> {
  return query<FormLine>(turn.sql, linesText, [requireClient(turn).userId, itemId])
}

/** Where a photo may belong: a lift of a workout, with the sets that were done of it. */
export interface FormChoice {
  item: number
  name: string
  sets: number
}

const choicesText = `select i.id as item, ${nameOfExercise} as name,
  coalesce((select max(s.set_number) from set_logs s where s.exercise_completion_id = c.id), c.actual_sets, 1) as sets
  from workout_items i join exercises e on e.id = i.exercise_id
  left join exercise_completions c on c.workout_item_id = i.id
  where i.workout_id = (select w.id from workouts w where w.client_id = ? order by w.state = 'running' desc,
    w.started_at desc, w.id desc limit 1) and i.status <> 'skipped' order by i.position limit 24`

/** The lifts of the workout under way, else of the last one. */
export function formChoices(turn: Turn): Promise<FormChoice[]> {
  return query<FormChoice>(turn.sql, choicesText, [turn.actor.language, requireClient(turn).userId])
}

const setOfMessageText = `select c.workout_item_id as item, s.set_number as "set" from set_logs s
  join exercise_completions c on c.id = s.exercise_completion_id
  where s.client_id = ? and s.message_id = ? and c.workout_item_id is not null order by s.set_number desc limit 1`

/** The set that a message of the acting client's logged; undefined for any other message. */
export async function setOfMessage(
  turn: Turn,
  messageId: number,
): Promise<{ item: number; set: number } | undefined> {
  const { userId } = requireClient(turn)
  const [found] = await query<{ item: number; set: number }>(turn.sql, setOfMessageText, [userId, messageId])
  return found
}
