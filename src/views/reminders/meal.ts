import { type DayMeal, plannedSum } from '../../domain/meals/foodDay.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { plateWords } from '../meals/day.ts'
import { kcalText, mealName } from '../meals/words.ts'
import type { Button, View } from '../view.ts'

/** A meal at its time: what is on the plate, and everything there is to say of it. */
export function mealReminder(t: Texts, meal: DayMeal, delivery: number): View {
  const values = { name: mealName(t, meal), when: meal.time ?? '' }
  const plate = plateWords(meal)
  const button = (label: string, answer: string): Button => ({
    label,
    action: { name: 'answerReminder', delivery, answer },
  })
  const sum = plannedSum(meal)
  return {
    html: [
      meal.time === null ? t('meals:mealTitle', values) : t('meals:mealAt', values),
      ...(plate === '' ? [] : [isolate(escapeHtml(plate))]),
      ...(sum.calories === null ? [] : [kcalText(t, sum)]),
    ].join('\n'),
    buttons: [
      [button(t('meals:asPlanned'), 'ate')],
      [button(t('meals:photo'), 'photo'), button(t('meals:skipButton'), 'skip')],
    ],
  }
}
