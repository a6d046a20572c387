import { localDate } from '../../domain/localTime.ts'
import { type TypedWeighIn, parseWeighIn } from '../../domain/weight/parse.ts'
import type { Turn } from '../turn.ts'
import { surprise } from './weighIns.ts'

/** A weight of today and nothing else, that is no surprise beside those the acting client told before; undefined for any other words. */
export async function plausibleWeight(turn: Turn, text: string): Promise<TypedWeighIn | undefined> {
  const { role, isActive, units, timeZone } = turn.actor
  if (role !== 'client' || !isActive) return undefined
  const found = parseWeighIn(text, units, localDate(turn.now, timeZone))
  if (found.kind !== 'read' || found.note !== null || found.date !== null) return undefined
  return (await surprise(turn, found, null)) ? undefined : found
}
