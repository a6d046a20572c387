import type { ReminderKind } from '../../domain/enums.ts'
import type { ReminderPayload } from './payload.ts'

/** A reminder that stands in the chat, and has nothing to ask any more. */
export interface DoneReminder {
  kind: ReminderKind
  messageId: number
  payload: ReminderPayload
  /** `nothing`: it was begun, and ended with nothing logged; `over`: its day is. */
  how: 'begun' | 'done' | 'skipped' | 'nothing' | 'over'
}
