import { formatDate } from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import { kgPerPound, round } from '../../domain/units.ts'
import { type Outlook, isSteady } from '../../domain/weight/trend.ts'
import type { Button, View } from '../view.ts'
import { type Reader, shortened } from '../workout/words.ts'

export interface WeighInData {
  id: number
  kg: number
  bodyFat: number | null
  note: string | null
  date: string
}

export interface StandingData {
  newest: WeighInData | undefined
  entered: WeighInData | undefined
  trend: number | undefined
  perWeek: number | undefined
  isFast: boolean
  target: number | null
  outlook: Outlook | undefined
  /** The client's local day, `YYYY-MM-DD`. */
  today: string
}

/** kg as it was typed: `82.45 kg`, `181 lb`. What was typed in the other unit is rounded to a tenth. */
export function scaleText({ t, units }: Reader, kg: number): string {
  const exact = units === 'kg' ? kg : kg / kgPerPound
  const asTyped = round(exact, 3)
  const shown = Math.abs(exact - asTyped) < 1e-6 ? asTyped : round(exact, 1)
  const unit = units === 'kg' ? 'kilogram' : 'pound'
  return new Intl.NumberFormat(t.language, { style: 'unit', unit, maximumFractionDigits: 3 }).format(shown)
}

/** `82.4 kg, 18% fat · Mon 23 Nov`, as HTML. */
export function weighInText(reader: Reader, { kg, bodyFat, date }: WeighInData, today: string): string {
  const { t } = reader
  const weight = scaleText(reader, kg)
  const day = formatDate(date, t.language, today)
  return bodyFat === null
    ? t('weight:weighed', { weight, date: day })
    : t('weight:weighedFat', { weight, fat: round(bodyFat, 2), date: day })
}

const at = (step: string, value: string) => ({ name: 'pick', at: `weighin.${step}`, value }) as const

/** The last weigh-in, the trend, and how far the target is. */
export function weighInCard(reader: Reader, data: StandingData): View {
  const { t } = reader
  const { newest, entered } = data
  const lines = newest ? standingLines(reader, data, newest) : [t('weight:none')]
  const change: Button[][] = entered
    ? [
        [
          {
            label: t('weight:correct', { weight: scaleText(reader, entered.kg) }),
            action: at('card', `f${entered.id}`),
          },
          { label: t('weight:note'), action: at('card', `n${entered.id}`) },
        ],
        [
          {
            label: t('weight:remove', { weight: scaleText(reader, entered.kg) }),
            action: at('card', `r${entered.id}`),
          },
        ],
      ]
    : []
  return {
    html: [t('weight:title'), lines.join('\n'), t('weight:ask')].join('\n\n'),
    buttons: [...change, [{ label: t('back'), action: at('card', 'back') }]],
  }
}

function standingLines(reader: Reader, data: StandingData, newest: WeighInData): string[] {
  const { t, units } = reader
  const { trend = newest.kg, perWeek, today } = data
  return [
    t('weight:last', { weighed: weighInText(reader, newest, today) }),
    ...(newest.note === null ? [] : [t('weight:noted', { note: shortened(newest.note, 200) })]),
    t('weight:trend', { weight: formatBodyWeight(trend, units, t.language) }),
    weekLine(reader, perWeek),
    ...(data.isFast ? [t('weight:fast')] : []),
    ...targetLines(reader, data, trend),
  ]
}

function weekLine({ t, units }: Reader, perWeek: number | undefined): string {
  if (perWeek === undefined) return t('weight:weekUnknown')
  if (isSteady(perWeek)) return t('weight:weekSteady')
  const amount = formatBodyWeight(Math.abs(perWeek), units, t.language)
  return perWeek > 0 ? t('weight:weekUp', { amount }) : t('weight:weekDown', { amount })
}

const estimates = {
  tooShort: 'weight:estimateTooShort',
  steady: 'weight:estimateSteady',
  away: 'weight:estimateAway',
  far: 'weight:estimateFar',
  fast: 'weight:estimateFast',
} as const

function targetLines({ t, units }: Reader, { target, outlook }: StandingData, trend: number): string[] {
  if (target === null || !outlook) return []
  const words = formatBodyWeight(target, units, t.language)
  if (outlook.kind === 'there') return [t('weight:targetThere', { target: words })]
  const distance = formatBodyWeight(Math.abs(target - trend), units, t.language)
  const estimate =
    outlook.kind === 'weeks' ? t('weight:inWeeks', { count: outlook.weeks }) : t(estimates[outlook.kind])
  return [t('weight:target', { target: words, distance }), estimate]
}

/** A change that asks for a second look. `typed` in kg; `near` is what it is compared with. */
export function askSure(reader: Reader, typed: number, near: WeighInData, today: string): View {
  const { t } = reader
  const change = formatBodyWeight(Math.abs(typed - near.kg), reader.units, t.language)
  const words = { weight: scaleText(reader, typed), change, before: weighInText(reader, near, today) }
  return {
    html: typed > near.kg ? t('weight:sureMore', words) : t('weight:sureLess', words),
    buttons: [
      [
        { label: t('weight:sureYes'), action: at('sure', 'yes') },
        { label: t('weight:sureNo'), action: at('sure', 'no') },
      ],
    ],
  }
}

export function askCorrection(reader: Reader, one: WeighInData, today: string): View {
  const { t } = reader
  return {
    html: t('weight:correctAsk', { weighed: weighInText(reader, one, today) }),
    buttons: [[{ label: t('back'), action: at('fix', 'back') }]],
  }
}

export function askWeighInNote(reader: Reader, one: WeighInData, today: string): View {
  const { t } = reader
  const ask = t('weight:noteAsk', { weighed: weighInText(reader, one, today) })
  return {
    html: one.note === null ? ask : `${ask}\n${t('weight:noted', { note: shortened(one.note, 500) })}`,
    buttons: [[{ label: t('back'), action: at('note', 'back') }]],
  }
}

export function askRemoval(reader: Reader, one: WeighInData, today: string): View {
  const { t } = reader
  return {
    html: t('weight:removeAsk', { weighed: weighInText(reader, one, today) }),
    buttons: [
      [{ label: t('weight:removeYes'), action: at('remove', 'yes'), style: 'danger' }],
      [{ label: t('back'), action: at('remove', 'no') }],
    ],
  }
}
