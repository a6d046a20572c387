import type { ReminderKind } from '../../domain/enums.ts'
import { addDays, formatDate } from '../../domain/localTime.ts'
import type { QuietHours } from '../../domain/reminders/quiet.ts'
import { shiftHour } from '../../domain/reminders/said.ts'
import { type Standing, quietMeets } from '../../domain/reminders/wishes.ts'
import type { Texts } from '../../texts/texts.ts'
import { weekdayText } from '../progress/words.ts'
import { inReadingOrder } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import { type Rest, restLine } from './paused.ts'

export interface OwnKindData extends Standing {
  kind: ReminderKind
  /** `until` is a local day; null: until they resume. */
  pause: { until: string | null } | null
  /** The kind in whose message it is said; by itself only where that does not come. */
  host: ReminderKind | null
}

const everyDay = 7
const someMonday = '2026-01-05'
const dayName = (t: Texts, weekday: number): string => weekdayText(t, addDays(someMonday, weekday))
/** Weekdays as the week runs where the language is spoken. */
const weekOf = (t: Texts): number[] => (t.language === 'he' ? [6, 0, 1, 2, 3, 4, 5] : [0, 1, 2, 3, 4, 5, 6])

function daysText(t: Texts, { kind, weekdays, hasDays }: OwnKindData): string {
  if (weekdays === null && kind === 'workout' && hasDays) return t('reminders:days_turn')
  if (weekdays === null)
    return kind === 'workout' || kind === 'missed' || kind === 'planEnd' ? t(`reminders:days_${kind}`) : ''
  if (weekdays.length === everyDay) return t('reminders:everyDay')
  return weekOf(t)
    .filter((day) => weekdays.includes(day))
    .map((day) => dayName(t, day))
    .join(', ')
}

/** When a kind comes, whether or not it is on. */
function whenText(t: Texts, own: OwnKindData): string {
  const { time, host } = own
  const days = daysText(t, own)
  if (host !== null && time !== null)
    return t('reminders:whenWithin', { days, host: t(`reminders:kind_${host}`), time })
  return t('reminders:whenBoth', { days, time: time ?? t('reminders:byMeal') })
}

function lineText(t: Texts, own: OwnKindData): string {
  const name = t(`reminders:kind_${own.kind}`)
  const when = !own.isOn
    ? t('reminders:off')
    : own.pause === null
      ? whenText(t, own)
      : own.pause.until === null
        ? t('reminders:pausedOpen')
        : t('reminders:pausedUntil', { date: formatDate(own.pause.until, t.language) })
  return t('reminders:line', { name, when })
}

export function quietText(t: Texts, { from, to }: QuietHours): string {
  return from === to ? t('reminders:quietNone') : t('reminders:span', { from, to })
}

const inList = (value: string) => ({ name: 'pick', at: 'reminding.list', value }) as const

/** All kinds there are for somebody, and their quiet hours. */
export function ownReminders(
  t: Texts,
  { kinds, rest, quiet }: { kinds: readonly OwnKindData[]; rest: Rest | null; quiet: QuietHours },
): View {
  const buttons = kinds.map(({ kind }): Button => ({
    label: t(`reminders:kind_${kind}`),
    action: inList(kind),
  }))
  return {
    html: [
      t('reminders:list'),
      ...(rest ? [restLine(t, rest)] : []),
      '',
      ...kinds.map((own) => lineText(t, own)),
      '',
      t('reminders:quietLine', { hours: quietText(t, quiet) }),
    ].join('\n'),
    buttons: [
      rest ? [{ label: t('reminders:amBack'), action: inList('resume'), style: 'success' }] : [],
      ...rows(buttons, 2),
      [{ label: t('reminders:quietButton'), action: inList('quiet') }],
      [{ label: t('back'), action: inList('back') }],
    ],
  }
}

const inOne = (value: string) => ({ name: 'pick', at: 'reminding.one', value }) as const

/** What quiet hours make of it, what pauses it, and what can be sent. */
function remarks(t: Texts, own: OwnKindData, quiet: QuietHours): string[] {
  const meets = own.isOn ? quietMeets(own.kind, own, quiet) : undefined
  const { kind, pause, time, hasDays, host } = own
  const isWithin = own.isOn && host !== null && (kind === 'weighIn' || kind === 'week' || kind === 'missed')
  return [
    ...(isWithin ? [t(`reminders:within_${kind}`)] : []),
    ...(pause === null
      ? []
      : [
          pause.until === null
            ? t('reminders:cardPausedOpen')
            : t('reminders:cardPaused', { date: formatDate(pause.until, t.language) }),
        ]),
    ...(meets && time !== null ? [t(`reminders:meets_${meets}`, { time, hours: quietText(t, quiet) })] : []),
    ...(time === null ? [t('reminders:mealHours')] : []),
    time === null ? t('reminders:askDays') : hasDays ? t('reminders:askHourDays') : t('reminders:askHour'),
  ]
}

function hourButtons(t: Texts, time: string): Button[] {
  const to = (label: string, minutes: number): Button => ({
    label,
    action: inOne(`t${shiftHour(time, minutes).replace(':', '')}`),
  })
  return inReadingOrder(t, [to(t('reminders:earlier'), -30), to(t('reminders:later30'), 30)])
}

/** A press says what shall be, so that a second one changes nothing. */
function dayButtons(t: Texts, weekdays: readonly number[]): Button[][] {
  const buttons = weekOf(t).map((weekday): Button => {
    const isOn = weekdays.includes(weekday)
    const day = dayName(t, weekday)
    return {
      label: isOn ? t('reminders:dayOn', { day }) : t('reminders:dayOff', { day }),
      action: inOne(`${isOn ? 'without' : 'with'}${weekday}`),
    }
  })
  return rows(buttons, 4).map((row) => inReadingOrder(t, row))
}

/** One kind of reminder, with all that can be changed of it. */
export function ownReminder(t: Texts, own: OwnKindData, quiet: QuietHours): View {
  const name = t(`reminders:kind_${own.kind}`)
  const { isOn, time, weekdays, hasDays, isOwn, pause } = own
  const title = isOn
    ? t('reminders:card', { name, when: whenText(t, own) })
    : t('reminders:cardOff', { name })
  const onOff: Button = isOn
    ? { label: t('reminders:switchOff'), action: inOne('off') }
    : { label: t('reminders:switchOn'), action: inOne('on'), style: 'success' }
  return {
    html: [title, ...remarks(t, own, quiet)].join('\n'),
    buttons: [
      pause === null ? [] : [{ label: t('reminders:resume'), action: inOne('resume'), style: 'success' }],
      time === null ? [] : hourButtons(t, time),
      ...(hasDays ? dayButtons(t, weekdays ?? []) : []),
      [onOff, ...(isOwn ? [{ label: t('reminders:asUsual'), action: inOne('usual') }] : [])],
      [{ label: t('back'), action: inOne('back') }],
    ],
  }
}
