import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import { restsAll } from '../../domain/reminders/patience.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import { kindNames } from './kinds.ts'

/** A pause of everything that asks. `until`: its last local day, `YYYY-MM-DD`. */
export interface Rest {
  reason: PauseReason
  until: string
}

export interface PausedData {
  kinds: readonly ReminderKind[]
  delivery: number
  reason: PauseReason
  /** The last local day of the pause; null: reminders go on. */
  until: string | null
  hasTrainer: boolean
}

/** Why and until when nothing asks for anything; HTML. */
export const restLine = (t: Texts, { reason, until }: Rest): string =>
  t('reminders:rests', { why: t(`reminders:why_${reason}`), date: formatDate(until, t.language) })

/** Ends a pause from where it is told; `delivery`: of the message it stands under. */
export const backButton = (t: Texts, delivery: number): Button => ({
  label: t('reminders:amBack'),
  action: { name: 'amBack', delivery },
})

const settings = (t: Texts): Button => ({
  label: t('reminders:settings'),
  action: { name: 'openReminders' },
})

function resting(t: Texts, rest: Rest, { delivery, hasTrainer }: PausedData): View {
  const isAway = rest.reason === 'travelling'
  const words = [
    `${restLine(t, rest)} ${t('reminders:restsNews')}`,
    ...(hasTrainer ? [t('reminders:restsTold')] : []),
    ...(isAway ? [t('reminders:restsAway')] : []),
  ]
  return {
    html: words.join('\n'),
    buttons: [
      isAway ? [{ label: t('people:travelling'), action: { name: 'openTravel' } }] : [],
      [backButton(t, delivery), settings(t)],
    ],
  }
}

/** What stands where the question why stood. */
export function paused(t: Texts, data: PausedData): View {
  const { kinds, delivery, reason, until } = data
  const name = kindNames(t, kinds)
  if (until === null) return { html: t('reminders:goesOn', { name }), buttons: [[settings(t)]] }
  if (restsAll(reason)) return resting(t, { reason, until }, data)
  const values = { name, why: t(`reminders:why_${reason}`), date: formatDate(until, t.language) }
  const resume: Button = { label: t('reminders:resume'), action: { name: 'amBack', delivery } }
  return { html: t('reminders:paused', values), buttons: [[resume, settings(t)]] }
}

/** What stands there once the pause was ended. */
export const backAgain = (t: Texts): View => ({
  html: t('reminders:backAgain'),
  buttons: [[settings(t)]],
})
