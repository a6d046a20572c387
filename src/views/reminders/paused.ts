import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'

export interface PausedData {
  kind: ReminderKind
  reason: PauseReason
  /** The last local day without reminders of the kind, `YYYY-MM-DD`; null: they go on. */
  until: string | null
}

/** What stands where the question why stood. */
export function paused(t: Texts, { kind, reason, until }: PausedData): View {
  const name = t(`reminders:kind_${kind}`)
  const html =
    until === null
      ? t('reminders:goesOn', { name })
      : t('reminders:paused', {
          name,
          why: t(`reminders:why_${reason}`),
          date: formatDate(until, t.language),
        })
  return { html, buttons: [[{ label: t('reminders:settings'), action: { name: 'openReminders' } }]] }
}
