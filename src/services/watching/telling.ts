import { dayMs, localDate } from '../../domain/localTime.ts'
import type { Finding } from '../../domain/watching.ts'
import { type Defaults, reachableActors } from '../conversation.ts'
import { owe } from '../deliveries.ts'
import type { Unit } from '../unit.ts'

/** What needs a person at once. */
export const troubles = ['update', 'backup'] as const
export type Trouble = (typeof troubles)[number]

/** Owes admins a message, once for each `about` and local day of the installation. Nothing in it is what people wrote. */
async function tellAdmins(
  unit: Unit,
  defaults: Defaults,
  { kind, about, payload }: { kind: string; about: string; payload: object },
  now: Date,
): Promise<void> {
  const day = localDate(now, defaults.timeZone)
  const expiresAt = new Date(now.getTime() + dayMs)
  for (const { userId, isAdmin, isActive } of await reachableActors(unit.sql, defaults)) {
    if (userId === null || !isAdmin || !isActive) continue
    const key = `${about}:${userId}:${day}`
    await owe(unit, { key, kind, recipientId: userId, payload, dueAt: now, expiresAt, valuable: true }, now)
  }
}

/** Tells admins of a failure that needs a person: at most one message for each kind and day. */
export function tellTrouble(unit: Unit, defaults: Defaults, trouble: Trouble, now: Date): Promise<void> {
  return tellAdmins(
    unit,
    defaults,
    { kind: 'trouble', about: `trouble:${trouble}`, payload: { trouble } },
    now,
  )
}

/** Tells admins what the daily look has found. */
export function tellFindings(
  unit: Unit,
  defaults: Defaults,
  findings: readonly Finding[],
  now: Date,
): Promise<void> {
  return tellAdmins(unit, defaults, { kind: 'selfCheck', about: 'selfCheck', payload: { findings } }, now)
}
