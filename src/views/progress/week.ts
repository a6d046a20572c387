import { averageOf, averagedDays } from '../../domain/meals/average.ts'
import { unknownSum } from '../../domain/meals/macros.ts'
import type { Panel, WeekChart } from '../../domain/pictures.ts'
import type { Texts } from '../../texts/texts.ts'
import { kcalText } from '../meals/words.ts'
import type { Extra } from '../view.ts'
import { type Whose, captioned, directionOf, plain, spanText, subtitleOf, weekdayText } from './words.ts'

interface MacrosData {
  /** kcal, and grams; null: unknown, or not asked for. */
  calories: number | null
  protein: number | null
  carbs: number | null
  fat: number | null
}

export interface WeekData extends Whose {
  days: readonly {
    date: string
    eaten: MacrosData
    isAtLeast: boolean
    isEnergyAtLeast: boolean
    target: MacrosData
  }[]
}

type Part = keyof MacrosData

const titles = {
  calories: 'progress:energyPanel',
  protein: 'progress:proteinPanel',
  carbs: 'progress:carbsPanel',
  fat: 'progress:fatPanel',
} as const

const averageIn = ({ days, today }: WeekData, part: Part): number | undefined => averageOf(days, part, today)
/** Whether the average of energy leaves out what nobody knows. */
const isAtLeast = ({ days, today }: WeekData): boolean =>
  averagedDays(days, 'calories', today).some(({ isEnergyAtLeast }) => isEnergyAtLeast)
/** What most of the days ask for: the newest. */
const targetOf = ({ days }: WeekData, part: Part): number | undefined =>
  days.findLast(({ target }) => target[part] !== null)?.target[part] ?? undefined

/** `2,040 kcal`, `142 g`. */
function amount(t: Texts, part: Part, value: number): string {
  const number = new Intl.NumberFormat(t.language).format(Math.round(value))
  return plain(
    part === 'calories'
      ? t('progress:energyValue', { kcal: number })
      : t('progress:gramsValue', { grams: number }),
  )
}

function panelOf(t: Texts, data: WeekData, part: Part): Panel[] {
  const average = averageIn(data, part)
  if (average === undefined) return []
  const target = targetOf(data, part)
  const atLeast = data.days.flatMap(({ isAtLeast, eaten }, at) =>
    isAtLeast && eaten[part] !== null ? [at] : [],
  )
  return [
    {
      title: plain(t(titles[part])),
      style: 'bars',
      ...(part !== 'calories' && { figure: amount(t, part, average) }),
      values: data.days.map(({ eaten }) => {
        const value = eaten[part]
        return value === null ? null : Math.round(value)
      }),
      ...(atLeast.length > 0 && { atLeast }),
      ...(target !== undefined && {
        target: {
          value: target,
          label: plain(t('progress:targetWord', { weight: amount(t, part, target) })),
        },
      }),
    },
  ]
}

/** `at least 2,048 kcal`, as the menu has it. Plain words. */
function energyText(t: Texts, data: WeekData, average: number): string {
  return plain(kcalText(t, { ...unknownSum(isAtLeast(data) ? 1 : 0), calories: average }))
}

const parts = ['calories', 'protein', 'carbs', 'fat'] as const

function captionLines(t: Texts, data: WeekData, average: number | undefined): string[] {
  const target = targetOf(data, 'calories')
  const grams = (part: Part) => {
    const value = averageIn(data, part)
    return value === undefined ? t('progress:unknown') : amount(t, part, value)
  }
  const energy = average === undefined ? t('progress:unknown') : energyText(t, data, average)
  const counted = new Set(parts.flatMap((part) => averagedDays(data.days, part, data.today)))
  const isTodayLeftOut = data.days.some(
    (day) => day.date === data.today && !counted.has(day) && parts.some((part) => day.eaten[part] !== null),
  )
  return [
    target === undefined
      ? t('progress:macrosEnergy', { energy })
      : t('progress:macrosEnergyOf', { energy, target: amount(t, 'calories', target) }),
    t('progress:macrosGrams', { protein: grams('protein'), carbs: grams('carbs'), fat: grams('fat') }),
    t('progress:macrosDays', { count: counted.size }),
    ...(isTodayLeftOut ? [t('progress:macrosToday')] : []),
  ]
}

/** What was eaten day by day against the targets; undefined where nothing was counted. */
export function weekPicture(t: Texts, data: WeekData): Extra | undefined {
  const panels = parts.flatMap((part) => panelOf(t, data, part))
  if (panels.length === 0) return undefined
  const span = spanText(t, data.days[0]?.date ?? data.today, data.days.at(-1)?.date ?? data.today)
  const average = averageIn(data, 'calories')
  const chart: WeekChart = {
    kind: 'week',
    direction: directionOf(t),
    title: plain(t('progress:macrosTitle')),
    subtitle: subtitleOf(t, data, span),
    ...(average !== undefined && {
      lead: {
        value: amount(t, 'calories', average),
        label: plain(isAtLeast(data) ? t('progress:averageAtLeast') : t('progress:averageWord')),
      },
    }),
    days: data.days.map(({ date }) => weekdayText(t, date)),
    panels,
    ...(panels.some(({ atLeast }) => atLeast) && { atLeastWord: plain(t('progress:atLeast')) }),
  }
  return {
    ...captioned(t, data, { title: t('progress:macrosTitle'), span }, [
      ...captionLines(t, data, average),
      ...(chart.atLeastWord === undefined ? [] : [`+ ${t('progress:atLeast')}`]),
    ]),
    picture: { kind: 'chart', chart },
  }
}
