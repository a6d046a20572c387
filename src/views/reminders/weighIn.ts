import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'

export function weighInReminder(t: Texts, delivery: number): View {
  return {
    html: t('reminders:weighIn'),
    buttons: [
      [
        { label: t('weight:button'), action: { name: 'openWeighIn' } },
        { label: t('reminders:laterButton'), action: { name: 'answerReminder', delivery, answer: 'later' } },
      ],
    ],
  }
}
