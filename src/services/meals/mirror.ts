import { markOfVerdict } from '../reviews/mark.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

interface Row {
  client_id: number
  meal_entry_id: number | null
  planned_meal_id: number | null
  status: 'eaten' | 'skipped'
  /** The trainer's word, else the client's. */
  marked: number | null
  description: string | null
  reason: string | null
  eaten_at: string
}

const mealText = `select client_id, meal_entry_id, planned_meal_id, status, description, reason, eaten_at,
  coalesce(${markOfVerdict('eaten_meals.id')}, as_planned) as marked from eaten_meals where id = ?`
const photosText = `select u.file_path as path from photos f join file_uploads u on u.id = f.file_id
  where f.eaten_meal_id = ? order by f.id`

/** Writes rows that mirror a meal over those that did, in order; what is left of those goes. */
async function overwrite(
  turn: Turn,
  table: 'meal_uploads' | 'meal_completions',
  eatenId: number,
  rows: readonly object[],
): Promise<void> {
  const { sql } = turn
  const old = await query<{ id: number }>(
    sql,
    `select id from ${table} where eaten_meal_id = ? order by id`,
    [eatenId],
  )
  for (const [index, row] of rows.entries()) {
    const id = old[index]?.id
    if (id === undefined)
      await sql
        .insertInto(table)
        .values({ ...row, eaten_meal_id: eatenId } as never)
        .execute()
    else await sql.updateTable(table).set(row).where('id', '=', id).execute()
  }
  for (const { id } of old.slice(rows.length)) await sql.deleteFrom(table).where('id', '=', id).execute()
}

/**
 * Brings what other readers know of a meal up to date: a completion for one of the weekly plan; for any other an upload
 * for each of its photos, one at least when it was eaten, none when it was skipped.
 */
export async function mirror(turn: Turn, eatenId: number): Promise<void> {
  const [meal] = await query<Row>(turn.sql, mealText, [eatenId])
  if (!meal) return
  const { client_id, meal_entry_id, planned_meal_id, status, eaten_at } = meal
  const photos = await query<{ path: string | null }>(turn.sql, photosText, [eatenId])
  if (planned_meal_id !== null) {
    const completion = {
      planned_meal_id,
      client_id,
      status: status === 'eaten' ? 'completed' : 'skipped',
      photo_path: photos[0]?.path ?? null,
      completed_at: eaten_at,
      notes: status === 'eaten' ? meal.description : meal.reason,
    }
    return overwrite(turn, 'meal_completions', eatenId, [completion])
  }
  const shown = photos.length > 0 ? photos : [{ path: null }]
  const uploads = shown.map(({ path }) => ({
    client_id,
    meal_entry_id,
    image_path: path,
    marked_ok: meal.marked,
    uploaded_at: eaten_at,
  }))
  return overwrite(turn, 'meal_uploads', eatenId, status === 'eaten' ? uploads : [])
}
