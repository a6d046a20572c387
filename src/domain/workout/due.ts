import { addDays, weekdayOf } from '../localTime.ts'

/** A day of a running plan, as today's card sees it. */
export interface PlannedDay {
  sessionId: number
  planId: number
  name: string
  planName: string
  /** 0–6, Monday first; null for a day that is taken in turn. */
  weekday: number | null
  /** The first local day of its plan, `YYYY-MM-DD`; null for a plan without one. */
  from: string | null
  /** The last local day of its plan. */
  until: string | null
  order: number
  /** The client's local day it was last carried out, `YYYY-MM-DD`. */
  lastDone: string | null
  /** It was begun that day and left with sets open. */
  leftOpen: boolean
  /** When it was last carried out; orders days of one date. */
  lastDoneAt: number | null
}

export interface Today {
  /** What is due and not yet done today. */
  due: PlannedDay[]
  /** What was carried out today, whatever was due. */
  done: PlannedDay[]
  /** What was due on one of the last six days and has not been carried out since, the latest first. */
  missed: { day: PlannedDay; date: string }[]
  /** What comes after today; `inDays` is null for a day that is simply next in turn. */
  next: { day: PlannedDay; inDays: number | null } | null
}

const byOrder = (a: PlannedDay, b: PlannedDay): number => a.order - b.order || a.sessionId - b.sessionId

/** The day after the one carried out last, round and round. */
function nextInTurn(days: PlannedDay[]): PlannedDay | undefined {
  const turn = days.toSorted(byOrder)
  let last = -1
  for (const [index, { lastDoneAt }] of turn.entries()) {
    const latest = turn[last]?.lastDoneAt ?? null
    if (lastDoneAt !== null && (latest === null || lastDoneAt > latest)) last = index
  }
  return turn[(last + 1) % turn.length]
}

/** Whether its plan has not ended by then. */
const goesOn = ({ until }: PlannedDay, date: string): boolean => until === null || date <= until

function daysUntil(weekday: number, today: number): number {
  return (weekday - today + 7) % 7 || 7
}

/** The last local day with a weekday, `date` (of weekday `today`) itself included. */
const lastOn = (weekday: number, date: string, today: number): string =>
  addDays(date, -((today - weekday + 7) % 7))

/** The last day before `date` on which a day of the week was due, if its plan had begun and it is still open. */
function missedDay(day: PlannedDay, date: string, weekday: number): { day: PlannedDay; date: string }[] {
  if (day.weekday === null || day.weekday === weekday) return []
  const on = lastOn(day.weekday, date, weekday)
  const begun = day.from === null || day.from <= on
  return begun && (day.lastDone === null || day.lastDone < on) ? [{ day, date: on }] : []
}

/**
 * What is due on a local day: the days of that weekday, and of every plan whose days go in turn the next one,
 * unless one of them was done today already. `date` is `YYYY-MM-DD`, `weekday` 0–6 with Monday first. What was missed on
 * a day that its client `skipped` is open no more.
 */
export function todayOf(
  days: readonly PlannedDay[],
  date: string,
  weekday: number,
  skipped: ReadonlySet<string> = new Set(),
): Today {
  const done = days.filter(({ lastDone }) => lastDone === date)
  const due: PlannedDay[] = []
  const coming: { day: PlannedDay; inDays: number | null }[] = []
  for (const plan of plansOf(days)) {
    const fixed = plan.filter((day) => day.weekday !== null)
    for (const day of fixed) {
      if (day.weekday === weekday && day.lastDone !== date) due.push(day)
      const inDays = daysUntil(day.weekday ?? 0, weekday)
      if (goesOn(day, addDays(date, inDays))) coming.push({ day, inDays })
    }
    const turn = plan.filter((day) => day.weekday === null)
    const next = nextInTurn(turn)
    if (!next) continue
    const rests =
      turn.some(({ lastDone }) => lastDone === date) || fixed.some((day) => day.weekday === weekday)
    if (!rests) due.push(next)
    else if (goesOn(next, addDays(date, 1))) coming.push({ day: next, inDays: null })
  }
  const next = coming.toSorted((a, b) => (a.inDays ?? 1) - (b.inDays ?? 1) || byOrder(a.day, b.day))[0]
  const missed = days
    .flatMap((day) => missedDay(day, date, weekday))
    .filter((one) => !skipped.has(one.date))
    .toSorted((a, b) => (a.date === b.date ? byOrder(a.day, b.day) : a.date < b.date ? 1 : -1))
  return { due, done, missed, next: next ?? null }
}

/** What of a day was due the day before it, and is still open. */
export const missedYesterday = ({ missed }: Pick<Today, 'missed'>, date: string): Today['missed'] =>
  missed.filter((one) => one.date === addDays(date, -1))

/**
 * What of a day somebody is reminded of: of what is taken in turn nothing on the day after they trained, unless they chose
 * their days themselves.
 */
export const worthReminding = (
  { due, days }: Pick<Today, 'due'> & { days: readonly PlannedDay[] },
  date: string,
  hasOwnDays: boolean,
): PlannedDay[] => {
  const rests = !hasOwnDays && days.some(({ lastDone }) => lastDone === addDays(date, -1))
  return due.filter(({ weekday }) => weekday !== null || !rests)
}

/** What was missed before a day is open for so many days, and offered on the first of them. */
export const missedDays = 6

/**
 * The local day on which a workout of a weekday was offered that is made up for on `date`: the one after it was missed.
 * Undefined for what is taken in turn, or due that very day.
 */
export function offeredOn(weekday: number | null, date: string): string | undefined {
  const today = weekdayOf(date)
  return weekday === null || weekday === today ? undefined : addDays(lastOn(weekday, date, today), 1)
}

function plansOf(days: readonly PlannedDay[]): PlannedDay[][] {
  return [...Map.groupBy(days, ({ planId }) => planId).values()]
}
