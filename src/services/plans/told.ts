import type { Language } from '../../domain/enums.ts'
import { query } from '../statement.ts'
import type { Actor } from '../turn.ts'
import type { Sql, Unit } from '../unit.ts'
import { nameOfExercise } from '../workouts/walk.ts'
import { type StoredPlan, findPlan } from './stored.ts'

/** A plan of the person who is told of it; undefined when it is gone or not theirs any more. */
export async function readOwnPlan(
  { sql }: Unit,
  { userId, language }: Actor,
  planId: number,
): Promise<StoredPlan | undefined> {
  const plan = await findPlan(sql, planId, language)
  return plan && plan.clientId === userId ? plan : undefined
}

/** The names of exercises in a language; ids that are gone are missing. */
export async function exerciseNames(
  sql: Sql,
  ids: readonly number[],
  language: Language,
): Promise<Map<number, string>> {
  const marks = ids.map(() => '?').join(', ')
  const text = `select e.id, ${nameOfExercise} as name from exercises e where e.id in (${marks})`
  const rows = await query<{ id: number; name: string }>(sql, text, [language, ...ids])
  return new Map(rows.map(({ id, name }) => [id, name]))
}
