import type { WeightUnit } from '../enums.ts'
import { type PlanContext, Reader } from './reader.ts'
import { rowsOf } from './rows.ts'
import type { PlanDraft, Problem } from './types.ts'

export type { PlanContext } from './reader.ts'

export interface PlanReading {
  plan: PlanDraft | null
  problems: Problem[]
}

/** Longest text of a plan, in UTF-16 units. */
export const planTextLimit = 65_536

/**
 * Reads a plan as trainers type it. What cannot be read is a problem with its place in the text as given;
 * every good line is kept. `plan` is null when nothing at all was found. Never throws.
 */
export function parsePlan(text: string, context: PlanContext): PlanReading {
  if (text.length > planTextLimit)
    return { plan: null, problems: [{ line: 1, column: 1, length: 0, code: 'too-long', found: '' }] }
  const problems: Problem[] = []
  const plan = new Reader(context, rowsOf(text, problems), problems).read()
  if (plan.days.length === 0 && problems.length === 0)
    problems.push({ line: 1, column: 1, length: 0, code: 'nothing-found', found: '' })
  problems.sort((a, b) => a.line - b.line || a.column - b.column)
  return { plan: plan.days.length > 0 ? plan : null, problems }
}

/** Whether a text that nobody asked for is meant as a plan: several lines, and several exercises in them. */
export function readsAsPlan(text: string, units: WeightUnit): boolean {
  if (!text.trim().includes('\n')) return false
  const { plan } = parsePlan(text, { today: '2026-01-01', units })
  return (plan?.days.flatMap(({ exercises }) => exercises) ?? []).length >= 2
}
