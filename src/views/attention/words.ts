import type { Reason, ReasonKind } from '../../domain/attention/reasons.ts'
import { addDays, formatDate, localDate, weekdayName, weekdayOf } from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import type { Texts } from '../../texts/texts.ts'
import type { Reader } from '../workout/words.ts'

/** When it is read. `today`: the client's local day, `YYYY-MM-DD`. */
export interface When {
  now: Date
  today: string
}

const hourMs = 3_600_000

/** How long something waits: `20 min`, `5 h`, from two days on `2 days`; no less than a minute. */
function waitText(t: Texts, at: Date, now: Date): string {
  const ms = Math.max(0, now.getTime() - at.getTime())
  if (ms < hourMs) return t('attention:minutes', { count: Math.max(1, Math.floor(ms / 60_000)) })
  return ms < 48 * hourMs
    ? t('attention:hours', { count: Math.floor(ms / hourMs) })
    : t('attention:days', { count: Math.floor(ms / (24 * hourMs)) })
}

/** The end of a plan lies less than a week ahead: its weekday names it. */
function endsText(t: Texts, date: string, today: string): string {
  if (date === today) return t('attention:endsToday')
  if (date === addDays(today, 1)) return t('attention:endsTomorrow')
  return t('attention:planEnds', { day: weekdayName(weekdayOf(date), t.language) })
}

function weightText({ t, units }: Reader, reason: Extract<Reason, { kind: 'jumped' | 'fast' }>): string {
  const change = reason.kind === 'jumped' ? reason.change : reason.perWeek
  const amount = formatBodyWeight(Math.abs(change), units, t.language)
  if (reason.kind === 'fast')
    return change > 0 ? t('attention:fastUp', { amount }) : t('attention:fastDown', { amount })
  const values = { amount, count: reason.days }
  return change > 0 ? t('attention:jumpedUp', values) : t('attention:jumpedDown', values)
}

/** Why a client needs their coach, in words. */
export function reasonText(reader: Reader, reason: Reason, { now, today }: When): string {
  const { t } = reader
  const waits = (at: Date) => ({ time: waitText(t, at, now) })
  switch (reason.kind) {
    case 'letter':
      return t('attention:letter', waits(reason.at))
    case 'photos':
      return t('attention:photos', { count: reason.count, ...waits(reason.at) })
    case 'checkIn':
      return t('attention:checkIn', waits(reason.at))
    case 'jumped':
    case 'fast':
      return weightText(reader, reason)
    case 'missed':
      return t('attention:missed', { count: reason.count })
    case 'planEnds':
      return endsText(t, reason.date, today)
    case 'noPlan':
      return t('attention:noPlan')
    case 'neverTrained':
      return t('attention:neverTrained', waits(reason.at))
    case 'silent':
      return t('attention:silent', { count: reason.days })
    case 'unanswered':
      return t('attention:unanswered')
    case 'paused':
      break
  }
  const why = t(`reminders:why_${reason.why}`)
  return t('attention:paused', { why, date: formatDate(reason.until, t.language, today) })
}

/** Reasons that a line has room for. */
const mostReasons = 2

interface NeedingOne {
  name: string
  reasons: readonly Reason[]
  /** The client's, IANA. */
  timeZone: string
  /** Reasons that must not be left out. */
  named?: ReadonlySet<ReasonKind>
}

/** A client with their heaviest reasons; the rest are counted. */
export function needLine(reader: Reader, { name, reasons, timeZone, named }: NeedingOne, now: Date): string {
  const { t } = reader
  const today = localDate(now, timeZone)
  const shown = reasons.filter(({ kind }, index) => index < mostReasons || named?.has(kind))
  const more = reasons.length - shown.length
  const said = shown.map((one) => reasonText(reader, one, { now, today }))
  const words = said.join(' · ')
  return t('attention:line', {
    name,
    reasons: more > 0 ? t('attention:andMore', { reasons: words, count: more }) : words,
  })
}
