import { nextBrief } from '../../domain/reminders/nextBrief.ts'
import type { Sql } from '../unit.ts'
import { hoursOf } from './quietGate.ts'
import { wishesOf } from './rules.ts'

/**
 * When a coach is told by themselves of what there is no brief to tell: at once, or when the brief that is to come is worth
 * nothing any more.
 */
export async function newsTimes(
  sql: Sql,
  coaches: readonly number[],
  now: Date,
  defaultZone: string,
): Promise<(coach: number) => Date> {
  const wishes = await wishesOf(sql, coaches)
  const times = new Map<number, Date>()
  for (const coach of new Set(coaches)) {
    const { zone } = await hoursOf(sql, coach, defaultZone)
    times.set(coach, nextBrief(wishes.get(coach) ?? {}, now, zone)?.expiresAt ?? now)
  }
  return (coach) => times.get(coach) ?? now
}
