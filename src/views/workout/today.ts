import { addDays, formatDate, formatTime, localDate } from '../../domain/localTime.ts'
import type { PlannedDay, Today } from '../../domain/workout/due.ts'
import type { DayMeal, FoodDay } from '../../domain/meals/foodDay.ts'
import { type Walk, setsDone } from '../../domain/workout/walk.ts'
import { type Texts, isolate } from '../../texts/texts.ts'
import { atHandButton, foodLines } from '../meals/day.ts'
import { type ScaleWeight, ownText } from '../weight/scale.ts'
import type { Button, View } from '../view.ts'
import { type Reader, askedText, nameOfWalk } from './words.ts'

export interface PlannedLine {
  sessionId: number
  name: string
  sets: number
  reps: string
  weight: number | null
  loadText: string | null
  rpe: number | null
  superset: string | null
}

/** Everything today's card tells. `date` is the client's local day, `YYYY-MM-DD`. */
export interface TodayData extends Today {
  date: string
  days: readonly PlannedDay[]
  lines: readonly PlannedLine[]
  walk: Walk | undefined
  begins: { id: number; name: string; date: string } | null
  /** The plan that was the last, where there is none any more; `until` is its last local day. */
  over: { name: string; until: string } | null
  newest: number
  /** A workout that was ended with sets open, and can be gone back into. */
  leftOpen: { id: number; name: string | null } | null
  timeZone: string
  hasTrainer: boolean
  /** The food of the day, and the open meals, the likeliest first. */
  food?: { day: FoodDay; meals: readonly DayMeal[] } | undefined
  /** Today's weight, and the day of a check-in that lies a week back. */
  body?: { weighed: ScaleWeight | undefined; checkInSince: string | undefined } | undefined
}

const mostLines = 12

/** What the day asks for, what is still open, and what comes next. */
export function todayCard(reader: Reader, data: TodayData): View {
  const { t } = reader
  const title = t('workout:today', { date: formatDate(data.date, t.language) })
  return {
    html: [
      title,
      ...(data.walk ? underWay(reader, data, data.walk) : trainingLines(reader, data)),
      ...restOfDay(reader, data),
    ].join('\n\n'),
    buttons: [
      ...(data.walk ? walkButtons(t, data.walk) : startButtons(reader, data)),
      ...partButtons(reader, data),
    ],
  }
}

/** The training of a day for the card of its morning: nothing where no plan says anything. */
export function trainingPart(reader: Reader, data: TodayData): Pick<View, 'buttons'> & { lines: string[] } {
  const { walk, days, begins, due } = data
  if (walk) return { lines: underWay(reader, data, walk), buttons: walkButtons(reader.t, walk) }
  return {
    lines: days.length === 0 && !begins ? [] : trainingLines(reader, data),
    buttons: due.map((day) => [startButton(reader, data, day, 'success')]),
  }
}

/** One tap to the set at hand. */
export function backIntoWorkout(t: Texts): Button {
  return { label: t('workout:resume'), action: { name: 'resume' } }
}

/** The workout under way instead of what is still to be done of its day. */
function underWay(reader: Reader, data: TodayData, walk: Walk): string[] {
  const { t } = reader
  const { timeZone, date } = data
  const started = localDate(walk.startedAt, timeZone)
  const time = formatTime(walk.startedAt, timeZone, t.language)
  const since = started === date ? time : `${formatDate(started, t.language)} ${time}`
  const all = walk.items.reduce((sum, { sets, done }) => sum + Math.max(sets, done.length), 0)
  const isOther = ({ sessionId, name }: PlannedDay): boolean =>
    sessionId !== walk.sessionId && name !== walk.name
  const others = {
    ...data,
    due: data.due.filter(isOther),
    missed: data.missed.filter(({ day }) => isOther(day)),
  }
  return [
    t('workout:underWay', { name: nameOfWalk(t, walk), since, count: setsDone(walk), all }),
    ...plannedLines(reader, others),
  ]
}

