import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { type ShownDay, planLines } from './days.ts'
import { paged } from './paged.ts'
import { type SpanData, whenText } from './spans.ts'

export interface PlanCardData {
  client: string
  plan: SpanData
  days: readonly ShownDay[]
  today: string
  page: number
}

/** A plan of a client, day by day. */
export function planCard(reader: Reader, { client, plan, days, today, page }: PlanCardData): View {
  const { t } = reader
  const at = 'clients.plan'
  const pick = (value: string) => ({ name: 'pick', at, value }) as const
  const shown = paged(t, {
    at,
    head: [t('plans:planTitle', { name: plan.name, client }), whenText(t, plan, today)],
    lines: planLines(reader, days),
    page,
  })
  return {
    html: shown.html,
    buttons: [
      shown.turning,
      [
        { label: t('plans:editText'), action: pick('edit') },
        { label: t('plans:endPlan'), action: pick('end') },
      ],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}

/** Asked before a plan ends; one that has not begun would be deleted. */
export function askEnd(t: Texts, plan: SpanData, today: string): View {
  const pick = (value: string) => ({ name: 'pick', at: 'clients.end', value }) as const
  const isComing = plan.startDate !== null && plan.startDate > today
  return {
    html: isComing ? t('plans:askEndUnbegun', { name: plan.name }) : t('plans:askEnd', { name: plan.name }),
    buttons: [
      [
        {
          label: isComing ? t('plans:deleteYes') : t('plans:endYes'),
          action: pick('yes'),
          style: 'danger',
        },
      ],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}
