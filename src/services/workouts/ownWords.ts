import type { WalkItem } from '../../domain/workout/walk.ts'
import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'

/**
 * What was said of an item is kept beside it while no set of it is logged, for there is no sum then; with the next
 * one it goes into the sum, and is not kept any more.
 */
export async function keepWords(
  { sql }: Turn,
  { id, difficulty, comment }: WalkItem,
  isKept = true,
): Promise<void> {
  if (difficulty === null && comment === null) return
  await run(sql, 'update workout_items set difficulty_rating = ?, comment = ? where id = ?', [
    isKept ? difficulty : null,
    isKept ? comment : null,
    id,
  ])
}
