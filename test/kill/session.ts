/** One exercise of a day as the trainer planned it. Counted or timed; loads in kg, rests in seconds, 0 for none. */
export interface Planned {
  name: string
  sets: number
  reps: number | null
  seconds: number | null
  weight: number | null
  rest: number
  superset: string | null
}

export interface Day {
  name: string
  exercises: readonly Planned[]
}

/** A set as performed or proposed. */
export interface Effort {
  reps: number | null
  seconds: number | null
  weight: number | null
}

export interface Lift extends Effort {
  /** Grows through the whole workout. */
  id: number
  /** The typed message that tells of it; null for a tap. */
  message: number | null
}

export interface Item extends Planned {
  done: Lift[]
  /** What ± made of the next set. */
  nextAmount: number | null
  nextWeight: number | null
}

/** A workout as it was gone through. */
export interface Session {
  day: string
  items: Item[]
  /** Index of the exercise at hand. */
  at: number
  lifts: number
}

/** The rest after a set, and what comes after it. */
export interface Rest {
  name: string
  set: number
  seconds: number
}

export function sessionOf({ name, exercises }: Day): Session {
  const items = exercises.map((planned) => ({ ...planned, done: [], nextAmount: null, nextWeight: null }))
  return { day: name, items, at: 0, lifts: 0 }
}

const isClosed = (item: Item): boolean => item.done.length >= item.sets

export function isComplete({ items }: Session): boolean {
  return items.every(isClosed)
}

/** What one tap logs: what ± made of it, else the load lifted last, else the plan. */
export function proposed(item: Item): Effort {
  const amount = item.nextAmount
  return {
    reps: item.reps === null ? null : (amount ?? item.reps),
    seconds: item.seconds === null ? null : (amount ?? item.seconds),
    weight: item.nextWeight ?? item.done.at(-1)?.weight ?? item.weight,
  }
}

export function lift(session: Session, item: Item, effort: Effort, message: number | null): void {
  item.done.push({ ...effort, id: session.lifts++, message })
  item.nextAmount = null
  item.nextWeight = null
}

export function lastLift({ items }: Session): { item: Item; lift: Lift } | undefined {
  const all = items.flatMap((item) => item.done.map((lift) => ({ item, lift })))
  return all.toSorted((a, b) => a.lift.id - b.lift.id).at(-1)
}

const roundOf = ({ items }: Session, item: Item): Item[] =>
  item.superset === null ? [item] : items.filter(({ superset }) => superset === item.superset)

/** In a superset whoever is behind, those below first; else the same again; else the next that is open, around the end. */
function following(session: Session, item: Item): Item | undefined {
  const { items } = session
  const at = items.indexOf(item)
  const open = roundOf(session, item).filter((one) => !isClosed(one))
  const behind = open.filter(({ done }) => open.every((other) => done.length <= other.done.length))
  const below = behind.find((one) => items.indexOf(one) > at) ?? behind[0]
  if (below) return item.superset === null ? item : below
  return [...items.slice(at + 1), ...items.slice(0, at)].find((one) => !isClosed(one))
}

/** After sets of an exercise: moves on, and answers with the rest that begins. */
export function advance(session: Session, item: Item): Rest | undefined {
  const next = following(session, item)
  session.at = session.items.indexOf(next ?? item)
  const round = roundOf(session, item)
  const someAreBehind = round.some((one) => !isClosed(one) && one.done.length < item.done.length)
  if (!next || someAreBehind) return undefined
  const seconds = item.rest > 0 ? item.rest : Math.max(...round.map(({ rest }) => rest))
  return seconds > 0 ? { name: next.name, set: next.done.length + 1, seconds } : undefined
}

/** One step up or down, to a whole multiple of the step. */
export function stepped(weight: number, step: number): number {
  const size = Math.abs(step)
  const next = step > 0 ? Math.floor(weight / size) + 1 : Math.ceil(weight / size) - 1
  return next * size
}
