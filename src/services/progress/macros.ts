import { addDays } from '../../domain/localTime.ts'
import { type Macros, macroNames } from '../../domain/meals/types.ts'
import type { Authorized, Subject } from '../access.ts'
import { foodDayOf } from '../meals/day.ts'
import type { Turn } from '../turn.ts'

/** What was eaten on a local day, and what the plan asks for. Null: unknown, or not asked for. */
export interface MacroDay {
  date: string
  eaten: Macros
  /** More was eaten than is counted. */
  isAtLeast: boolean
  /** More energy was eaten than is counted. */
  isEnergyAtLeast: boolean
  target: Macros
}

/** What a client ate on the seven local days up to `until`, against the targets of each day. */
export async function readMacroWeek(
  turn: Turn,
  client: Authorized<Subject>,
  until: string,
): Promise<MacroDay[]> {
  const week: MacroDay[] = []
  for (let back = 6; back >= 0; back--) {
    const { date, sum, targets } = await foodDayOf(turn.sql, client, addDays(until, -back))
    const { calories, protein, carbs, fat, unknown } = sum
    week.push({
      date,
      eaten: { calories, protein, carbs, fat },
      isAtLeast: macroNames.some((name) => unknown[name] > 0),
      isEnergyAtLeast: unknown.calories > 0,
      target: targets,
    })
  }
  return week
}
