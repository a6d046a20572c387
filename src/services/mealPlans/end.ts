import type { Authorized, CoachedClient } from '../access.ts'
import { dayOf } from '../plans/clientDay.ts'
import type { Turn } from '../turn.ts'
import { loggedDates } from './assign.ts'
import { tellOfMealEnd } from './news.ts'
import { readCurrentSeries } from './stored.ts'
import { removeDays, takenDays } from './taken.ts'

/**
 * Ends meals with today, the client's day: the days to come are deleted, except where something was logged. The client
 * is told. Answers their title. Refusals: `notThere`, `planOver`.
 */
export async function endMeals(
  turn: Turn,
  client: Authorized<CoachedClient>,
  seriesId: number,
): Promise<{ title: string }> {
  const series = await readCurrentSeries(turn, client, seriesId)
  const today = dayOf(turn, client)
  const coming = series.dates.filter((date) => date > today)
  const days = (await takenDays(turn, client, coming)).filter((day) => day.seriesId === series.id)
  const logged = loggedDates(days)
  await removeDays(turn, days)
  const left = series.dates.filter((date) => date <= today || logged.has(date))
  await tellOfMealEnd(turn, client, series, left.at(-1) ?? null)
  return { title: series.title }
}
