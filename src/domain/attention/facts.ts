import type { PauseReason, ReminderKind } from '../enums.ts'
import type { DayMark } from '../pictures.ts'
import type { Wish } from '../reminders/once.ts'
import type { DayWeight } from '../weight/trend.ts'
import type { Away } from './away.ts'

/** What is known of a client. Days are their local ones, `YYYY-MM-DD`. */
export interface Facts {
  now: Date
  today: string
  /** IANA name. */
  timeZone: string
  isActive: boolean
  /** When they joined; null for a record that waits for its person. */
  joinedAt: Date | null
  /** When they wrote or tapped last. */
  actedAt: Date | null
  /** When they logged something last, wherever. */
  loggedAt: Date | null
  /** The day they trained last. */
  trainedOn: string | null
  /** Days in a row up to today on which they had days to take in turn, and trained nothing. */
  idleDays: number
  /** What waits for the coach's word, and since when. */
  photos: { count: number; at: Date } | null
  /** The newest letter without an answer, and since when the first of them waits. */
  letter: { id: number; at: Date } | null
  /** The newest check-in that was sent and not opened. */
  checkIn: { entry: number; at: Date } | null
  /** What became of the last weeks, in order, up to today. */
  days: readonly { date: string; mark: DayMark | null }[]
  /** Days of weighing, oldest first. */
  weighed: readonly DayWeight[]
  /** The last days of the plans they train by today; null where open. */
  running: readonly (string | null)[]
  /** A plan of theirs begins later. */
  isMoreComing: boolean
  /** Workouts or meals were ever planned for them. */
  wasPlanned: boolean
  /** They have meals for today or later. */
  hasMeals: boolean
  /** The last day, past or near, of meals that they had for a while, with nothing after it; null: they go on, or there are none. */
  mealsEnd: string | null
  /** What they wish of reminders of check-ins, and the day of the last one. */
  checkIns: { wish: Wish | undefined; last: string | null }
  /** The reminders they asked to be spared, over or not. */
  pauses: readonly { kind: ReminderKind; why: PauseReason; until: string }[]
  /** Days of pauses, past ones too. */
  away: readonly Away[]
  /** Since when they leave reminders without an answer, one of each kind that they want at all. */
  unanswered: readonly Date[]
}
