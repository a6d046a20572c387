import type { MikroORM } from '@mikro-orm/sqlite'
import { formatTimestamp } from '../entities/types.ts'
import { retryAfterMs } from './deliveryEndings.ts'
import { run } from './statement.ts'
import { type Sql, inUnit } from './unit.ts'

const moved = (column: string): string => `${column} = strftime('%Y-%m-%d %H:%M:%f', ${column}, ?) || '000'`
const moveText = `update deliveries set ${['due_at', 'expires_at', 'updated_at'].map(moved).join(', ')}
  where state = 'due' and local_date is null and updated_at not between ? and ?
  and due_at <= strftime('%Y-%m-%d %H:%M:%f', updated_at, iif(kind = 'heldNote', ?, '+15 minutes')) || '000'`

const reviveText = `update deliveries set state = 'due', updated_at = ?
  where state = 'stale' and attempts = 0 and updated_at > ? and expires_at > ?`

/** What a clock that was ahead took for too late, and is worth sending by the time it is: nobody heard of it. */
const revive = (sql: Sql, now: string) => run(sql, reviveText, [now, now, now])

/** A clock that was ahead while the bot ran before may have been set back since: asked at start. */
export const reviveAtStart = (orm: MikroORM, now: Date): Promise<void> =>
  inUnit(orm, 'deliveries.revive', ({ sql }) => revive(sql, formatTimestamp(now)))

/**
 * The wall clock was set by `ms` milliseconds. What was to come within a quarter of an hour of when it was written was
 * meant to come after a while, not at an hour: it moves along. Otherwise a letter would wait as long as the clock was
 * set back, and the end of a rest be missed where it was set forward. Of notes of what was held that is a second try alone:
 * the first is for the end of the quiet hours. What was written since, within the times the clock `shows`, stays.
 */
export function moveWithClock(orm: MikroORM, ms: number, shows: { from: Date; to: Date }): Promise<void> {
  const by = `${(ms / 1000).toFixed(3)} seconds`
  const written = [formatTimestamp(shows.from), formatTimestamp(shows.to)]
  const retry = `${retryAfterMs / 1000} seconds`
  return inUnit(orm, 'deliveries.clockSet', async ({ sql }) => {
    await run(sql, moveText, [by, by, by, ...written, retry])
    if (ms < 0) await revive(sql, formatTimestamp(shows.to))
  })
}
