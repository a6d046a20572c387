import { type PauseReason, type ReminderKind, pauseReasons } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'
import { type View, rows } from '../view.ts'
import { kindNames } from './kinds.ts'

/** Asked once, where reminders of some kinds came to nothing: instead of the next one. */
export function whyNot(
  t: Texts,
  { kinds, delivery, hasTrainer }: { kinds: readonly ReminderKind[]; delivery: number; hasTrainer: boolean },
): View {
  const button = (reason: PauseReason) =>
    ({ label: t(`reminders:why_${reason}`), action: { name: 'sayWhy', delivery, reason } }) as const
  const question = t('reminders:whyNot', { name: kindNames(t, kinds) })
  return {
    html: [question, ...(hasTrainer ? [t('reminders:whyNotTold')] : [])].join(' '),
    buttons: rows(pauseReasons.map(button), 2),
  }
}
