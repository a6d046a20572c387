import { addDays } from '../../domain/localTime.ts'
import { type DayMeal, type FoodDay, plannedSum } from '../../domain/meals/foodDay.ts'
import { type Slot, partWords } from '../../domain/meals/plate.ts'
import type { Texts } from '../../texts/texts.ts'
import { inReadingOrder } from '../turning.ts'
import type { Button, View } from '../view.ts'
import { shortened } from '../workout/words.ts'
import { dayText, kcalText, mealLine } from './words.ts'

const pick = (value: string) => ({ name: 'pick', at: 'meals.day', value }) as const

function slotLine(t: Texts, { options, isOptional }: Slot): string {
  const foods = options.map((part) => shortened(partWords(part), 120)).join(' / ')
  return isOptional ? t('meals:toBuyOptional', { foods }) : t('meals:toBuy', { foods })
}

function mealBlock(t: Texts, meal: DayMeal): string {
  const { slots, recipe, note } = meal
  return [
    mealLine(t, meal, kcalText(t, plannedSum(meal))),
    ...(note === null ? [] : [t('meals:note', { note: shortened(note, 300) })]),
    ...(recipe === null ? [] : [t('meals:toBuy', { foods: recipe.name })]),
    ...slots.map((slot) => slotLine(t, slot)),
  ].join('\n')
}

/** A client's own day to come, with all that is planned for it, to shop by: nothing can be logged. */
export function comingDayCard(t: Texts, day: FoodDay, today: string): View {
  const { date, title, note, meals } = day
  const head = [
    t('meals:title', { date: dayText(t, date) }),
    ...(title === null || title === '' ? [] : [t('meals:planTitle', { title })]),
    ...(note === null ? [] : [t('meals:note', { note: shortened(note, 300) })]),
  ].join('\n')
  const to = (other: string): Button => ({ label: dayText(t, other), action: pick(`d${other}`) })
  const before = addDays(date, -1)
  return {
    html: [
      head,
      ...(meals.length === 0 ? [t('meals:noComing')] : meals.map((meal) => mealBlock(t, meal))),
      t('meals:comingHint'),
    ].join('\n\n'),
    buttons: [
      inReadingOrder(t, [...(before > today ? [to(before)] : []), to(addDays(date, 1))]),
      inReadingOrder(t, [
        { label: t('meals:today'), action: { name: 'openMeals' } },
        { label: t('meals:otherDay'), action: pick('days') },
      ]),
      [{ label: t('meals:toToday'), action: { name: 'today' } }],
    ],
  }
}
