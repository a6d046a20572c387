import { dayMs } from '../domain/localTime.ts'
import type { Authorized, CoachedClient } from './access.ts'
import { owe } from './deliveries.ts'
import { replan } from './reminders/planning.ts'
import type { Turn } from './turn.ts'

/**
 * News of a client's plans, worth a day and a second try; whoever has not joined will find out when they come. What there
 * is to remind them of changes with it.
 */
export async function tellClient(
  turn: Turn,
  { userId, hasJoined }: Authorized<CoachedClient>,
  { kind, about, payload }: { kind: string; about: string; payload: object },
): Promise<void> {
  if (!hasJoined) return
  const { now } = turn
  const expiresAt = new Date(now.getTime() + dayMs)
  await replan(turn, userId, now)
  const key = `${kind}:${about}`
  await owe(turn, { key, kind, recipientId: userId, payload, dueAt: now, expiresAt, valuable: true }, now)
}
