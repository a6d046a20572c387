import { formatDate, formatTime } from '../../domain/localTime.ts'
import type { EndingPlan } from '../../domain/reminders/ending.ts'
import type { FoodDay } from '../../domain/meals/foodDay.ts'
import { type Texts, isolate } from '../../texts/texts.ts'
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

function endLine({ t }: Reader, { of, name, until }: EndingPlan, today?: string): string {
  const values = { name: name || t('mealPlans:unnamed'), date: formatDate(until, t.language) }
  if (of === 'meals') return t(until === today ? 'reminders:mealsEndToday' : 'reminders:mealsEnd', values)
  return t(until === today ? 'reminders:planEndsToday' : 'reminders:planEnds', values)
}

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

/** What is still open of yesterday, in one line, with one button. */
function openPart(reader: Reader, today: TodayData): { lines: string[]; buttons: Button[][] } {
  const { t } = reader
  const offered = today.walk ? [] : today.missed.map(({ day }) => day)
  const [only, ...others] = offered
  if (!only) return { lines: [], buttons: [] }
  const names = new Intl.ListFormat(t.language).format(offered.map(({ name }) => isolate(name)))
  const button: Button =
    others.length === 0
      ? startButton(reader, today, only)
      : { label: t('workout:otherDay'), action: { name: 'otherDay' } }
  return { lines: [t('reminders:morningMissed', { name: names })], buttons: [[button]] }
}

/** The plan of a day, on its morning. Yesterday's workout that was missed is offered for today. */
export function morningCard(reader: Reader, data: MorningData): View {
  const { t } = reader
  const { today, food, ending, asks, rest, delivery } = data
  const open = openPart(reader, today)
  const training = trainingPart(reader, { ...today, missed: [] })
  return {
    html: [
      t('reminders:morning', { date: formatDate(today.date, t.language) }),
      ...(rest ? [restLine(t, rest)] : []),
      ...training.lines,
      ...open.lines,
      ...ending.map((plan) => endLine(reader, plan, today.date)),
      ...foodLines(t, food),
      ...askLines(reader, data),
    ].join('\n\n'),
    buttons: [
      ...(rest ? [[backButton(t, delivery)]] : []),
      ...(rest && !today.walk ? [] : training.buttons),
      ...open.buttons,
      ...(food.meals.length > 0
        ? [[{ label: t('meals:button'), action: { name: 'openMeals' } } as const]]
        : []),
      askButtons(reader, asks),
      [dayButton(t)],
    ],
  }
}

const dayButton = (t: Texts): Button => ({ label: t('reminders:openDay'), action: { name: 'today' } })

/** The last card of a morning before it is quiet, for nothing came of those before it. */
export function lastMorning(t: Texts, delivery: number): View {
  const again = { name: 'answerReminder', delivery, answer: 'again' } as const
  return {
    html: t('reminders:morningLast'),
    buttons: [[{ label: t('reminders:morningAgain'), action: again }, dayButton(t)]],
  }
}

/** What stands there once they are back. */
export const morningBack = (t: Texts): View => ({
  html: t('reminders:morningBack'),
  buttons: [[dayButton(t)]],
})

export interface PlanEndData {
  plans: readonly EndingPlan[]
  /** What begins then. */
  begins: { name: string; date: string } | null
  hasTrainer: boolean
}

/** Plans that end before long. */
export function planEndNews(reader: Reader, { plans, begins, hasTrainer }: PlanEndData): View {
  const { t } = reader
  const ids = plans.flatMap(({ id, name }) => (id === null ? [] : [{ id, name }]))
  const then = begins
    ? [t('workout:begins', { name: begins.name, date: formatDate(begins.date, t.language) })]
    : hasTrainer
      ? [t('reminders:trainerKnows')]
      : []
  const toPlans = ids.map(({ id, name }): Button => ({
    label: ids.length > 1 ? t('workout:seePlanNamed', { name }) : t('workout:seePlan'),
    action: { name: 'openPlan', plan: id },
  }))
  const toMeals: Button = { label: t('meals:button'), action: { name: 'openMeals' } }
  return {
    html: [...plans.map((plan) => endLine(reader, plan)), ...then].join('\n'),
    buttons: [...toPlans, ...(ids.length < plans.length ? [toMeals] : [])].map((button) => [button]),
  }
}
