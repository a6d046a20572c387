import { addDays, daysBetween, localDate } from '../localTime.ts'
import { memoryDays, restsAll } from '../reminders/patience.ts'
import { silentDays } from '../reminders/silence.ts'
import { isFast, isSurprising, trendOf, weeklyChange } from '../weight/trend.ts'
import type { Facts } from './facts.ts'
import type { Reason } from './reasons.ts'

/** A rule finds one kind of reason, or none. */
type Rule = (facts: Facts) => Reason | undefined

/** Workouts in a row whose miss is worth a word. */
const missedInRow = 2
/** Days before its end on which a plan is to be followed by another: short of a week, so that a weekday names the day. */
const endsWithinDays = 6
const newcomerDays = 3
/** Days after which a weigh-in is no news any more. */
const newsDays = 7

const dayMs = 86_400_000

const wholeDays = (from: Date, to: Date): number => Math.floor((to.getTime() - from.getTime()) / dayMs)

/** The longest peace they asked for that is not over. */
function pauseOf({ pauses, today }: Facts) {
  return pauses
    .flatMap(({ why, until }) => (why === 'fine' || until < today ? [] : [{ why, until }]))
    .toSorted((a, b) => (a.until === b.until ? 0 : a.until < b.until ? 1 : -1))[0]
}

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

/** The last workouts that were planned were missed, and nothing was trained since. Who is ill or away said so. */
const missed: Rule = (facts) => {
  if (pauseOf(facts)) return undefined
  const trained = facts.days.findLastIndex(({ mark }) => mark === 'done' || mark === 'partly')
  const since = facts.days.slice(trained + 1).filter(({ mark }) => mark === 'missed')
  const last = since.at(-1)
  return last && since.length >= missedInRow
    ? { kind: 'missed', count: since.length, last: last.date, at: null }
    : undefined
}

/** All they train by is over within days, and nothing follows. */
const planEnds: Rule = ({ running, isMoreComing, today }) => {
  const ends = running.flatMap((end) => end ?? [])
  const last = ends.toSorted().at(-1)
  if (isMoreComing || last === undefined || ends.length < running.length) return undefined
  return last <= addDays(today, endsWithinDays) ? { kind: 'planEnds', date: last, at: null } : undefined
}

/** Neither workouts nor meals are planned. */
const noPlan: Rule = ({ running, isMoreComing, hasMeals }) =>
  running.length === 0 && !isMoreComing && !hasMeals ? { kind: 'noPlan', at: null } : undefined

const neverTrained: Rule = ({ joinedAt, hasTrained, running, now }) =>
  joinedAt && !hasTrained && running.length > 0 && wholeDays(joinedAt, now) >= newcomerDays
    ? { kind: 'neverTrained', at: joinedAt }
    : undefined

/** Neither wrote, tapped nor logged for days, local ones. Who is ill or away said so. */
const silent: Rule = (facts) => {
  const { joinedAt, actedAt, loggedAt, timeZone, today } = facts
  if (pauseOf(facts)) return undefined
  const signs = [joinedAt, actedAt, loggedAt].flatMap((sign) => sign?.getTime() ?? [])
  const at = new Date(Math.max(...signs))
  const days = daysBetween(localDate(at, timeZone), today)
  return days >= silentDays ? { kind: 'silent', days, at } : undefined
}

/** For a while: whoever is ill or away has said so, and what was long ago is no news. */
const unanswered: Rule = ({ unanswered: all, pauses, now, today }) => {
  if (pauses.some(({ why, until }) => restsAll(why) && today <= until)) return undefined
  const [at] = all
    .filter((since) => wholeDays(since, now) < memoryDays)
    .toSorted((a, b) => a.getTime() - b.getTime())
  return at && { kind: 'unanswered', at }
}

const paused: Rule = (facts) => {
  const pause = pauseOf(facts)
  return pause && { kind: 'paused', ...pause, at: null }
}

const rules: readonly Rule[] = [
  wrote,
  showed,
  checkedIn,
  weighed,
  missed,
  planEnds,
  noPlan,
  neverTrained,
  silent,
  unanswered,
  paused,
]

/** Every reason there is, in no order. Nobody needs anything whose access is off, or who has not joined. */
export function allReasons(facts: Facts): Reason[] {
  if (!facts.isActive || facts.joinedAt === null) return []
  return rules.flatMap((rule) => rule(facts) ?? [])
}
