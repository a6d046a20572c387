import type { DayName } from '../../domain/plan/comparePlans.ts'
import type { PlanChange } from '../../domain/plan/comparePlans.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { type ShownExercise, changeLines } from './changes.ts'
import { pagesOf } from './paged.ts'
import type { SpanData } from './spans.ts'
import { whenText } from './spans.ts'
import { dateText, dayText } from './words.ts'

const toToday = (t: Texts): Button[][] => [[{ label: t('plans:toToday'), action: { name: 'today' } }]]

export interface NewPlanNews {
  trainer: string | null
  plan: SpanData
  days: readonly (DayName & { exercises: readonly unknown[] })[]
  /** The client's local day. */
  today: string
}

/** To the client: there is a new plan. */
export function newPlanNews(t: Texts, { trainer, plan, days, today }: NewPlanNews): View {
  const { name } = plan
  const lines = days.map((day) => ({
    html: t('plans:newsDay', {
      day: dayText(t, day),
      exercises: t('plans:exercises', { count: day.exercises.length }),
    }),
  }))
  const head = trainer === null ? t('plans:newsNobody', { name }) : t('plans:news', { trainer, name })
  return {
    html: [head, whenText(t, plan, today), '', pagesOf(lines)[0] ?? ''].join('\n'),
    buttons: toToday(t),
  }
}

export interface ChangedPlanNews {
  trainer: string | null
  plan: SpanData
  changes: readonly PlanChange<ShownExercise>[]
  /** Changes beside those. */
  more: number
  today: string
}

/** To the client: what a new version of their plan changed. */
export function changedPlanNews(reader: Reader, news: ChangedPlanNews): View {
  const { t } = reader
  const { trainer, plan, changes, more, today } = news
  const { name } = plan
  const [first = '', ...rest] = pagesOf(changeLines(reader, changes, today))
  const head =
    trainer === null ? t('plans:newsChangedNobody', { name }) : t('plans:newsChanged', { trainer, name })
  const left = rest.length > 0 ? ['…'] : more > 0 ? [t('plans:changesMore', { count: more })] : []
  return { html: [head, '', first, ...left].join('\n'), buttons: toToday(t) }
}

/** To the client: a plan is over with `lastDay`, or was taken back before it began. */
export function endedPlanNews(
  t: Texts,
  { trainer, name, lastDay }: { trainer: string; name: string; lastDay: string | null },
): View {
  const html =
    lastDay === null
      ? t('plans:newsCancelled', { trainer, name })
      : t('plans:newsEnded', { trainer, name, date: dateText(t, lastDay, lastDay) })
  return { html, buttons: toToday(t) }
}
