import { type QuietHours, usualQuiet } from '../../domain/reminders/quiet.ts'
import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'
import { quietText } from './own.ts'

const pick = (value: string) => ({ name: 'pick', at: 'reminding.quiet', value }) as const

/** The hours in which somebody wants their peace. */
export function quietHours(t: Texts, quiet: QuietHours): View {
  return {
    html: t('reminders:askQuiet', { hours: quietText(t, quiet) }),
    buttons: [
      [
        { label: quietText(t, usualQuiet), action: pick('usual') },
        { label: t('reminders:quietOff'), action: pick('off') },
      ],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}
