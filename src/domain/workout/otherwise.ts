import type { WeightUnit } from '../enums.ts'
import { type ReadSet, swapReading } from '../setInput.ts'
import type { Proposal } from './proposal.ts'
import type { DoneSet } from './walk.ts'

/** A logged set with its typed load, the other way round; undefined where that makes no set. Load in kg. */
export function readOtherwise(set: {
  reps: number | null
  weight: number | null
  typedWeight: string | null
  typedUnit: WeightUnit | null
}): ReadSet | undefined {
  const { reps, weight, typedWeight, typedUnit } = set
  if (reps === null || typedWeight === null || typedUnit === null) return undefined
  const read: ReadSet = {
    reps,
    weightKg: weight ?? 0,
    typed: { value: Number(typedWeight), unit: typedUnit },
    ambiguous: true,
  }
  const swapped = swapReading(read)
  return swapped === read ? undefined : swapped
}

/** What a typed set would be with its numbers the other way round; undefined where that makes no set. */
export function meantOtherwise(set: DoneSet): Proposal | undefined {
  const read = readOtherwise(set)
  return read && { reps: read.reps ?? null, seconds: null, weight: read.weightKg ?? null }
}
