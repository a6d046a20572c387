import { addDays, formatDate } from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import { isSteady } from '../../domain/weight/trend.ts'
import type { View } from '../view.ts'
import type { Reader } from '../workout/words.ts'

/** A client's week; weights kg. */
export interface WeekData {
  name: string
  planned: number
  missed: number
  trained: number
  left: number
  missedMeals: number
  change: number | null
  isGoalReached: boolean
}

/** Lines of clients: with the head and the foot at most thirty. */
const mostLines = 26

function workoutsText({ t }: Reader, { planned, missed, trained, left }: WeekData): string[] {
  const broken = left > 0 ? [t('attention:weekLeft', { count: left })] : []
  if (missed > 0) return [t('attention:weekMissed', { count: missed, planned }), ...broken]
  if (planned > 0 && left === 0) return [t('attention:weekAll', { count: planned })]
  return [...(trained > 0 ? [t('attention:weekTrained', { count: trained })] : []), ...broken]
}

function weightText({ t, units }: Reader, { change }: WeekData): string[] {
  if (change === null) return []
  if (isSteady(change)) return [t('attention:weekSteady')]
  const amount = formatBodyWeight(Math.abs(change), units, t.language)
  return [change > 0 ? t('attention:weekUp', { amount }) : t('attention:weekDown', { amount })]
}

function lineOf(reader: Reader, client: WeekData): string {
  const { t } = reader
  const { name, missedMeals, isGoalReached } = client
  const facts = [
    ...workoutsText(reader, client),
    ...(missedMeals > 0 ? [t('attention:weekMeals', { count: missedMeals })] : []),
    ...weightText(reader, client),
    ...(isGoalReached ? [t('attention:weekGoal')] : []),
  ]
  return t('attention:weekLine', { name, facts: facts.join(' · ') })
}

/** The week from `monday` (`YYYY-MM-DD`) on of all clients, a line each. */
export function weekView(reader: Reader, clients: readonly WeekData[], monday: string): View {
  const { t } = reader
  const shown = clients.slice(0, mostLines)
  const more = clients.length - shown.length
  const [from, to] = [monday, addDays(monday, 6)].map((date) => formatDate(date, t.language))
  return {
    html: [
      t('attention:weekTitle', { from: from ?? '', to: to ?? '' }),
      '',
      ...shown.map((one) => lineOf(reader, one)),
      ...(more > 0 ? [t('attention:nMore', { count: more })] : []),
    ].join('\n'),
    buttons: [[{ label: t('plans:allClients'), action: { name: 'openClients' } }]],
  }
}
