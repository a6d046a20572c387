import { isFresh } from '../checkIn/checkIn.ts'
import type { ReminderKind } from '../enums.ts'
import { addDays, dayMs, daysBetween, localDate } from '../localTime.ts'
import { hourOn } from '../reminders/once.ts'
import { memoryDays, restsAll } from '../reminders/patience.ts'
import { silentDays } from '../reminders/silence.ts'
import { isFast, isSurprising, trendOf, weeklyChange } from '../weight/trend.ts'
import { isAwayOn, ofCheckIns, ofTraining } from './away.ts'
import type { Facts } from './facts.ts'
import type { Reason } from './reasons.ts'

/** A rule finds one kind of reason, or none. */
type Rule = (facts: Facts) => Reason | undefined

/** Workouts in a row whose miss is worth a word. */
const missedInRow = 2
/** Days before its end on which a plan is to be followed by another: short of a week, so that a weekday names the day. */
const endsWithinDays = 6
const newcomerDays = 3
/** Days after which a coach who gave no other meals seems to mean it. */
export const mealsMissedDays = 28
/** Days after which a check-in that was asked for is late. */
const checkInWaits = 3
/** Days after which a weigh-in is no news any more. */
const newsDays = 7

const wholeDays = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / dayMs)

/** The pause of everything that asks, of those that are not over. */
const restOf = ({ pauses, today }: Facts) =>
  pauses.flatMap(({ why, until }) =>
    why !== 'fine' && restsAll(why) && today <= until ? [{ why, until }] : [],
  )[0]

/** What they are busy with, beside a pause of everything; what is over first comes first. */
function busyWith(facts: Facts) {
  const after = restOf(facts)?.until ?? ''
  return facts.pauses
    .flatMap(({ kind: of, why, until }) =>
      why === 'busy' && facts.today <= until && after < until ? [{ of, until }] : [],
    )
    .toSorted((a, b) => (a.until === b.until ? 0 : a.until < b.until ? -1 : 1))
}

/** They said that nothing of these kinds is to be expected of them now. */
const isSpared = (facts: Facts, kinds: readonly ReminderKind[]): boolean =>
  restOf(facts) !== undefined || busyWith(facts).some(({ of }) => kinds.includes(of))

const wrote: Rule = ({ letter }) =>
  (letter && { kind: 'letter', letter: letter.id, at: letter.at }) || undefined

const showed: Rule = ({ photos }) => (photos ? { kind: 'photos', ...photos } : undefined)

const checkedIn: Rule = ({ checkIn }) => (checkIn ? { kind: 'checkIn', ...checkIn } : undefined)

/** The newest weight is far from the one before, or the trend goes too fast; old news are none. */
const weighed: Rule = ({ weighed: days, today }) => {
  const [before, newest] = [days.at(-2), days.at(-1)]
  if (!before || !newest || daysBetween(newest.date, today) > newsDays) return undefined
  const between = daysBetween(before.date, newest.date)
  if (isSurprising(before.kg, newest.kg, between))
    return { kind: 'jumped', change: newest.kg - before.kg, days: between, at: null }
  const [trend, perWeek] = [trendOf(days), weeklyChange(days, today)]
  return trend !== undefined && perWeek !== undefined && isFast(trend, perWeek)
    ? { kind: 'fast', perWeek, at: null }
    : undefined
}

/** The last workouts that were planned were missed, and nothing was trained since. Who is busy, ill or away said so. */
const missed: Rule = (facts) => {
  if (isSpared(facts, ofTraining)) return undefined
  const trained = facts.days.findLastIndex(({ mark }) => mark === 'done' || mark === 'partly')
  const since = facts.days.slice(trained + 1).filter(({ mark }) => mark === 'missed')
  const last = since.at(-1)
  return last && since.length >= missedInRow
    ? { kind: 'missed', count: since.length, last: last.date, at: null }
    : undefined
}

/** What is taken in turn is missed on no day: nothing was trained for as long as makes a silence. */
const untrained: Rule = (facts) => {
  const { trainedOn, idleDays, today } = facts
  if (trainedOn === null || idleDays < silentDays || isSpared(facts, ofTraining) || missed(facts))
    return undefined
  return { kind: 'untrained', days: daysBetween(trainedOn, today), last: trainedOn, at: null }
}

/** All they train by is over within days, and nothing follows. */
const planEnds: Rule = ({ running, isMoreComing, today }) => {
  const ends = running.flatMap((end) => end ?? [])
  const last = ends.toSorted().at(-1)
  if (isMoreComing || last === undefined || ends.length < running.length) return undefined
  return last <= addDays(today, endsWithinDays) ? { kind: 'planEnds', date: last, at: null } : undefined
}

