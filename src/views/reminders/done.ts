import type { ReminderKind } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { MealType } from '../../domain/meals/foodDay.ts'
import type { TimedMeal } from '../../domain/reminders/slots.ts'
import type { Texts } from '../../texts/texts.ts'
import { mealName, openAction } from '../meals/words.ts'
import type { View } from '../view.ts'
import { shortened } from '../workout/words.ts'

export interface DoneReminderData {
  kind: ReminderKind
  payload: { date: string; meal?: TimedMeal }
  how: 'begun' | 'done' | 'skipped' | 'nothing' | 'over'
}

/** What a reminder reads once the thing is done, begun, or given up, or its day over. */
export function doneReminder(t: Texts, { kind, payload: { date, meal }, how }: DoneReminderData): View {
  if (how === 'over') return overReminder(t, { kind, date, ...(meal && { meal }) })
  if (meal) return doneMeal(t, date, meal, how)
  const name = t(`reminders:kind_${kind}`)
  if (how !== 'nothing')
    return { html: t(how === 'begun' ? 'reminders:begun' : 'reminders:done', { name }), buttons: [] }
  const openDay = { label: t('reminders:openDay'), action: { name: 'today' } } as const
  return { html: t('reminders:nothingLogged', { name }), buttons: [[openDay]] }
}

function overReminder(
  t: Texts,
  { kind, date, meal }: Pick<DoneReminderData, 'kind'> & DoneReminderData['payload'],
): View {
  const name = meal ? timedName(t, meal) : t(`reminders:kind_${kind}`)
  return { html: t('reminders:over', { name, date: formatDate(date, t.language) }), buttons: [] }
}

/** Plain words. */
export const timedName = (t: Texts, { name, type }: TimedMeal): string =>
  mealName(t, { name, type: type as MealType | null })

/** The meal is a tap away: what was logged by mistake is taken back there. */
function doneMeal(t: Texts, date: string, meal: TimedMeal, how: DoneReminderData['how']): View {
  const name = timedName(t, meal)
  const label = t('meals:mealButton', { icon: '🍽', name: shortened(name, 30) })
  const html = t(how === 'skipped' ? 'reminders:skippedMeal' : 'reminders:doneMeal', { name })
  return { html, buttons: [[{ label, action: openAction(date, meal) }]] }
}
