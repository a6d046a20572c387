import type { Reason } from '../../domain/attention/reasons.ts'
import { formatDate } from '../../domain/localTime.ts'
import { type Texts, escapeHtml, isolate } from '../../texts/texts.ts'
import { needLine } from '../attention/words.ts'
import { turning } from '../turning.ts'
import { type Button, type View, rows } from '../view.ts'
import type { Reader } from '../workout/words.ts'

export interface ListedClientData {
  userId: number
  name: string
  isActive: boolean
  hasJoined: boolean
  /** IANA name. */
  timeZone: string
  /** Why they need their coach, the heaviest first; left out where that is not asked. */
  reasons?: readonly Reason[]
}

const clientsPerPage = 12
/** Reasons that a line has room for. */
const mostReasons = 3

/** The clients on a page of the list; pages count from 1. */
export function clientsOnPage<T>(
  clients: readonly T[],
  wanted: number,
): { shown: T[]; page: number; pages: number } {
  const pages = Math.max(1, Math.ceil(clients.length / clientsPerPage))
  const page = Math.min(wanted, pages)
  return { shown: clients.slice((page - 1) * clientsPerPage, page * clientsPerPage), page, pages }
}

export interface ClientListData {
  /** The step that shows it: opening clients, or choosing one. */
  at: 'clients.list' | 'assign.client'
  clients: readonly ListedClientData[]
  /** What was typed to search by. */
  query: string | null
  page: number
  /** A plan's text came, and waits for whom it is for. */
  keepsText?: boolean
  /** What is said of the clients on the page. */
  overviews?: ReadonlyMap<number, OverviewData>
  now: Date
}

/** Dates are the client's local days. */
export interface OverviewData {
  plans: readonly string[]
  lastTrained: string | null
}

function clientLabel(t: Texts, { name, isActive, hasJoined }: ListedClientData): string {
  if (!isActive) return t('plans:switchedOff', { name })
  return hasJoined ? escapeHtml(name) : t('plans:waiting', { name })
}

function listTitle(t: Texts, { at, clients, query }: ClientListData): string[] {
  if (clients.length === 0)
    return [query === null ? t('plans:clientsNobody') : t('plans:clientsNoneFound', { query })]
  const title = at === 'clients.list' ? t('plans:clientsTitle') : t('plans:askClient')
  return query === null ? [title] : [title, t('plans:clientsFound', { query })]
}

/** What they train by, of whoever needs nothing. */
function overviewLine(t: Texts, { name, hasJoined }: ListedClientData, overview: OverviewData): string {
  const { plans, lastTrained } = overview
  const plan = plans.map((one) => isolate(escapeHtml(one))).join(', ') || t('plans:overviewNoPlan')
  if (!hasJoined) return t('plans:overviewWaiting', { name, plan })
  return lastTrained === null
    ? t('plans:overviewNew', { name, plan })
    : t('plans:overview', { name, plan, date: formatDate(lastTrained, t.language) })
}

function lines(reader: Reader, shown: readonly ListedClientData[], data: ClientListData): string[] {
  const said = shown.flatMap((client) => {
    const { reasons = [] } = client
    if (reasons.length > 0)
      return needLine(reader, { ...client, reasons }, { now: data.now, most: mostReasons })
    const overview = data.overviews?.get(client.userId)
    return overview ? overviewLine(reader.t, client, overview) : []
  })
  return said.length === 0 ? [] : ['', ...said]
}

/** The coach's clients, a button each, in pages. */
export function clientList(reader: Reader, data: ClientListData): View {
  const { t } = reader
  const { at, clients, query } = data
  const pick = (value: string) => ({ name: 'pick', at, value }) as const
  const { shown, page, pages } = clientsOnPage(clients, data.page)
  const foot: Button[] = [
    ...(query === null ? [] : [{ label: t('plans:allClients'), action: pick('all') }]),
    { label: t('plans:openInvite'), action: { name: 'openInvite' } },
    at === 'clients.list'
      ? { label: t('back'), action: { name: 'home' } }
      : { label: t('cancel'), action: { name: 'cancel' } },
  ]
  return {
    html: [
      ...listTitle(t, data),
      ...(data.keepsText === true ? [t('plans:textKept')] : []),
      ...lines(reader, shown, data),
      ...(pages > 1 ? ['', t('plans:pageLine', { page, pages })] : []),
    ].join('\n'),
    buttons: [
      ...rows(
        shown.map((client): Button => ({ label: clientLabel(t, client), action: pick(`c${client.userId}`) })),
        2,
      ),
      turning(t, { page, pages }, pick),
      foot,
    ],
  }
}
