import { addDays, mondayOf, weekdayOf } from '../localTime.ts'
import type { DayMark } from '../pictures.ts'

/** A version of a plan with its days; dates are local days, `YYYY-MM-DD`. */
export interface PlanVersion {
  id: number
  /** The version it took the place of. */
  previousId: number | null
  start: string
  end: string | null
  days: { sessionId: number; name: string; weekday: number | null }[]
}

/** Something that was trained. */
export interface Trained {
  date: string
  /** The day of a plan that it was; null outside any. */
  sessionId: number | null
  name: string | null
  isWhole: boolean
}

interface Planned {
  date: string
  sessionId: number
  name: string
}

export interface Adherence {
  /** Every day asked for; null for what is to come and not planned. */
  days: { date: string; mark: DayMark | null }[]
  /** What was due by now: today counts once it is done. */
  planned: number
  /** How many of these were done, whole or in part, on their day or another one of that week. */
  kept: number
  /** Everything trained. */
  trained: number
  /** What of it was done to its end. */
  whole: number
}

/** Whether this version is the one to train by on a day: begun, not over, and no newer one has begun. */
export function isInForce(version: PlanVersion, versions: readonly PlanVersion[], date: string): boolean {
  if (version.start > date || (version.end !== null && version.end < date)) return false
  return !versions.some(({ previousId, start }) => previousId === version.id && start <= date)
}

function plannedOn(versions: readonly PlanVersion[], date: string): Planned[] {
  const weekday = weekdayOf(date)
  return versions
    .filter((version) => isInForce(version, versions, date))
    .flatMap(({ days }) => days.filter((day) => day.weekday === weekday))
    .map(({ sessionId, name }) => ({ date, sessionId, name }))
}

const isSame = (planned: Planned, done: Trained): boolean =>
  done.sessionId === planned.sessionId || (done.name !== null && done.name === planned.name)

/** What of one week's plan was done: on its day, on another one, or something else in its stead. */
function matchWeek(planned: readonly Planned[], trained: readonly Trained[]): Set<Planned> {
  const kept = new Set<Planned>()
  const used = new Set<Trained>()
  const rules = [
    (plan: Planned, done: Trained) => plan.date === done.date && isSame(plan, done),
    isSame,
    (plan: Planned, done: Trained) => plan.date === done.date,
  ]
  for (const rule of rules)
    for (const plan of planned) {
      const done = kept.has(plan) ? undefined : trained.find((one) => !used.has(one) && rule(plan, one))
      if (!done) continue
      kept.add(plan)
      used.add(done)
    }
  return kept
}

function markOf(date: string, today: string, open: number, trained: readonly Trained[]): DayMark | null {
  if (trained.length > 0) return open === 0 && trained.some(({ isWhole }) => isWhole) ? 'done' : 'partly'
  if (open > 0) return date < today ? 'missed' : date === today ? 'open' : 'planned'
  return date <= today ? 'rest' : null
}

interface Span {
  from: string
  until: string
  today: string
  /** Days on which nothing was to be expected: what was left undone was not due then. */
  isSpared?(date: string): boolean
}

/**
 * What became of each day from `from` to the end of `until`'s week. Days taken in turn have no day of the week: they
 * count as trained, and are never missed.
 */
export function adherenceOf(
  versions: readonly PlanVersion[],
  trained: readonly Trained[],
  { from, until, today, isSpared = () => false }: Span,
): Adherence {
  const result: Adherence = { days: [], planned: 0, kept: 0, trained: 0, whole: 0 }
  const byWeek = Map.groupBy(trained, ({ date }) => mondayOf(date))
  for (let monday = mondayOf(from); monday <= until; monday = addDays(monday, 7)) {
    const dates = Array.from({ length: 7 }, (_, at) => addDays(monday, at))
    const planned = dates.flatMap((date) => plannedOn(versions, date))
    const ofWeek = byWeek.get(monday) ?? []
    const kept = matchWeek(planned, ofWeek)
    for (const date of dates.filter((one) => one >= from && one <= until)) {
      const onDay = ofWeek.filter((one) => one.date === date)
      const due = planned.filter((one) => one.date === date && (kept.has(one) || !isSpared(date)))
      const open = due.filter((one) => !kept.has(one)).length
      result.days.push({ date, mark: markOf(date, today, open, onDay) })
      result.kept += due.length - open
      result.planned += date < today ? due.length : due.length - open
      result.trained += onDay.length
      result.whole += onDay.filter(({ isWhole }) => isWhole).length
    }
  }
  return result
}
