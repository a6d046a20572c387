import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import type { PushView, View } from '../view.ts'
import { kindNames } from './kinds.ts'

interface OfClient {
  client: { userId: number; name: string }
  kinds: readonly ReminderKind[]
}

type Client = OfClient['client']

const open = (t: Texts, { userId, name }: Client): View['buttons'] => [
  [{ label: t('checkin:openClient', { name }), action: { name: 'openClient', client: userId } }],
]

interface PausedNewsData {
  client: Client
  /** Undefined: all of them. */
  kinds: readonly ReminderKind[] | undefined
  reason: PauseReason
  until: string
}

/** A coach hears why a client is left in peace; why is not kept for the list. `until`: the client's local day, `YYYY-MM-DD`. */
export function pausedNews(t: Texts, { client, kinds, reason, until }: PausedNewsData): PushView {
  const values = { name: client.name, date: formatDate(until, t.language) }
  const told = { ...values, why: t(`reminders:why_${reason}`) }
  const buttons = open(t, client)
  if (kinds === undefined)
    return { html: t('reminders:coachRests', told), kept: t('reminders:coachRestsKept', values), buttons }
  const name = kindNames(t, kinds)
  return {
    html: t('reminders:coachPaused', { ...told, kind: name }),
    kept: t('reminders:coachPausedKept', { ...values, kind: name }),
    buttons,
  }
}

/** A coach hears that nothing came of a client's reminders, nor of the question why. */
export function unansweredNews(t: Texts, { client, kinds }: OfClient): View {
  return {
    html: t('reminders:coachUnanswered', { name: client.name, kind: kindNames(t, kinds) }),
    buttons: open(t, client),
  }
}

/** A coach hears that a plan ends with nothing after it. `until`: its last local day, `YYYY-MM-DD`. */
export function planEndsNews(
  t: Texts,
  { client, plan, until }: { client: Client; plan: string; until: string },
): View {
  const values = { name: client.name, plan, date: formatDate(until, t.language) }
  return { html: t('reminders:coachPlanEnds', values), buttons: open(t, client) }
}

/** A coach hears that a client went silent. `since`: the client's local day of their last word or tap, `YYYY-MM-DD`. */
export function silentNews(t: Texts, { client, since }: { client: Client; since: string }): View {
  const values = { name: client.name, date: formatDate(since, t.language) }
  return { html: t('reminders:coachSilent', values), buttons: open(t, client) }
}
