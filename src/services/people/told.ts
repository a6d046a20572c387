import { type Authorized, type CoachedClient, authorizeClient } from '../access.ts'
import { Refusal } from '../errors.ts'
import type { Actor } from '../turn.ts'
import type { Unit } from '../unit.ts'

/** The client a coach is to hear of, at the moment of sending; undefined when they are not theirs any more. */
export async function coachedClient(
  unit: Unit,
  actor: Actor,
  clientId: number,
): Promise<Authorized<CoachedClient> | undefined> {
  try {
    return await authorizeClient({ ...unit, actor, now: new Date(0) }, clientId)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
