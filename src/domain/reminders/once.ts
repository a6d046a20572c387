import type { ReminderKind } from '../enums.ts'
import { addDays, weekdayOf } from '../localTime.ts'
import { usual } from './usual.ts'

/** What somebody said of one kind of reminder. */
export interface Wish {
  isOn: boolean
  /** `HH:MM` in their zone; null: as usual. */
  time: string | null
  /** 0–6, Monday first; null: as usual. */
  weekdays: readonly number[] | null
}

export type Wishes = Partial<Record<ReminderKind, Wish>>

/** `HH:MM` of a kind that goes by the clock on a local day; undefined where it does not come. */
export function hourOn(kind: ReminderKind, wish: Wish | undefined, date: string): string | undefined {
  const time = wish?.time ?? usual[kind].time
  const weekdays = wish?.weekdays ?? usual[kind].weekdays
  if (wish?.isOn === false || time === null) return undefined
  return weekdays === null || weekdays.includes(weekdayOf(date)) ? time : undefined
}

/** Whether somebody is asked for something on a local day, as far as their wishes go. */
export const isAskedOn = (kind: ReminderKind, wishes: Wishes, date: string): boolean =>
  hourOn(kind, wishes[kind], date) !== undefined

/** The first local day after one, within a week, on which somebody is asked for something; undefined where none is. */
export function nextAsked(kind: ReminderKind, wishes: Wishes, date: string): string | undefined {
  const days = Array.from({ length: 7 }, (_, index) => addDays(date, index + 1))
  return days.find((day) => isAskedOn(kind, wishes, day))
}

const hasOwnHour = (wish: Wish | undefined): boolean => (wish?.time ?? null) !== null

/** They set another hour than the usual one: who set back what they changed has nothing of their own. */
const hasOtherHour = (kind: ReminderKind, wish: Wish | undefined): boolean =>
  hasOwnHour(wish) && wish?.time !== usual[kind].time

/** What is said in the message of another kind, so that nobody hears of two things in two messages, or of one thing twice. */
const hosts: Partial<Record<ReminderKind, ReminderKind>> = {
  weighIn: 'morning',
  missed: 'morning',
  week: 'brief',
}

/**
 * The kind in whose message a kind is said on a local day, while nobody set an hour of its own for it; undefined where it
 * comes by itself. What was missed is in the card of the morning whatever hour it has: one that comes later would
 * offer it a second time. The week has its place under a brief of the usual hour alone: it is told at that hour, or at its own.
 */
export function hostOn(kind: ReminderKind, wishes: Wishes, date: string): ReminderKind | undefined {
  const host = hosts[kind]
  if (host === undefined || (kind !== 'missed' && hasOwnHour(wishes[kind]))) return undefined
  if (kind === 'week' && hasOtherHour(host, wishes[host])) return undefined
  return isAskedOn(kind, wishes, date) && isAskedOn(host, wishes, date) ? host : undefined
}

const someMonday = '2026-01-05'

/** The same on any of its days. */
export function hostOf(kind: ReminderKind, wishes: Wishes): ReminderKind | undefined {
  for (let day = 0; day < 7; day++) {
    const host = hostOn(kind, wishes, addDays(someMonday, day))
    if (host) return host
  }
  return undefined
}

/** What became of the reminder of a thing that the card of a morning may ask for too. `none`: there is none, or it will not come. */
export type OwnReminder = 'came' | 'comes' | 'none'

/**
 * How the card of a morning speaks of a thing: a thing is asked once a day. `asked`: with its button; `announced`: its own
 * reminder is still to come, and asks.
 */
export function inCard(
  kind: 'weighIn' | 'checkIn',
  wishes: Wishes,
  { date, own }: { date: string; own: OwnReminder },
): 'asked' | 'announced' | 'left' {
  if (own === 'came' || !isAskedOn(kind, wishes, date)) return 'left'
  if (hostOn(kind, wishes, date) === 'morning') return 'asked'
  if (own === 'comes') return 'announced'
  // Whoever set an hour is asked then, or not at all.
  return hasOwnHour(wishes[kind]) ? 'left' : 'asked'
}
