import { addDays, formatDate, formatTime } from '../../domain/localTime.ts'
import type { EndingPlan } from '../../domain/reminders/ending.ts'
import { missedYesterday } from '../../domain/workout/due.ts'
import type { FoodDay } from '../../domain/meals/foodDay.ts'
import { foodLines } from '../meals/day.ts'
import type { Button, View } from '../view.ts'
import { type Rest, backButton, restLine } from './paused.ts'
import { type TodayData, startButton, trainingPart } from '../workout/today.ts'
import type { Reader } from '../workout/words.ts'

/** A thing that the card `ask`s for, or of which it says when it will be asked for. */
type MentionData = { ask: true } | { ask: false; at: Date } | null

export interface MorningData {
  today: TodayData
  food: FoodDay
  ending: readonly EndingPlan[]
  asks: { weighIn: MentionData; checkIn: MentionData }
  /** Nothing is asked for while it holds, nor offered. */
  rest: Rest | undefined
  delivery: number
}

const endLine = ({ t }: Reader, { name, until }: EndingPlan): string =>
  t('reminders:planEnds', { name, date: formatDate(until, t.language) })

function askLines({ t }: Reader, { asks: { weighIn, checkIn }, today: { timeZone } }: MorningData): string[] {
  const time = (at: Date) => ({ time: formatTime(at, timeZone, t.language) })
  const lines = [
    ...(weighIn
      ? [weighIn.ask ? t('reminders:morningWeighIn') : t('reminders:morningWeighInAt', time(weighIn.at))]
      : []),
    ...(checkIn
      ? [checkIn.ask ? t('reminders:morningCheckIn') : t('reminders:morningCheckInAt', time(checkIn.at))]
      : []),
  ]
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function askButtons({ t }: Reader, { weighIn, checkIn }: MorningData['asks']): Button[] {
  return [
    ...(weighIn?.ask ? [{ label: t('weight:button'), action: { name: 'openWeighIn' } } as const] : []),
    ...(checkIn?.ask ? [{ label: t('checkin:button'), action: { name: 'openCheckIn' } } as const] : []),
  ]
}

/** The plan of a day, on its morning. Yesterday's workout that was missed is offered for today. */
export function morningCard(reader: Reader, data: MorningData): View {
  const { t } = reader
  const { today, food, ending, asks, rest, delivery } = data
  const offered = today.walk ? [] : missedYesterday(today, today.date).map(({ day }) => day)
  const isOffered = ({ date }: { date: string }) => date === addDays(today.date, -1)
  const others = { ...today, missed: today.missed.filter((one) => !isOffered(one)) }
  const training = trainingPart(reader, today.walk ? today : others)
  return {
    html: [
      t('reminders:morning', { date: formatDate(today.date, t.language) }),
      ...(rest ? [restLine(t, rest)] : []),
      ...training.lines,
      ...offered.map(({ name }) => t('reminders:morningMissed', { name })),
      ...ending.map((plan) => endLine(reader, plan)),
      ...foodLines(t, food),
      ...askLines(reader, data),
    ].join('\n\n'),
    buttons: [
      ...(rest ? [[backButton(t, delivery)]] : []),
      ...(rest && !today.walk ? [] : training.buttons),
      ...offered.map((day) => [startButton(reader, today, day)]),
      ...(food.meals.length > 0
        ? [[{ label: t('meals:button'), action: { name: 'openMeals' } } as const]]
        : []),
      askButtons(reader, asks),
      [{ label: t('reminders:openDay'), action: { name: 'today' } }],
    ],
  }
}

export interface PlanEndData {
  plans: readonly EndingPlan[]
  /** What begins then. */
  begins: { name: string; date: string } | null
  hasTrainer: boolean
}

/** Plans that end before long. */
export function planEndNews(reader: Reader, { plans, begins, hasTrainer }: PlanEndData): View {
  const { t } = reader
  const then = begins
    ? [t('workout:begins', { name: begins.name, date: formatDate(begins.date, t.language) })]
    : hasTrainer
      ? [t('reminders:trainerKnows')]
      : []
  return {
    html: [...plans.map((plan) => endLine(reader, plan)), ...then].join('\n'),
    buttons: plans.map(({ id, name }) => [
      {
        label: plans.length > 1 ? t('workout:seePlanNamed', { name }) : t('workout:seePlan'),
        action: { name: 'openPlan', plan: id },
      },
    ]),
  }
}
