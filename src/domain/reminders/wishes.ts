import { type ReminderKind, clientReminders, coachReminders } from '../enums.ts'
import { type QuietHours, isQuietTime } from './quiet.ts'
import type { Wish } from './once.ts'
import { usual } from './usual.ts'

/** The kinds there are for somebody of this role. */
export function remindersOf(role: 'admin' | 'trainer' | 'client' | null): readonly ReminderKind[] {
  return role === 'client' ? clientReminders : coachReminders
}

const everyDay = [0, 1, 2, 3, 4, 5, 6]
/** Their days are those of a plan. */
const byPlan: readonly ReminderKind[] = ['workout', 'missed', 'planEnd']

/** How a kind comes as somebody wants it. */
export interface Standing {
  isOn: boolean
  /** `HH:MM`; null: each at the time of what it is about. */
  time: string | null
  /** They chose the hour themselves. */
  isOwnHour: boolean
  /** 0–6, Monday first; null: its days are those of a plan. */
  weekdays: readonly number[] | null
  /** They may choose its days. */
  hasDays: boolean
  /** Hour or days are not the usual ones. */
  isOwn: boolean
}

/** Whether the days of a kind may be chosen. `inTurn`: their plan says none, its days are taken in turn. */
const mayHaveDays = (kind: ReminderKind, inTurn: boolean): boolean =>
  !byPlan.includes(kind) || (kind === 'workout' && inTurn)

export function standingOf(kind: ReminderKind, wish: Wish | undefined, inTurn = false): Standing {
  const hasDays = mayHaveDays(kind, inTurn)
  const known = byPlan.includes(kind) ? null : (usual[kind].weekdays ?? everyDay)
  return {
    isOn: wish?.isOn ?? true,
    time: wish?.time ?? usual[kind].time,
    isOwnHour: (wish?.time ?? null) !== null,
    weekdays: hasDays ? (wish?.weekdays ?? known) : null,
    hasDays,
    isOwn: (wish?.time ?? null) !== null || (hasDays && (wish?.weekdays ?? null) !== null),
  }
}

/**
 * Days as they are kept: null for the usual ones. Undefined for none at all, or for a kind that goes by a plan; without days of
 * their own somebody takes the ones of a plan `inTurn`.
 */
export function keptDays(
  kind: ReminderKind,
  days: readonly number[],
  inTurn = false,
): number[] | null | undefined {
  const kept = everyDay.filter((day) => days.includes(day))
  if (!mayHaveDays(kind, inTurn)) return undefined
  if (byPlan.includes(kind)) return kept.length === 0 ? null : kept
  if (kept.length === 0) return undefined
  const known = usual[kind].weekdays ?? everyDay
  return kept.join() === known.join() ? null : kept
}

/** Minutes from one `HH:MM` to the next time the clock shows another. */
function minutesUntil(from: string, to: string): number {
  const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  return (minutesOf(to) - minutesOf(from) + 24 * 60) % (24 * 60)
}

/** What quiet hours make of the hour of a kind; undefined where they do not meet. */
export function quietMeets(
  kind: ReminderKind,
  { time, isOwnHour }: Standing,
  quiet: QuietHours,
): 'passes' | 'dropped' | 'held' | undefined {
  if (time === null || !isQuietTime(time, quiet)) return undefined
  if (isOwnHour) return 'passes'
  const { conduct, worthMinutes } = usual[kind]
  return conduct === 'content' && minutesUntil(time, quiet.to) < worthMinutes ? 'held' : 'dropped'
}
