import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'

function openOrLater(t: Texts, label: string, delivery: number): Button[][] {
  const action = (answer: string) => ({ name: 'answerReminder', delivery, answer }) as const
  return [
    [
      { label, action: action('open') },
      { label: t('reminders:laterButton'), action: action('later') },
    ],
  ]
}

export function weighInReminder(t: Texts, delivery: number): View {
  return { html: t('reminders:weighIn'), buttons: openOrLater(t, t('weight:button'), delivery) }
}

/** `isBegun`: one of today waits to be sent. */
export function checkInReminder(
  t: Texts,
  { delivery, isBegun }: { delivery: number; isBegun: boolean },
): View {
  const html = isBegun ? t('reminders:checkInBegun') : t('reminders:checkIn')
  return { html, buttons: openOrLater(t, t('checkin:button'), delivery) }
}
