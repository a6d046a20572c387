import type { WeightUnit } from '../../domain/enums.ts'
import { formatDate, formatTime } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import type { Reader } from '../workout/words.ts'

const answer = (label: string, delivery: number, said: 'open' | 'later'): Button => ({
  label,
  action: { name: 'answerReminder', delivery, answer: said },
})

const openOrLater = (t: Texts, label: string, delivery: number): Button[][] => [
  [answer(label, delivery, 'open'), answer(t('reminders:laterButton'), delivery, 'later')],
]

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

export interface PutOffData {
  kind: 'weighIn' | 'checkIn'
  delivery: number
  /** IANA name */
  timeZone: string
  /** When it is asked for once more that day; null: not any more. */
  at: Date | null
  /** The next local day on which it is, `YYYY-MM-DD`; null: none. */
  nextOn: string | null
}

/** What was put off, when it comes again, and how to do it now after all. */
export function putOff(t: Texts, { kind, delivery, timeZone, at, nextOn }: PutOffData): View {
  const name = t(`reminders:kind_${kind}`)
  const html = at
    ? t('reminders:laterAt', { name, time: formatTime(at, timeZone, t.language) })
    : nextOn === null
      ? t('reminders:laterNever', { name })
      : t('reminders:laterOn', { name, date: formatDate(nextOn, t.language) })
  const label = kind === 'weighIn' ? t('weight:button') : t('checkin:button')
  return { html, buttons: [[answer(label, delivery, 'open')]] }
}
