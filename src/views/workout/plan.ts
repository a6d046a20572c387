import { formatDate, weekdayName } from '../../domain/localTime.ts'
import { pagesOf, turning } from '../turning.ts'
import type { View } from '../view.ts'
import { type PlannedLine, plannedLine } from './today.ts'
import type { Reader } from './words.ts'

export interface OwnPlanData {
  name: string
  startDate: string | null
  endDate: string | null
  days: readonly { name: string; weekday: number | null; lines: readonly PlannedLine[] }[]
}

function span({ t }: Reader, { startDate, endDate }: OwnPlanData): string[] {
  const from = startDate === null ? '…' : formatDate(startDate, t.language)
  return startDate === null && endDate === null
    ? []
    : [t('workout:planSpan', { from, until: endDate === null ? '…' : formatDate(endDate, t.language) })]
}

/** A client's own plan as a whole, in pages. */
export function ownPlanView(reader: Reader, plan: OwnPlanData, wanted: number): View {
  const { t } = reader
  const blocks = plan.days.map(({ name, weekday, lines }) => {
    const head =
      weekday === null
        ? t('workout:day', { name })
        : t('workout:dayOn', { name, day: weekdayName(weekday, t.language) })
    return [head, ...lines.map((line) => plannedLine(reader, lines, line))].join('\n')
  })
  const pages = pagesOf(blocks)
  const page = Math.min(wanted, Math.max(1, pages.length))
  const foot = pages.length > 1 ? ['', t('page', { page, pages: pages.length })] : []
  return {
    html: [
      t('workout:planTitle', { name: plan.name }),
      ...span(reader, plan),
      '',
      pages[page - 1] ?? t('workout:restDay'),
      ...foot,
    ].join('\n'),
    buttons: [
      turning(t, { page, pages: pages.length }, (value) => ({ name: 'pick', at: 'today.plan', value })),
      [{ label: t('back'), action: { name: 'today' } }],
    ],
  }
}
