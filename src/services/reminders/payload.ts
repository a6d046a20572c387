import type { ReminderKind } from '../../domain/enums.ts'
import type { TimedMeal } from '../../domain/reminders/slots.ts'

/** What the delivery of a reminder carries. */
export interface ReminderPayload {
  /** The recipient's local day, `YYYY-MM-DD`. */
  date: string
  /** They chose the hour themselves. */
  isOwnHour: boolean
  meal?: TimedMeal
  /** In its place they are asked why nothing comes of these kinds. */
  asks?: ReminderKind[]
  /** In its place the card of a morning says that it will not come any more. */
  isLast?: true
  /** Their word on it, where a button took one. */
  said?: string
  /** What it asks for was done, a meal skipped, or its day is over, and its message says so. */
  reads?: 'done' | 'skipped' | 'over' | null
  /** What it asks for was done, skipped or begun, while it was being sent: nobody knew its message yet. */
  meanwhile?: 'begun' | 'done' | 'skipped'
  /** What a brief tells besides: news by their deliveries, and the week. */
  told?: { news: number[]; week: boolean }
}

/** Our own rows say what we wrote into them; anything else answers undefined. */
export function reminderPayload(payload: unknown): ReminderPayload | undefined {
  const isOne = typeof payload === 'object' && payload !== null && 'date' in payload && 'isOwnHour' in payload
  return isOne ? (payload as ReminderPayload) : undefined
}
