import type { MealChange } from '../../domain/meals/compareMeals.ts'
import type { MealPlan } from '../../domain/meals/types.ts'
import type { Texts } from '../../texts/texts.ts'
import { pagesOf } from '../plans/paged.ts'
import { dateText } from '../plans/words.ts'
import type { Button, View } from '../view.ts'
import { type ShownDays, daysText } from './days.ts'
import { mealHead } from './meals.ts'
import { titleOf } from './preview.ts'

const toMeals = (t: Texts): Button[][] => [[{ label: t('meals:button'), action: { name: 'openMeals' } }]]

/** To the meals of today, or of the first day there is of them. */
function toFirst(t: Texts, { days: { dates }, today }: MealNews): Button[][] {
  const first = dates.find((date) => date >= today)
  if (first === undefined || first === today) return toMeals(t)
  return [[{ label: t('meals:seeFirst'), action: { name: 'openMealDay', day: first } }]]
}

export interface MealNews {
  trainer: string | null
  title: string
  days: ShownDays
  /** The client's local day. */
  today: string
}

/** To the client: there are meals for them. */
export function mealNews(t: Texts, news: MealNews & { meals: MealPlan['meals'] }): View {
  const { trainer, title, days, today, meals } = news
  const name = titleOf(t, title)
  const lines = meals.map((meal) => ({ html: t('mealPlans:newsMeal', { meal: mealHead(t, meal) }) }))
  const head = trainer === null ? t('mealPlans:newsNobody', { name }) : t('mealPlans:news', { trainer, name })
  return {
    html: [head, daysText(t, days, today), '', pagesOf(lines)[0] ?? ''].join('\n'),
    buttons: toFirst(t, news),
  }
}

/** A change as it is told: its kind, and the meal's name where it is of one. */
export interface ToldMealChange {
  kind: MealChange['kind']
  name: string | null
}

function changeText(t: Texts, change: ToldMealChange, title: string): string {
  const { kind } = change
  const name = change.name ?? '…'
  if (kind === 'title') return t('mealPlans:newsTitle', { name: title })
  if (kind === 'targets') return t('mealPlans:newsTargets')
  if (kind === 'note') return t('mealPlans:newsNote')
  if (kind === 'reordered') return t('mealPlans:changeReordered')
  if (kind === 'removed') return t('mealPlans:changeRemoved', { name })
  const meal = t('mealPlans:newsName', { name })
  return kind === 'added' ? t('mealPlans:changeAdded', { meal }) : t('mealPlans:changeChanged', { meal })
}

/** To the client: what changed of their meals. */
export function changedMealNews(
  t: Texts,
  news: MealNews & { changes: readonly ToldMealChange[]; more: number },
): View {
  const { trainer, title, days, today, changes, more } = news
  const name = titleOf(t, title)
  const head =
    trainer === null
      ? t('mealPlans:newsChangedNobody', { name })
      : t('mealPlans:newsChanged', { trainer, name })
  return {
    html: [
      head,
      daysText(t, days, today),
      ...changes.map((change) => changeText(t, change, name)),
      ...(more > 0 ? [t('mealPlans:changesMore', { count: more })] : []),
    ].join('\n'),
    buttons: toFirst(t, news),
  }
}

/** To the client: their meals are over with `lastDay`, or were taken back before they began. */
export function endedMealNews(
  t: Texts,
  { trainer, title, lastDay }: { trainer: string; title: string; lastDay: string | null },
): View {
  const name = titleOf(t, title)
  const html =
    lastDay === null
      ? t('mealPlans:newsCancelled', { trainer, name })
      : t('mealPlans:newsEnded', { trainer, name, date: dateText(t, lastDay, lastDay) })
  return { html, buttons: toMeals(t) }
}
