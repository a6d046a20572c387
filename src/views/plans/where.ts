import { addDays } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import type { View } from '../view.ts'
import { type SpanData, spanLine } from './spans.ts'
import { dateText } from './words.ts'

const pick = (value: string) => ({ name: 'pick', at: 'assign.where', value }) as const

/** Whether a new plan takes the place of what goes on at that time, or goes beside it; `mark` goes into the answers. */
export function askWhere(
  t: Texts,
  data: { client: string; plans: readonly SpanData[]; start: string; today: string; mark: string },
): View {
  const { client, plans, start, today, mark } = data
  const title = plans.length === 1 ? t('plans:askWhere', { client }) : t('plans:askWhereMany', { client })
  const last = dateText(t, addDays(start, -1), today)
  return {
    html: [
      title,
      ...plans.map((plan) => spanLine(t, plan, today)),
      '',
      t('plans:replaceHint', { last }),
    ].join('\n'),
    buttons: [
      [
        {
          label: t('plans:replaceFrom', { date: dateText(t, start, today) }),
          action: pick(`replace.${mark}`),
        },
      ],
      [{ label: t('plans:beside'), action: pick(`beside.${mark}`) }],
      [{ label: t('back'), action: pick('back') }],
    ],
  }
}
