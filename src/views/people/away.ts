import type { Texts } from '../../texts/texts.ts'
import type { Button } from '../view.ts'

interface Standing {
  at: string
  /** They are on a journey. */
  isAway: boolean
  /** Reminders rest, for they are ill or away. */
  rests: boolean
}

/** Under all settings: other hours while away, and reminders. */
export function beyondAnswers(t: Texts, { at, isAway, rests }: Standing): Button[][] {
  const pick = (value: string) => ({ name: 'pick', at, value }) as const
  return [
    [
      { label: t('people:travelling'), action: pick('travel') },
      ...(isAway ? [{ label: t('people:backHome'), action: pick('home') }] : []),
    ],
    [
      { label: t('reminders:settings'), action: { name: 'openReminders' } },
      ...(rests ? [{ label: t('reminders:amBack'), action: pick('resume') }] : []),
    ],
  ]
}
