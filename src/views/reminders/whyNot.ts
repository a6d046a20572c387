import { type PauseReason, type ReminderKind, pauseReasons } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'
import { type View, rows } from '../view.ts'

/** Asked once, where reminders of a kind came to nothing: instead of the next one. */
export function whyNot(t: Texts, { kind, delivery }: { kind: ReminderKind; delivery: number }): View {
  const button = (reason: PauseReason) =>
    ({ label: t(`reminders:why_${reason}`), action: { name: 'sayWhy', delivery, reason } }) as const
  return {
    html: t('reminders:whyNot', { name: t(`reminders:kind_${kind}`) }),
    buttons: rows(pauseReasons.map(button), 2),
  }
}
