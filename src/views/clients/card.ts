import { reasonText } from '../attention/words.ts'
import { otherDayLines, seriesLine } from '../mealPlans/card.ts'
import { spanLine } from '../plans/spans.ts'
import type { View } from '../view.ts'
import type { Reader } from '../workout/words.ts'
import { clientButtons } from './buttons.ts'
import type { ClientCardData } from './data.ts'
import { factLines } from './facts.ts'

/** Why they need their coach; that there is no plan is said of the plans. */
function reasonLines(reader: Reader, { reasons, now, today, timeZone }: ClientCardData): string[] {
  const said = reasons.filter(({ kind }) => kind !== 'noPlan')
  return said.length === 0
    ? []
    : [...said.map((one) => reasonText(reader, one, { now, today, timeZone })), '']
}

/** A client as their coach sees them: what they told, and what they train by. */
export function clientCard(reader: Reader, data: ClientCardData): View {
  const { t } = reader
  const { name, isActive, hasJoined, isReachable, running, coming, today } = data
  const plans = [...running, ...coming].map((plan) => spanLine(t, plan, today))
  const meals = [
    ...data.series.map((one) => seriesLine(t, one, today)),
    ...otherDayLines(t, data.otherDays, today),
    ...data.weekly.map(({ name: plan }) => t('mealPlans:weekly', { name: plan })),
  ]
  return {
    html: [
      t('plans:clientName', { name }),
      ...(hasJoined ? [] : [t('plans:notJoined')]),
      ...(isActive ? [] : [t('plans:accessOff')]),
      ...(hasJoined && !isReachable ? [t('plans:unreachable')] : []),
      '',
      ...reasonLines(reader, data),
      ...(plans.length === 0 ? [t('plans:noPlans')] : plans),
      ...meals,
      '',
      ...factLines(reader, data),
    ].join('\n'),
    buttons: clientButtons(t, data),
  }
}
