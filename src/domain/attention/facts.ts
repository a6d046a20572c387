import type { PauseReason } from '../enums.ts'
import type { DayMark } from '../pictures.ts'
import type { DayWeight } from '../weight/trend.ts'

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
  /** They logged a workout at some time. */
  hasTrained: boolean
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
  /** They have meals for today or later. */
  hasMeals: boolean
  /** The reminders they asked to be spared, all kinds. */
  pauses: readonly { why: PauseReason; until: string }[]
  /** Since when they leave reminders without an answer, one of each kind that they want at all. */
  unanswered: readonly Date[]
}
