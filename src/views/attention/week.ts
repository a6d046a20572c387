import type { Away } from '../../domain/attention/away.ts'
import { addDays, formatDate } from '../../domain/localTime.ts'
import { formatBodyWeight } from '../../domain/people/measures.ts'
import { isSteady } from '../../domain/weight/trend.ts'
import { type Texts, plainText } from '../../texts/texts.ts'
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
  isIdle: boolean
  away: readonly Away[]
  change: number | null
  /** The local day the change goes back to, where that is more than the week; else null. */
  changeSince: string | null
  isGoalReached: boolean
}

/** The week from `monday` (`YYYY-MM-DD`) on of all clients. */
export interface WeekOfAll {
  clients: readonly WeekData[]
  monday: string
}

/** Lines of a message that is read at a glance. */
export const mostLines = 30
/** The head, the empty line under it, and the foot. */
const otherLines = 3

function workoutsText({ t }: Reader, { planned, missed, trained, left, isIdle }: WeekData): string[] {
  if (isIdle && missed === 0) return [t('attention:weekNothing')]
  const broken = left > 0 ? [t('attention:weekLeft', { count: left })] : []
  if (missed > 0) return [t('attention:weekMissed', { count: missed, planned }), ...broken]
  if (planned > 0 && left === 0) return [t('attention:weekAll', { count: planned })]
  return [...(trained > 0 ? [t('attention:weekTrained', { count: trained })] : []), ...broken]
}

/** What was not to be expected of them, and until when. */
function awayText(t: Texts, { of, why, until }: Away): string {
  const values = { why: t(`reminders:why_${why}`), date: formatDate(until, t.language) }
  return of === null
    ? t('attention:weekRest', values)
    : t('attention:weekBusy', { ...values, kind: t(`reminders:kind_${of}`) })
}

function changeText({ t, units }: Reader, change: number): string {
  if (isSteady(change)) return t('attention:weekSteady')
  const amount = formatBodyWeight(Math.abs(change), units, t.language)
  return change > 0 ? t('attention:weekUp', { amount }) : t('attention:weekDown', { amount })
}

function weightText(reader: Reader, { change, changeSince }: WeekData): string[] {
  if (change === null) return []
  const { t } = reader
  const said = changeText(reader, change)
  if (changeSince === null) return [said]
  return [t('attention:weekSince', { change: said, date: formatDate(changeSince, t.language) })]
}

function lineOf(reader: Reader, client: WeekData): string {
  const { t } = reader
  const { name, missedMeals, isGoalReached } = client
  const facts = [
    ...workoutsText(reader, client),
    ...(missedMeals > 0 ? [t('attention:weekMeals', { count: missedMeals })] : []),
    ...client.away.map((one) => awayText(t, one)),
    ...weightText(reader, client),
    ...(isGoalReached ? [t('attention:weekGoal')] : []),
  ]
  return t('attention:weekLine', { name, facts: facts.join(' · ') })
}

/** How many of these lines, the first ones, there is room for. */
function fitting(lines: readonly string[], { lines: most, characters }: Room): number {
  let length = 0
  const tooLong = lines.findIndex((line) => (length += plainText(line).length + 1) > characters)
  return Math.max(0, Math.min(tooLong < 0 ? lines.length : tooLong, most))
}

/** What a message has room for. */
export interface Room {
  lines: number
  characters: number
}

/** For what is added to the words when they are sent: marks that keep the reading direction. */
const spare = 100

/** A line for each client, as many as there is room for; undefined where there is none. */
export function weekView(reader: Reader, week: WeekOfAll, room: Room): View | undefined {
  const { t } = reader
  const { clients, monday } = week
  const [from, to] = [monday, addDays(monday, 6)].map((date) => formatDate(date, t.language))
  const title = t('attention:weekTitle', { from: from ?? '', to: to ?? '' })
  const foot = (count: number) => t('attention:nMore', { count })
  const lines = clients.map((one) => lineOf(reader, one))
  const taken = plainText(title).length + plainText(foot(clients.length)).length + spare
  const shown = fitting(lines, { lines: room.lines - otherLines, characters: room.characters - taken })
  const more = clients.length - shown
  if (shown === 0) return undefined
  return {
    html: [title, '', ...lines.slice(0, shown), ...(more > 0 ? [foot(more)] : [])].join('\n'),
    buttons: [[{ label: t('plans:allClients'), action: { name: 'openClients' } }]],
  }
}
