import type { Actor } from '../turn.ts'
import type { Unit } from '../unit.ts'
import { type StoredSeries, findSeries } from './stored.ts'

/** Meals of the person who is told of them; undefined when they are gone or not theirs any more. */
export async function readOwnSeries(
  { sql }: Unit,
  { userId }: Actor,
  seriesId: number,
  today: string,
): Promise<StoredSeries | undefined> {
  const series = await findSeries(sql, seriesId, today)
  return series && series.clientId === userId ? series : undefined
}
