import type { ReminderKind } from '../../domain/enums.ts'

/** The key of a reminder that its recipient put off until later on one of their local days, `YYYY-MM-DD`. */
export const laterKey = (userId: number, kind: ReminderKind, date: string): string =>
  `${kind}:${userId}:${date}:later`
