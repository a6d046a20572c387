import type { Reason, ReasonKind } from '../../domain/attention/reasons.ts'
import {
  addDays,
  daysBetween,
  formatDate,
  localDate,
  weekdayName,
  weekdayOf,
} from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import type { Texts } from '../../texts/texts.ts'
import { kindNames } from '../reminders/kinds.ts'
import type { Reader } from '../workout/words.ts'

/** When it is read. `today`: the client's local day, `YYYY-MM-DD`; `timeZone`: theirs, IANA. */
export interface When {
  now: Date
  today: string
  timeZone: string
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/** As long the words for what waits go by hours: a night and a morning are no two days. */
const mostHours = 48
/** A check-in that lies for the night was not left. */
const unopenedMs = 12 * hourMs

/** How long something waits: `20 min`, `33 h`, from 48 hours on in local days `2 days`; undefined: it just came. */
function waitText(t: Texts, at: Date, { now, today, timeZone }: When): string | undefined {
  const ms = Math.max(0, now.getTime() - at.getTime())
  if (ms < minuteMs) return undefined
  if (ms < hourMs) return t('attention:minutes', { count: Math.floor(ms / minuteMs) })
  const days = daysBetween(localDate(at, timeZone), today)
  return days < 2 || ms < mostHours * hourMs
    ? t('attention:hours', { count: Math.floor(ms / hourMs) })
    : t('attention:days', { count: days })
}

/** The end of a plan lies less than a week ahead: its weekday names it. */
function endsText(
  t: Texts,
  { kind, date }: Extract<Reason, { kind: 'planEnds' | 'mealsEnd' }>,
  today: string,
): string {
  const key = kind === 'planEnds' ? 'plan' : 'meals'
  if (date === today) return t(`attention:${key}EndToday`)
  if (date === addDays(today, 1)) return t(`attention:${key}EndTomorrow`)
  return t(`attention:${key}End`, { day: weekdayName(weekdayOf(date), t.language) })
}

function weightText({ t, units }: Reader, reason: Extract<Reason, { kind: 'jumped' | 'fast' }>): string {
  const change = reason.kind === 'jumped' ? reason.change : reason.perWeek
  const amount = formatBodyWeight(Math.abs(change), units, t.language)
  if (reason.kind === 'fast')
    return change > 0 ? t('attention:fastUp', { amount }) : t('attention:fastDown', { amount })
  const values = { amount, count: reason.days }
  return change > 0 ? t('attention:jumpedUp', values) : t('attention:jumpedDown', values)
}

/** Nothing asks somebody, and until when. `until`: their local day, `YYYY-MM-DD`. */
function restText(t: Texts, { why, until }: Extract<Reason, { kind: 'paused' }>): string {
  return t('attention:paused', { why: t(`reminders:why_${why}`), date: formatDate(until, t.language) })
}

/** What somebody is spared for being busy, and until when: what ends on one day is said at once. */
function busyText(t: Texts, { with: all }: Extract<Reason, { kind: 'busy' }>): string {
  const why = t('reminders:why_busy')
  const said = [...Map.groupBy(all, ({ until }) => until)].map(([until, those]) => {
    const kind = kindNames(
      t,
      those.map(({ of }) => of),
    )
    return t('attention:busy', { why, kind, date: formatDate(until, t.language) })
  })
  return said.join(' · ')
}

/** Why a client needs their coach, in words. */
export function reasonText(reader: Reader, reason: Reason, when: When): string {
  const { t } = reader
  const time = reason.at === null ? undefined : waitText(t, reason.at, when)
  switch (reason.kind) {
    case 'letter':
      return time === undefined ? t('attention:letterNow') : t('attention:letter', { time })
    case 'photos':
      return time === undefined
        ? t('attention:photosNow', { count: reason.count })
        : t('attention:photos', { count: reason.count, time })
    case 'checkIn':
      return time === undefined || when.now.getTime() - reason.at.getTime() < unopenedMs
        ? t('attention:checkInNew')
        : t('attention:checkIn', { time })
    case 'jumped':
    case 'fast':
      return weightText(reader, reason)
    case 'missed':
      return t('attention:missed', { count: reason.count })
    case 'untrained':
      return t('attention:untrained', { count: reason.days })
    case 'planEnds':
    case 'mealsEnd':
      return endsText(t, reason, when.today)
    case 'mealsEnded':
      return t('attention:mealsEnded', { date: formatDate(reason.date, t.language) })
    case 'noPlan':
      return t('attention:noPlan')
    case 'neverTrained':
      return t('attention:neverTrained', { time: time ?? t('attention:minutes', { count: 1 }) })
    case 'silent':
      return t('attention:silent', { count: reason.days })
    case 'unanswered':
      return t('attention:unanswered')
    case 'checkInDue':
      return t('attention:checkInDue', { date: formatDate(reason.date, t.language) })
    case 'paused':
      return restText(t, reason)
    case 'busy':
      break
  }
  return busyText(t, reason)
}

interface NeedingOne {
  name: string
  reasons: readonly Reason[]
  /** The client's, IANA. */
  timeZone: string
  /** Reasons that must not be left out. */
  named?: ReadonlySet<ReasonKind>
}

/** A client with their heaviest reasons, at most `most`; the rest are counted. */
export function needLine(
  reader: Reader,
  { name, reasons, timeZone, named }: NeedingOne,
  { now, most }: { now: Date; most: number },
): string {
  const { t } = reader
  const today = localDate(now, timeZone)
  const shown = reasons.filter(({ kind }, index) => index < most || named?.has(kind))
  const more = reasons.length - shown.length
  const said = shown.map((one) => reasonText(reader, one, { now, today, timeZone }))
  const words = said.join(' · ')
  return t('attention:line', {
    name,
    reasons: more > 0 ? t('attention:andMore', { reasons: words, count: more }) : words,
  })
}
