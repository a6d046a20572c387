import { addDays } from '../../domain/localTime.ts'
import type { Authorized, Subject } from '../access.ts'
import { query } from '../statement.ts'
import type { Turn } from '../turn.ts'

/** kcal, and grams. */
export interface Macros {
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
}

/** What was eaten on a local day, and what the plan asks for. Null: unknown, or not asked for. */
export interface MacroDay {
  date: string
  eaten: Macros
  /** More was eaten than is counted. */
  isAtLeast: boolean
  target: Macros
}

interface EatenRow extends Macros {
  date: string
  unknown: number
}

// What only its name tells counts as unknown, never as nothing.
const eatenText = `select local_date as date, sum(calories) as calories, sum(protein) as protein, sum(carbs) as carbs,
  sum(fat) as fat, sum(unknown_parts + (calories is null)) as unknown
  from eaten_meals where client_id = ? and status = 'eaten' and local_date between ? and ? group by local_date`

const datedText = `select date, max(total_calories) as calories, max(protein_target) as protein,
  max(carb_target) as carbs, max(fat_target) as fat
  from meal_plans where client_id = ? and date between ? and ? group by date`

interface WeeklyRow extends Macros {
  start_date: string | null
  end_date: string | null
}

const weeklyText = `select start_date, end_date, daily_calories as calories, protein_target as protein,
  carbs_target as carbs, fat_target as fat from nutrition_plans where client_id = ? order by start_date desc, id desc`

const nothing: Macros = { calories: null, protein: null, carbs: null, fat: null }

const macrosOf = ({ calories, protein, carbs, fat }: Macros): Macros => ({ calories, protein, carbs, fat })

/** What a client ate on the seven local days up to `until`, against the plan of each day; the dated plan goes first. */
export async function readMacroWeek(
  { sql }: Turn,
  client: Authorized<Subject>,
  until: string,
): Promise<MacroDay[]> {
  const from = addDays(until, -6)
  const span = [client.userId, from, until]
  const eaten = await query<EatenRow>(sql, eatenText, span)
  const dated = await query<Macros & { date: string }>(sql, datedText, span)
  const weekly = await query<WeeklyRow>(sql, weeklyText, [client.userId])
  return Array.from({ length: 7 }, (_, at) => {
    const date = addDays(from, at)
    const row = eaten.find((one) => one.date === date)
    const target =
      dated.find((one) => one.date === date) ??
      weekly.find(
        ({ start_date: start, end_date: end }) =>
          (start === null || start <= date) && (end === null || end >= date),
      )
    return {
      date,
      eaten: row ? macrosOf(row) : nothing,
      isAtLeast: row !== undefined && row.unknown > 0,
      target: target ? macrosOf(target) : nothing,
    }
  })
}
