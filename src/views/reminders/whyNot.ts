import { type PauseReason, type ReminderKind, pauseReasons } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'
import { type View, rows } from '../view.ts'

/** Asked once, where reminders of a kind came to nothing: instead of the next one. */
export function whyNot(
  t: Texts,
  { kind, delivery, hasTrainer }: { kind: ReminderKind; delivery: number; hasTrainer: boolean },
): View {
  const button = (reason: PauseReason) =>
    ({ label: t(`reminders:why_${reason}`), action: { name: 'sayWhy', delivery, reason } }) as const
  const question = t('reminders:whyNot', { name: t(`reminders:kind_${kind}`) })
  return {
    html: [question, ...(hasTrainer ? [t('reminders:whyNotTold')] : [])].join(' '),
    buttons: rows(pauseReasons.map(button), 2),
  }
}
