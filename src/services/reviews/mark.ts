import { run } from '../statement.ts'
import type { Turn } from '../turn.ts'

/**
 * SQL: the newest verdict on a meal as others know it, with yes and no: 0 for ❌ alone, as what is to be adjusted
 * counts; NULL without one. `meal` is the SQL of its id.
 */
export const markOfVerdict = (meal: string): string => `(select case r.verdict when 'wrong' then 0 else 1 end
  from reviews r where r.eaten_meal_id = ${meal} and r.state = 'done' order by r.reviewed_at desc, r.id desc limit 1)`

const markText = `update meal_uploads set marked_ok = coalesce(${markOfVerdict('meal_uploads.eaten_meal_id')},
    (select m.as_planned from eaten_meals m where m.id = meal_uploads.eaten_meal_id))
  where eaten_meal_id = ?`

/** Brings what other readers see of a verdict up to date; without one it is what the client said. */
export async function mirrorVerdict({ sql }: Turn, eatenMealId: number | null): Promise<void> {
  if (eatenMealId !== null) await run(sql, markText, [eatenMealId])
}