function walkButtons(t: Texts, walk: Walk): Button[][] {
  return [
    [{ ...backIntoWorkout(t), style: 'success' }],
    [{ label: t('workout:finish'), action: { name: 'finish', workout: walk.id } }],
  ]
}

function trainingLines(reader: Reader, data: TodayData): string[] {
  const { t } = reader
  const { due, done, days, begins } = data
  return [
    ...(due.length === 0 && done.length === 0 && days.length > 0 ? [t('workout:restDay')] : []),
    ...plannedLines(reader, data),
    ...(days.length === 0 && !begins ? [planless(t, data)] : []),
  ]
}

function planless(t: Texts, { over, hasTrainer }: TodayData): string {
  if (!over) return hasTrainer ? t('workout:noPlan') : t('workout:noTrainer')
  const ended = t('workout:planOver', { name: over.name, date: formatDate(over.until, t.language) })
  return `${ended} ${hasTrainer ? t('workout:nextPlan') : t('workout:noTrainer')}`
}

function plannedLines(reader: Reader, data: TodayData): string[] {
  const { t } = reader
  const { due, done, missed, next, begins } = data
  return [
    ...done.map(({ name, leftOpen }) =>
      leftOpen ? t('workout:leftToday', { name }) : t('workout:doneToday', { name }),
    ),
    ...due.map((day) => dayBlock(reader, data, day)),
    ...missed.map(({ day, date }) =>
      t('workout:missed', { name: day.name, date: formatDate(date, t.language) }),
    ),
    ...(next ? [nextLine(reader, data.date, next)] : []),
    ...(begins
      ? [t('workout:begins', { name: begins.name, date: formatDate(begins.date, t.language) })]
      : []),
  ]
}

function restOfDay(reader: Reader, { food, body }: TodayData): string[] {
  return [...(food ? foodLines(reader.t, food.day) : []), ...(body ? bodyLines(reader, body) : [])]
}

function bodyLines(reader: Reader, { weighed, checkInSince }: NonNullable<TodayData['body']>): string[] {
  const { t } = reader
  const lines = [
    ...(weighed ? [t('weight:today', { weight: ownText(reader, weighed) })] : []),
    ...(checkInSince ? [t('checkin:due', { date: formatDate(checkInSince, t.language) })] : []),
  ]
  return lines.length === 0 ? [] : [lines.join('\n')]
}

function nextLine({ t }: Reader, date: string, { day, inDays }: NonNullable<Today['next']>): string {
  if (inDays === null) return t('workout:nextInTurn', { name: day.name })
  return t('workout:nextOn', { name: day.name, date: formatDate(addDays(date, inDays), t.language) })
}

/** A day's workout with its exercises; HTML. */
export function dayBlock(reader: Reader, data: TodayData, day: PlannedDay, most = mostLines): string {
  const { t } = reader
  const plans = new Set(data.days.map(({ planId }) => planId))
  const head =
    plans.size > 1 || day.name === ''
      ? t('workout:dayOfPlan', { name: day.name, plan: day.planName })
      : t('workout:day', { name: day.name })
  const lines = data.lines.filter(({ sessionId }) => sessionId === day.sessionId)
  const shown = lines.slice(0, most).map((line) => plannedLine(reader, lines, line))
  const more = lines.length - shown.length
  return [head, ...shown, ...(more > 0 ? [t('workout:moreExercises', { count: more })] : [])].join('\n')
}

export function plannedLine(reader: Reader, all: readonly PlannedLine[], line: PlannedLine): string {
  const { t } = reader
  const group = all.filter(({ superset }) => superset === line.superset)
  const label = line.superset === null ? '• ' : `${isolate(`${line.superset}${group.indexOf(line) + 1}`)} `
  const target = t('workout:setsOfTarget', { sets: line.sets, target: askedText(reader, line) })
  return t('workout:plannedLine', { label, name: line.name, target })
}

