import { readOtherwise } from '../setInput.ts'
import type { Proposal } from './proposal.ts'
import type { DoneSet } from './walk.ts'

/** What a typed set would be with its numbers the other way round; undefined where that makes no set. */
export function meantOtherwise(set: DoneSet): Proposal | undefined {
  const read = readOtherwise(set)
  return read && { reps: read.reps ?? null, seconds: null, weight: read.weightKg ?? null }
}
