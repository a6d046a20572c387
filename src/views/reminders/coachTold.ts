import type { PauseReason, ReminderKind } from '../../domain/enums.ts'
import { formatDate } from '../../domain/localTime.ts'
import type { Texts } from '../../texts/texts.ts'
import { type Button, type PushView, type View, rows } from '../view.ts'
import { kindNames } from './kinds.ts'

interface Client {
  userId: number
  name: string
}

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

/** What a coach heard of a pause until a day (the client's, `YYYY-MM-DD`), opened when it is over. */
export function backNews(t: Texts, client: Client, until: string): PushView {
  const values = { name: client.name, date: formatDate(until, t.language) }
  return { html: t('reminders:coachBack', values), buttons: open(t, client) }
}

interface UnansweringData extends Client {
  kinds: readonly ReminderKind[]
}

/** Clients that a message of several names. */
const mostNamed = 12

/** A coach hears that nothing came of the reminders of some clients, nor of the question why. */
export function unansweredNews(
  t: Texts,
  clients: readonly [UnansweringData, ...UnansweringData[]],
): PushView {
  const [first, ...others] = clients
  if (others.length === 0)
    return {
      html: t('reminders:coachUnanswered', { name: first.name, kind: kindNames(t, first.kinds) }),
      buttons: open(t, first),
      about: first.userId,
    }
  const named = clients.slice(0, mostNamed)
  const more = clients.length - named.length
  const one = ({ userId, name }: Client): Button => ({
    label: t('checkin:openClient', { name }),
    action: { name: 'openClient', client: userId },
  })
  return {
    html: [
      t('reminders:coachUnansweredBy', { count: clients.length }),
      ...named.map(({ name, kinds }) =>
        t('reminders:coachUnansweredOne', { name, kind: kindNames(t, kinds) }),
      ),
      ...(more > 0 ? [t('attention:nMore', { count: more })] : []),
    ].join('\n'),
    buttons: rows(named.map(one), 2),
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

/** A coach hears that what a client eats by ends with nothing after it. `until`: the last local day, `YYYY-MM-DD`. */
export function mealsEndNews(t: Texts, { client, until }: { client: Client; until: string }): View {
  const values = { name: client.name, date: formatDate(until, t.language) }
  return { html: t('reminders:coachMealsEnd', values), buttons: open(t, client) }
}

/** A coach hears that a client went silent. `since`: the client's local day of their last word or tap, `YYYY-MM-DD`. */
export function silentNews(t: Texts, { client, since }: { client: Client; since: string }): View {
  const values = { name: client.name, date: formatDate(since, t.language) }
  return { html: t('reminders:coachSilent', values), buttons: open(t, client) }
}
