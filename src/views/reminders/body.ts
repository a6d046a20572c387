import type { WeightUnit } from '../../domain/enums.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import type { Reader } from '../workout/words.ts'

function openOrLater(t: Texts, label: string, delivery: number): Button[][] {
  const action = (answer: string) => ({ name: 'answerReminder', delivery, answer }) as const
  return [
    [
      { label, action: action('open') },
      { label: t('reminders:laterButton'), action: action('later') },
    ],
  ]
}

/** What a scale may say, in each unit. */
const examples: Record<WeightUnit, string> = { kg: '82.4', lb: '181.5' }

export function weighInReminder({ t, units }: Reader, delivery: number): View {
  const html = t('reminders:weighIn', { example: examples[units] })
  return { html, buttons: openOrLater(t, t('weight:button'), delivery) }
}

/** `isBegun`: one of today waits to be sent. */
export function checkInReminder(
  t: Texts,
  { delivery, isBegun }: { delivery: number; isBegun: boolean },
): View {
  const html = isBegun ? t('reminders:checkInBegun') : t('reminders:checkIn')
  return { html, buttons: openOrLater(t, t('checkin:button'), delivery) }
}
