import type { Texts } from '../../texts/texts.ts'
import type { Button } from '../view.ts'

/** Under all settings: other hours while away, and reminders. `isAway`: they are on a journey. */
export function beyondAnswers(t: Texts, { at, isAway }: { at: string; isAway: boolean }): Button[][] {
  const pick = (value: string) => ({ name: 'pick', at, value }) as const
  return [
    [
      { label: t('people:travelling'), action: pick('travel') },
      ...(isAway ? [{ label: t('people:backHome'), action: pick('home') }] : []),
    ],
    [{ label: t('reminders:settings'), action: { name: 'openReminders' } }],
  ]
}
