import type { MikroORM } from '@mikro-orm/sqlite'
import { formatTimestamp } from '../entities/types.ts'
import { run } from './statement.ts'
import { inUnit } from './unit.ts'

const moved = (column: string): string => `${column} = strftime('%Y-%m-%d %H:%M:%f', ${column}, ?) || '000'`
const moveText = `update deliveries set ${['due_at', 'expires_at', 'updated_at'].map(moved).join(', ')}
  where state = 'due' and local_date is null and updated_at not between ? and ?
  and due_at <= strftime('%Y-%m-%d %H:%M:%f', updated_at, '+15 minutes') || '000'`

/**
 * The wall clock was set by `ms` milliseconds. What was to come within a quarter of an hour of when it was written was
 * meant to come after a while, not at an hour: it moves along. Otherwise a letter would wait as long as the clock was
 * set back, and the end of a rest be missed where it was set forward. What was written since, within the times the clock
 * `shows`, stays.
 */
export function moveWithClock(orm: MikroORM, ms: number, shows: { from: Date; to: Date }): Promise<void> {
  const by = `${(ms / 1000).toFixed(3)} seconds`
  const written = [formatTimestamp(shows.from), formatTimestamp(shows.to)]
  return inUnit(orm, 'deliveries.clockSet', ({ sql }) => run(sql, moveText, [by, by, by, ...written]))
}
