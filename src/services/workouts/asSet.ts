import { readSets } from '../../domain/setInput.ts'
import { type Proposal, isWhole, proposal } from '../../domain/workout/proposal.ts'
import { tellsWhat } from '../../domain/workout/saidAnew.ts'
import { type WalkItem, atHand, nextNumber } from '../../domain/workout/walk.ts'
import { parseTimestamp } from '../../entities/types.ts'
import { requireClient } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'
import { lastTimeOf } from './lastTime.ts'
import { completed, contextOf } from './saying.ts'
import { readWalk } from './walk.ts'

/** One set that typed words would log in the workout under way. */
export interface AsSet {
  item: WalkItem
  number: number
  set: Proposal
  /** When that workout was begun, or a set of it logged or corrected last. */
  trainedAt: Date
}

const lastSetText = `select max(s.updated_at) as at from set_logs s
  join exercise_completions c on c.id = s.exercise_completion_id where c.workout_id = ?`

/** What typed words would log; undefined where no workout of the actor's is under way, or they are no single set of it. */
export async function readAsSet(turn: Turn, text: string): Promise<AsSet | undefined> {
  const walk = await readWalk(turn)
  const item = walk && atHand(walk)
  if (!walk || !item) return undefined
  const last = await lastTimeOf(turn.sql, requireClient(turn).userId, item.exerciseId, walk.id, turn.now)
  const reading = readSets(text, contextOf(turn, item, item.done, last))
  const [one, ...others] = reading.ok ? reading.sets : []
  if (!one || others.length > 0 || one.setsOf || one.setNumber !== undefined || !tellsWhat(one))
    return undefined
  const planned = proposal(item, last?.sets ?? [])
  if (one.reps === undefined && one.seconds === undefined && !isWhole(planned)) return undefined
  const [logged] = await query<{ at: string | null }>(turn.sql, lastSetText, [walk.id])
  const trainedAt = logged?.at ? parseTimestamp(logged.at) : walk.startedAt
  return { item, number: nextNumber(item), set: completed(one, planned, undefined), trainedAt }
}
