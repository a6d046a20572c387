import { isAwayOn, ofMeals } from '../../domain/attention/away.ts'
import { type ClientWeek, byMisses, isWorthTelling, weekOf } from '../../domain/attention/week.ts'
import { addDays, localDate } from '../../domain/localTime.ts'
import { missedMeals } from '../meals/missed.ts'
import { trainedBy, versionsOf } from '../progress/training.ts'
import type { Turn } from '../turn.ts'
import { coachedClients } from './coached.ts'
import { readAway } from './peace.ts'
import { weighingDays, weightsSince } from './weights.ts'

/** The week of a client of the acting coach. */
export interface CoachedWeek extends ClientWeek {
  userId: number
  name: string
}

/**
 * The week from a Monday (`YYYY-MM-DD`) on, which is over, of all present clients of the acting coach of whom there is
 * anything to tell: who missed most first, then by name. Refusal `notAllowed` for who does not coach.
 */
export async function readWeek(turn: Turn, monday: string): Promise<CoachedWeek[]> {
  const { sql, actor } = turn
  const { list, clients } = await coachedClients(turn)
  const versions = await versionsOf(sql, clients, addDays(monday, -1))
  const trained = await trainedBy(sql, clients, addDays(monday, -1))
  const weights = await weightsSince(sql, clients, addDays(monday, -weighingDays))
  const away = await readAway(sql, clients)
  const days = { from: monday, until: addDays(monday, 6) }
  const isSpared = (client: number, date: string) => isAwayOn(away.get(client) ?? [], ofMeals, date)
  const meals = await missedMeals(sql, clients, days, isSpared)
  const names = new Intl.Collator(actor.language)
  return list
    .flatMap(({ isActive, joinedAt, timeZone, userId, name, target }) => {
      if (!isActive || joinedAt === null) return []
      const facts = {
        joinedOn: localDate(joinedAt, timeZone),
        versions: versions.get(userId) ?? [],
        trained: trained.get(userId) ?? [],
        weighed: weights.get(userId) ?? [],
        target,
        missedMeals: meals.get(userId) ?? 0,
        away: away.get(userId) ?? [],
      }
      return [{ userId, name, ...weekOf(facts, monday) }]
    })
    .filter(isWorthTelling)
    .toSorted((a, b) => byMisses(a, b) || names.compare(a.name, b.name) || a.userId - b.userId)
}
