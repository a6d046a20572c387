import { markOfVerdict } from '../reviews/mark.ts'
import { query, run } from '../statement.ts'
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
  local_date: string
}

const markedText = `coalesce(${markOfVerdict('eaten_meals.id')}, as_planned)`
const mealText = `select client_id, meal_entry_id, planned_meal_id, status, description, reason, eaten_at, local_date,
  ${markedText} as marked from eaten_meals where id = ?`
// A clip is no picture to other readers.
const picturesText = `select u.file_path as path from photos f join file_uploads u on u.id = f.file_id
  where f.eaten_meal_id = ? and coalesce(u.media_kind, 'photo') = 'photo' order by f.id`

/** Writes rows that mirror a meal over those that did, in order; what is left of those goes. */
async function overwrite<Old extends { id: number }>(
  turn: Turn,
  table: 'meal_uploads' | 'meal_completions',
  eatenId: number,
  old: readonly Old[],
  rows: readonly ((old: Old | undefined) => object)[],
): Promise<void> {
  const { sql } = turn
  for (const [index, row] of rows.entries()) {
    const before = old[index]
    if (before) await sql.updateTable(table).set(row(before)).where('id', '=', before.id).execute()
    else
      await sql
        .insertInto(table)
        .values({ ...row(undefined), eaten_meal_id: eatenId } as never)
        .execute()
  }
  for (const { id } of old.slice(rows.length)) await sql.deleteFrom(table).where('id', '=', id).execute()
}

/** How a meal is marked for other readers by what is known here; null while nobody said. */
export async function markOf({ sql }: Turn, eatenId: number): Promise<number | null> {
  const text = `select ${markedText} as marked from eaten_meals where id = ?`
  const [row] = await query<{ marked: number | null }>(sql, text, [eatenId])
  return row?.marked ?? null
}

const uploadsText = `select id, marked_ok as marked from meal_uploads where eaten_meal_id = ? order by id`
const completionsText = `select id from meal_completions where eaten_meal_id = ? order by id`
const pendingText = `update meal_completions set eaten_meal_id = ? where id = (
  select min(id) from meal_completions where client_id = ? and planned_meal_id = ? and eaten_meal_id is null
    and status = 'pending' and (completed_at is null or substr(completed_at, 1, 10) = ?))`

/** A completion of the weekly plan's meal: ours, else one that others left open for it. */
async function completionsOf(turn: Turn, eatenId: number, meal: Row): Promise<{ id: number }[]> {
  const own = await query<{ id: number }>(turn.sql, completionsText, [eatenId])
  if (own.length > 0) return own
  await run(turn.sql, pendingText, [eatenId, meal.client_id, meal.planned_meal_id, meal.local_date])
  return query<{ id: number }>(turn.sql, completionsText, [eatenId])
}

const reopenText = `update meal_completions set status = 'pending', completed_at = null, notes = null,
  photo_path = null, eaten_meal_id = null where eaten_meal_id = ?`

/** Opens what others read of a meal of the weekly plan again, before the meal is taken back: they may have left it open. */
export const reopen = ({ sql }: Turn, eatenId: number): Promise<void> => run(sql, reopenText, [eatenId])

/**
 * Brings what other readers know of a meal up to date: a completion for one of the weekly plan; for any other an upload
 * for each of its pictures, one at least when it was eaten, none when it was skipped. `was` is `markOf` before the
 * change, where that changes it: an upload marked otherwise was marked by others, and stays so.
 */
export async function mirror(turn: Turn, eatenId: number, was?: number | null): Promise<void> {
  const [meal] = await query<Row>(turn.sql, mealText, [eatenId])
  if (!meal) return
  const { client_id, meal_entry_id, planned_meal_id, status, eaten_at, marked } = meal
  const pictures = await query<{ path: string | null }>(turn.sql, picturesText, [eatenId])
  if (planned_meal_id !== null) {
    const completion = {
      planned_meal_id,
      client_id,
      status: status === 'eaten' ? 'completed' : 'skipped',
      photo_path: pictures[0]?.path ?? null,
      completed_at: eaten_at,
      notes: status === 'eaten' ? meal.description : meal.reason,
    }
    const old = await completionsOf(turn, eatenId, meal)
    return overwrite(turn, 'meal_completions', eatenId, old, [() => completion])
  }
  const shown = pictures.length > 0 ? pictures : [{ path: null }]
  const ours = was === undefined ? marked : was
  const uploads = shown.map(({ path }) => (old: { marked: number | null } | undefined) => ({
    client_id,
    meal_entry_id,
    image_path: path,
    marked_ok: old && old.marked !== ours ? old.marked : marked,
    uploaded_at: eaten_at,
  }))
  const old = await query<{ id: number; marked: number | null }>(turn.sql, uploadsText, [eatenId])
  return overwrite(turn, 'meal_uploads', eatenId, old, status === 'eaten' ? uploads : [])
}
