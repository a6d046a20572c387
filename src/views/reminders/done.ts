import type { ReminderKind } from '../../domain/enums.ts'
import type { MealType } from '../../domain/meals/foodDay.ts'
import type { Texts } from '../../texts/texts.ts'
import { mealName } from '../meals/words.ts'
import type { View } from '../view.ts'

export interface DoneReminderData {
  kind: ReminderKind
  payload: { meal?: { name: string | null; type: string | null } }
}

/** What a reminder reads once the thing is done. */
export function doneReminder(t: Texts, { kind, payload }: DoneReminderData): View {
  const { meal } = payload
  const html = meal
    ? t('reminders:doneMeal', { name: mealName(t, { name: meal.name, type: meal.type as MealType | null }) })
    : t('reminders:done', { name: t(`reminders:kind_${kind}`) })
  return { html, buttons: [] }
}
