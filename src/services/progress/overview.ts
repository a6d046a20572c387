import { addDays, localDate } from '../../domain/localTime.ts'
import { averageOf, averagedDays } from '../../domain/meals/average.ts'
import type { Authorized, Subject } from '../access.ts'
import { sentCheckIns } from '../checkIns/reading.ts'
import type { Turn } from '../turn.ts'
import { readAdherence } from './adherence.ts'
import { type DoneLift, listLifts } from './lifts.ts'
import { type MacroDay, readMacroWeek } from './macros.ts'
import { readPhotoPairs } from './photos.ts'
import { readWeightCourse } from './weight.ts'

/** One line of each kind of progress. */
export interface ProgressOverview {
  /** Whose it is; null for the reader's own. */
  name: string | null
  /** kg; undefined before the first weigh-in. */
  weight: { trend: number; perWeek: number | undefined } | undefined
  /** The local day of the last check-in that was sent. */
  checkIn: string | null
  /** Of the last 30 days; undefined where nothing was ever planned or trained. */
  adherence: { planned: number; kept: number; trained: number } | undefined
  lifts: number
  lastLift: DoneLift | undefined
  /** kcal a day over the last week, and whether some of those days had more, nobody knows how much. */
  energy: { average: number; isAtLeast: boolean } | undefined
  hasPairs: boolean
}

function energyOf(week: readonly MacroDay[], today: string): ProgressOverview['energy'] {
  const average = averageOf(week, 'calories', today)
  if (average === undefined) return undefined
  const isAtLeast = averagedDays(week, 'calories', today).some(({ isEnergyAtLeast }) => isEnergyAtLeast)
  return { average, isAtLeast }
}

/** What there is to see of a client's progress. */
export async function readOverview(turn: Turn, client: Authorized<Subject>): Promise<ProgressOverview> {
  const today = localDate(turn.now, client.timeZone)
  const { trend, perWeek } = await readWeightCourse(turn, client)
  const last = trend.at(-1)
  const checkIn = (await sentCheckIns(turn, client)).at(-1)
  const lifts = await listLifts(turn, client)
  const week = await readMacroWeek(turn, client, today)
  return {
    name: client.name,
    weight: last && { trend: last.kg, perWeek },
    checkIn: checkIn?.date ?? null,
    adherence: await readAdherence(turn, client, { from: addDays(today, -29), until: today }),
    lifts: lifts.length,
    lastLift: lifts[0],
    energy: energyOf(week, today),
    hasPairs: (await readPhotoPairs(turn, client, null)).length > 0,
  }
}
