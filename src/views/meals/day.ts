import { addDays } from '../../domain/localTime.ts'
import { type DayMeal, type FoodDay, foodsOf, plannedSum } from '../../domain/meals/foodDay.ts'
import type { Texts } from '../../texts/texts.ts'
import { inReadingOrder } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import { shortened } from '../workout/words.ts'
import {
  dayText,
  eatenLines,
  eatenWords,
  kcalText,
  mealButton,
  mealLine,
  mealName,
  openAction,
  outsideLine,
} from './words.ts'

const pick = (step: string, value: string) => ({ name: 'pick', at: `meals.${step}`, value }) as const

/** What is or was on the plate, in a line; plain words. */
export function plateWords({ eaten, ...meal }: DayMeal): string {
  if (eaten?.status === 'skipped') return eaten.reason ?? ''
  if (eaten && (eaten.description !== null || eaten.foods.length > 0)) return eatenWords(eaten, 90)
  if (eaten?.asPlanned === false) return ''
  const foods = foodsOf(meal).map(({ description }) => description)
  return shortened(foods.length > 0 ? foods.join(', ') : (meal.note ?? ''), 90)
}

function mealBlock(t: Texts, meal: DayMeal): string {
  const { eaten } = meal
  const sum = eaten?.status === 'skipped' ? '' : kcalText(t, eaten?.sum ?? plannedSum(meal))
  const plate = plateWords(meal)
  const line = mealLine(t, meal, sum)
  return plate === '' ? line : `${line}\n${t('meals:plateLine', { plate })}`
}

const hasEaten = ({ meals, others }: FoodDay): boolean =>
  [...meals.map(({ eaten }) => eaten), ...others].some((one) => one?.status === 'eaten')

/** What has been eaten against target; null while there is neither. HTML. */
export function eatenSummary(t: Texts, day: FoodDay): string | null {
  if (hasEaten(day) || day.targets.calories !== null) return eatenLines(t, day.sum, day.targets).join('\n')
  return null
}

/** A day's food: every meal with its state, what was eaten besides, and the sums against the targets; HTML. */
function foodDayText(t: Texts, day: FoodDay): string {
  const { date, meals, others } = day
  const head = [
    t('meals:title', { date: dayText(t, date) }),
    ...(day.title === null ? [] : [t('meals:planTitle', { title: day.title })]),
    ...(day.note === null ? [] : [t('meals:note', { note: shortened(day.note, 300) })]),
  ].join('\n')
  const outside = others.map((one) => outsideLine(t, one))
  const summary = eatenSummary(t, day)
  return [
    head,
    meals.length === 0 ? t('meals:noPlan') : meals.map((meal) => mealBlock(t, meal)).join('\n'),
    ...(outside.length === 0 ? [] : [[t('meals:outside'), ...outside].join('\n')]),
    ...(summary === null ? [] : [summary]),
  ].join('\n\n')
}

/** A client's own day of food, to log in. */
export function foodDayCard(t: Texts, day: FoodDay, today: string): View {
  return {
    html: foodDayText(t, day),
    buttons: [
      ...rows(
        day.meals.map((meal) => mealButton(t, day.date, meal)),
        2,
      ),
      ...dayButtons(t, day, today),
    ],
  }
}

/** A client's day of food as their coach reads it. `today` is the client's. */
export function coachFoodDay(t: Texts, name: string, day: FoodDay, today: string): View {
  const go = (value: string) => ({ name: 'pick', at: 'clients.food', value }) as const
  const at = (date: string): Button => ({ label: dayText(t, date), action: go(`d${date}`) })
  const later = day.date < today ? [at(addDays(day.date, 1))] : []
  return {
    html: `${t('meals:ofClient', { name })}\n${foodDayText(t, day)}`,
    buttons: [
      inReadingOrder(t, [at(addDays(day.date, -1)), ...later]),
      [{ label: t('back'), action: go('back') }],
    ],
  }
}

function dayButtons(t: Texts, { date, others }: FoodDay, today: string): Button[][] {
  const own = others.flatMap((one): Button[] => {
    if (one.id === null) return []
    const label = shortened(one.name ?? (eatenWords(one, 30) || mealName(t, one)), 30)
    return [{ label: t('meals:mealButton', { icon: '·', name: label }), action: pick('day', `o${one.id}`) }]
  })
  const isToday = date === today
  return [
    ...rows(own, 2),
    [{ label: t('meals:addOutside'), action: pick('day', 'outside') }],
    inReadingOrder(t, [
      ...(isToday
        ? [{ label: t('meals:yesterday'), action: pick('day', `d${addDays(today, -1)}`) } as const]
        : []),
      { label: t('meals:otherDay'), action: pick('day', 'days') },
    ]),
    [
      isToday
        ? { label: t('meals:toToday'), action: { name: 'today' } }
        : { label: t('meals:toMealsToday'), action: { name: 'openMeals' } },
    ],
  ]
}

export interface FoodDaysData {
  today: string
  /** How many days back meals can be logged. */
  daysBack: number
  /** Days to come that have meals, the nearest first. */
  coming: readonly string[]
}

/** The days on which meals can still be logged, and those to come that can be looked at. */
export function foodDaysCard(t: Texts, { today, daysBack, coming }: FoodDaysData): View {
  const day = (back: number): Button => {
    const date = addDays(today, -back)
    return { label: back === 0 ? t('meals:today') : dayText(t, date), action: pick('days', `d${date}`) }
  }
  const days = Array.from({ length: daysBack + 1 }, (_, back) => day(back))
  const ahead = coming.map((date): Button => ({
    label: t('meals:comingDay', { date: dayText(t, date) }),
    action: pick('days', `d${date}`),
  }))
  return {
    html: t('meals:whichDay'),
    buttons: [...rows(days, 2), ...rows(ahead, 2), [{ label: t('back'), action: pick('days', 'back') }]],
  }
}

const mostOnToday = 8

/** The food of the day for the card of the whole day: a line each, and the sum. Empty without plan and food. HTML. */
export function foodLines(t: Texts, day: FoodDay): string[] {
  const { meals, others } = day
  if (meals.length === 0 && others.length === 0) return []
  const lines = [
    ...meals.slice(0, mostOnToday).map((meal) => mealLine(t, meal)),
    ...others.slice(0, 3).map((one) => outsideLine(t, one)),
  ]
  const [kcal] = eatenLines(t, day.sum, day.targets)
  return [[...lines, ...(eatenSummary(t, day) === null ? [] : [kcal])].join('\n')]
}

/** The button of the meal at hand. */
export function atHandButton(t: Texts, date: string, meal: DayMeal): Button {
  return {
    label: t('meals:mealButton', { icon: '🍽', name: shortened(mealName(t, meal), 30) }),
    action: openAction(date, meal),
  }
}

/** Which meal something typed was; `day` in words where it is not today. */
export function askWhich(t: Texts, likeliest: readonly DayMeal[], typed: string, day: string | null): View {
  const text = shortened(typed, 300)
  const meal = (one: DayMeal): Button => ({
    label: shortened(mealName(t, one), 30),
    action: pick('which', `${one.of === 'entry' ? 'e' : 'p'}${one.id}`),
  })
  return {
    html: day === null ? t('meals:whichMeal', { text }) : t('meals:whichMealOn', { text, day }),
    buttons: [
      ...rows(likeliest.map(meal), 2),
      [{ label: t('meals:noMeal'), action: pick('which', 'outside') }],
      [{ label: t('cancel'), action: pick('which', 'no') }],
    ],
  }
}
