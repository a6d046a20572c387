import { type ReminderKind, reminderKinds } from '../enums.ts'
import { usual } from './usual.ts'

/** What a delivery is to its recipient: words of theirs to wait for, something to know, or a question of ours. */
export type Conduct = 'answer' | 'content' | 'nudge'

/** Whether a kind asks for something. */
export const isNudge = (kind: ReminderKind): boolean => usual[kind].conduct === 'nudge'

export const nudges: readonly ReminderKind[] = reminderKinds.filter(isNudge)

/** Somebody waits for it. */
const answers: ReadonlySet<string> = new Set(['rest', 'letter'])

export const isReminder = (kind: string): kind is ReminderKind =>
  (reminderKinds as readonly string[]).includes(kind)

/** Is told like content, but at once: somebody has to do something about it before the morning. */
const alarms: ReadonlySet<string> = new Set(['trouble'])

export const comesAtAnyHour = (kind: string): boolean => answers.has(kind) || alarms.has(kind)

export function conductOf(kind: string): Conduct {
  if (isReminder(kind)) return usual[kind].conduct
  return answers.has(kind) ? 'answer' : 'content'
}
