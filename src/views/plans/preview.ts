import type { OpenName, MeantDay } from '../../domain/plan/meaning.ts'
import { type PlanDates, mondayAfter } from '../../domain/plan/planDates.ts'
import type { Problem } from '../../domain/plan/types.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Button, View } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { planLines, understoodDays } from './days.ts'
import { paged } from './paged.ts'
import { dateText, problemText } from './words.ts'

export interface PreviewData {
  client: string
  /** The client's local day. */
  today: string
  name: string
  dates: PlanDates
  days: readonly MeantDay[]
  problems: readonly Problem[]
  open: readonly OpenName[]
  /** From 1; one past the end is the last. */
  page: number
  /** Of all that is shown: the button that accepts it carries it. */
  mark: string
}

const pick = (value: string) => ({ name: 'pick', at: 'assign.preview', value }) as const

/** From when to when a plan goes, in words. */
export function spanText(t: Texts, { start, end }: Pick<PlanDates, 'start' | 'end'>, today: string): string {
  const from = dateText(t, start, today)
  if (end === null) return start === today ? t('plans:fromToday', { from }) : t('plans:fromOn', { from })
  const to = dateText(t, end, today)
  return start === today ? t('plans:fromTodayTo', { from, to }) : t('plans:fromTo', { from, to })
}

/** What stands in the way of a plan besides what can be asked. */
export function hindrance(
  t: Texts,
  { dates, days }: Pick<PreviewData, 'dates' | 'days'>,
): string | undefined {
  if (dates.problem === 'over') return t('plans:over')
  if (dates.problem === 'upside-down') return t('plans:upsideDown')
  const wanted = days.flatMap(({ exercises }) => exercises).filter(({ meaning }) => meaning !== 'left out')
  return wanted.length === 0 ? t('plans:allLeftOut') : undefined
}

function startButton(t: Texts, { dates, today }: PreviewData): Button[] {
  if (dates.isNamed) return []
  if (dates.start !== today) return [{ label: t('plans:startToday'), action: pick('today') }]
  const date = dateText(t, mondayAfter(today), today)
  return [{ label: t('plans:startMonday', { date }), action: pick('monday') }]
}

function mainButton(t: Texts, data: PreviewData): Button[] {
  const { open, problems, mark } = data
  if (open.length > 0)
    return [{ label: t('plans:clearUp', { count: open.length }), action: pick('open'), style: 'primary' }]
  if (hindrance(t, data) !== undefined) return []
  return problems.length > 0
    ? [{ label: t('plans:assignAnyway', { count: problems.length }), action: pick(`anyway.${mark}`) }]
    : [{ label: t('plans:assign'), action: pick(`assign.${mark}`), style: 'success' }]
}

/** What was understood of a plan, day by day, then what was not; the buttons say what is open. */
export function preview(reader: Reader, data: PreviewData): View {
  const { t } = reader
  const { name, client, dates, today, days, problems, page } = data
  const shown = paged(t, {
    at: 'assign.preview',
    head: [
      t('plans:previewTitle', { name, client }),
      spanText(t, dates, today),
      ...[hindrance(t, data)].filter((line) => line !== undefined),
    ],
    lines: planLines(reader, understoodDays(reader, days)),
    problems: problems.map((problem) => problemText(t, problem)),
    page,
  })
  const cancel: Button = { label: t('cancel'), action: { name: 'cancel' } }
  return { html: shown.html, buttons: [mainButton(t, data), shown.turning, startButton(t, data), [cancel]] }
}
