import type { Texts } from '../../texts/texts.ts'
import { dateText } from './words.ts'

/** A plan without its days; dates are local days, NULL where open. */
export interface SpanData {
  id: number
  name: string
  startDate: string | null
  endDate: string | null
}

/** When a plan goes: `since 2 Nov`, `30 Nov – 10 Jan`. */
export function whenText(t: Texts, { startDate, endDate }: SpanData, today: string): string {
  const from = startDate === null ? null : dateText(t, startDate, today)
  const to = endDate === null ? null : dateText(t, endDate, today)
  if (from !== null && to !== null) return t('plans:sinceTo', { from, to })
  if (from !== null)
    return (startDate ?? '') > today ? t('plans:fromLater', { from }) : t('plans:since', { from })
  return to === null ? t('plans:always') : t('plans:until', { to })
}

/** One line of a list of plans. */
export function spanLine(t: Texts, plan: SpanData, today: string): string {
  const values = { name: plan.name, when: whenText(t, plan, today) }
  return (plan.startDate ?? '') > today ? t('plans:coming', values) : t('plans:running', values)
}
