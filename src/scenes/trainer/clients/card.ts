import { addDays } from '../../../domain/localTime.ts'
import { authorizeClient } from '../../../services/access.ts'
import { readNeeds } from '../../../services/attention/needs.ts'
import { lastCheckIn } from '../../../services/checkIns/reading.ts'
import { otherDays } from '../../../services/mealPlans/others.ts'
import { currentSeries } from '../../../services/mealPlans/stored.ts'
import { weeklyPlans } from '../../../services/mealPlans/weekly.ts'
import { mealsOverview } from '../../../services/meals/overview.ts'
import { newestNote } from '../../../services/people/clientNotes.ts'
import { readClientDetails } from '../../../services/people/clients.ts'
import { readLatestPhotos } from '../../../services/photos/latest.ts'
import { dayOf } from '../../../services/plans/clientDay.ts'
import { comingPlans, runningPlans } from '../../../services/plans/running.ts'
import { lastTrained, readAdherence } from '../../../services/progress/adherence.ts'
import { countWaiting } from '../../../services/reviews/queue.ts'
import type { Turn } from '../../../services/turn.ts'
import { lastDayNote } from '../../../services/weighIns/diary.ts'
import { lastWeighed } from '../../../services/weighIns/standing.ts'
import type { ClientCardData } from '../../../views/clients/data.ts'

/** Days of training that the card sums up. */
const trainingDays = 28
const mostWorkouts = 3

/** Everything that a coach sees of their client at a glance. Refusals: `notAllowed`, `notThere`. */
export async function readCard(turn: Turn, id: number): Promise<ClientCardData> {
  const client = await authorizeClient(turn, id)
  const today = dayOf(turn, client)
  return {
    ...client,
    details: await readClientDetails(turn, client),
    weighed: await lastWeighed(turn, client),
    waiting: await countWaiting(turn, id),
    dayNote: await lastDayNote(turn, client, today),
    checkIn: await lastCheckIn(turn, client),
    meals: await mealsOverview(turn, client),
    running: await runningPlans(turn, id, today),
    coming: await comingPlans(turn, id, today),
    series: await currentSeries(turn, client),
    otherDays: await otherDays(turn, client),
    weekly: await weeklyPlans(turn, client),
    reasons: (await readNeeds(turn, id)).get(id) ?? [],
    training: await readAdherence(turn, client, { from: addDays(today, 1 - trainingDays), until: today }),
    lastTrained: await lastTrained(turn, client, mostWorkouts),
    photos: await readLatestPhotos(turn, client),
    note: await newestNote(turn, client),
    today,
    now: turn.now,
  }
}