/** The meals they had for a while are over within days, and nothing follows. */
const mealsEnd: Rule = ({ mealsEnd: last, today }) =>
  last !== null && today <= last && last <= addDays(today, endsWithinDays)
    ? { kind: 'mealsEnd', date: last, at: null }
    : undefined

/** The meals they had for a while are over, and nothing followed. */
const mealsEnded: Rule = ({ mealsEnd: last, today }) =>
  last !== null && last < today && addDays(today, -mealsMissedDays) <= last
    ? { kind: 'mealsEnded', date: last, at: null }
    : undefined

/** Neither workouts nor meals are planned. */
const noPlan: Rule = ({ running, isMoreComing, hasMeals }) =>
  running.length === 0 && !isMoreComing && !hasMeals ? { kind: 'noPlan', at: null } : undefined

/** They had a day to train on since they joined, or as many days to take one in turn as a newcomer is given. */
function wasDue({ days, idleDays, joinedAt, timeZone }: Facts): boolean {
  const joinedOn = joinedAt ? localDate(joinedAt, timeZone) : ''
  return days.some(({ date, mark }) => mark === 'missed' && joinedOn <= date) || idleDays > newcomerDays
}

/** Several workouts missed in a row say more. */
const neverTrained: Rule = (facts) => {
  const { joinedAt, trainedOn, running, now } = facts
  if (!joinedAt || trainedOn !== null || running.length === 0) return undefined
  if (wholeDays(joinedAt, now) < newcomerDays || !wasDue(facts) || missed(facts)) return undefined
  return { kind: 'neverTrained', at: joinedAt }
}

/** Neither wrote, tapped nor logged for days, local ones. Who is ill or away said so; who was given nothing yet waits. */
const silent: Rule = (facts) => {
  const { joinedAt, actedAt, loggedAt, timeZone, today } = facts
  if (restOf(facts) || !facts.wasPlanned) return undefined
  const signs = [joinedAt, actedAt, loggedAt].flatMap((sign) => sign?.getTime() ?? [])
  const at = new Date(Math.max(...signs))
  const days = daysBetween(localDate(at, timeZone), today)
  return days >= silentDays ? { kind: 'silent', days, at } : undefined
}

/** For a while: whoever is ill or away has said so, and what was long ago is no news. */
const unanswered: Rule = (facts) => {
  if (restOf(facts)) return undefined
  const [at] = facts.unanswered
    .filter((since) => wholeDays(since, facts.now) < memoryDays)
    .toSorted((a, b) => a.getTime() - b.getTime())
  return at && { kind: 'unanswered', at }
}

/** The last day on which they were asked for a check-in and had days enough to send it. */
function checkInDay({ checkIns: { wish }, today }: Facts): string | undefined {
  const days = Array.from({ length: 7 }, (_, at) => addDays(today, -checkInWaits - 1 - at))
  return days.find((date) => hourOn('checkIn', wish, date) !== undefined)
}

/** Asked for, and not sent. Who has nothing planned yet has other needs, and who was away that day said so. */
const checkInDue: Rule = (facts) => {
  const { checkIns, running, hasMeals, joinedAt, timeZone, away } = facts
  const date = checkInDay(facts)
  if (date === undefined || isFresh(checkIns.last ?? undefined, date)) return undefined
  if (running.length === 0 && !hasMeals) return undefined
  if (joinedAt && date <= localDate(joinedAt, timeZone)) return undefined
  if (isSpared(facts, ofCheckIns) || isAwayOn(away, ofCheckIns, date)) return undefined
  return { kind: 'checkInDue', date, at: null }
}

const paused: Rule = (facts) => {
  const rest = restOf(facts)
  return rest && { kind: 'paused', ...rest, at: null }
}

const busy: Rule = (facts) => {
  const all = busyWith(facts)
  return all.length > 0 ? { kind: 'busy', with: all, at: null } : undefined
}

const rules: readonly Rule[] = [
  wrote,
  showed,
  checkedIn,
  weighed,
  missed,
  untrained,
  planEnds,
  mealsEnd,
  mealsEnded,
  noPlan,
  neverTrained,
  silent,
  unanswered,
  checkInDue,
  paused,
  busy,
]

/** Every reason there is, in no order. Nobody needs anything whose access is off, or who has not joined. */
export function allReasons(facts: Facts): Reason[] {
  if (!facts.isActive || facts.joinedAt === null) return []
  return rules.flatMap((rule) => rule(facts) ?? [])
}
