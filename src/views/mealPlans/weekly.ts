import { weekdayName } from '../../domain/localTime.ts'
import type { mealTypes } from '../../domain/enums.ts'
import { isAnyKnown } from '../../domain/meals/macroText.ts'
import type { Macros } from '../../domain/meals/types.ts'
import type { Texts } from '../../texts/texts.ts'
import { paged } from '../plans/paged.ts'
import { type SpanData, whenText } from '../plans/spans.ts'
import type { View } from '../view.ts'
import { macrosText } from './macros.ts'

export interface WeeklyMealData extends Macros {
  type: (typeof mealTypes)[number]
  /** 0–6, Monday first; null for every day. */
  weekday: number | null
  time: string | null
  note: string | null
  recipe: string | null
}

export interface WeeklyData {
  client: string
  today: string
  plan: SpanData & { targets: Macros; meals: readonly WeeklyMealData[] }
  page: number
}

function mealLine(t: Texts, meal: WeeklyMealData): string {
  const named = { meal: t(`meals:${meal.type}`), time: meal.time ?? '' }
  const head = meal.time === null ? t('mealPlans:untimed', named) : t('mealPlans:timed', named)
  const note = meal.note === null ? [] : [t('mealPlans:note', { note: meal.note })]
  if (meal.recipe === null) return [t('mealPlans:weeklyBare', { meal: head }), ...note].join('\n')
  const values = { food: meal.recipe, macros: macrosText(t, meal) }
  const food = isAnyKnown(meal) ? t('mealPlans:option', values) : t('mealPlans:optionUnknown', values)
  return [t('mealPlans:weeklyMeal', { meal: head, food }), ...note].join('\n')
}

/** A weekly plan of another program, day by day: to read. */
export function weeklyCard(t: Texts, { client, plan, today, page }: WeeklyData): View {
  const at = 'mealPlans.weekly'
  const days = [...Map.groupBy(plan.meals, ({ weekday }) => weekday)]
  const lines = days.flatMap(([weekday, meals]) => {
    const heading =
      weekday === null
        ? t('mealPlans:weeklyEvery')
        : t('mealPlans:weeklyDay', { day: weekdayName(weekday, t.language) })
    return [
      { html: '' },
      { html: heading },
      ...meals.map((meal) => ({ html: mealLine(t, meal), under: heading })),
    ]
  })
  const targets = isAnyKnown(plan.targets)
    ? [t('mealPlans:targets', { targets: macrosText(t, plan.targets) })]
    : []
  const shown = paged(t, {
    at,
    head: [
      t('mealPlans:weeklyTitle', { name: plan.name, client }),
      whenText(t, plan, today),
      ...targets,
      t('mealPlans:weeklyHint'),
    ],
    lines: lines.length === 0 ? [{ html: t('mealPlans:weeklyEmpty') }] : lines,
    page,
  })
  return {
    html: shown.html,
    buttons: [shown.turning, [{ label: t('back'), action: { name: 'pick', at, value: 'back' } }]],
  }
}
