import { type ReminderKind, clientReminders, coachReminders } from '../enums.ts'
import { wallToInstant, weekdayOf } from '../localTime.ts'
import { type Wish, type Wishes, hostOn, hourOn } from './once.ts'
import { usual } from './usual.ts'

/** A meal that has a time of its own on a day. */
export interface TimedMeal {
  of: 'entry' | 'planned'
  id: number
  /** Null: it goes by its type. */
  name: string | null
  type: string | null
  /** `HH:MM` */
  time: string
}

/** What a client's plans hold for one of their local days. */
export interface Held {
  meals: readonly TimedMeal[]
  /** A workout is planned for that day, or may be taken in turn. */
  trains: boolean
  /** That workout would be one taken in turn: somebody's own days count for it, as no plan says any. */
  inTurn: boolean
  /** A workout was planned for a weekday, and that was the day before. */
  trainedYesterday: boolean
  /** A plan of theirs ends `endsAheadDays` days later. */
  endsSoon: boolean
  /** There are workouts or meals, so that a card comes in the morning. */
  hasPlan: boolean
}

/** Days before the end of a plan on which its client is told. */
export const endsAheadDays = 3

/** One reminder on one local day. */
export interface Slot {
  kind: ReminderKind
  /** The person's local day, `YYYY-MM-DD`. */
  date: string
  /** `HH:MM` in their zone. */
  time: string
  meal: TimedMeal | null
  /** They chose the hour themselves: quiet hours let it pass. */
  isOwnHour: boolean
}

function slotAt(kind: ReminderKind, wish: Wish | undefined, date: string): Slot[] {
  const time = hourOn(kind, wish, date)
  if (time === undefined) return []
  return [{ kind, date, time, meal: null, isOwnHour: (wish?.time ?? null) !== null }]
}

function mealSlots(wish: Wish | undefined, date: string, meals: readonly TimedMeal[]): Slot[] {
  if (wish?.isOn === false) return []
  if (wish?.weekdays && !wish.weekdays.includes(weekdayOf(date))) return []
  return meals.map((meal) => ({ kind: 'meal', date, time: meal.time, meal, isOwnHour: false }))
}

/** Days that a plan says are not theirs to choose. */
const workoutWish = (wish: Wish | undefined, { inTurn }: Held): Wish | undefined =>
  wish && !inTurn ? { ...wish, weekdays: null } : wish

/** The reminders of a client on one of their local days, whether or not they turn out to be needed. */
export function clientSlots(wishes: Wishes, date: string, held: Held): Slot[] {
  const isNeeded: Partial<Record<ReminderKind, boolean>> = {
    workout: held.trains,
    missed: held.trainedYesterday,
    planEnd: held.endsSoon,
    weighIn: !held.hasPlan || hostOn('weighIn', wishes, date) === undefined,
  }
  return clientReminders.flatMap((kind) => {
    if (kind === 'meal') return mealSlots(wishes.meal, date, held.meals)
    if (isNeeded[kind] === false) return []
    return slotAt(kind, kind === 'workout' ? workoutWish(wishes.workout, held) : wishes[kind], date)
  })
}

/** The reminders of a coach on one of their local days. What a brief says too is made all the same: it may not get out. */
export function coachSlots(wishes: Wishes, date: string): Slot[] {
  return coachReminders.flatMap((kind) => slotAt(kind, wishes[kind], date))
}

/**
 * When a slot is due and until when it is worth sending. `zone` is an IANA name: a time that a spring change leaves
 * out moves on by what is skipped, and of one that autumn shows twice it is the first.
 */
export function momentOf(slot: Slot, zone: string): { dueAt: Date; expiresAt: Date } {
  const dueAt = wallToInstant(slot.date, slot.time, zone)
  return { dueAt, expiresAt: new Date(dueAt.getTime() + usual[slot.kind].worthMinutes * 60_000) }
}

/** One delivery per key, ever: so that nothing comes twice for one local day, whatever happens to zones and hours. */
export function slotKey(userId: number, { kind, date, meal }: Pick<Slot, 'kind' | 'date' | 'meal'>): string {
  return [kind, userId, date, ...(meal ? [`${meal.of}${meal.id}`] : [])].join(':')
}