export function startButton(
  { t }: Reader,
  { newest }: TodayData,
  day: PlannedDay,
  style?: 'success',
): Button {
  return {
    label: t('workout:start', { name: day.name }),
    action: { name: 'startDay', session: day.sessionId, newest },
    ...(style && { style }),
  }
}

function openButton({ t }: Reader, { name, sessionId }: PlannedDay): Button {
  return { label: t('workout:openDay', { name }), action: { name: 'openDay', session: sessionId } }
}

/** The plans as a whole, those that have not begun too. */
function planRow({ t }: Reader, { days, begins }: TodayData): Button[] {
  const running = new Map(days.map(({ planId, planName }) => [planId, planName]))
  const plans = [...running, ...(begins ? [[begins.id, begins.name] as const] : [])].slice(0, 2)
  return plans.map(([plan, name]) => ({
    label: plans.length > 1 ? t('workout:seePlanNamed', { name }) : t('workout:seePlan'),
    action: { name: 'openPlan', plan },
  }))
}

function mealRow({ t }: Reader, { food, date }: TodayData): Button[] {
  const [meal] = food?.meals ?? []
  return meal ? [atHandButton(t, date, meal)] : []
}

function backRow({ t }: Reader, { leftOpen }: TodayData): Button[] {
  if (leftOpen === null) return []
  const label = t('workout:backIntoIt', { name: nameOfWalk(t, leftOpen) })
  return [{ label, action: { name: 'reopen', workout: leftOpen.id } }]
}

function startButtons(reader: Reader, data: TodayData): Button[][] {
  const { t } = reader
  const shown = [...data.due, ...data.missed.map(({ day }) => day)]
  return [
    ...data.due.map((day) => [startButton(reader, data, day, 'success')]),
    ...data.missed.map(({ day }) => [openButton(reader, day)]),
    backRow(reader, data),
    mealRow(reader, data),
    [
      ...(data.days.some((day) => !shown.includes(day))
        ? [{ label: t('workout:otherDay'), action: { name: 'otherDay' } } as const]
        : []),
      { label: t('workout:startFree'), action: { name: 'startFree', newest: data.newest } },
    ],
  ]
}

/** Everything else of the day, which is there during a workout too. */
function partButtons(reader: Reader, data: TodayData): Button[][] {
  const { t } = reader
  return [
    ...(data.walk ? [mealRow(reader, data)] : []),
    planRow(reader, data),
    [
      { label: t('meals:button'), action: { name: 'openMeals' } },
      { label: t('weight:button'), action: { name: 'openWeighIn' } },
      { label: t('checkin:button'), action: { name: 'openCheckIn' } },
    ],
    [
      { label: t('progress:button'), action: { name: 'openProgress' } },
      { label: t('workout:history'), action: { name: 'openHistory' } },
      { label: t('workout:settings'), action: { name: 'openSettings' } },
    ],
  ]
}

/** All days of the running plans, to look at any of them. */
export function daysCard(reader: Reader, data: TodayData): View {
  const { t } = reader
  const button = (day: PlannedDay): Button => ({
    label: t('workout:dayButton', {
      name: day.name,
      when: day.lastDone === null ? t('workout:neverDone') : formatDate(day.lastDone, t.language),
    }),
    action: { name: 'openDay', session: day.sessionId },
  })
  return {
    html: t('workout:whichDay'),
    buttons: [...data.days.map((day) => [button(day)]), [{ label: t('back'), action: { name: 'today' } }]],
  }
}

const mostOfDay = 40

/** One day, to start it whatever day it is. */
export function dayCard(reader: Reader, data: TodayData, day: PlannedDay): View {
  return {
    html: dayBlock(reader, data, day, mostOfDay),
    buttons: [
      [startButton(reader, data, day, 'success')],
      [{ label: reader.t('back'), action: { name: 'otherDay' } }],
    ],
  }
}
